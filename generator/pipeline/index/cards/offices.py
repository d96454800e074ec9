"""The office in which someone spoke, in words, or a note that says why none can be named."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.model.offices import holds
from generator.model.people import Official, Role
from generator.model.site import Held
from generator.pipeline.index.wording.sentences import ambiguous_note, office_words, overlap_note
from generator.pipeline.index.wording.words import OFFICE_GAP, Words


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The office held on a day in words, or a note that says why none can be named."""

    office: str = ""
    note: str = ""


Offices = Callable[[Held, Official | None], OfficeWords]
"""Words the office in which someone spoke."""


def offices_of(today: date | None, words: Words) -> Offices:
    """Give what words offices as `office_on` does, each office of someone once.

    A book says the same few of them on every page.
    """
    known: dict[tuple[str, str, bool], OfficeWords] = {}

    def worded(held: Held, official: Official | None) -> OfficeWords:
        if official is None or held.role is None:
            return office_on(held, official, today, words)
        key = official.id, held.role.label, held.role.acting
        if key not in known:
            known[key] = office_on(held, official, today, words)
        return known[key]

    return worded


def office_on(
    held: Held, official: Official | None, today: date | None, words: Words
) -> OfficeWords:
    """Word the office in which someone spoke; one not held today is said to be of then."""
    labels = [role.label for role in held.candidates]
    match held.how:
        case "computed" | "pinned" if held.role is not None:
            former = official is not None and not _still_holds(held.role, official, today)
            return OfficeWords(office_words(held.role, words, former=former))
        case "gap":
            return OfficeWords(note=words.say(OFFICE_GAP))
        case "overlap":
            return OfficeWords(note=overlap_note(labels, words))
        case "ambiguous":
            return OfficeWords(note=ambiguous_note(labels, words))
        case _:
            return OfficeWords()


def _still_holds(role: Role, official: Official, today: date | None) -> bool:
    """Tell whether the office is held today, be it in another term than the one spoken in."""
    terms = [one for one in official.roles if one.label == role.label] or [role]
    return today is None or any(holds(one, today) for one in terms)
