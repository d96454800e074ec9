import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Location, Problem
from generator.errors import TemplateError
from generator.model.addresses import folded
from generator.model.page import Output
from generator.pipeline.compare import folders_of
from generator.pipeline.write import Stage, Staged, Target, publish
from generator.report import Written
from tests.pipeline.publishing import put, refused
from tests.trees import read_tree, write_tree

SITE = {
    "index.html": "home",
    "briefings/2024/11/nato.html": "briefing",
    "topics/korea.html": "topic",
    "static/brief.css": "style",
    "feed.xml": "feed",
}


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_site_stands_whole_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    written = put(SITE, tmp_path)

    assert read_tree(tmp_path / "output") == SITE
    assert written == Written(written=5, unchanged=0, removed=0)


def test_the_manifest_has_a_sorted_line_for_each_file(tmp_path: Path) -> None:
    put(SITE, tmp_path)
    text = (tmp_path / "output/.briefbook-manifest.json").read_text(encoding="utf-8")

    assert list(json.loads(text)["files"]) == sorted(SITE)
    assert text.count("\n") == len(SITE) + 1
    assert not (tmp_path / "output/.briefbook-journal.json").exists()


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    put(SITE, tmp_path)
    before = times(tmp_path)

    assert put(SITE, tmp_path) == Written(written=0, unchanged=5, removed=0)
    assert times(tmp_path) == before


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    put(SITE, tmp_path)
    before = times(tmp_path / "output/topics")

    assert put(SITE | {"index.html": "new"}, tmp_path) == Written(1, 4, 0)
    assert times(tmp_path / "output/topics") == before


def test_what_left_the_book_leaves_the_site_with_its_empty_folders(tmp_path: Path) -> None:
    put(SITE, tmp_path)
    written = put({"index.html": "home"}, tmp_path)

    assert read_tree(tmp_path / "output") == {"index.html": "home"}
    assert written == Written(0, 1, 4)
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == [
        ".briefbook-lock",
        ".briefbook-manifest.json",
        "index.html",
    ]


def test_files_of_others_stay_where_they_are(tmp_path: Path) -> None:
    write_tree(tmp_path / "output", {"CNAME": "desk.example", ".nojekyll": ""})
    put(SITE, tmp_path)
    write_tree(tmp_path / "output", {"topics/mine.html": "mine"})
    put({"index.html": "home"}, tmp_path)

    assert read_tree(tmp_path / "output") == {
        "index.html": "home",
        "CNAME": "desk.example",
        ".nojekyll": "",
        "topics/mine.html": "mine",
    }


def test_a_file_that_left_the_book_is_kept_if_someone_changed_it(tmp_path: Path) -> None:
    put(SITE, tmp_path)
    write_tree(tmp_path / "output", {"topics/korea.html": "edited"})
    site = {url: text for url, text in SITE.items() if url != "topics/korea.html"}

    assert put(site, tmp_path) == Written(0, 4, 0, kept=("topics/korea.html",))
    assert put(site, tmp_path) == Written(0, 4, 0)
    assert read_tree(tmp_path / "output")["topics/korea.html"] == "edited"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"a": "file"}, {"a/b/c": "within"}, id="file-becomes-folder"),
        pytest.param({"a/b/c": "1", "a/d": "2"}, {"a": "file"}, id="folder-becomes-file"),
        pytest.param({"A.html": "1"}, {"a.html": "2"}, id="other-case"),
        pytest.param({"A/x.html": "1"}, {"a/x.html": "1"}, id="other-case-of-a-folder"),
    ],
)
def test_names_may_change_their_kind(
    before: dict[str, str], after: dict[str, str], tmp_path: Path
) -> None:
    put(before, tmp_path)
    put(after, tmp_path)

    assert read_tree(tmp_path / "output") == after


def test_a_file_of_someone_else_in_our_place_is_a_conflict_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    put({"index.html": "home"}, tmp_path)
    mine = {"topics/korea.html": "mine", "feed.xml": "mine"}
    write_tree(tmp_path / "output", mine)

    problems = refused(SITE | {"index.html": "new"}, tmp_path)

    assert [problem.code for problem in problems] == ["output-conflict"] * 2
    assert "'topics/korea.html' is in the way" in problems[0].message
    assert read_tree(tmp_path / "output") == {"index.html": "home"} | mine


def test_a_file_of_someone_else_with_our_bytes_becomes_ours(tmp_path: Path) -> None:
    put({"index.html": "home"}, tmp_path)
    write_tree(tmp_path / "output", {"topics/korea.html": "topic"})

    assert put(SITE, tmp_path).unchanged == 2
    assert put({"index.html": "home"}, tmp_path).removed == 4


def test_a_page_that_was_edited_in_the_output_is_not_overwritten_until_it_is_removed(
    tmp_path: Path,
) -> None:
    put(SITE, tmp_path)
    write_tree(tmp_path / "output", {"index.html": "edited"})

    (problem,) = refused(SITE, tmp_path)
    (tmp_path / "output/index.html").unlink()

    assert "'index.html' was changed by hand" in problem.message
    assert "remove it, then build again" in problem.hint
    assert put(SITE, tmp_path) == Written(1, 4, 0)


def test_an_empty_file_in_the_place_of_a_page_is_a_power_cuts_and_is_mended(tmp_path: Path) -> None:
    put(SITE, tmp_path)
    write_tree(tmp_path / "output", {"index.html": ""})

    assert put(SITE, tmp_path) == Written(1, 4, 0)


def test_a_fault_while_pages_are_made_changes_nothing(tmp_path: Path) -> None:
    put(SITE, tmp_path)
    before = read_tree(tmp_path / "output")

    def each(stage: Stage) -> list[Staged]:
        staged = [stage(Output("index.html", b"new")), stage(Output("more.html", b"more"))]
        assert [one.waits for one in staged] == [True, True]
        raise TemplateError(Problem("template-failed", "no", Location("x"), "y"))

    with pytest.raises(TemplateError):
        publish(("index.html", "more.html"), each, Target(tmp_path / "output", tmp_path, ()))

    assert read_tree(tmp_path / "output") == before


@pytest.mark.parametrize("kind", ["link", "folder", "device"])
def test_what_is_no_file_is_in_the_way(kind: str, tmp_path: Path) -> None:
    write_tree(tmp_path, {"elsewhere": "home", "output/.gitkeep": ""})
    place = tmp_path / "output/index.html"
    match kind:
        case "link":
            place.symlink_to(tmp_path / "elsewhere")
        case "folder":
            write_tree(place, {"note": "mine"})
        case _:
            os.mkfifo(place)
    (tmp_path / "output/.briefbook-manifest.json").write_text('{"format": 1, "files": {}}')

    (problem,) = refused({"index.html": "home"}, tmp_path)

    assert problem.code == "output-conflict"
    assert kind in problem.message


@pytest.mark.parametrize("after", [{"topics/korea.html": "new"}, {"index.html": "home"}])
def test_nothing_is_written_or_removed_through_a_link(
    after: Mapping[str, str], tmp_path: Path
) -> None:
    put(SITE, tmp_path)
    outside = write_tree(tmp_path / "outside", {"korea.html": "topic"})
    (tmp_path / "output/topics/korea.html").unlink()
    (tmp_path / "output/topics").rmdir()
    (tmp_path / "output/topics").symlink_to(outside)

    if "index.html" in after:
        put(after, tmp_path)
    else:
        (problem,) = refused(after, tmp_path)
        assert "'topics' is in the way: it is a link" in problem.message

    assert read_tree(outside) == {"korea.html": "topic"}


def test_what_pages_need_takes_its_place_first_and_what_leads_to_them_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed: list[str] = []
    replace = os.replace

    def recorded(old: Path, new: Path) -> None:
        placed.append(Path(new).relative_to(tmp_path / "output").as_posix())
        replace(old, new)

    monkeypatch.setattr(os, "replace", recorded)
    put(SITE | {"search.json": "index", "a/index.html": "list"}, tmp_path)

    assert placed == [
        ".briefbook-journal.json",
        "static/brief.css",
        "briefings/2024/11/nato.html",
        "topics/korea.html",
        "a/index.html",
        "index.html",
        "feed.xml",
        "search.json",
        ".briefbook-manifest.json",
    ]


NAMES = st.lists(st.sampled_from(["a", "b", "A", "é", "x.html"]), min_size=1, max_size=3)
SITES = st.dictionaries(
    NAMES.map("/".join), st.sampled_from(["", "1", "2"]), min_size=1, max_size=6
)


def has_no_collision(site: Mapping[str, str]) -> bool:
    keys = {folded(url) for url in site}
    above = {place for key in keys for place in folders_of(key)}
    return len(keys) == len(site) and not keys & above


@settings(max_examples=150)
@given(st.lists(SITES.filter(has_no_collision), min_size=2, max_size=5))
def test_after_any_sequence_of_builds_the_folder_is_as_after_the_last_alone(
    sites: list[dict[str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        book = Path(name)
        for site in sites:
            put(site, book)
            assert read_tree(book / "output") == site

        put(sites[-1], book, book / "clean")
        found = {path.relative_to(book / "output") for path in (book / "output").rglob("*")}
        assert found == {path.relative_to(book / "clean") for path in (book / "clean").rglob("*")}
