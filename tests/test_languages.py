"""Every catalogue that comes with the program is complete, and says nothing that nobody asks.

When a phrase is new: run `make phrases` and write its translation into generator/languages/.
"""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from docs.phrases import CATALOGUES, gathered, merged, stored
from generator.text.catalogue import places, read_catalogue

PHRASES = gathered()
FILES = sorted(CATALOGUES.glob("*.po"))
ONCE = frozenset({"count", "number"})
"""What a phrase for one thing may leave out: the number is one."""


def forms(of: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (of,) if isinstance(of, str) else tuple(of or ())


def by_phrase(catalogue: Catalog) -> dict[tuple[str, ...], Message]:
    return {forms(one.id): one for one in catalogue if one.id}


def told(messages: dict[tuple[str, ...], Message]) -> str:
    """Name phrases and the files that say them, one a line."""
    lines = (
        f"  {' / '.join(phrase)!r} in {', '.join(path for path, _ in message.locations)}"
        for phrase, message in sorted(messages.items())
    )
    return "\n".join(lines)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_german_is_among_the_languages() -> None:
    assert "de" in {one.stem for one in FILES}
    assert len(by_phrase(PHRASES)) > 250


def test_every_phrase_is_translated(path: Path) -> None:
    known = by_phrase(stored(path))
    missing = {
        phrase: message
        for phrase, message in by_phrase(PHRASES).items()
        if phrase not in known or known[phrase].fuzzy or not all(forms(known[phrase].string))
    }

    assert not missing, (
        f"not translated in {path.name}; run `make phrases` and translate:\n{told(missing)}"
    )


def test_no_phrase_is_translated_that_nobody_says(path: Path) -> None:
    said = by_phrase(PHRASES)
    unused = {phrase: one for phrase, one in by_phrase(stored(path)).items() if phrase not in said}

    assert not unused, f"nobody says these of {path.name}; run `make phrases`:\n{told(unused)}"


def test_a_translation_has_the_places_of_its_phrase(path: Path) -> None:
    def keeps(phrase: tuple[str, ...], said: tuple[str, ...]) -> bool:
        wanted = frozenset(place for one in phrase for place in places(one))
        first = places(said[0])
        once = first == wanted or (len(said) > 1 and first == wanted - ONCE)
        return once and all(places(one) == wanted for one in said[1:])

    known = by_phrase(stored(path))
    wrong = {
        one: message for one, message in known.items() if not keeps(one, forms(message.string))
    }

    assert not wrong, f"other places than in the English:\n{told(wrong)}"


def test_a_catalogue_is_read_without_a_fault(path: Path) -> None:
    found = read_catalogue(path.read_text(encoding="utf-8"), path=path.name)

    assert found.problems == ()
    assert found.value
    assert len(found.value.phrases) == len(by_phrase(stored(path)))


def test_the_catalogue_is_as_the_tool_for_translators_writes_it(path: Path) -> None:
    assert merged(path) == path.read_bytes(), "run `make phrases`"


def test_a_new_catalogue_has_every_phrase_and_no_translation(tmp_path: Path) -> None:
    new = tmp_path / "uk.po"

    new.write_bytes(merged(new))

    made = stored(new)
    assert by_phrase(made).keys() == by_phrase(PHRASES).keys()
    assert (made.num_plurals, [one for one in made if one.id and any(forms(one.string))]) == (3, [])


def test_translations_are_kept_when_phrases_come_and_go(tmp_path: Path) -> None:
    old = tmp_path / "nl.po"
    old.write_text(
        'msgid "Topics"\nmsgstr "Onderwerpen"\n\nmsgid "Never said"\nmsgstr "Nooit"\n',
        encoding="utf-8",
    )

    old.write_bytes(merged(old))

    found = by_phrase(stored(old))
    assert found[("Topics",)].string == "Onderwerpen"
    assert ("Never said",) not in found
    assert ("Places",) in found
