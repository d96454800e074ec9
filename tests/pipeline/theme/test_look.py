"""What is published in static/, and what the pages load of it."""

import re
from collections.abc import Iterator

import pytest

from generator.config import FontChoice, Theme
from generator.pipeline.rendering.packaged import theme_files
from generator.pipeline.theme.look import Files, look
from generator.text.style.sheet import tokens
from tests.custom_css import RULES, book_with_custom_css, rules_that_lost

PACKAGED = theme_files()
OWN_SHEET = b"@import 'fonts.css';\n:root { --accent: red; --serif: Charter, serif }\n"
OWN_FACE = b"@font-face { font-family: Own; src: url(fonts/own.woff2) }\n"


def published(own: Files, **settings: str) -> dict[str, str]:
    made = look(own, PACKAGED, Theme(**settings))  # type: ignore[arg-type]
    return {one.url: one.data.decode("latin-1") for one in made.files}


def sheet(own: Files, **settings: str) -> str:
    return published(own, **settings)["static/brief.css"]


def test_one_sheet_is_published_with_its_fonts() -> None:
    files = published({})

    assert [name for name in files if name.endswith(".css")] == ["static/brief.css"]
    assert files["static/brief.css"].count("@font-face") == 6
    assert "@import" not in files["static/brief.css"]


def test_every_font_that_the_sheet_names_is_published() -> None:
    files = published({})

    named = re.findall(r"url\((.+?)\)", files["static/brief.css"])

    assert named
    assert {f"static/{name}" for name in named} <= files.keys()


@pytest.mark.parametrize("fonts", ["system", "none"])
def test_without_bundled_fonts_none_is_named_or_published(fonts: FontChoice) -> None:
    files = published({}, fonts=fonts)

    assert not [name for name in files if name.startswith("static/fonts")]
    for words in ("@font-face", "fonts.css", "Source Serif", "Public Sans"):
        assert words not in files["static/brief.css"]


def test_system_fonts_begin_with_those_that_are_made_for_reading() -> None:
    found = tokens(sheet({}, fonts="system"))

    assert found["light", "--serif"].startswith('Charter, "Bitstream Charter", "Iowan Old Style",')
    assert found["light", "--sans"].startswith("-apple-system, BlinkMacSystemFont,")


def test_no_fonts_are_the_browsers_own() -> None:
    css = sheet({}, fonts="none")
    found = tokens(css)

    assert (found["light", "--serif"], found["light", "--sans"]) == ("serif", "sans-serif")
    assert "Georgia" not in css
    assert "Arial" not in css


def test_a_fonts_sheet_of_the_book_takes_the_place_of_the_themes() -> None:
    own = {"static/fonts.css": OWN_FACE, "static/fonts/own.woff2": b"letters"}

    assert sheet(own).count("@font-face") == 1
    assert "static/fonts.css" not in published(own)


def test_files_of_the_book_are_published_whatever_the_fonts_are() -> None:
    own = {"static/fonts/own.woff2": b"letters"}

    assert published(own, fonts="none")["static/fonts/own.woff2"] == "letters"


def test_a_sheet_of_the_book_is_given_the_fonts_only_where_it_asks_for_them() -> None:
    assert sheet({"static/brief.css": b"p { margin: 0 }"}) == "p { margin: 0 }"
    assert sheet({"static/brief.css": OWN_SHEET}).startswith("/* Fonts come from this site")


def test_a_sheet_of_the_book_is_given_the_accent_where_it_has_one() -> None:
    own = {"static/brief.css": OWN_SHEET}

    assert tokens(sheet(own, accent="#00f"))["light", "--accent"] == "#00f"
    assert sheet({"static/brief.css": b"p { margin: 0 }"}, accent="#00f") == "p { margin: 0 }"


def test_a_sheet_in_another_encoding_stays_as_it_is() -> None:
    data = "/* für */ p { margin: 0 }".encode("latin-1")

    (found,) = (
        one
        for one in look({"static/brief.css": data}, PACKAGED, Theme()).files
        if one.url == "static/brief.css"
    )

    assert found.data == data


def test_the_accent_reaches_the_sheet_and_the_icon() -> None:
    files = published({}, accent="#005a9c")
    usual = tokens(PACKAGED["static/brief.css"].decode())

    found = tokens(files["static/brief.css"])

    assert found["light", "--accent"] == "#005a9c"
    assert 'fill="#005a9c"' in files["static/favicon.svg"]
    for scheme, name in usual:
        if not name.startswith(("--accent", "--h")):
            assert found[scheme, name] == usual[scheme, name]


def test_an_icon_of_the_book_keeps_its_colours() -> None:
    own = {"static/favicon.svg": b'<svg fill="#8c1d2f"/>'}

    assert published(own, accent="#005a9c")["static/favicon.svg"] == '<svg fill="#8c1d2f"/>'


def test_a_style_sheet_of_the_book_comes_after_the_themes_and_only_if_it_is_there() -> None:
    with_own = look({"static/custom.css": b"p { }"}, PACKAGED, Theme())

    assert look({}, PACKAGED, Theme()).style_sheets == ("static/brief.css",)
    assert with_own.style_sheets == ("static/brief.css", "static/custom.css")
    assert published({"static/custom.css": b"p { }"})["static/custom.css"] == "p { }"


def outermost(css: str) -> Iterator[str]:
    """Give what begins each rule that stands in no other."""
    depth, begun = 0, ""
    for sign in re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL):
        if sign == "{":
            if depth == 0:
                yield begun.strip()
            depth += 1
        elif sign == "}":
            depth -= 1
        begun = "" if sign in "};{" else begun + sign


def test_every_rule_of_the_theme_stands_in_a_layer_so_that_the_books_rules_win() -> None:
    css = sheet({}, accent="#005a9c")

    begun = [one for one in outermost(css) if one != "@font-face"]

    assert begun
    assert [one for one in begun if not one.startswith("@layer ")] == []
    assert css.index("@layer reset, tokens, base, layout, parts, pages, print;") < css.index("{")


def test_no_rule_of_the_theme_needs_to_be_important_but_that_of_hidden_parts() -> None:
    rules = re.findall(r"[^{}]*{[^{}]*!important[^{}]*}", sheet({}))

    assert [rule.split("{")[0].strip() for rule in rules] == ["[hidden]"]


def test_what_a_browser_is_asked_is_contested_in_four_layers() -> None:
    css = sheet({})
    layers = dict(re.findall(r"^@layer (\w+) {\n(.*?)^}", css, re.DOTALL | re.MULTILINE))

    contested = [
        name
        for (where, property_), _ in RULES.items()
        for name, rules in layers.items()
        if re.search(
            rf"^  {re.escape(where)}[ ,][^{{]*{{[^}}]*\b{property_}|"
            rf"^  {re.escape(where)} {{[^}}]*\b{property_}",
            rules,
            re.MULTILINE,
        )
    ]

    assert contested == ["base", "layout", "parts", "pages"]


def test_the_rules_of_a_book_stand_in_no_layer() -> None:
    files = {
        name.removeprefix("templates/"): text.encode()
        for name, text in book_with_custom_css().items()
        if name.startswith("templates/")
    }

    assert [one for one in outermost(published(files)["static/custom.css"]) if "@" in one] == []


def test_rules_that_a_browser_does_not_follow_are_named() -> None:
    assert rules_that_lost(lambda where, name: RULES[where, name]) == []
    assert rules_that_lost(lambda _, __: "none") == [
        "h1 { font-weight }",
        ".wrap { max-width }",
        ".meta { line-height }",
        ".body { margin-top }",
    ]
