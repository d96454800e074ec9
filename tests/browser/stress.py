"""A book of extremes, made by code: the longest, the shortest, the most and none at all.

Every person, office and word in it is invented.  The same book comes out each time.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.browser.stress_articles import MANY, articles
from tests.browser.stress_words import CROWD, LONG, SCRIPTS, said_by, words
from tests.trees import write_tree

Record = dict[str, object]
TOPICS: Final = 60
BASE: Final = "https://example.org/press/stress/"

_PICTURE: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
"""A PNG of one red dot."""


def write_stress_book(folder: Path) -> Path:
    """Write the book below a folder and give the folder."""
    registries = {
        "officials": officials(),
        "organizations": organizations(),
        "topics": topics(),
        "places": places(),
        "sources": sources(),
        "claims": claims(),
        "glossary": glossary(),
    }
    write_tree(folder, {"config.yaml": as_yaml(CONFIG)})
    write_tree(folder / "content", {f"{name}.yaml": as_yaml(e) for name, e in registries.items()})
    write_tree(folder / "content", articles())
    picture = folder / "content" / "assets" / "dot.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(_PICTURE)
    return folder


def as_yaml(value: object) -> str:
    """Write a value as JSON, which is YAML too."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


CONFIG: Final[Mapping[str, object]] = {
    "title": "A Desk With a Title That Is Longer Than the Narrowest of Screens Can Hold",
    "description": "A book of extremes. All people in it are invented.",
    "base_url": BASE,
    "language": "en",
    "pages_per_list": MANY,
    "feeds": {"entries": 5},
    "lint": {"role-gap": "off", "empty-topic": "off", "ambiguous-name": "off"},
    "theme": {"footer": words(60, seed=1)},
}


def officials() -> list[Record]:
    """Give forty of a crowd, one of each script, the longest, the shortest and a silent one."""
    crowd = [official(f"crowd-{n}", name) for n, name in enumerate(CROWD)]
    foreign = [official(f"script-{n}", name) for n, (_, name, _) in enumerate(SCRIPTS)]
    return [
        *crowd,
        *foreign,
        official("busy", "Wanda Prolix", summary=words(40, seed=2), other_names=[{"name": LONG}]),
        official("long", LONG, image=None),
        official("letter", "O"),
        official("two-letters", "Ng"),
        {"id": "silent", "name": "Nobody Much"},
    ]


def official(name_id: str, name: str, **more: object) -> Record:
    """Give an official with one office, which has a long name."""
    office = f"Minister {name_id} for {words(14, seed=len(name_id))}"
    role = {"role": "Minister", "label": office, "organization": "ministry", "start_date": "2015"}
    told = {key: value for key, value in more.items() if value is not None}
    return {"id": name_id, "name": name, "roles": [role], **told}


def organizations() -> list[Record]:
    """Give one with an ordinary name, one with a long one and one without anything."""
    return [
        {"id": "ministry", "name": "Ministry of Everything", "abbreviation": "ME"},
        {"id": "long-body", "name": f"Agency {LONG}", "parent": "ministry"},
        {"id": "empty-body", "name": "E"},
    ]


def topics() -> list[Record]:
    """Give sixty, some below others; the first holds all briefings, many hold none."""
    first: Record = {
        "id": "everything",
        "name": "Everything",
        "description": words(30, seed=3),
        "scope_note": words(80, seed=4),
        "other_names": [LONG, "all"],
        "see_also": [f"topic-{n}" for n in range(1, 30)],
        "owner": "The desk of last resort",
    }
    others: list[Record] = [
        {
            "id": f"topic-{n}",
            "name": LONG if n == 7 else "T" if n == 8 else words(1 + n % 6, seed=n).rstrip("."),
            **({"parent": "everything" if n < 20 else "topic-1"} if n % 3 else {}),
        }
        for n in range(1, TOPICS)
    ]
    return [first, *others]


def places() -> list[Record]:
    """Give forty places, one with a name in each script."""
    named: list[Record] = [
        {"id": f"place-{n}", "name": f"Port {name}"} for n, (_, name, _) in enumerate(SCRIPTS)
    ]
    towns: list[Record] = [
        {"id": f"town-{n}", "name": f"Town {n}", "lat": n, "lon": 2 * n} for n in range(40)
    ]
    return [
        *named,
        *towns,
        {"id": "long-place", "name": LONG, "country": "XX"},
        {"id": "x", "name": "X"},
    ]


def sources() -> list[Record]:
    """Give a plain source, one with an address of many letters, and one without an address."""
    address = "https://records.example.org/" + "a-very-long-path/" * 15 + "?q=" + "0123456789" * 5
    return [
        {"id": "plain", "title": "Transcript", "url": "https://records.example.org/1"},
        {
            "id": "long-source",
            "title": words(40, seed=5),
            "publisher": LONG,
            "url": address,
            "archive_url": address + "&kept=1",
            "issued": "2024-11-01",
            "accessed": "2024-11-02",
            "note": words(50, seed=6),
        },
        {"id": "no-address", "title": "Notes of the desk"},
    ]


def claims() -> list[Record]:
    """Give a claim with many stances, a long one and one that nobody took a stance on."""
    return [
        {"id": "contested", "text": "The port is closed", "topics": ["everything"]},
        {"id": "long-claim", "text": words(60, seed=7), "note": LONG},
        {"id": "untouched", "text": "?"},
    ]


def glossary() -> list[Record]:
    """Give a hundred terms, a long one among them."""
    terms: list[Record] = [
        {"term": f"{said_by(n)} {n}", "definition": words(3 + n % 30, seed=n)} for n in range(100)
    ]
    return [{"term": LONG, "definition": words(100, seed=8), "abbreviation": "L"}, *terms]
