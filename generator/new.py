"""New files to fill in: commented, and valid as they are written."""

import json
from datetime import date
from pathlib import Path
from typing import Final

from slugify import slugify

from generator.config import Config
from generator.diagnostics import has_errors
from generator.errors import ConfigError
from generator.model.draft import RegistryKind, SourceFile
from generator.pipeline.locate import with_places
from generator.pipeline.parse import parse_registry
from generator.pipeline.parse_config import parse_config
from generator.pipeline.read import read_config

KINDS: Final = ("briefing", "official", "organization", "topic", "place", "source", "claim")
"""What can be made new."""

_BRIEFING: Final = """\
---
title: {title}
published: {day}
# The ids of topics, at least one; `briefbook new topic NAME` makes one.
topics: [{topic}]
# A draft is checked with the rest of the book and never published.
status: draft

# The line below the headline.
#dek: ""
# The bottom line, in one to three sentences.
#summary: ""
#event_date: {day}
#places: []
#sources: []

# Who said what.  The office is worked out from the date.
#statements:
#  - id: {slug}-1
#    speaker: an-officials-id
#    kind: quote            # partial-quote, paraphrase, written, position, declined
#    text: “The exact words.”
#    date: {day}
#    source: a-sources-id
---

Write here, in Markdown.  Officials are linked where their names stand.
"""

_OFFICIAL: Final = """\
# An official: one person, with every office held.
id: {slug}
name: {title}
# As an index files the name: `Rutte, Mark` or `Kim Jong Un`.
#sort_name: ""
#family_name: ""
#other_names:
#  - name: ""
#summary: ""
#image: ""                         # a portrait, such as assets/faces/someone.jpg
roles: []
# Take the brackets away and write each office, with its first and last day:
#  - role: Secretary of State
#    label: US Secretary of State    # understandable alone
#    organization: an-organizations-id
#    start_date: 2021-01-26
#    end_date: 2025-01-20            # left out while it is held
#    sources: []
"""

_ORGANIZATION: Final = """\
# An organization: a ministry, an alliance, a court.
id: {slug}
name: {title}
#abbreviation: ""
#classification: ministry
#parent: an-organizations-id
#area: ""
"""

_TOPIC: Final = """\
# A topic that briefings are filed under.
id: {slug}
name: {title}
# What it is, in one sentence for readers.
#description: ""
# What belongs here and what does not.
#scope_note: ""
#parent: a-topics-id
#other_names: []
#see_also: []
"""

_PLACE: Final = """\
# A place where something was said or happened.
id: {slug}
name: {title}
# Two letters (ISO 3166-1).
#country: NO
#lat: 59.91
#lon: 10.75
"""

_SOURCE: Final = """\
# A source: what a statement or a briefing rests on.
id: {slug}
type: webpage
# The title exactly as printed.
title: {title}
#publisher: ""
#author: []
#url: https://example.org/
#issued: {day}
#accessed: {day}
# official-record, own-recording, wire, news, state-media, analysis or reference
#tier: news
# The copy that you keep; it is never published.
#capture: {{file: captures/{slug}.txt}}
"""

_CLAIM: Final = """\
# A claim that officials assert, deny, suspect or decline to confirm.
id: {slug}
text: {title}
#topics: []
#opened: {day}
"""

_TEMPLATES: Final = {
    "briefing": _BRIEFING,
    "official": _OFFICIAL,
    "organization": _ORGANIZATION,
    "topic": _TOPIC,
    "place": _PLACE,
    "source": _SOURCE,
    "claim": _CLAIM,
}

_SPEAKERS: Final = ("official", "organization")
"""Kinds that share their ids: a statement is by one or the other."""


class NewError(Exception):
    """A new file cannot be written; the message says why."""


def write_new(kind: str, name: str, root: Path, day: date) -> Path:
    """Write a file of a kind for something with a name, and give its path.

    Raises NewError where there is such a file or no id can be made of the name, ConfigError
    where the folder holds no book.
    """
    content = root / config_of(root).content
    slug = slugify(name, max_length=80, word_boundary=True)
    if not slug:
        raise NewError(f"no id can be made of {name!r}; use letters or digits")
    path = content / _path(kind, slug, day)
    if path.exists():
        raise NewError(f"the {kind} {slug!r} is there already; choose another name")
    for other in _SPEAKERS if kind in _SPEAKERS else (kind,):
        if slug in _ids(other, content):
            raise NewError(f"the {other} {slug!r} is there already; choose another name")
    topics = _ids("topic", content)
    if kind == "briefing" and not topics:
        raise NewError(
            "the book has no topic to file it under; `briefbook new topic NAME` makes one"
        )
    text = _TEMPLATES[kind].format(
        slug=slug,
        title=json.dumps(name, ensure_ascii=False),
        day=day.isoformat(),
        topic=(*topics, "")[0],
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise NewError(f"{path} cannot be written: {error.strerror}") from None
    return path


def config_of(root: Path) -> Config:
    """Read the settings of the book in a folder.

    Raises ConfigError, with located problems.
    """
    source = read_config(root)
    try:
        return parse_config(source)
    except ConfigError as error:
        raise with_places(error, {source.path: source.text}) from error


def _path(kind: str, slug: str, day: date) -> str:
    if kind == "briefing":
        return f"briefings/{day:%Y}/{day:%m}/{slug}.md"
    return f"{kind}s/{slug}.yaml"


def _ids(kind: str, content: Path) -> list[str]:
    """List the ids of a kind that the book has; files that cannot be read are passed over."""
    if kind == "briefing":
        articles = content.glob("briefings/**/*.*")
        return sorted(path.stem for path in articles if path.suffix in {".md", ".txt"})
    section: RegistryKind = f"{kind}s"  # type: ignore[assignment]
    found = []
    for path in (content / f"{section}.yaml", *sorted(content.glob(f"{section}/**/*.yaml"))):
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            read = parse_registry(section, SourceFile(str(path), path.name, text))
            if not has_errors(read.problems):
                found += [entry.record.id for entry in read.value or ()]
    return found
