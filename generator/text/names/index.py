"""The names of all officials of a book, ready to be found in texts.

Names are looked up by one of their words, so a text costs the same however many officials
a book has.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.text.names.words import gap, head, is_findable, name_words


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to be found in texts, by any of the names and, with a title, by the surname."""

    id: str
    names: tuple[str, ...]
    surname: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A name as it is written, and whose it may be; looked up by the word at `anchor`."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    anchor: int
    ids: tuple[str, ...]
    is_surname: bool


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names of a book: the longest first, by the last of their words with a capital."""

    forms: Mapping[str, tuple[Form, ...]]
    heads: Collection[str]
    """The words of which one stands in a text that has one of the names, or one not so plain."""
    ids: Collection[str]


def index_names(people: Iterable[Person]) -> NameIndex:
    """Prepare the names of all officials of a book to be found."""
    people = tuple(people)
    forms = (
        *_forms(
            ((name, person.id) for person in people for name in person.names), is_surname=False
        ),
        *_forms(
            ((person.surname, person.id) for person in people if person.surname), is_surname=True
        ),
    )
    by_word: defaultdict[str, list[Form]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: -len(form.words)):
        by_word[form.words[form.anchor]].append(form)
    return NameIndex(
        {word: tuple(found) for word, found in by_word.items()},
        frozenset(map(head, by_word)),
        frozenset(person.id for person in people),
    )


def _forms(names: Iterable[tuple[str, str]], *, is_surname: bool) -> Iterator[Form]:
    bearers: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    for name, identifier in names:
        words = name_words(name)
        gaps = tuple(gap(name, *pair) for pair in pairwise(words))
        bearers[tuple(word.key for word in words), gaps].add(identifier)
    for (keys, gaps), ids in bearers.items():
        anchors = [at for at, key in enumerate(keys) if is_findable(key)]
        if anchors:
            yield Form(keys, gaps, anchors[-1], tuple(sorted(ids)), is_surname)
