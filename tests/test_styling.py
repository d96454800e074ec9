"""Class names and tokens are a promise to designers: all of them are told, and none that is not."""

import re
from html.parser import HTMLParser
from typing import get_args

import pytest

from docs.styling import (
    block_table,
    classes,
    meanings,
    styled_classes,
    template,
    token_table,
)
from generator.model.briefing import Kind
from generator.text.markup.markdown_html import render_markdown
from generator.text.markup.sanitise import sanitise
from generator.text.style.sheet import tokens
from tests.golden.accept import SITE

TEXT = "So.[^1]\n\n| a | b | c |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |\n\n[^1]: Note.\n"
SCRIPT = template("static/brief.js")
TOLD = {name: set(said) for name, said in meanings().items()}


class Classes(HTMLParser):
    """Collects the class names of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the names of an element."""
        self.found |= set((dict(attrs).get("class") or "").split())


def classes_of(html: str) -> set[str]:
    """Give the class names of a page or a part of one."""
    parser = Classes()
    parser.feed(html)
    return parser.found


ON_PAGES = classes_of("".join(path.read_text("utf-8") for path in sorted(SITE.rglob("*.html"))))
IN_TEXTS = classes_of(sanitise(render_markdown(TEXT).html))


def test_every_class_of_the_templates_is_told_and_no_other() -> None:
    assert TOLD["classes"] == classes().keys()


def test_every_class_on_the_pages_of_a_site_is_told() -> None:
    unknown = (ON_PAGES | IN_TEXTS) - TOLD["classes"] - TOLD["in texts"]

    assert len(ON_PAGES) > 50
    assert {name for name in unknown if not name.startswith("language-")} == set()


def test_the_style_sheet_has_rules_for_no_other_classes() -> None:
    assert styled_classes() - TOLD["classes"] - TOLD["in texts"] == set()


def test_every_class_that_is_told_of_texts_is_written() -> None:
    by_script = set(re.findall(r"""className ?= ?"(\w+)"|classList\.add\("(\w+)"\)""", SCRIPT))
    written = {name for names in by_script for name in names} | set(get_args(Kind))

    assert TOLD["in texts"] - written - ON_PAGES - IN_TEXTS == set()


def test_no_class_is_told_twice() -> None:
    assert TOLD["classes"] & TOLD["in texts"] == set()


def test_every_token_is_told_and_no_other() -> None:
    found = tokens(template("static/brief.css"))

    assert TOLD["tokens"] == {name for _, name in found}
    assert TOLD["tokens"] == set(re.findall(r"^\| `(--[\w-]+)`", token_table(), re.MULTILINE))


def test_every_token_that_a_rule_uses_has_a_value() -> None:
    css = template("static/brief.css")

    assert set(re.findall(r"var\((--[\w-]+)", css)) <= TOLD["tokens"]


def test_the_dark_colours_by_system_and_by_choice_are_the_same() -> None:
    values = re.findall(r"^ +--paper: #1[^}]*", template("static/brief.css"), re.MULTILINE)

    first, second = ({line.strip() for line in one.split(";")} for one in values)
    assert first == second


@pytest.mark.parametrize("name", ["base.html", "briefing.html", "home.html", "official.html"])
def test_blocks_are_listed_by_their_templates(name: str) -> None:
    (row,) = re.findall(rf"^\| `{re.escape(name)}` \| (.*) \|$", block_table(), re.MULTILINE)

    assert re.findall(r"`(\w+)`", row) == re.findall(r"{% block (\w+)", template(name))
