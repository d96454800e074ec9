"""Officials' names in a finished fragment: found, linked once, and every mention kept.

Names are looked up by one of their words, so a text costs the same however many officials
a book has.  In doubt nobody is named: a wrong link is worse than a missing one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import Final

from generator.text.markup.fragments import plain_text
from generator.text.names.stretches import Stretch, html_span, is_silent, stretches
from generator.text.names.titles import CONTRARY, fit, is_shortened
from generator.text.names.words import Word, gap, is_common, is_findable, may_be_name, name_words
from generator.text.sentences import sentence_around, sentence_spans

_LINK, _NAME, _SURNAME = range(3)
_LONGEST_TITLE: Final = 8


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
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mention:
    """An official named at an offset of the plain text, and the sentence that does it."""

    official: str
    sentence: str
    offset: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A fragment with its officials linked; `ambiguous` are names that several people bear."""

    html: str
    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    plain: str
    words: Sequence[Word]
    stretches: Sequence[Stretch]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name at a place of the plain text; `first` and `beyond` count words."""

    start: int
    end: int
    ids: tuple[str, ...]
    kind: int
    first: int = 0
    beyond: int = 0


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
        frozenset(person.id for person in people),
    )


def link_names(html: str, index: NameIndex, *, titles: Callable[[str], tuple[str, ...]]) -> Linked:
    """Link every official at the first mention, and list all mentions.

    `titles` gives the titles that an official held on the day, for `Secretary Roe`.  A bare
    surname counts once the person has been named in full.  Nothing is linked in headings,
    links, citations and code; a link that an editor has set counts as a mention.
    """
    plain = plain_text(html)
    text = _Text(plain, name_words(plain), stretches(html, plain))
    hits = tuple(_settled(text, index, titles))
    clear = [hit for hit in hits if len(hit.ids) == 1]
    spans = sentence_spans(plain) if clear else ()
    return Linked(
        _with_links(html, _places(text, clear)),
        tuple(
            Mention(hit.ids[0], sentence_around(plain, spans, (hit.start, hit.end)), hit.start)
            for hit in clear
        ),
        tuple(
            dict.fromkeys(
                (" ".join(plain[hit.start : hit.end].split()), hit.ids)
                for hit in hits
                if len(hit.ids) > 1
            )
        ),
    )


def _forms(names: Iterable[tuple[str, str]], *, is_surname: bool) -> Iterator[Form]:
    bearers: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    for name, identifier in names:
        words = name_words(name)
        gaps = tuple(gap(name, words, at) for at in range(len(words) - 1))
        bearers[tuple(word.key for word in words), gaps].add(identifier)
    for (keys, gaps), ids in bearers.items():
        anchors = [at for at, key in enumerate(keys) if is_findable(key)]
        if anchors:
            yield Form(keys, gaps, anchors[-1], tuple(sorted(ids)), is_surname)


def _settled(
    text: _Text, index: NameIndex, titles: Callable[[str], tuple[str, ...]]
) -> Iterator[_Hit]:
    """Give the hits that stand, in order, each surname with whose it is."""
    found = _apart(text, index)
    told = {hit.ids[0] for hit in found if hit.kind == _LINK}
    introduced: set[str] = set()
    done = 0
    for hit in found:
        whose = (
            _surname(text, hit, titles, introduced) if hit.kind == _SURNAME else _told(hit, told)
        )
        if whose and whose.start >= done:  # a title may be the end of another's name
            yield whose
            done = whose.end
            if len(whose.ids) == 1:
                introduced.add(whose.ids[0])


def _told(hit: _Hit, told: set[str]) -> _Hit:
    """Take a name that several bear for the one whom an editor's link in the text names."""
    meant = tuple(one for one in hit.ids if one in told)
    return replace(hit, ids=meant) if len(meant) == 1 else hit


def _apart(text: _Text, index: NameIndex) -> list[_Hit]:
    """Of hits that overlap, keep links before names, names before surnames, then the longest."""
    taken = bytearray(len(text.plain))
    kept: list[_Hit] = []
    for hit in sorted(
        (*_by_links(text, index), *_by_words(text, index)),
        key=lambda hit: (hit.kind, hit.start - hit.end, hit.start),
    ):
        if not any(taken[hit.start : hit.end]) and not is_silent(
            text.stretches, hit.start, hit.end
        ):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _by_links(text: _Text, index: NameIndex) -> Iterator[_Hit]:
    """Find the links to officials that are there already."""
    for official, group in groupby(text.stretches, lambda stretch: stretch.official):
        if official and official[0] in index.ids:
            within = list(group)
            start, end = within[0].offset, within[-1].end
            words = text.plain[start:end]
            if words.strip():
                start, end = end - len(words.lstrip()), start + len(words.rstrip())
                yield _Hit(start, end, (official[0],), _LINK)


def _by_words(text: _Text, index: NameIndex) -> Iterator[_Hit]:
    for at, word in enumerate(text.words):
        if is_findable(word.key) and word.key in index.forms:
            for form in index.forms[word.key]:
                first = at - form.anchor
                if _stands(text, form, first):
                    beyond = first + len(form.words)
                    start, end = text.words[first].start, text.words[beyond - 1].end
                    kind = _SURNAME if form.is_surname else _NAME
                    yield _Hit(start, end, form.ids, kind, first, beyond)


def _stands(text: _Text, form: Form, first: int) -> bool:
    beyond = first + len(form.words)
    return (
        first >= 0
        and tuple(word.key for word in text.words[first:beyond]) == form.words
        and all(
            gap(text.plain, text.words, first + at) == form.gaps[at] for at in range(len(form.gaps))
        )
    )


def _surname(
    text: _Text, hit: _Hit, titles: Callable[[str], tuple[str, ...]], introduced: set[str]
) -> _Hit | None:
    """Tell whom a surname means by the title before it, or by the full name further up."""
    if _joined(text, hit.beyond - 1) and may_be_name(text.words[hit.beyond].key):
        return None
    for first in _title_starts(text, hit.first):
        words = text.plain[text.words[first].start : text.words[hit.first - 1].end]
        fits = {one: fit(words, titles(one)) for one in hit.ids}
        if best := max(fits.values()):
            holders = tuple(one for one in hit.ids if fits[one] == best)
            is_clear = len(holders) == 1 and not _is_contrary(text, first)
            start = text.words[first].start
            return replace(hit, start=start, ids=holders, kind=_NAME) if is_clear else None
    is_known = len(hit.ids) == 1 and hit.ids[0] in introduced
    is_clear = not is_common(text.words[hit.first].key) and not _has_forename(text, hit.first)
    return hit if is_known and is_clear else None


def _joined(text: _Text, before: int) -> bool:
    """Tell whether only space stands between a word and the next."""
    return before + 1 < len(text.words) and gap(text.plain, text.words, before) == " "


def _title_starts(text: _Text, beyond: int) -> Sequence[int]:
    """List the words at which a title that ends before a word may begin, the farthest first."""
    first = beyond
    while first > 0 and beyond - first < _LONGEST_TITLE and _continues(text, first - 1):
        first -= 1
    return range(first, beyond)


def _continues(text: _Text, before: int) -> bool:
    between = gap(text.plain, text.words, before)
    return between == " " or (between == ". " and is_shortened(text.words[before].key))


def _is_contrary(text: _Text, first: int) -> bool:
    """Tell whether the word before a title makes another of it: `former`, `vice`."""
    return (
        first > 0
        and gap(text.plain, text.words, first - 1) in {" ", "-"}
        and text.words[first - 1].key.casefold() in CONTRARY
    )


def _has_forename(text: _Text, first: int) -> bool:
    if first == 0:
        return False
    between, key = gap(text.plain, text.words, first - 1), text.words[first - 1].key
    is_initial = between == ". " and len(key) == 1 and key.isupper()
    return is_initial or (between == " " and may_be_name(key))


def _places(text: _Text, hits: Sequence[_Hit]) -> Iterator[tuple[int, int, str]]:
    """Give the place in the fragment of each official's first mention that may be a link."""
    linked: set[str] = set()
    for hit in hits:
        official = hit.ids[0]
        if official in linked or hit.kind == _SURNAME:
            continue
        place = html_span(text.stretches, hit.start, hit.end) if hit.kind == _NAME else None
        if place:
            yield *place, official
        if place or hit.kind == _LINK:
            linked.add(official)


def _with_links(html: str, places: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, official in places:
        opening = f'<a class="official" href="official:{escape(official)}">'
        parts += (html[done:start], opening, html[start:end], "</a>")
        done = end
    return "".join((*parts, html[done:]))
