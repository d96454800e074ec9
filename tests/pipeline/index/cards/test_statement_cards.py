import pytest

from generator.model.briefing import ClaimStance, Event, Kind, Original, SourceRef
from generator.model.notes import Notes
from generator.model.site import Held, Site
from generator.model.subjects import Claim, Organization
from generator.model.views.parts import Link, StatementCard
from generator.pipeline.index.cards.cards import make_cards
from generator.pipeline.index.cards.statement_cards import quoted_html
from generator.pipeline.index.made_once import Kept
from tests.builders import MINISTER, WORDS, briefing, official, role, site, statement
from tests.desks import look_up


def card(book: Site, identifier: str = "s1") -> StatementCard:
    return make_cards(look_up(book), WORDS, Kept(Notes())).statements[identifier]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param("We wait.", "quote", "“We wait.”", id="bare"),
        pytest.param("“We wait.”", "quote", "“We wait.”", id="quoted"),
        pytest.param('"We wait."', "quote", "“We wait.”", id="straight"),
        pytest.param("«Nous attendons»", "quote", "«Nous attendons»", id="french"),
        pytest.param('Boats of 12" only', "quote", '“Boats of 12" only”', id="inches"),
        pytest.param("He saw “enough”", "partial-quote", "He saw “enough”", id="part"),
        pytest.param("They wait.", "paraphrase", "They wait.", id="paraphrase"),
        pytest.param("a < b & c", "position", "a &lt; b &amp; c", id="escaped"),
        pytest.param("two\n  lines", "written", "two lines", id="one-line"),
    ],
)
def test_a_quote_stands_in_quotation_marks_once(text: str, kind: Kind, expected: str) -> None:
    assert quoted_html(text, kind, WORDS) == expected


def test_a_statement_tells_who_when_where_and_from_which_source() -> None:
    said = statement(
        entry={
            "event": Event(name="Doorstep"),
            "source": SourceRef(id="transcript", locator="p. 4"),
            "speaker_label": "the minister",
        },
        held=Held("computed", role()),
        place="tarsk",
    )
    book = site(briefing("talks", said), records=[official("ana-petrova", role())])

    shown = card(book)

    assert shown.speaker == Link("Ana Petrova", "officials/ana-petrova.html")
    assert (shown.speaker_label, shown.office) == ("the minister", MINISTER)
    assert (shown.when.text, shown.when.machine) == ("13 Nov 2024", "2024-11-13")
    assert shown.place == Link("Tarsk", "places/tarsk.html")
    assert (shown.event, shown.kind, shown.kind_id) == ("Doorstep", "Quote", "quote")
    assert (shown.source.title, shown.source.publisher) == ("Transcript", "Estara Gazette")
    assert shown.source.details == ("p. 4",)
    assert (shown.url, shown.anchor) == ("briefings/talks.html#st-s1", "st-s1")
    assert shown.briefing == Link("Talks", "briefings/talks.html")
    assert shown.topics == (Link("Arms", "topics/arms.html"),)


def test_what_is_usual_about_a_statement_is_left_unsaid() -> None:
    usual = card(site(briefing("talks", statement())))
    odd = statement(entry={"attribution": "on-background", "verification": "disputed"})

    unusual = card(site(briefing("talks", odd)))

    assert (usual.attribution, usual.verification, usual.when_note) == ("", "", "")
    assert (usual.language, usual.speaker_label) == ("", "")
    assert (unusual.attribution, unusual.verification) == ("on background", "disputed")


def test_a_speaker_who_is_not_known_is_called_as_the_source_does() -> None:
    said = statement(speaker=None, held=Held("unnamed"), entry={"speaker_label": "a diplomat"})

    shown = card(site(briefing("talks", said)))

    assert (shown.speaker, shown.speaker_label) == (Link("a diplomat"), "")


def test_an_organization_speaks_as_what_it_is() -> None:
    body = Organization(id="estara-mfa", name="Foreign Ministry", classification="ministry")
    said = statement(speaker="estara-mfa", held=Held("body"))

    shown = card(site(briefing("talks", said, officials=()), records=[body]))

    assert shown.speaker == Link("Foreign Ministry", "organizations/estara-mfa.html")
    assert shown.office == "ministry"


def test_words_in_the_language_of_their_briefing_say_so() -> None:
    said = statement(
        entry={"original": Original(text="Wij wachten.", language="nl", translator="the desk")}
    )

    shown = card(site(briefing("talks", said, language="fr")))

    assert shown.language == "fr"
    assert (shown.original, shown.original_language) == ("Wij wachten.", "nl")
    assert shown.translator == "the desk"


def test_a_stance_names_its_claim() -> None:
    ships = Claim(id="ships", text="ships left port")
    said = statement(entry={"claims": (ClaimStance(claim="ships", stance="denies"),)})

    shown = card(site(briefing("talks", said), records=[ships]))

    assert shown.claims == (Link("denies: ships left port", "claims/index.html#ships"),)


def test_a_statement_knows_what_took_its_place() -> None:
    old = statement("old", date="2024-11-12")
    new = statement("new", supersedes=("old", "withheld"), responds_to=("old",))
    book = site(briefing("talks", old, new))

    assert [one.url for one in card(book, "old").superseded_by] == ["briefings/talks.html#st-new"]
    assert card(book, "new").supersedes == (
        Link("Ana Petrova, 12 Nov 2024", "briefings/talks.html#st-old"),
    )
    assert len(card(book, "new").responds_to) == 1
