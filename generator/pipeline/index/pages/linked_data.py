"""JSON-LD: briefings and people in the words of schema.org.

A NewsArticle holds its statements as Quotation parts; a Person holds dated roles.
Addresses are whole where the book says where it will be found, and relative to the site
elsewhere.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from generator.model import addresses
from generator.model.people import Official, Role
from generator.model.site import Briefing, Statement
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.wording.briefing_words import author
from generator.text.dates import PartialDate
from generator.text.markup.fragments import plain_text

_CONTEXT: Final = "https://schema.org"
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def script_json(data: Mapping[str, Any]) -> str:
    """Write JSON that can stand in a script element: no character of it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def briefing_linked_data(briefing: Briefing, desk: Desk) -> str:
    """Describe a briefing as a NewsArticle whose parts are its quotations."""
    entry, site = briefing.entry, desk.site
    about = [
        {
            "@type": "Thing",
            "name": site.topics[one].name,
            "url": _url(addresses.thing("topics", one), desk),
        }
        for one in briefing.topics
    ]
    data = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "headline": briefing.title,
        "alternativeHeadline": briefing.dek,
        "abstract": plain_text(briefing.blocks.summary) if briefing.blocks.summary else None,
        "url": _url(briefing.url, desk),
        "inLanguage": briefing.language,
        "datePublished": _date(briefing.published),
        "dateModified": _date(entry.updated or briefing.published),
        "author": _named("Person", author(briefing.byline or "")),
        "publisher": {"@type": "Organization", "name": desk.config.title},
        "copyrightHolder": _named("Organization", entry.rights.copyright_holder),
        "copyrightNotice": entry.rights.notice,
        "creditText": entry.rights.credit,
        "about": about,
        "mentions": [_person(one, desk) for one in briefing.officials if one in site.officials],
        "contentLocation": [
            {"@type": "Place", "name": site.places[one].name} for one in briefing.places
        ],
        "hasPart": [_quotation(one, desk) for one in briefing.statements],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": f"{one.was} → {one.now}",
                "datePublished": _date(one.date),
            }
            for one in entry.corrections
        ],
    }
    return script_json(_stated(data))


def _quotation(statement: Statement, desk: Desk) -> dict[str, Any]:
    entry, site = statement.entry, desk.site
    source = site.sources.get(entry.source.id)
    return _stated(
        {
            "@type": "Quotation" if entry.kind in {"quote", "partial-quote"} else "Statement",
            "identifier": statement.id,
            "url": _url(statement.url, desk),
            "text": entry.text,
            "spokenByCharacter": _speaker(statement, desk),
            "dateCreated": _date(statement.date),
            "locationCreated": _named("Place", _place(statement, desk)),
            "isBasedOn": _stated({"@type": "CreativeWork", "name": source.title, "url": source.url})
            if source
            else None,
        }
    )


def _speaker(statement: Statement, desk: Desk) -> dict[str, Any] | None:
    speaker, site = statement.speaker or "", desk.site
    if speaker in site.officials:
        role = statement.held.role
        return _stated({**_person(speaker, desk), "jobTitle": role.label if role else None})
    if speaker in site.organizations:
        return _named("Organization", site.organizations[speaker].name)
    return _named("Person", statement.entry.speaker_label)


def _place(statement: Statement, desk: Desk) -> str | None:
    return desk.site.places[statement.place].name if statement.place else None


def _person(identifier: str, desk: Desk) -> dict[str, Any]:
    official = desk.site.officials[identifier]
    url = _url(addresses.thing("officials", identifier), desk)
    return {"@type": "Person", "name": official.name, "url": url}


def official_linked_data(official: Official, desk: Desk) -> str:
    """Describe an official as a Person with dated roles."""
    data = {
        "@context": _CONTEXT,
        **_person(official.id, desk),
        "familyName": official.family_name,
        "givenName": official.given_name,
        "honorificPrefix": official.honorific_prefix,
        "alternateName": [other.name for other in official.other_names],
        "description": official.summary,
        "image": _portrait(official, desk),
        "sameAs": [link.url for link in official.links],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": one.scheme, "value": one.identifier}
            for one in official.identifiers
        ],
        "hasOccupation": [_role(role, desk) for role in official.roles],
    }
    return script_json(_stated(data))


def _portrait(official: Official, desk: Desk) -> str | None:
    """Give where the portrait is found, which is worth nothing without the site's own address."""
    asset = desk.site.assets.get(official.image or "")
    return _url(asset.url, desk) if asset and desk.config.base_url else None


def _role(role: Role, desk: Desk) -> dict[str, Any]:
    body = desk.site.organizations.get(role.organization)
    return _stated(
        {
            "@type": "Role",
            "roleName": role.label,
            "startDate": _date(role.start_date) if role.start_date else None,
            "endDate": _date(role.end_date) if role.end_date else None,
            "hasOccupation": _stated(
                {
                    "@type": "Occupation",
                    "name": role.role,
                    "occupationLocation": _named("AdministrativeArea", role.area),
                }
            ),
            "memberOf": _named("Organization", body.name if body else None),
        }
    )


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": name} if name else None


def _date(day: PartialDate) -> str:
    """Write a date in ISO 8601; an interval as start and end, as schema.org takes it."""
    if day.precision == "range":
        return f"{day.first.isoformat()}/{day.last.isoformat()}"
    return day.text


def _url(to: str, desk: Desk) -> str:
    base = desk.config.base_url
    return f"{base.rstrip('/')}/{to}" if base else to


def _stated(data: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not stated."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
