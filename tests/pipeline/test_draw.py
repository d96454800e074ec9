"""What is on a card, as far as it can be measured; how it looks is looked at."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from generator.model.page import Page
from generator.model.views.site import Head
from generator.model.views.social import CARD, SIZE_OF_A_CARD, SocialCard
from generator.pipeline.draw import Pen
from generator.pipeline.social_cards import theme_fonts
from tests.builders import config, site
from tests.desks import set_up

EDGE = 80
ACCENT = (0x8C, 0x1D, 0x2F)
BOOK = set_up(site(), config())
PLAIN = SocialCard("Halden Desk", "Arms control", "Talks resume", "", ("14 November 2024",))


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen(theme_fonts())


def drawn(pen: Pen, card: SocialCard) -> Image.Image:
    output = pen(Page.of("cards/talks.png", CARD, card, Head("")), BOOK)
    assert output.url == "cards/talks.png"
    return Image.open(BytesIO(output.data)).convert("RGB")


def box(sheet: Image.Image) -> tuple[int, int, int, int]:
    """Give the edges of all that is not paper."""
    found = sheet.convert("L").point(lambda one: 255 - one).getbbox()
    assert found
    return found


LONG = "Talks about the counting of ships resume in Halden " * 9
CARDS = [
    pytest.param(PLAIN, id="short"),
    pytest.param(SocialCard("Halden Desk", "", LONG, "", ("today",)), id="long"),
    pytest.param(SocialCard(LONG, LONG, LONG, LONG, (LONG, LONG)), id="everything-long"),
    pytest.param(SocialCard("B", "", "Schifffahrtsgesellschaft" * 9, "", ()), id="long-word"),
    pytest.param(SocialCard("B", "", "Łukasz Żółć", "Ministër", ("1 statement",)), id="accents"),
    pytest.param(SocialCard("", "", "", "", ()), id="nothing"),
]


@pytest.mark.parametrize("card", CARDS)
def test_nothing_leaves_the_frame_and_lines_stand_apart(pen: Pen, card: SocialCard) -> None:
    sheet = drawn(pen, card)

    left, top, right, bottom = box(sheet)
    assert sheet.size == SIZE_OF_A_CARD
    assert (left, top) == (EDGE, 64)
    assert right <= SIZE_OF_A_CARD[0] - EDGE + 2
    assert bottom <= SIZE_OF_A_CARD[1] - 40


@pytest.mark.parametrize("card", CARDS)
def test_the_foot_is_not_touched_by_what_stands_above(pen: Pen, card: SocialCard) -> None:
    sheet = drawn(pen, card)

    above_the_foot = sheet.crop((0, 540, SIZE_OF_A_CARD[0], 546))
    assert above_the_foot.getcolors() == [(6 * SIZE_OF_A_CARD[0], (255, 255, 255))]


def test_the_same_card_has_the_same_bytes(pen: Pen) -> None:
    page = Page.of("cards/talks.png", CARD, PLAIN, Head(""))

    assert pen(page, BOOK) == pen(page, BOOK) == Pen(theme_fonts())(page, BOOK)


def test_the_kicker_has_the_accent(pen: Pen) -> None:
    kicker = drawn(pen, PLAIN).crop((EDGE, 150, 700, 190))

    assert ACCENT in {colour for _, colour in kicker.getcolors(10_000) or ()}


def test_the_kicker_has_the_accent_of_the_book(pen: Pen) -> None:
    kicker = drawn(pen, replace(PLAIN, accent="#005a9c")).crop((EDGE, 150, 700, 190))

    colours = {colour for _, colour in kicker.getcolors(10_000) or ()}
    assert (0x00, 0x5A, 0x9C) in colours
    assert ACCENT not in colours


@pytest.mark.parametrize(
    "headline", ["Переговоры возобновились", "会談再開", "المحادثات", "Talks 🎉"]
)
def test_a_headline_without_letters_gives_way_to_the_book(pen: Pen, headline: str) -> None:
    card = SocialCard("Halden Desk", "Arms", headline, "", ("today",))

    assert drawn(pen, card) == drawn(pen, SocialCard("Halden Desk", "", "Halden Desk", "", ()))


def test_a_book_without_letters_has_the_sign_alone(pen: Pen) -> None:
    sheet = drawn(pen, SocialCard("Бюро", "", "Переговоры", "", ()))

    assert box(sheet.crop((0, 70, *SIZE_OF_A_CARD)))[2] < EDGE + 40


def test_an_office_that_lacks_letters_is_left_out(pen: Pen) -> None:
    card = SocialCard("Halden Desk", "", "Ana Petrova", "Министр", ())

    assert drawn(pen, card) == drawn(pen, SocialCard("Halden Desk", "", "Ana Petrova", "", ()))


def test_characters_that_cannot_be_seen_change_nothing(pen: Pen) -> None:
    card = SocialCard("Halden Desk", "Arms control", "Talks\u00ad \u200bre\u00a0sume", "", ())

    assert drawn(pen, card) == drawn(
        pen, SocialCard("Halden Desk", "Arms control", "Talks re sume", "", ())
    )
