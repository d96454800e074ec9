"""A briefing's text with everything in it that leads somewhere: links, names, statements."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from generator.diagnostics import Location, Problem
from generator.model import addresses
from generator.model.addresses import STATEMENT_ANCHOR
from generator.model.briefing import StatementEntry
from generator.model.draft import Body, BodyLink, Heading
from generator.model.html import Html
from generator.model.offices import role_on
from generator.model.people import Official
from generator.model.site import Mention, Shown
from generator.pipeline.link.targets import HEADING, SITE, Targets
from generator.text.dates import PartialDate
from generator.text.markup.edits import Edit
from generator.text.markup.figures import with_sizes
from generator.text.markup.fragments import link_edits, rewrite_links
from generator.text.markup.marks import Mark
from generator.text.markup.reading import Reading
from generator.text.names.finding import NameLink, find_names, name_edits
from generator.text.names.index import NameIndex, Person, index_names
from generator.text.quoted_source import QuotedSource
from generator.text.quotes import quoted_parts

_WORDS_KINDS: Final = frozenset({"quote", "partial-quote", "written"})
_OFFICIAL: Final = "official:"
_SPACE: Final = re.compile(r"\s+")


Addresses = Mapping[str, str | None]
"""The address of each link as written; none for one that leads nowhere."""


@dataclass(frozen=True, slots=True)
class People:
    """The officials of the book, ready to be found in texts."""

    officials: Mapping[str, Official]
    index: NameIndex


@dataclass(frozen=True, slots=True)
class Named:
    """The officials whom a text names, and which of their names are to be links."""

    links: tuple[NameLink, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]

    def edits(self) -> Iterator[Edit]:
        """Tell how the names become links to the officials' pages."""
        return name_edits(self.links, lambda one: SITE + addresses.thing("officials", one))

    def edges(self) -> tuple[int, ...]:
        """Give where in the plain text the links begin and end."""
        return tuple(edge for link in self.links for edge in (link.start, link.end))


def people(officials: Mapping[str, Official]) -> People:
    """Prepare the names of all officials to be found."""
    persons = [
        Person(official.id, _written_names(official), _surname(official))
        for official in officials.values()
    ]
    return People(officials, index_names(persons))


def _written_names(official: Official) -> tuple[str, ...]:
    others = (other.name for other in official.other_names if other.match)
    return tuple(dict.fromkeys((official.name, *others)))


def _surname(official: Official) -> str | None:
    if official.family_name:
        return official.family_name
    if official.sort_name and "," in official.sort_name:
        return official.sort_name.partition(",")[0]
    return official.name.rsplit(" ", 1)[-1] if " " in official.name else None


def name_officials(reading: Reading, known: People, day: PartialDate, at: Location) -> Named:
    """Find officials: where to link their first mention, and every mention with its sentence."""

    def titles(identifier: str) -> tuple[str, ...]:
        official = known.officials[identifier]
        held = role_on(official.roles, day)
        roles = [held.role] if held.role else list(held.candidates)
        words = [text for role in roles for text in (role.role, role.label)]
        prefix = official.honorific_prefix
        return (*words, prefix) if prefix else tuple(words)

    found = find_names(reading, known.index, titles=titles)
    mentions = tuple(Mention(one.official, one.sentence) for one in found.mentions)
    problems = tuple(_ambiguous(text, ids, at) for text, ids in found.ambiguous)
    return Named(found.links, mentions, problems)


def _ambiguous(text: str, ids: Sequence[str], at: Location) -> Problem:
    message = f"the name {text!r} may mean {' or '.join(ids)}, so it is not linked"
    hint = f"link it in the text, as in [{text}](official:{ids[0]})"
    return Problem("ambiguous-name", message, at, hint, "warning")


def addresses_of(
    links: Sequence[BodyLink], html: str, targets: Targets, name: str
) -> tuple[Addresses, tuple[Problem, ...]]:
    """Look up every link of a file with this markup, and tell of those that lead nowhere."""
    found: dict[str, str | None] = {}
    problems: list[Problem] = []
    for link in links:
        if (
            link.target.startswith(("http://", "https://"))
            and f'src="{escape(link.target)}"' in html
        ):
            problems.append(_elsewhere(link))
        address, faults = targets.address(link, name)
        found[link.target] = address
        problems.extend(faults)
    return found, tuple(problems)


def with_addresses(html: Html, found: Addresses) -> Html:
    """Give a short field with every link leading to its address."""
    return Html(rewrite_links(html, lambda target: found.get(target, _official(target))))


def address_edits(
    body: Body, links: Sequence[BodyLink], found: Addresses, targets: Targets
) -> Iterator[Edit]:
    """Tell how every link of a text gets its address, and every picture its size."""
    if not links:  # those of notes lead where they are to
        return
    anchors = {one.anchor for one in body.headings} if any(map(_is_within, links)) else set()

    def address(target: str) -> str | None:
        made = found.get(target, _official(target))
        anchor = _heading_of(made, anchors) if made else None
        return f"#{anchor}" if anchor else made

    for edit in link_edits(body.html, address):
        yield edit._replace(
            html=with_sizes(edit.html, lambda src: targets.sizes.get(src.removeprefix(SITE)))
        )


def _elsewhere(link: BodyLink) -> Problem:
    """Refuse a picture that every reader's browser would fetch from another site."""
    message = "this picture lies on another site, which would learn who reads the page"
    hint = "put a copy into assets/ and write its path"
    return Problem("picture-elsewhere", message, link.at, hint)


def _official(target: str) -> str | None:
    """Give the address of an official whom the text names; leave other links alone."""
    if target.startswith(_OFFICIAL):
        return SITE + addresses.thing("officials", target.removeprefix(_OFFICIAL))
    return target


def lost_anchors(links: Sequence[BodyLink], headings: Sequence[Heading]) -> Iterator[Problem]:
    """Tell of links within a text that lead to none of its headings."""
    within = [link for link in links if _is_within(link)]
    anchors = {heading.anchor for heading in headings} if within else set()
    return (_no_heading(link, headings) for link in within if not _heading_of(link.target, anchors))


def _is_within(link: BodyLink) -> bool:
    return link.target.startswith("#")


def _heading_of(target: str, anchors: set[str]) -> str | None:
    if not target.startswith("#"):
        return None
    wanted = (target[1:], HEADING + target[1:])
    return next((anchor for anchor in wanted if anchor in anchors), None)


def _no_heading(link: BodyLink, headings: Sequence[Heading]) -> Problem:
    known = ", ".join(f"#{heading.anchor.removeprefix(HEADING)}" for heading in headings)
    hint = f"the text has {known}" if known else "the text has no headings"
    return Problem("broken-link", f"no heading here has the address {link.target!r}", link.at, hint)


def where_shown(
    reading: Reading, statements: Sequence[StatementEntry], blocks: Container[str]
) -> tuple[tuple[Shown, ...], tuple[Mark, ...]]:
    """Tell how each statement is shown, and where the words of some occur in the text.

    A statement that has a block in the text is shown there.  One whose words occur in the
    text is marked there; all others are listed below the text.
    """
    source = QuotedSource(reading.text) if statements else None
    shown: list[Shown] = []
    marks: list[Mark] = []
    for entry in statements:
        if entry.id in blocks:
            shown.append("block")
            continue
        found = source.find(_words(entry)) if source and entry.kind in _WORDS_KINDS else None
        if found:
            marks.append(Mark(found.start, found.end, STATEMENT_ANCHOR + entry.id))
        shown.append("text" if found else "list")
    return tuple(shown), tuple(marks)


def _words(entry: StatementEntry) -> str:
    return next(iter(quoted_parts(entry.text)), entry.text)


def misplaced_blocks(
    blocks: Iterable[str], statements: Sequence[StatementEntry], at: Callable[[str], Location]
) -> tuple[Problem, ...]:
    """Tell of blocks for statements that the briefing does not hold, or holds a block of twice."""
    own = {entry.id for entry in statements}
    seen: set[str] = set()
    problems = []
    for identifier in blocks:
        if identifier not in own:
            message = f"this briefing has no statement {identifier!r} to show here"
            hint = f"write [words](statement:{identifier}) to link to another briefing's"
            problems.append(Problem("unknown-statement", message, at(identifier), hint))
        elif identifier in seen:
            message = f"the statement {identifier!r} is shown here for the second time"
            problems.append(Problem("statement-twice", message, at(identifier), "keep one of them"))
        seen.add(identifier)
    return tuple(problems)
