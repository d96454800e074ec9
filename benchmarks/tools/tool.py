"""What a generator must tell of itself so that it can be given a book, run and checked."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.corpus.briefings import Briefing
from benchmarks.corpus.world import Official, Place, Topic

HERE: Final = Path(__file__).parent.parent
THEMES: Final = HERE / "themes"
INSTALLED: Final = HERE / ".env"
BASE_URL: Final = "https://briefings.example/"
_LINK: Final = re.compile(r"\(briefing:([\w-]+)\)")

Files = Mapping[str, str]
"""Texts by their path below a folder."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What the briefings of a book name; what nobody names is in no book."""

    topics: Mapping[str, Topic]
    officials: Mapping[str, Official]
    places: Mapping[str, Place]


def _no_files(_: Briefing) -> Files:
    return {}


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator, and how the same book is written for it."""

    name: str
    theme: str
    """The folder below themes/ that a book begins with."""
    output: str
    """The folder that it writes to, below the book's."""
    remembers: tuple[str, ...]
    """Patterns of what it keeps beside its output for the next build."""
    briefing: Callable[[Briefing], tuple[str, str]]
    """Gives the path and the text of a briefing's file."""
    registers: Callable[[Cast], Files]
    """Gives the files about topics, officials and whatever else the book needs."""
    newcomer: Callable[[Path, Official], Files]
    """Gives the files of a book, each whole, that change when an official is added."""
    frame: str
    """The template of all pages."""
    command: tuple[str | Path, ...]
    """What is run in the book's folder to build it."""
    again: tuple[str | Path, ...]
    """What is added to the command for a build that uses nothing kept, into the folder after it;
    empty where that is not asked."""
    program: Path
    """What must be there for the command to run."""
    version: tuple[str | Path, ...]
    """What is run to learn the version."""
    sources: Callable[[Briefing], Files] = _no_files
    """Gives what is appended to registers for the sources of a briefing."""
    stays: tuple[str, ...] = ()
    """What is added to the command so that it goes on and builds after every change; empty where
    it is run anew for each."""
    comparable: bool = True
    """Whether its pages are the minimal ones, alike in all tools."""


def front_matter(briefing: Briefing, topics: Iterable[str], officials: Iterable[str]) -> str:
    """Give the metadata in YAML with all names written out."""
    lines = [
        "---",
        f"title: {quoted(briefing.title)}",
        f"date: {briefing.published:%Y-%m-%dT%H:%M:%SZ}",
        f"summary: {quoted(briefing.summary)}",
        f"topics: {listed(topics)}",
        f"officials: {listed(officials)}",
        f"places: {listed(one.name for one in briefing.places)}",
        "statements:",
    ]
    for one in said(briefing):
        first, *rest = (f"{key}: {quoted(value)}" for key, value in one.items())
        lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return "\n".join([*lines, "---", ""])


def quoted(text: str) -> str:
    """Give a text as YAML and JSON write it."""
    return json.dumps(text, ensure_ascii=False)


def listed(texts: Iterable[str]) -> str:
    """Give texts as a list in YAML and JSON."""
    return json.dumps(list(texts), ensure_ascii=False)


def said(briefing: Briefing) -> list[dict[str, str]]:
    """Give the statements with all names written out, for tools that look nothing up."""
    return [
        {
            "text": one.saying.text,
            "speaker": one.saying.speaker.name,
            "speaker_id": one.saying.speaker.id,
            "source": one.source.title,
            "url": one.source.url,
        }
        for one in briefing.statements
    ]


def with_addresses(briefing: Briefing) -> str:
    """Give the body with the addresses of pages, for tools that do not know names."""
    return _LINK.sub(f"(/{briefing.follows}.html)", briefing.body)


def facts(official: Official) -> dict[str, str]:
    """Give what a register says of an official."""
    return {"name": official.name, "role": official.label}


def json_registers(folder: str, cast: Cast) -> Files:
    """Give the registers as two files of JSON in a folder."""
    people = {one.id: facts(one) for one in cast.officials.values()}
    topics = {one.id: {"name": one.name} for one in cast.topics.values()}
    return {
        f"{folder}/officials.json": json.dumps(people, ensure_ascii=False, indent=1),
        f"{folder}/topics.json": json.dumps(topics, ensure_ascii=False, indent=1),
    }


def json_newcomer(book: Path, folder: str, official: Official) -> Files:
    """Give the register of officials with one more."""
    name = f"{folder}/officials.json"
    people = json.loads((book / name).read_text(encoding="utf-8"))
    return {name: json.dumps(people | {official.id: facts(official)}, ensure_ascii=False, indent=1)}
