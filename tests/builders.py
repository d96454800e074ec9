"""Small books made by hand: every value has a sensible default, and all people are invented.

A test says only what it is about; what a briefing names and nobody declared is made up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any, TypeVar

from generator.config import Config
from generator.model.briefing import BriefingEntry, SourceRef, StatementEntry, Unknown
from generator.model.draft import Blocks, Judged, Question
from generator.model.html import Html
from generator.model.people import Official, Role
from generator.model.references import led_to, markup_in
from generator.model.shelf import Shelf
from generator.model.site import Briefing, BriefingText, Held, Site, Statement
from generator.model.subjects import Claim, Organization, Place, Source, Topic
from generator.pipeline.index.wording.words import Words, words_of
from generator.text.dates import PartialDate, parse_date
from generator.text.language import read_language

Record = TypeVar("Record", Official, Organization, Topic, Place, Source, Claim)

MINISTER = "Foreign Minister of Estara"
NOT_STATED = Held("gap")
ENGLISH = read_language("en")
WORDS: Words = words_of(ENGLISH, "day-first", book_language="en")


def config(**settings: Any) -> Config:  # noqa: ANN401
    """Make the settings of a book."""
    return Config(**{"title": "Halden Desk", **settings})


def day(text: str) -> PartialDate:
    """Read a date."""
    return parse_date(text)


def role(
    label: str = MINISTER,
    start: str | None = None,
    end: str | None = None,
    **fields: Any,  # noqa: ANN401
) -> Role:
    """Make an office, held for ever unless dates are given."""
    given = {"role": label, "organization": "estara-mfa", **fields}
    return Role(
        label=label,
        start_date=parse_date(start) if start else None,
        end_date=parse_date(end) if end else None,
        **given,
    )


def official(
    identifier: str = "ana-petrova",
    *roles: Role,
    **fields: Any,  # noqa: ANN401
) -> Official:
    """Make an official, named like the id."""
    return Official(**{"id": identifier, "name": _named(identifier), "roles": roles, **fields})


def statement(
    identifier: str = "s1",
    speaker: str | None = "ana-petrova",
    *,
    date: str = "2024-11-13",
    held: Held = NOT_STATED,
    entry: Mapping[str, Any] | None = None,
    **fields: Any,  # noqa: ANN401
) -> Statement:
    """Make a statement; `entry` is what an editor wrote of it, `fields` what linking found."""
    when = parse_date(date)
    written = {
        "id": identifier,
        "speaker": speaker or "unknown",
        "kind": "quote",
        "text": "We will not wait.",
        "date": when,
        "source": SourceRef(id="transcript"),
        **(entry or {}),
    }
    made = Statement(
        id=identifier,
        briefing="",
        url="",
        entry=StatementEntry(**written),
        speaker=speaker,
        held=held,
        date=when,
        date_basis="stated",
        topics=(),
        place=None,
        shown="list",
    )
    return replace(made, **fields)


def briefing(
    identifier: str = "talks",
    *statements: Statement,
    published: str = "2024-11-14",
    topics: Sequence[str] = ("arms",),
    entry: Mapping[str, Any] | None = None,
    **fields: Any,  # noqa: ANN401
) -> Briefing:
    """Make a briefing; `entry` is what an editor wrote of it, `fields` what linking found."""
    when = parse_date(published)
    written = BriefingEntry(**{"published": when, "topics": tuple(topics), **(entry or {})})
    url = fields.get("url", f"briefings/{identifier}.html")
    speakers = (one.speaker for one in statements if one.speaker)
    made = Briefing(
        id=identifier,
        url=url,
        path=f"content/briefings/{identifier}.md",
        name=f"briefings/{identifier}.md",
        meta_path=f"content/briefings/{identifier}.md",
        entry=written,
        title=_named(identifier),
        dek=None,
        byline=None,
        published=when,
        language="en",
        topics=tuple(topics),
        places=(),
        officials=tuple(dict.fromkeys(speakers)),
        mentions=(),
        sources=tuple({one.entry.source.id: one.entry.source for one in statements}.values()),
        statements=tuple(_placed(one, identifier, url, topics) for one in statements),
        answers={one.id: one.answered_by for one in written.unknowns if one.answered_by},
    )
    return replace(made, **fields)


def statements_of(book: Site) -> tuple[Statement, ...]:
    """Give every statement of a book, in the order of its briefings."""
    return tuple(one for briefing in book.briefings for one in briefing.statements)


def text_of(one: Briefing, **fields: Any) -> BriefingText:  # noqa: ANN401
    """Make the text of a briefing, with the short fields of its entry."""
    made = BriefingText(
        body=Html("<p>Talks began.</p>"),
        plain="Talks began.",
        headings=(),
        words=230,
        blocks=_blocks(one.entry),
    )
    return replace(made, **fields)


def site(
    *briefings: Briefing,
    records: Iterable[Official | Organization | Topic | Place | Source | Claim] = (),
    texts: Mapping[str, Mapping[str, Any]] | None = None,
    **fields: Any,  # noqa: ANN401
) -> Site:
    """Make a book of briefings; what they name and `records` do not hold is made up.

    `texts` has fields of the texts of briefings, by id.
    """
    given = tuple(records)
    known = _texts(briefings, texts or {})
    leading = (_leading(one, known[one.name]) for one in briefings)
    newest_first = sorted(leading, key=lambda one: one.published.begins, reverse=True)
    statements = [one for each in briefings for one in each.statements]
    people = [one for each in briefings for one in each.officials]
    officials = _records(Official, given, [one for one in people if not _is_body(one, given)])
    offices = [one.organization for each in officials.values() for one in each.roles]
    made = Site(
        briefings=Shelf.of(newest_first),
        texts=known,
        officials=officials,
        organizations=_records(Organization, given, offices),
        topics=_records(
            Topic,
            given,
            [
                *(one for each in briefings for one in each.topics),
                *(one for each in statements for one in each.topics),
            ],
        ),
        places=_records(
            Place,
            given,
            [
                *(one for each in briefings for one in each.places),
                *(one.place for one in statements if one.place),
            ],
        ),
        sources=_records(Source, given, _cited(briefings)),
        claims=_records(Claim, given, []),
        terms=(),
        pages=(),
        assets={},
    )
    return replace(made, **fields)


def _cited(briefings: Iterable[Briefing]) -> list[str]:
    own = [one.id for each in briefings for one in each.sources]
    return [*own, *(one.entry.source.id for each in briefings for one in each.statements)]


def _texts(
    briefings: Iterable[Briefing], fields: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, BriefingText]:
    return {one.name: text_of(one, **fields.get(one.id, {})) for one in briefings}


def _leading(one: Briefing, text: BriefingText) -> Briefing:
    found = led_to(markup_in(text))
    return replace(one, leads_to=found) if found else one


def _named(identifier: str) -> str:
    return identifier.replace("-", " ").title()


def _is_body(identifier: str, records: Iterable[object]) -> bool:
    return any(isinstance(one, Organization) and one.id == identifier for one in records)


def _records(
    kind: type[Record], given: Iterable[object], named: Iterable[str]
) -> Mapping[str, Record]:
    found = {one.id: one for one in given if isinstance(one, kind)}
    missing = sorted(set(named) - found.keys())
    made = {one: kind(**_made_up(kind, one)) for one in missing}
    return {**found, **made}


def _made_up(kind: type[object], identifier: str) -> dict[str, Any]:
    if kind is Source:
        return {"id": identifier, "title": _named(identifier), "publisher": "Estara Gazette"}
    return {"id": identifier, "name": _named(identifier)}


def _placed(one: Statement, briefing_id: str, url: str, topics: Sequence[str]) -> Statement:
    return replace(
        one,
        briefing=briefing_id,
        url=f"{url}#{one.anchor}",
        topics=one.topics or tuple(topics),
    )


def _blocks(entry: BriefingEntry) -> Blocks:
    return Blocks(
        summary=_html(entry.summary) if entry.summary else None,
        ed_note=_html(entry.ed_note) if entry.ed_note else None,
        key_points=tuple(map(_html, entry.key_points)),
        new=tuple(map(_html, entry.new)),
        not_new=tuple(map(_html, entry.not_new)),
        disputed=tuple(map(_html, entry.disputed)),
        watch=tuple(map(_html, entry.watch)),
        knowns=tuple(map(_html, entry.knowns)),
        key_judgments=tuple(Judged(_html(one.text), one.confidence) for one in entry.key_judgments),
        unknowns=tuple(_asked(one) for one in entry.unknowns),
    )


def _asked(unknown: Unknown) -> Question:
    return Question(unknown, _html(unknown.text))


def _html(text: str) -> Html:
    return Html(escape(text, quote=False))
