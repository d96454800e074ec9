import pytest

from generator.config import Config, Edition, Theme
from generator.errors import ConfigError
from generator.model.draft import SourceFile
from generator.pipeline.parse_config import parse_config


def config_file(text: str) -> SourceFile:
    return SourceFile("config.yaml", "config.yaml", text)


def test_a_title_is_all_that_the_settings_need() -> None:
    assert parse_config(config_file("title: Halden Desk\n")) == Config(title="Halden Desk")


def test_a_number_is_read_as_a_number() -> None:
    assert parse_config(config_file("title: A\npages_per_list: 20\n")).pages_per_list == 20


def test_an_edition_may_be_written_as_its_id_alone() -> None:
    text = "title: A\neditions: [public, {id: members, includes: public}]\n"

    editions = parse_config(config_file(text)).editions

    assert editions == (Edition(id="public"), Edition(id="members", includes=("public",)))


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        pytest.param("", "missing-field", ("title",), id="empty"),
        pytest.param("title: A\ntitel: B\n", "unknown-key", ("titel",), id="unknown-key"),
        pytest.param("- title\n", "bad-value", (), id="a-list"),
        pytest.param(
            "title: A\nlint:\n  role-gap: fatal\n", "bad-value", ("lint", "role-gap"), id="level"
        ),
        pytest.param(
            "title: A\npages_per_list: many\n", "bad-value", ("pages_per_list",), id="no-number"
        ),
        pytest.param(
            "title: A\nbase_url: estara.example\n", "bad-address", ("base_url",), id="address"
        ),
    ],
)
def test_settings_that_cannot_be_used_are_refused_at_their_field(
    text: str, code: str, field: tuple[str, ...]
) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(config_file(text))

    (problem,) = caught.value.problems
    assert (problem.code, problem.at.path, problem.at.field) == (code, "config.yaml", field)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param("title: A\ntitle: B\n", "duplicate-key", 2, id="key-twice"),
        pytest.param("title: US: here\n", "yaml-syntax", 1, id="not-yaml"),
    ],
)
def test_settings_that_are_no_yaml_are_refused_at_their_line(
    text: str, code: str, line: int
) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(config_file(text))

    assert [(one.code, one.at.line) for one in caught.value.problems] == [(code, line)]


def test_colours_of_the_theme_are_read_in_both_forms() -> None:
    text = 'title: A\ntheme: {accent: "#D98", accent_dark: "#ffcc00", fonts: system}\n'

    assert parse_config(config_file(text)).theme == Theme(
        accent="#D98", accent_dark="#ffcc00", fonts="system"
    )


@pytest.mark.parametrize("colour", ["crimson", "8c1d2f", "'#8c1d2'", "rgb(1 2 3)", "[red]"])
def test_any_other_colour_is_told_at_its_key(colour: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_config(config_file(f"title: A\ntheme:\n  accent: {colour}\n"))

    (problem,) = raised.value.problems
    assert (problem.code, problem.at.field) == ("bad-colour", ("theme", "accent"))
