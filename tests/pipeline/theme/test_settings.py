"""Settings of the theme that were meant otherwise than they are written."""

import pytest

from generator.config import Config, NavigationItem, Theme
from generator.errors import ConfigError
from generator.model.draft import SourceFile
from generator.pipeline.theme.settings import dead_navigation, refuse_settings
from tests.builders import config

KNOWN = ("index.html", "topics/index.html", "pages/about.html", "assets/report.pdf")


def leading_to(*addresses: str) -> Config:
    items = tuple(NavigationItem(text="There", to=to) for to in addresses)
    return config(theme=Theme(navigation=items))


def hints(*addresses: str) -> list[str]:
    return [one.hint for one in dead_navigation(leading_to(*addresses), KNOWN)]


@pytest.mark.parametrize(
    "address",
    [
        *KNOWN,
        "topics/index.html#arms",
        "index.html?from=mast",
        "https://example.org/gone",
        "mailto:desk@example.org",
        "#main",
    ],
)
def test_links_of_the_masthead_that_lead_somewhere_are_good(address: str) -> None:
    assert hints(address) == []


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("topic/index.html", "did you mean 'topics/index.html'?"),
        ("pages/abuot.html", "did you mean 'pages/about.html'?"),
        ("topics/", "did you mean 'topics/index.html'?"),
        ("topics", "did you mean 'topics/index.html'?"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest_page(address: str, hint: str) -> None:
    assert hints(address) == [hint]


def test_a_dead_link_is_shown_at_its_setting() -> None:
    (problem,) = dead_navigation(leading_to("index.html", "zzz"), KNOWN)

    assert problem.at.field == ("theme", "navigation", 1, "to")
    assert (problem.code, problem.severity) == ("dead-navigation", "warning")
    assert problem.hint.startswith("write an address")


def refused(text: str, **theme: str) -> list[tuple[str, int, int, str]]:
    source = SourceFile("config.yaml", "config.yaml", text)
    try:
        refuse_settings(config(theme=Theme(**theme)), source)  # type: ignore[arg-type]
    except ConfigError as error:
        return [(one.code, one.at.line, one.at.column, one.hint) for one in error.problems]
    return []


@pytest.mark.parametrize("key", ["accent", "accent_dark"])
def test_a_colour_that_yaml_takes_for_a_comment_is_told(key: str) -> None:
    text = f"title: A\ntheme:\n  {key}: #8c1d2f\n"

    assert refused(text) == [
        ("bad-colour", 3, len(key) + 5, 'write it in quotes: "#8c1d2f"'),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "title: A\n",
        "title: A\ntheme:\n",
        "title: A\ntheme:\n  accent:\n",
        "title: A\ntheme:\n  accent:  # none yet\n",
        "title: A\ntheme:\n  accent:  # add a colour here\n",
        "title: A\nx:\n  accent: #8c1d2f\ntheme:\n  footer: B\n",
        "title: A\ntheme:\n  # accent: #8c1d2f\n  footer: B\n",
    ],
)
def test_a_comment_that_is_no_colour_is_a_comment(text: str) -> None:
    assert refused(text) == []


def test_a_colour_in_quotes_is_good() -> None:
    assert refused('title: A\ntheme:\n  accent: "#8c1d2f"\n', accent="#8c1d2f") == []
