"""Those whom a briefing names, in the office held then."""

from collections.abc import Callable

from generator.model.people import Official
from generator.model.site import Held
from generator.model.views.briefing import PersonLine
from generator.pipeline.index.cards.offices import Offices
from generator.pipeline.index.lookup import Lookup
from generator.pipeline.index.wording.briefing_words import presence
from generator.pipeline.index.wording.sentences import capitalized, sentence
from generator.pipeline.index.wording.words import Words

PersonLines = Callable[[Official, Held, int], PersonLine]
"""Shows someone in an office, who says so many things in the briefing."""


def person_lines(lookup: Lookup, words: Words, offices: Offices) -> PersonLines:
    """Give what shows people, each once in an office and with a number of statements."""
    known: dict[tuple[str, str, str, int], PersonLine] = {}

    def shown(official: Official, held: Held, here: int) -> PersonLine:
        office = offices(held, official)
        key = official.id, office.office, office.note, here
        if key not in known:
            said = presence(here, len(lookup.statements_by.get(official.id, ())), words)
            doubtful = bool(office.note and official.roles)
            known[key] = PersonLine(
                anchor=f"person-{official.id}",
                link=lookup.official_links[official.id],
                office=office.office,
                note=f"{sentence(capitalized(office.note))} {capitalized(said)}"
                if doubtful
                else said,
            )
        return known[key]

    return shown
