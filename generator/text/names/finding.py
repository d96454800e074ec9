"""Officials' names in a finished fragment: each to be linked once, and every mention kept.

In doubt nobody is named: a wrong link is worse than a missing one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from generator.text.markup.edits import TAG, Edit
from generator.text.markup.fragments import attribute
from generator.text.markup.reading import Reading
from generator.text.names.index import Form, NameIndex
from generator.text.names.stretches import Known, html_span, is_silent, look_around, stretches
from generator.text.names.titles import CONTRARY, fit, is_shortened, read_title
from generator.text.names.words import (
    Word,
    find_words,
    gap,
    is_common,
    may_be_name,
    word_after,
    word_before,
)
from generator.text.sentences import sentence_around, spans_around

_LINK, _NAME, _SURNAME = range(3)
_LONGEST_TITLE: Final = 8
_OFFICIAL: Final = '"official:'


class Mention(NamedTuple):
    """An official named at an offset of the plain text, and the sentence that does it."""

    official: str
    sentence: str
    offset: int


class NameLink(NamedTuple):
    """A name that is to lead to an official: from `start` to `end` of the plain text."""

    official: str
    start: int
    end: int
    span: tuple[int, int]
    """Its place in the fragment."""


@dataclass(frozen=True, slots=True)
class Found:
    """The officials whom a fragment names; `ambiguous` are names that several people bear."""

    links: tuple[NameLink, ...] = ()
    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()


class _Hit(NamedTuple):
    """A name at a place of the plain text, with its first and last word if it is no link."""

    start: int
    end: int
    ids: tuple[str, ...]
    kind: int
    words: tuple[Word, ...] = ()


def find_names(
    reading: Reading, index: NameIndex, *, titles: Callable[[str], tuple[str, ...]]
) -> Found:
    """Find all mentions of officials, and where to link each of them once.

    `titles` gives the titles that an official held on the day, for `Secretary Roe`.  A bare
    surname counts once the person has been named in full.  Nothing is linked in headings,
    links, citations and code; a link that an editor has set counts as a mention.
    """
    plain = reading.text
    named = tuple(_by_words(plain, index))
    if not named and _OFFICIAL not in reading.html:
        return Found()
    known = look_around(reading)
    found = _apart((*_by_links(known, index), *named), known)
    hits = tuple(_settled(plain, found, titles))
    clear = [hit for hit in hits if len(hit.ids) == 1]
    spans = spans_around(plain, [hit.start for hit in clear])
    return Found(
        tuple(_links(known, clear)),
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


def name_edits(links: Iterable[NameLink], address: Callable[[str], str]) -> Iterator[Edit]:
    """Tell how names become links; a function gives the address of an official."""
    for link in links:
        start, end = link.span
        opening = f'<a class="official" href="{attribute(address(link.official))}">'
        yield Edit(start, TAG, start, opening)
        yield Edit(end, TAG, end, "</a>")


def _settled(
    text: str, found: Iterable[_Hit], titles: Callable[[str], tuple[str, ...]]
) -> Iterator[_Hit]:
    """Give the hits that stand, in order, each surname with whose it is."""
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
    return hit._replace(ids=meant) if len(meant) == 1 else hit


def _apart(hits: Iterable[_Hit], known: Known) -> list[_Hit]:
    """Of hits that overlap, keep links before names, names before surnames, then the longest."""
    taken = bytearray(len(known.reading.text))
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.kind, hit.start - hit.end, hit.start)):
        start, end = hit.start, hit.end
        if taken.find(1, start, end) < 0 and not is_silent(known, start, end):
            taken[start:end] = b"\1" * (end - start)
            kept.append(hit)
    return sorted(kept, key=attrgetter("start"))


def _by_links(known: Known, index: NameIndex) -> Iterator[_Hit]:
    """Find the links to officials that are there already."""
    if _OFFICIAL not in known.reading.html:
        return
    text = known.reading.text
    for official, group in groupby(stretches(known), lambda stretch: stretch.official):
        if official and official[0] in index.ids:
            within = list(group)
            start, end = within[0].run.offset, within[-1].run.end
            words = text[start:end]
            if words.strip():
                start, end = end - len(words.lstrip()), start + len(words.rstrip())
                yield _Hit(start, end, (official[0],), _LINK)


def _by_words(text: str, index: NameIndex) -> Iterator[_Hit]:
    for word in find_words(text, index.forms, index.heads):
        forms = index.forms[word.key]  # the longest first
        before = word_before(text, word) if len(forms[0].words) > 1 else None
        for form in forms:
            if ends := _ends(text, form, word, before):
                kind = _SURNAME if form.is_surname else _NAME
                yield _Hit(ends[0].start, ends[1].end, form.ids, kind, ends)


def _ends(text: str, form: Form, anchor: Word, before: Word | None) -> tuple[Word, Word] | None:
    """Give the first and the last word of a name, if it stands around one of its words."""
    first = last = anchor
    for at in range(form.anchor - 1, -1, -1):
        if not before or before.key != form.words[at] or gap(text, before, first) != form.gaps[at]:
            return None
        first, before = before, word_before(text, before) if at else None
    for at in range(form.anchor + 1, len(form.words)):
        after = word_after(text, last)
        if not after or (after.key, gap(text, last, after)) != (form.words[at], form.gaps[at - 1]):
            return None
        last = after
    return first, last


def _surname(
    text: str, hit: _Hit, titles: Callable[[str], tuple[str, ...]], introduced: set[str]
) -> _Hit | None:
    """Tell whom a surname means by the title before it, or by the full name further up."""
    first, last = hit.words
    after = word_after(text, last)
    if after and gap(text, last, after) == " " and may_be_name(after.key):
        return None
    before = _continued(text, first)
    known = {one: [read_title(title) for title in titles(one)] for one in hit.ids if before}
    for word in reversed(before):
        fits = {one: fit(text[word.start : before[0].end], known[one]) for one in hit.ids}
        if best := max(fits.values()):
            holders = tuple(one for one in hit.ids if fits[one] == best)
            is_clear = len(holders) == 1 and not _is_contrary(text, word)
            return hit._replace(start=word.start, ids=holders, kind=_NAME) if is_clear else None
    is_known = len(hit.ids) == 1 and hit.ids[0] in introduced
    return hit if is_known and not is_common(first.key) and not _has_forename(text, first) else None


def _continued(text: str, word: Word) -> list[Word]:
    """List the words before a word at which a title of it may begin, the nearest first."""
    found: list[Word] = []
    while len(found) < _LONGEST_TITLE and (before := word_before(text, word)):
        between = gap(text, before, word)
        if between != " " and not (between == ". " and is_shortened(before.key)):
            break
        found.append(before)
        word = before
    return found


def _is_contrary(text: str, word: Word) -> bool:
    """Tell whether the word before a title makes another of it: `former`, `vice`."""
    before = word_before(text, word)
    return (
        before is not None
        and gap(text, before, word) in {" ", "-"}
        and before.key.casefold() in CONTRARY
    )


def _has_forename(text: str, word: Word) -> bool:
    before = word_before(text, word)
    if before is None:
        return False
    between = gap(text, before, word)
    is_initial = between == ". " and len(before.key) == 1 and before.key.isupper()
    return is_initial or (between == " " and may_be_name(before.key))


def _links(known: Known, hits: Sequence[_Hit]) -> Iterator[NameLink]:
    """Give each official's first mention that may be a link."""
    linked: set[str] = set()
    for hit in hits:
        official = hit.ids[0]
        if official in linked or hit.kind == _SURNAME:
            continue
        span = html_span(known, hit.start, hit.end) if hit.kind == _NAME else None
        if span:
            yield NameLink(official, hit.start, hit.end, span)
        if span or hit.kind == _LINK:
            linked.add(official)
