"""Those whom a briefing names, in the office held then."""

from collections.abc import Callable
from typing import Any

from generator.model.people import Official
from generator.model.site import Held
from generator.model.views.briefing import PersonLine
from generator.pipeline.index.cards.offices import Offices, OfficeWords
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.made_once import Kept, MadeOnce
from generator.pipeline.index.wording.briefing_words import presence
from generator.pipeline.index.wording.sentences import capitalized, sentence
from generator.pipeline.index.wording.words import Words

PersonLines = Callable[[Official, Held, int], PersonLine]
"""Shows someone in an office, who says so many things in the briefing."""


def person_lines(
    lookup: Lookup, words: Words, offices: Offices, pieces: Kept[Any, Any]
) -> PersonLines:
    """Give what shows people, each once in an office and with a number of statements."""

    def made(key: tuple[str, OfficeWords, bool, int]) -> PersonLine:
        official, office, has_roles, here = key
        said = presence(here, len(lookup.statements_by.get(official, ())), words)
        doubtful = office.note and has_roles
        return PersonLine(
            anchor=f"person-{official}",
            link=lookup.official_links[official],
            office=office.office,
            note=f"{sentence(capitalized(office.note))} {capitalized(said)}" if doubtful else said,
        )

    lines = MadeOnce("people", made, pieces)

    def shown(official: Official, held: Held, here: int) -> PersonLine:
        return lines[official.id, offices(held, official.id), bool(official.roles), here]

    return shown
