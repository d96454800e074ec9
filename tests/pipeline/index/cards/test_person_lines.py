from generator.model.notes import Notes
from generator.model.site import Held
from generator.model.views.briefing import PersonLine
from generator.model.views.parts import Link
from generator.pipeline.index.cards.cards import make_cards
from generator.pipeline.index.made_once import Kept
from tests.builders import MINISTER, WORDS, briefing, official, role, site, statement
from tests.desks import look_up


def test_someone_is_shown_in_each_office_and_with_each_number_of_statements() -> None:
    ana = official("ana-petrova", role())
    book = site(briefing("talks", statement("s1")), records=[ana])
    line = make_cards(look_up(book), WORDS, Kept(Notes())).people
    now, unknown = Held("computed", ana.roles[0]), Held("gap")

    shown = [line(ana, held, here) for held, here in ((now, 1), (now, 0), (unknown, 1), (now, 1))]

    link = Link("Ana Petrova", "officials/ana-petrova.html")
    assert shown[0] == PersonLine(
        "person-ana-petrova", link, MINISTER, "1 statement here, 1 in the book"
    )
    assert shown[1].note == "named here, 1 statement in the book"
    assert shown[2].office == ""
    assert shown[2].note == ("No office on record for this day. 1 statement here, 1 in the book")
    assert shown[3] == shown[0]
