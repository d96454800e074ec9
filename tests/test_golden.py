"""A small complete book makes, byte for byte, the site that was looked over and accepted.

Where a difference is meant, `make accept` takes it over, and its diff is reviewed.
"""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

from generator.build import build
from generator.pipeline.rendering.packaged import theme_folder
from generator.report import Settings
from tests.golden.accept import AS_OF, BOOK, STATIC, kept_of, made_now, stored
from tests.made import Made

DIFFERENCES_SHOWN = 3
LINES_SHOWN = 30
JOIN = b'@import "fonts.css";\n'
"""What the theme's sheet says where its fonts are to stand."""
WHERE = "Look at the difference; if it is meant, run `make accept` and commit tests/golden/site."


@pytest.fixture(scope="module")
def made() -> Made:
    return made_now()


def difference(url: str, before: bytes, now: bytes) -> Iterator[str]:
    lines = unified_diff(
        before.decode().splitlines(),
        now.decode().splitlines(),
        f"accepted/{url}",
        f"made/{url}",
        n=1,
        lineterm="",
    )
    shown = list(islice(lines, LINES_SHOWN))
    yield from shown or [f"{url}: only the line ends differ"]
    if len(shown) == LINES_SHOWN:
        yield "..."


def report(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> str:
    """Say in which files two sites differ, and show the first differences."""
    missing, extra = sorted(before.keys() - now.keys()), sorted(now.keys() - before.keys())
    differ = [url for url in sorted(before.keys() & now.keys()) if before[url] != now[url]]
    lines = [f"not made any more: {url}" for url in missing]
    lines += [f"not made before: {url}" for url in extra]
    lines += [f"differs: {url}" for url in differ]
    for url in differ[:DIFFERENCES_SHOWN]:
        lines += ["", *difference(url, before[url], now[url])]
    return "\n".join(lines)


def test_the_golden_book_makes_the_golden_site(made: Made) -> None:
    found = report(stored(), kept_of(made))

    assert not found, f"\n{found}\n\n{WHERE}"


def test_the_golden_book_is_without_fault(made: Made) -> None:
    assert [problem.message for problem in made.report.problems] == []


def test_static_files_are_those_of_the_theme(made: Made) -> None:
    theme = theme_folder() / "static"
    files = {f"{STATIC}{path.relative_to(theme).as_posix()}": path for path in theme.rglob("*")}

    static = {one.url: one.data for one in made.outputs if one.url.startswith(STATIC)}

    packaged = {url: path.read_bytes() for url, path in files.items() if path.is_file()}
    fonts = packaged.pop("static/fonts.css")
    packaged["static/brief.css"] = packaged["static/brief.css"].replace(JOIN, fonts)
    assert static == packaged


def test_what_is_held_back_is_nowhere_on_the_site(made: Made) -> None:
    held = {Path(one.path).stem: one.why.split()[0] for one in made.report.held_back}

    assert held == {
        "draft": "draft",
        "embargoed": "embargoed",
        "expired": "expired",
        "internal": "edition",
        "plans": "draft",
        "withdrawn": "canceled",
        "withheld": "withheld",
    }
    assert [one.url for one in made.outputs if b"HIDDEN" in one.data] == []


def test_every_line_that_the_wire_rules_took_is_told(made: Made) -> None:
    assert [(line.rule, line.line) for _, line in made.report.left_out] == [
        ("advertisement", 9),
        ("read-more", 19),
    ]


def test_the_internal_edition_holds_what_the_public_one_does_not(tmp_path: Path) -> None:
    report = build(Settings(root=BOOK, now=AS_OF, edition="internal", output=tmp_path))

    assert "content/briefings/2024/12/internal.md" not in {one.path for one in report.held_back}
    assert (tmp_path / "briefings/2024/12/internal.html").is_file()


def test_a_report_names_every_difference_and_shows_the_first() -> None:
    before = {"a.html": b"one\ntwo\n", "b.html": b"same\n", "c.html": b"gone\n"}
    now = {"a.html": b"one\n2\n", "b.html": b"same\n", "d.html": b"new\n"}

    assert report(before, now).splitlines() == [
        "not made any more: c.html",
        "not made before: d.html",
        "differs: a.html",
        "",
        "--- accepted/a.html",
        "+++ made/a.html",
        "@@ -1,2 +1,2 @@",
        " one",
        "-two",
        "+2",
    ]


def test_a_report_on_equal_sites_is_empty() -> None:
    assert report({"a.html": b"one"}, {"a.html": b"one"}) == ""
