"""Every mistake that an editor can make is told in words that were read and accepted.

Each folder of tests/invalid holds one mistake; `python -m tests.invalid.accept` writes
down anew what is said of it.
"""

import re
from pathlib import Path

import pytest

from generator.pipeline.check import LINTS
from tests.invalid import BASE, EXPECTED, Said, built, cases, code_of, said_of
from tests.invalid.codes import codes_of_program
from tests.test_invalid_places import ELSEWHERE
from tests.trees import read_tree, write_tree

PROBLEM = re.compile(
    r"^(\S.*?)(?::(\d+))?(?::(\d+))?: (?:error|warning)\[([a-z0-9-]+)\]: ", re.MULTILINE
)
TALKS = "content/briefings/2024/11/talks.md"
CASES = cases()


def name_of(case: Path) -> str:
    return case.name


def exit_code_for(path: str, code: str) -> int:
    if code in LINTS:
        return 0
    if code.startswith("output-"):
        return 3
    return 2 if path == "config.yaml" else 1


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_mistake_is_told_in_the_accepted_words(case: Path, tmp_path: Path) -> None:
    said = said_of(case, tmp_path)

    assert said.errors == (case / EXPECTED).read_text(encoding="utf-8")
    ((path, _, _, code),) = PROBLEM.findall(said.errors)
    assert code == code_of(case)
    assert said.exit_code == exit_code_for(path, code)


def test_the_book_without_mistakes_is_built_in_silence(tmp_path: Path) -> None:
    assert said_of(BASE, tmp_path) == Said(0, "")


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_words_for_editors_name_no_part_of_the_program(case: Path) -> None:
    said = (case / EXPECTED).read_text(encoding="utf-8")

    assert not re.search(r"generator\.|object at|Traceback|pydantic|<class", said)


def test_every_code_has_its_case() -> None:
    assert {code_of(case) for case in CASES} | ELSEWHERE == codes_of_program()
    assert not {code_of(case) for case in CASES} & ELSEWHERE


MISTAKES = {
    "content/briefings/2024/11/talks.md": (
        "---\ntitle: Talks\npublished: Nov. 14\ntopics: [arms-control]\nfollow: x\n---\nText.\n"
    ),
    "content/briefings/2024/12/more.md": (
        "---\ntitle: More\npublished: 2024-12-01\ntopics: [arms]\nplaces: [hald]\n---\n"
        "See [this](gone.md), [that](official:anna-petrova).\n"
    ),
    "content/briefings/2024/12/wire.txt": "Ships leave\n\nThe ships left.\n",
    "content/glossary.yaml": "- term: test ban\n- definition: A promise.\n",
    "content/notes.doc": "Not part of the book.\n",
    "content/pages/about.md": "---\ntitle: About: us\n---\nText.\n",
    "content/places.yaml": "- id: halden\n  name: Halden\n- id: halden\n  name: Halden\n",
    "content/sources.yaml": "- id: transcript\n  url: example.org\n  tier: official\n",
}
TOLD = [
    ("content/briefings/2024/11/talks.md", "3", "12", "bad-date"),
    ("content/briefings/2024/11/talks.md", "5", "1", "unknown-key"),
    ("content/briefings/2024/12/more.md", "4", "10", "unknown-topic"),
    ("content/briefings/2024/12/more.md", "5", "10", "unknown-place"),
    ("content/briefings/2024/12/more.md", "7", "12", "broken-link"),
    ("content/briefings/2024/12/more.md", "7", "29", "unknown-official"),
    ("content/briefings/2024/12/wire.txt", "1", "1", "no-metadata"),
    ("content/glossary.yaml", "1", "3", "missing-field"),
    ("content/glossary.yaml", "2", "3", "missing-field"),
    ("content/notes.doc", "", "", "unknown-file"),
    ("content/pages/about.md", "2", "8", "yaml-syntax"),
    ("content/places.yaml", "3", "7", "duplicate-id"),
    ("content/sources.yaml", "2", "8", "bad-address"),
    ("content/sources.yaml", "3", "9", "bad-value"),
]


def test_all_mistakes_are_told_in_one_run_in_order_of_place(tmp_path: Path) -> None:
    said_of(BASE, tmp_path)
    write_tree(tmp_path, MISTAKES)

    said = built(tmp_path)

    assert PROBLEM.findall(said.errors) == TOLD
    assert said.errors.endswith("nothing published: 13 errors, 1 warning\n")
    assert said.exit_code == 1


def test_a_book_with_mistakes_makes_no_output(tmp_path: Path) -> None:
    write_tree(tmp_path, {**read_tree(BASE), **MISTAKES})

    built(tmp_path)

    assert not (tmp_path / "output").exists()


def test_a_published_site_stays_as_it_is_while_the_book_has_mistakes(tmp_path: Path) -> None:
    said_of(BASE, tmp_path)
    before = {path: path.read_bytes() for path in files_of(tmp_path / "output")}
    write_tree(tmp_path, MISTAKES)

    built(tmp_path)

    assert {path: path.read_bytes() for path in files_of(tmp_path / "output")} == before


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_mistake_in_one_file_does_not_make_mistakes_of_what_others_say(tmp_path: Path) -> None:
    said_of(BASE, tmp_path)
    for name in ("officials", "organizations", "topics", "places", "sources", "claims"):
        write_tree(tmp_path, {f"content/{name}.yaml": "- [\n"})

    said = built(tmp_path)

    assert [code for _, _, _, code in PROBLEM.findall(said.errors)] == ["yaml-syntax"] * 6


def test_a_mended_book_is_published(tmp_path: Path) -> None:
    said_of(BASE, tmp_path)
    write_tree(tmp_path, {TALKS: MISTAKES[TALKS]})
    built(tmp_path)
    write_tree(tmp_path, {TALKS: (BASE / TALKS).read_text(encoding="utf-8")})

    said = built(tmp_path)

    assert said == Said(0, "")
