"""A book's templates are compared with what they were made from."""

import re
from collections.abc import Mapping

import pytest

from generator.diagnostics import Problem
from generator.pipeline.rendering.packaged import theme_files
from generator.pipeline.theme.blocks import read_template
from generator.pipeline.theme.make import template_texts
from generator.pipeline.theme.overrides import mark, originals, override_problems

BASE = """\
<title>{% block title %}Title{% endblock %}</title>
{% block head_extra %}{% endblock %}
{% block main %}{% endblock %}
{% block footer %}<footer>{% endblock %}
"""
PAGE = """\
{% extends "base.html" %}
{% block main %}
{% block rail %}<aside>{% block notes %}Notes{% endblock %}</aside>{% endblock %}
{% endblock %}
"""
THEME = {"base.html": BASE, "page.html": PAGE, "robots.txt": "User-agent: *\n"}
RAIL = originals(THEME, "page.html")["rail"][1]


def told(own: Mapping[str, str], theme: Mapping[str, str] = THEME) -> list[Problem]:
    return list(override_problems(own, theme, folder="templates"))


def codes(own: Mapping[str, str], theme: Mapping[str, str] = THEME) -> list[str]:
    return [problem.code for problem in told(own, theme)]


def block(name: str, text: str, *, extends: str = "theme/page.html", marked: str = "") -> str:
    begun = f'{{% extends "{extends}" %}}\n{marked}\n'
    return f"{begun}{{% block {name} %}}{text}{{% endblock %}}\n"


def test_a_book_without_templates_is_told_nothing() -> None:
    assert told({}) == []


def test_a_template_with_todays_mark_is_good() -> None:
    text = f"{mark('page.html', PAGE)}\n<p>Mine</p>\n"

    assert told({"page.html": text}) == []


def test_a_template_without_a_mark_is_told_the_line_to_add() -> None:
    (problem,) = told({"page.html": "<p>Mine</p>\n"})

    assert (problem.code, problem.severity) == ("template-unmarked", "warning")
    assert (problem.at.path, problem.at.line) == ("templates/page.html", 1)
    assert problem.hint.endswith(mark("page.html", PAGE))


def test_a_template_whose_original_has_changed_is_told_at_its_mark() -> None:
    text = f"<p>Mine</p>\n  {mark('page.html', 'older')}\n"

    (problem,) = told({"page.html": text})

    assert (problem.code, problem.severity) == ("template-behind", "warning")
    assert (problem.at.line, problem.at.column) == (2, 3)
    assert problem.message == "theme/page.html has changed since this was made from it"
    assert "`briefbook new template page.html --print`" in problem.hint
    assert problem.hint.endswith(mark("page.html", PAGE))


def test_a_block_whose_original_has_changed_is_told_by_its_name() -> None:
    text = block("rail", "Mine", marked=mark("page.html", "older", "rail"))

    (problem,) = told({"page.html": text})

    assert problem.code == "template-behind"
    assert (
        problem.message == "block rail of theme/page.html has changed since this was made from it"
    )
    assert "`briefbook new template page.html --block rail --print`" in problem.hint


def test_a_block_with_todays_mark_is_good_while_another_block_changes() -> None:
    text = block("rail", "Mine", marked=mark("page.html", RAIL, "rail"))
    changed = {**THEME, "page.html": PAGE.replace("{% endblock %}\n{% e", "{% endblock %}x\n{% e")}

    assert told({"page.html": text}) == []
    assert changed != THEME
    assert told({"page.html": text}, changed) == []


def test_white_space_and_line_ends_are_no_change() -> None:
    text = block("rail", "Mine", marked=mark("page.html", RAIL, "rail"))
    respaced = {name: one.replace("\n", "\r\n  ") for name, one in THEME.items()}

    assert told({"page.html": text}, respaced) == []


def test_a_change_of_a_block_within_is_a_change_of_the_block_around_it() -> None:
    text = block("rail", "Mine", marked=mark("page.html", RAIL, "rail"))
    changed = {**THEME, "page.html": PAGE.replace("Notes", "Remarks")}

    assert codes({"page.html": text}, changed) == ["template-behind"]


def test_a_block_without_a_mark_is_told_where_it_begins() -> None:
    (problem,) = told({"page.html": block("rail", "Mine")})

    assert (problem.code, problem.at.line, problem.at.column) == ("template-unmarked", 3, 1)
    assert problem.hint.endswith(mark("page.html", RAIL, "rail"))


def test_a_block_that_came_from_further_up_is_compared_with_that_file() -> None:
    (problem,) = told({"page.html": block("footer", "Mine")})

    assert "block footer of theme/base.html" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(block("head_extra", "<link>"), id="empty-in-the-theme"),
        pytest.param(block("footer", "{{ super() }}<p>More</p>"), id="adds-to-it"),
        pytest.param('{% extends "theme/page.html" %}', id="nothing"),
    ],
)
def test_a_block_with_nothing_of_the_theme_in_it_needs_no_mark(text: str) -> None:
    assert told({"page.html": text}) == []


def test_a_block_that_the_theme_does_not_have_is_told_with_the_nearest() -> None:
    (problem,) = told({"page.html": block("rial", "Mine")})

    assert (problem.code, problem.severity) == ("unknown-block", "warning")
    assert problem.hint == "did you mean 'rail'?"


def test_a_block_like_no_other_is_told_with_all_that_there_are() -> None:
    (problem,) = told({"page.html": block("zzz", "Mine")})

    assert problem.hint == "known: footer, head_extra, main, notes, rail, title"


def test_new_blocks_within_a_known_one_are_the_books_own() -> None:
    text = block("rail", "{% block mine %}{% endblock %}", marked=mark("page.html", RAIL, "rail"))

    assert told({"page.html": text}) == []


def test_a_block_of_the_books_own_frame_is_known_and_needs_no_mark() -> None:
    own = {
        "base.html": f"{mark('base.html', BASE)}\n{{% block banner %}}Mine{{% endblock %}}\n",
        "page.html": block("banner", "Other"),
    }

    assert told(own) == []


def test_a_template_of_another_name_may_extend_the_theme() -> None:
    assert codes({"special.html": block("rail", "Mine")}) == ["template-unmarked"]
    assert codes({"special.html": "<p>Mine</p>"}) == []


def test_only_templates_that_extend_the_theme_can_have_unknown_blocks() -> None:
    assert codes({"special.html": block("zzz", "Mine", extends="other.html")}) == []


def test_a_template_that_cannot_be_read_is_left_to_the_page_that_needs_it() -> None:
    assert told({"page.html": "{% block", "robots.txt": "{{ 'open }}"}) == [
        *told({"page.html": "{% block"}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{% extends "theme/page.html" %}{% extends "page.html" %}',
        '{% extends "page.html" %}',
        "{% extends some.name %}",
        '{% extends "theme/gone.html" %}{% block a %}{% endblock %}',
        "{% block a %}{% block a %}",
        "{% endblock %}",
    ],
)
def test_strange_templates_end_the_comparison_in_words(text: str) -> None:
    assert all(problem.severity == "warning" for problem in told({"page.html": text}))


SPACED = [
    "a {%- block x -%} b {%- endblock -%} c",
    "{%+ block x +%}\n b {% endblock x %}",
    "{# {% block y %} #}{% block x %} b {% endblock %}",
    "{% raw %}{% block y %}{% endraw %}\n{% block x %} b {% endblock %}",
    "{{ '{% block y %}' }}{% block x %} b {% endblock %}",
    "a\r\n{% block x scoped required %}\r\n b {% endblock %}\r\n",
]


@pytest.mark.parametrize("text", SPACED)
def test_a_block_is_found_however_its_tags_are_written(text: str) -> None:
    read = read_template(text)

    assert read is not None
    assert [(one.name, one.text.strip()) for one in read.blocks] == [("x", "b")]


@pytest.mark.parametrize("name", sorted(template_texts(theme_files())))
def test_all_blocks_of_the_theme_are_found(name: str) -> None:
    text = template_texts(theme_files())[name]
    read = read_template(text)

    assert read is not None
    assert sorted(one.name for one in read.blocks) == sorted(re.findall(r"{% block (\w+)", text))
