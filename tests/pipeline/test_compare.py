from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.model.page import Output
from tests.pipeline.publishing import put_all, refused


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("INDEX.html", "index.html", id="case"),
        pytest.param("ale\u0301na.html", "al\u00e9na.html", id="accent-in-two-forms"),
        pytest.param("a", "a/b.html", id="folder"),
        pytest.param("A", "a/b/c.html", id="folder-in-another-case"),
    ],
)
def test_two_pages_in_one_place_are_refused_by_both_names(
    one: str, other: str, tmp_path: Path
) -> None:
    (problem,) = refused({one: "1", other: "2"}, tmp_path)

    assert problem.code == "output-collision"
    assert repr(one) in problem.message
    assert repr(other) in problem.message
    assert not (tmp_path / "output").exists()


def test_one_address_given_twice_is_refused(tmp_path: Path) -> None:
    twice = [Output("a.html", b"1"), Output("a.html", b"1")]

    with pytest.raises(OutputError, match="output-collision"):
        put_all(twice, tmp_path / "output", book=tmp_path)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        "a//b",
        "./a",
        "a/",
        "a\\b",
        "c:x",
        "a\0b",
        "a\nb",
        "\ud800",
        ".git/hooks/x",
        "a/.GIT/x",
        ".briefbook-manifest.json",
        "a/.bb-tmp-1",
    ],
)
def test_an_address_outside_the_site_is_refused(url: str, tmp_path: Path) -> None:
    problems = refused({"index.html": "home", url: "x"}, tmp_path)

    assert [problem.code for problem in problems] == ["output-unsafe"]
    assert not (tmp_path / "output").exists()
