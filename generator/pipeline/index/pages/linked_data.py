"""JSON-LD: briefings and people in the words of schema.org.

A NewsArticle holds its statements as Quotation parts; a Person holds dated roles.
Addresses are whole where the book says where it will be found, and relative to the site
elsewhere.  What is not stated is left out: nothing stands for it, here and in the JSON.
"""

from collections.abc import Iterable
from json import JSONEncoder
from typing import Final

from generator.model import addresses
from generator.model.people import Official, Role
from generator.model.site import Briefing, Statement
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.wording.briefing_words import author
from generator.text.dates import PartialDate
from generator.text.markup.fragments import plain_text

_CONTEXT: Final = '"https://schema.org"'
_ESCAPES: Final = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_ENCODE: Final = JSONEncoder(ensure_ascii=False).encode

Json = str
"""A value as JSON writes it; empty where nothing is stated."""


def in_script(json: Json) -> str:
    """Write JSON so that it can stand in a script element: no character of it can end that."""
    for character, escape in _ESCAPES.items():
        json = json.replace(character, escape)
    return json


def briefing_linked_data(briefing: Briefing, desk: Desk) -> str:
    """Describe a briefing as a NewsArticle whose parts are its quotations."""
    entry, site = briefing.entry, desk.site
    summary = site.texts[briefing.name].blocks.summary
    data = {
        "@context": _CONTEXT,
        "@type": '"NewsArticle"',
        "headline": _text(briefing.title),
        "alternativeHeadline": _text(briefing.dek),
        "abstract": _text(plain_text(summary)) if summary else "",
        "url": _url(briefing.url, desk),
        "inLanguage": _text(briefing.language),
        "datePublished": _date(briefing.published),
        "dateModified": _date(entry.updated or briefing.published),
        "author": _named("Person", author(briefing.byline or "")),
        "publisher": _named("Organization", desk.config.title),
        "copyrightHolder": _named("Organization", entry.rights.copyright_holder),
        "copyrightNotice": _text(entry.rights.notice),
        "creditText": _text(entry.rights.credit),
        "about": _listed(desk.once(_topic, one) for one in briefing.topics),
        "mentions": _listed(
            desk.once(_person, one) for one in briefing.officials if one in site.officials
        ),
        "contentLocation": _listed(
            _named("Place", site.places[one].name) for one in briefing.places
        ),
        "hasPart": _listed(_quotation(one, desk) for one in briefing.statements),
        "correction": _listed(
            _object(
                {
                    "@type": '"CorrectionComment"',
                    "text": _text(f"{one.was} → {one.now}"),
                    "datePublished": _date(one.date),
                }
            )
            for one in entry.corrections
        ),
    }
    return in_script(_object(data))


def _person(desk: Desk, identifier: str) -> Json:
    return _object(_about(identifier, desk))


def _topic(desk: Desk, identifier: str) -> Json:
    return _object(
        {
            "@type": '"Thing"',
            "name": _text(desk.site.topics[identifier].name),
            "url": _url(addresses.thing("topics", identifier), desk),
        }
    )


def _quotation(statement: Statement, desk: Desk) -> Json:
    entry, site = statement.entry, desk.site
    source = site.sources.get(entry.source.id)
    return _object(
        {
            "@type": _text(
                "Quotation" if entry.kind in {"quote", "partial-quote"} else "Statement"
            ),
            "identifier": _text(statement.id),
            "url": _url(statement.url, desk),
            "text": _text(entry.text),
            "spokenByCharacter": _speaker(statement, desk),
            "dateCreated": _date(statement.date),
            "locationCreated": _named("Place", _place(statement, desk)),
            "isBasedOn": _object(
                {
                    "@type": '"CreativeWork"',
                    "name": _text(source.title),
                    "url": _text(source.url),
                }
            )
            if source
            else "",
        }
    )


def _speaker(statement: Statement, desk: Desk) -> Json:
    speaker, site = statement.speaker or "", desk.site
    if speaker in site.officials:
        role = statement.held.role
        person = desk.once(_person, speaker)
        return f'{person[:-1]},"jobTitle":{_text(role.label)}}}' if role else person
    if speaker in site.organizations:
        return _named("Organization", site.organizations[speaker].name)
    return _named("Person", statement.entry.speaker_label)


def _place(statement: Statement, desk: Desk) -> str | None:
    return desk.site.places[statement.place].name if statement.place else None


def _about(identifier: str, desk: Desk) -> dict[str, Json]:
    return {
        "@type": '"Person"',
        "name": _text(desk.site.officials[identifier].name),
        "url": _url(addresses.thing("officials", identifier), desk),
    }


def official_linked_data(official: Official, desk: Desk) -> str:
    """Describe an official as a Person with dated roles."""
    data = {
        "@context": _CONTEXT,
        **_about(official.id, desk),
        "familyName": _text(official.family_name),
        "givenName": _text(official.given_name),
        "honorificPrefix": _text(official.honorific_prefix),
        "alternateName": _listed(_text(other.name) for other in official.other_names),
        "description": _text(official.summary),
        "image": _portrait(official, desk),
        "sameAs": _listed(_text(link.url) for link in official.links),
        "identifier": _listed(
            _object(
                {
                    "@type": '"PropertyValue"',
                    "propertyID": _text(one.scheme),
                    "value": _text(one.identifier),
                }
            )
            for one in official.identifiers
        ),
        "hasOccupation": _listed(_role(role, desk) for role in official.roles),
    }
    return in_script(_object(data))


def _portrait(official: Official, desk: Desk) -> Json:
    """Give where the portrait is found, which is worth nothing without the site's own address."""
    asset = desk.site.assets.get(official.image or "")
    return _url(asset.url, desk) if asset and desk.config.base_url else ""


def _role(role: Role, desk: Desk) -> Json:
    body = desk.site.organizations.get(role.organization)
    return _object(
        {
            "@type": '"Role"',
            "roleName": _text(role.label),
            "startDate": _date(role.start_date) if role.start_date else "",
            "endDate": _date(role.end_date) if role.end_date else "",
            "hasOccupation": _object(
                {
                    "@type": '"Occupation"',
                    "name": _text(role.role),
                    "occupationLocation": _named("AdministrativeArea", role.area),
                }
            ),
            "memberOf": _named("Organization", body.name if body else None),
        }
    )


def _named(kind: str, name: str | None) -> Json:
    return f'{{"@type":"{kind}","name":{_text(name)}}}' if name else ""


def _date(day: PartialDate) -> Json:
    """Write a date in ISO 8601; an interval as start and end, as schema.org takes it."""
    if day.precision == "range":
        return _text(f"{day.first.isoformat()}/{day.last.isoformat()}")
    return _text(day.text)


def _url(to: str, desk: Desk) -> Json:
    base = desk.config.base_url
    return _text(f"{base.rstrip('/')}/{to}" if base else to)


def _text(text: str | None) -> Json:
    return _ENCODE(text) if text else ""


def _listed(values: Iterable[Json]) -> Json:
    found = ",".join(values)
    return f"[{found}]" if found else ""


def _object(values: dict[str, Json]) -> Json:
    return "{" + ",".join([f'"{key}":{value}' for key, value in values.items() if value]) + "}"
