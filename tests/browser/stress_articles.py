"""The briefings and pages of the book of extremes."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from tests.browser.stress_words import CROWD, LONG, SCRIPTS, words

MANY: Final = 300
"""So many briefings on one topic, and statements by one official."""
LENGTH: Final = 20_000
"""The words of the longest article."""

Record = dict[str, object]


def articles() -> Mapping[str, str]:
    """Give every article by its path below content/."""
    extremes = {
        "briefings/2024/11/longest.md": longest(),
        "briefings/2024/11/crowded.md": crowded(),
        "briefings/2024/11/foreign.md": foreign(),
        "briefings/2024/11/bare.md": article({"title": "A", "topics": ["topic-8"]}),
        "briefings/2024/11/quiet.md": quiet(),
        "briefings/2024/11/arabic.md": arabic(),
        "briefings/2024/11/taken-back.md": taken_back(),
        "pages/about.md": page("About", WIDE),
        "pages/empty.md": page("E", ""),
    }
    return extremes | dict(many())


def article(entry: Record, text: str = "") -> str:
    """Give an article: its metadata, then its text."""
    metadata = json.dumps({"published": "2024-11-20", **entry}, ensure_ascii=False, indent=1)
    return f"---\n{metadata}\n---\n\n{text}\n"


def page(title: str, text: str) -> str:
    """Give a page beside the briefings."""
    return f"---\n{json.dumps({'title': title, 'dek': LONG}, ensure_ascii=False)}\n---\n\n{text}\n"


def statement(name: str, speaker: str, **more: object) -> Record:
    """Give a statement; unless told otherwise, it says what was said in the desk's words."""
    said = {"id": name, "speaker": speaker, "kind": "paraphrase", "source": "plain"}
    return {**said, "text": words(20, seed=len(name)), **more}


WIDE: Final = f"""\
| {" | ".join(f"Column {n}" for n in range(14))} |
|{" --- |" * 14}
| {" | ".join(f"cell-{n * 111111}" for n in range(14))} |
| {LONG} |{" x |" * 13}

```python
{"one_line_of_code_without_an_end(" * 12}
```

`{LONG}` and https://example.org/{"path/" * 60}

![A red dot](../assets/dot.png)
"""


def longest() -> str:
    """Give the article with the most words, every kind of block and the longest headline."""
    blocks = list(_long_text())
    entry: Record = {
        "title": LONG,
        "dek": words(80, seed=11),
        "summary": words(120, seed=12),
        "topics": ["everything", *(f"topic-{n}" for n in range(1, 20))],
        "places": ["long-place", "x"],
        "sources": ["long-source", "no-address"],
        "key_points": [words(40, seed=n) for n in range(12)],
        "new": [LONG],
        "changes": [{"date": "2024-11-21", "note": LONG}],
        "corrections": [{"date": "2024-11-21", "was": LONG, "now": "x"}],
        "unknowns": [{"id": "long-question", "text": f"{LONG}?"}],
        "aliases": ["2024/11/older"],
        "statements": [
            statement("long-said", "long", text=LONG, source="long-source"),
            statement("placed", "letter", kind="quote", text="No."),
        ],
    }
    return article(entry, "\n\n".join(blocks))


def _long_text() -> Iterator[str]:
    count = 0
    while count < LENGTH:
        yield f"## Part {count} {words(4, seed=count)}"
        yield from (words(150, seed=count + n) for n in range(6))
        yield "- " + "\n- ".join(words(12, seed=count + n) for n in range(3))
        yield f"> {words(40, seed=count)}"
        count += 6 * 150 + 3 * 12 + 40
    yield WIDE.replace("../assets", "../../../assets")
    yield "“No.” said O.\n\n[](statement:placed)\n\nA note.[^1]\n\n[^1]: Here."


def crowded() -> str:
    """Give the briefing with forty officials, each with a statement."""
    entry: Record = {
        "title": "Forty officials speak on one day",
        "topics": ["everything"],
        "officials": [f"crowd-{n}" for n in range(len(CROWD))],
        "statements": [
            statement(
                f"crowd-said-{n}", f"crowd-{n}", claims=[{"claim": "contested", "stance": stance}]
            )
            for n in range(len(CROWD))
            for stance in [("asserts", "denies", "doubts")[n % 3]]
        ],
    }
    return article(entry, ", ".join(CROWD) + " spoke.")


def foreign() -> str:
    """Give the briefing whose speakers and words are in many scripts."""
    statements = [
        statement(
            f"foreign-{code}",
            f"script-{n}",
            kind="quote",
            text="We will not wait.",
            original={"text": sentence, "language": code, "translator": "the desk"},
            place=f"place-{n}",
        )
        for n, (code, _, sentence) in enumerate(SCRIPTS)
    ]
    text = "\n\n".join(f"{name}: {sentence}" for _, name, sentence in SCRIPTS)
    entry: Record = {"title": "船 سفن корабли", "topics": ["everything"], "statements": statements}
    return article(entry, f"“We will not wait.”\n\n{text}")


def arabic() -> str:
    """Give a briefing that is in another language than the book, and runs from right to left."""
    _, name, sentence = SCRIPTS[0]
    entry: Record = {"title": f"{name}: {sentence}", "language": "ar", "topics": ["topic-1"]}
    return article({**entry, "summary": sentence, "dek": sentence}, f"{sentence}\n\n## {name}")


def quiet() -> str:
    """Give a briefing on which nobody says anything."""
    return article(
        {"title": "Nothing was said", "topics": ["topic-2"], "sources": ["no-address"]},
        words(300, seed=13),
    )


def taken_back() -> str:
    """Give a briefing that was published and withdrawn."""
    entry: Record = {"title": "Gone", "topics": ["topic-3"], "status": "canceled"}
    return article({**entry, "ed_note": words(30, seed=14), "aliases": ["2024/11/went"]})


def many() -> Iterator[tuple[str, str]]:
    """Give the many briefings of one topic, with a statement each by one official."""
    for n in range(MANY):
        month, day = 1 + n // 28 % 12, 1 + n % 28
        published = f"20{20 + n // 150}-{month:02}-{day:02}"
        entry: Record = {
            "title": words(2 + n % 12, seed=n),
            "published": published,
            "topics": ["everything", f"topic-{1 + n % 40}"],
            "statements": [statement(f"busy-{n}", "busy", text=words(5 + n % 60, seed=n))],
            "unknowns": [{"id": f"open-{n}", "text": words(9, seed=n)}] if n % 3 == 0 else [],
        }
        yield f"briefings/{published[:4]}/{month:02}/item-{n}.md", article(entry, words(30, seed=n))
