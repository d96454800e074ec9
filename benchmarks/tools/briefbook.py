"""Briefbook: with templates as small as those of the others, and with its own theme."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.corpus.briefings import Briefing, Source, Statement
from benchmarks.corpus.world import Official, Place
from benchmarks.tools.tool import Cast, Files, Tool, listed, quoted


def _briefing(briefing: Briefing) -> tuple[str, str]:
    lines = [
        "---",
        f"title: {quoted(briefing.title)}",
        f"published: {briefing.published:%Y-%m-%dT%H:%MZ}",
        f"summary: {quoted(briefing.summary)}",
        f"topics: {listed(one.id for one in briefing.topics)}",
        f"places: {listed(one.id for one in briefing.places)}",
        f"sources: {listed(one.id for one in briefing.sources)}",
        "statements:",
        *(line for one in briefing.statements for line in _statement(one, briefing)),
        "---",
        briefing.body,
    ]
    return f"content/{briefing.address}.md", "\n".join(lines)


def _statement(statement: Statement, briefing: Briefing) -> Iterable[str]:
    return (
        f"  - id: {statement.id}",
        f"    speaker: {statement.saying.speaker.id}",
        f"    kind: {statement.saying.kind}",
        f"    text: {quoted(statement.saying.text)}",
        f"    date: {briefing.published:%Y-%m-%d}",
        f"    place: {briefing.places[0].id}",
        f"    source: {statement.source.id}",
    )


def _sources(briefing: Briefing) -> Files:
    name = f"content/sources/{briefing.published:%Y-%m}.yaml"
    return {name: "".join(_source(one) for one in briefing.sources)}


def _source(source: Source) -> str:
    return (
        f"- id: {source.id}\n"
        f"  title: {quoted(source.title)}\n"
        f"  publisher: {quoted(source.publisher)}\n"
        f"  url: {source.url}\n"
        f"  issued: {source.issued:%Y-%m-%d}\n"
        "  tier: news\n"
    )


def _registers(cast: Cast) -> Files:
    topics = (f"- id: {one.id}\n  name: {quoted(one.name)}\n" for one in cast.topics.values())
    places = sorted(cast.places.values(), key=lambda one: one.id)
    return {
        "content/topics.yaml": "".join(topics),
        "content/places.yaml": "".join(f"- id: {one.id}\n  name: {one.name}\n" for one in places),
        "content/organizations.yaml": "".join(_government(one) for one in places),
        **{_file_of(one): _official(one) for one in cast.officials.values()},
    }


def _government(place: Place) -> str:
    return (
        f"- id: {_government_of(place)}\n"
        f"  name: Government of {place.name}\n"
        "  classification: government\n"
    )


def _government_of(place: Place) -> str:
    return f"government-of-{place.id}"


def _file_of(official: Official) -> str:
    return f"content/officials/{official.id}.yaml"


def _official(official: Official) -> str:
    return (
        f"id: {official.id}\n"
        f"name: {official.name}\n"
        "roles:\n"
        f"  - role: {official.office}\n"
        f"    label: {official.label}\n"
        f"    organization: {_government_of(official.place)}\n"
        "    start_date: 1960-01-01\n"
    )


def _newcomer(_book: Path, official: Official) -> Files:
    return {_file_of(official): _official(official)}


MINIMAL: Final = Tool(
    name="briefbook",
    theme="briefbook",
    output="output",
    remembers=(".briefbook*",),
    briefing=_briefing,
    registers=_registers,
    newcomer=_newcomer,
    sources=_sources,
    frame="templates/base.html",
    command=(sys.executable, "-m", "generator", "build", "--root", ".", "--quiet"),
    again=("--no-cache", "--output"),
    program=Path(sys.executable),
    version=(sys.executable, "-m", "generator", "--version"),
)
FULL: Final = replace(MINIMAL, name="briefbook-full", theme="briefbook-full", comparable=False)
MINIMAL_WATCH: Final = replace(MINIMAL, name="briefbook-watch", stays=("--watch",))
FULL_WATCH: Final = replace(FULL, name="briefbook-full-watch", stays=("--watch",))
