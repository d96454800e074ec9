"""Edits of a small book, as an editor and a designer make them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

BRIEFINGS: Final = "content/briefings"
ARTICLE: Final = """\
---
title: {title}
published: {day}
topics: [{topic}]
officials: [{listed}]
{more}statements:
  - id: {id}
    speaker: {speaker}
    kind: quote
    text: We will not wait.
    date: {day}
    source: transcript
{said}---
{speaker_name} spoke in Halden. “We will not wait,” she said. {words}
"""
OFFICIAL: Final = """\
id: {id}
name: {name}
{more}roles:
  - id: minister
    role: Minister
    label: {office}
    organization: {body}
    start_date: {since}
    end_date: {until}
"""
NAMES: Final = {"ana-petrova": "Ana Petrova", "ilse-brandt": "Ilse Brandt"}
COMING: Final = {"jon-dahl": "Jon Dahl"}
"""An official of whom there may be no file."""
UNTIL: Final = {"ana-petrova": "2025-12-31", "ilse-brandt": "2024-12-31", "jon-dahl": "2025-12-31"}
"""The last days in office."""
BODIES: Final = ("estara-mfa", "estara")
SPEAKERS: Final = (*NAMES, BODIES[0])
TOPICS: Final = ("arms", "ports")
DAYS: Final = ("2024-06-20", "2024-11-13", "2024-12-03", "2025-02-01")
MORE: Final = {
    "nothing": "",
    "a draft": "status: draft\n",
    "canceled": "status: canceled\ned_note: See [x](briefing:embargoed).\n",
    "under embargo": "embargoed: 2024-12-01\n",
    "expiring": "expires: 2024-12-10\n",
    "internal": "edition: internal\n",
    "another address": "slug: elsewhere\n",
    "an old address": "aliases: [old.html]\n",
    "a turning point": "turning_point: It begins\n",
    "a follower": "follows: embargoed\n",
    "a part of a series": "series: Harbour\n",
    "a question": "unknowns:\n  - id: when-{id}\n    text: When?\n",
    "an answered question": "unknowns:\n  - id: when-{id}\n    text: When?\n"
    "    answered_by: expiring\n",
    "a correction": "corrections:\n  - date: 2024-11-20\n    was: Monday\n    now: Tuesday\n",
    "a note": "ed_note: See [x](briefing:expiring).\n",
    "a summary": "summary: Ilse Brandt left, see [x](briefing:embargoed).\n",
    "a place": "places: [halden]\n",
    "a source": "sources: [map]\n",
    "the day of an event": "event_date: 2024-10-01\n",
    "an excerpt": "rights:\n  publish: excerpt\n  excerpt_words: 5\n",
}
"""What an editor may say of a briefing, by what it makes of it."""
SAID: Final = {
    "nothing": "",
    "an answer": "responds_to: [embargoed]",
    "the same": "same_as: [expiring]",
    "a replacement": "supersedes: [other]",
    "a stance": "claims: [{claim: ready, stance: denies}]",
    "another topic": "topics: [ports]",
    "a place": "place: halden",
    "a pinned role": "role: minister",
    "words of a source": """note: In the harbour.
  - id: ready-{id}
    speaker: ana-petrova
    kind: quote
    text: The port is ready.
    date: 2024-06-20
    source: transcript""",
}
"""What an editor may say of a statement."""
LINES: Final = (
    "turning_point: It turns",
    "event_date: 2024-10-02",
    "updated: 2025-02-03",
    "dek: They met.",
    "summary: They parted.",
    "slug: away",
)
"""What is changed in a briefing's metadata while all else stays as it is."""
WORDS: Final = {
    "nothing": "Nothing else.",
    "a link": "[x](briefing:embargoed)",
    "a link to a file": "[x]({up}expiring.md)",
    "a link to a file that comes and goes": "[x]({up}two.md)",
    "a link to a statement": "[x](statement:inside)",
    "a wrong link": "[x](briefing:tow)",
    "an open bracket": "[x",
    "a picture": "![A map]({up}../assets/map.svg)",
    "names": "Ilse Brandt, A. Brandt and Jon Dahl left. [x](official:ana-petrova)",
}
FIRST: Final[Mapping[str, Mapping[str, str]]] = {
    "one": {"listed": "ilse-brandt", "more": "a summary"},
    "other": {
        "topic": "ports",
        "speaker": "estara-mfa",
        "more": "an answered question",
        "said": "an answer",
    },
    "embargoed": {"more": "under embargo", "words": "a picture", "said": "words of a source"},
    "expiring": {"more": "expiring", "said": "a replacement"},
    "inside": {"more": "internal", "said": "a stance", "words": "a link"},
}
"""The briefings that a book begins with: they refer to some that not all readers see."""
REFERRED: Final = ("other", "embargoed", "expiring", "inside")
"""Those of them that are referred to."""
CONFIG: Final = """\
title: Halden Desk
theme: {fonts: none}
editions:
  - {id: public, name: P}
  - {id: internal, name: I, includes: [public]}
"""
SETTINGS: Final[Mapping[str, tuple[str, str]]] = {
    "as ever": ("", ""),
    "another title": ("Halden", "Harbour"),
    "another colour": ("fonts: none", 'fonts: none, accent: "#005a9c"'),
    "other dates": ("fonts: none", "fonts: none, dates: iso"),
    "another name of an edition": ("name: I", "name: Inside"),
    "shorter feeds": ("theme:", "base_url: https://halden.example/\nfeeds: {entries: 1}\ntheme:"),
}
"""What is changed in the settings, and what to."""
MORE_OF_OFFICIALS: Final = {
    "nothing": "",
    "another name": "other_names: [{name: A. Brandt}]\n",
    "a name that texts have": "other_names: [{name: Someone}]\n",
    "an old id": "aliases: [ana]\n",
    "a summary": "summary: She leads.\n",
}
LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "content/topics.yaml": (
        "- {id: arms, name: On arms}\n- {id: ports, name: On ports}\n",
        "- {id: arms, name: About arms}\n- {id: ports, name: On ports}\n",
        "- {id: arms, name: On arms}\n- {id: ports, name: On ports, parent: arms}\n",
        "- {id: arms, name: On arms, description: Arms.}\n- {id: ports, name: About ports}\n",
        "- {id: arms, name: On arms, aliases: [ports]}\n",
    ),
    "content/organizations.yaml": (
        "- {id: estara-mfa, name: Ministry, classification: ministry}\n- {id: estara, name: E}\n",
        "- {id: estara-mfa, name: Office, parent: estara}\n- {id: estara, name: E}\n",
        "- {id: estara-mfa, name: Ministry, classification: office}\n- {id: estara, name: F}\n",
    ),
    "content/sources.yaml": (
        "- {id: transcript, title: T, capture: {file: captures/talk}}\n- {id: map, title: M}\n",
        "- {id: transcript, title: T, publisher: G}\n- {id: map, title: M}\n",
        "- {id: transcript, title: Press conference}\n- {id: map, title: N}\n",
    ),
    "content/captures/talk": ("The port is ready. Nobody came.\n", "Nobody came.\n"),
    "content/claims.yaml": (
        "- {id: ready, text: The port is ready}\n",
        "- {id: ready, text: The port was ready, closed: 2024-11-30}\n",
    ),
    "content/places.yaml": ("- {id: halden, name: Halden}\n", "- {id: halden, name: Hald}\n"),
    "content/glossary.yaml": ("- {term: Quay, definition: A wall}\n", ""),
    "content/pages/about.md": (
        "---\ntitle: About\n---\n[x](briefing:embargoed)\n",
        "---\ntitle: About\nstatus: draft\n---\n[x](briefing:expiring)\n",
    ),
    "content/assets/map.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>\n',
        '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>\n',
    ),
}
"""Files beside those of briefings and officials, as they are first, and as they may become."""


def beginning() -> dict[str, str]:
    """Give the files of the book as it begins."""
    return {
        "config.yaml": CONFIG,
        **{name: texts[0] for name, texts in LISTS.items()},
        **{f"content/officials/{one}.yaml": official(one) for one in NAMES},
        **{f"{BRIEFINGS}/{one}.md": article(one, title=one, **FIRST[one]) for one in FIRST},
    }


TEMPLATES: Final[Mapping[str, str]] = {
    "404.html": '{% extends "base.html" %}{% block content %}<p>Nothing here</p>{% endblock %}',
    "briefing.html": '{% extends "theme/briefing.html" %}{% block rail %}<p>Rail</p>{% endblock %}',
    "static/custom.css": "p { margin: 0 }\n",
    "_macros.html": "{% macro broken( %}",
}


def article(name: str, **said: str) -> str:
    """Give the text of a briefing in a file of this name; all that is left out is as usual."""
    usual = {
        "title": "Talks resume", "day": DAYS[1], "topic": "arms", "speaker": SPEAKERS[0],
        "listed": "", "more": "nothing", "said": "nothing", "words": "nothing",
    }  # fmt: skip
    chosen = {**usual, **said}
    identifier = Path(name).name
    in_statement = SAID[chosen["said"]].replace("{id}", identifier)
    texts = {
        "id": identifier,
        "speaker_name": NAMES.get(chosen["speaker"], "Someone"),
        "more": MORE[chosen["more"]].format(id=identifier),
        "said": f"    {in_statement}\n" if in_statement else "",
        "words": WORDS[chosen["words"]].format(up="../" * name.count("/")),
    }
    return ARTICLE.format(**{**chosen, **texts})


def official(who: str, **facts: str) -> str:
    """Give the text of an official's file; all that is left out is as usual."""
    usual = {
        "name": (NAMES | COMING)[who], "office": "Minister", "body": BODIES[0],
        "since": "2021-03-01", "until": UNTIL[who], "more": "nothing",
    }  # fmt: skip
    chosen = {**usual, **facts}
    return OFFICIAL.format(**{**chosen, "id": who, "more": MORE_OF_OFFICIALS[chosen["more"]]})


def with_line(text: str, line: str) -> str:
    """Give the text of a briefing with a line in its metadata, in place of one with that key."""
    key = line.partition(" ")[0]
    others = [one for one in text.splitlines(keepends=True) if not one.startswith(key)]
    return "".join(others).replace("statements:", f"{line}\nstatements:", 1)
