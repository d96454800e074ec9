"""The office in which someone spoke, in words, or a note that says why none can be named."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.offices import role_on
from generator.model.outline import StatementPoints
from generator.model.people import Official, Role
from generator.model.site import Held, Statement
from generator.pipeline.index.asking import points_of_statements
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.wording.sentences import ambiguous_note, office_words, overlap_note
from generator.pipeline.index.wording.words import OFFICE_GAP, Words


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The office held on a day in words, or a note that says why none can be named."""

    office: str = ""
    note: str = ""


Offices = Callable[[Held, str | None], OfficeWords]
"""Words the office in which someone spoke, an official or anybody else."""


def with_roles(
    said: Sequence[Statement], speaker: Official
) -> Iterator[tuple[StatementPoints, Role | None]]:
    """Give each statement of someone with the office spoken in, for which none is opened."""
    for one in points_of_statements(said):
        yield one, role_on(speaker.roles, one.date, one.pinned).role


def offices_of(lookup: Lookup, words: Words) -> Offices:
    """Give what words offices as `office_on` does, each office of someone once.

    A book says the same few of them on every page.
    """
    known: dict[tuple[str, bool, bool], OfficeWords] = {}

    def worded(held: Held, official: str | None) -> OfficeWords:
        in_office = lookup.in_office.get(official or "")
        if held.role is None:
            return office_on(held, in_office, words)
        label = held.role.label
        key = label, held.role.acting, in_office is not None and label not in in_office
        if key not in known:
            known[key] = office_on(held, in_office, words)
        return known[key]

    return worded


def office_on(held: Held, in_office: Sequence[str] | None, words: Words) -> OfficeWords:
    """Word the office in which someone spoke; one not held today is said to be of then.

    `in_office` has the labels of the offices held today, be it in another term than the one
    spoken in; where it is None, nothing is said of today.
    """
    labels = [role.label for role in held.candidates]
    match held.how:
        case "computed" | "pinned" if held.role is not None:
            former = in_office is not None and held.role.label not in in_office
            return OfficeWords(office_words(held.role, words, former=former))
        case "gap":
            return OfficeWords(note=words.say(OFFICE_GAP))
        case "overlap":
            return OfficeWords(note=overlap_note(labels, words))
        case "ambiguous":
            return OfficeWords(note=ambiguous_note(labels, words))
        case _:
            return OfficeWords()
