"""The documentation tells what the program does, and all of it."""

import ast
import dataclasses
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from docs.generate import pages, title
from generator import __version__, config
from generator.model import briefing, people, subjects
from generator.model.draft import Book
from generator.model.views import briefing as briefing_views
from generator.model.views import drawings, lists, machines, parts, site, social
from generator.model.views import people as people_views
from generator.parsing import parse_book
from generator.pipeline.check import LINTS
from generator.pipeline.index import IndexBefore
from generator.pipeline.link import link_site
from generator.pipeline.link.registries import SINGULAR
from generator.pipeline.parse_config import parse_config
from generator.pipeline.read import read_book, read_config
from generator.report import Settings
from generator.text.language import read_language
from tests.golden.accept import AS_OF
from tests.trees import book, write_tree

REPOSITORY = Path(__file__).parent.parent
DOCS = REPOSITORY / "docs"
PROGRAM = REPOSITORY / "generator"
PROSE = [
    *sorted(REPOSITORY.glob("*.md")),
    *sorted(DOCS.glob("*.md")),
    *sorted(DOCS.glob("decisions/*.md")),
]
GENERATED = pages()

FIELD = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCED = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
TELLS = frozenset({"Problem", "WrongValueError", "_problem", "_refuse", "_located"})
"""What is called with the code of a problem."""
STEP = re.compile(r"(?:`([\w./-]+)`[^`\n]*:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SWAP = re.compile(r"Write `(.+?)` for `(.+?)` in the line `text:`")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """Give the text below each heading, as far as the next one."""
    parted = HEADING.split(FENCED.sub(lambda block: block[0].replace("\n#", "\n\t#"), text))
    return dict(zip(parted[1::2], parted[2::2], strict=True))


def classes(*modules: ModuleType) -> list[type]:
    """Give the records or views that modules declare."""
    return [
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type) and dataclasses.is_dataclass(found)
        if found.__module__ == module.__name__
    ]


def view_headings() -> dict[str, str]:
    """Give the heading below which each view is explained."""
    listed = re.findall(
        r"^### (.+)\n\n@view (\w+)$", text_of(DOCS / "parts/templates.md"), re.MULTILINE
    )
    return {view: heading for heading, view in listed}


@pytest.mark.parametrize("name", GENERATED)
def test_the_reference_is_up_to_date(name: str) -> None:
    assert text_of(DOCS / name) == GENERATED[name], "run `python docs/generate.py`"


def test_each_filter_is_explained_in_its_own_words() -> None:
    told = sections(GENERATED["templates.md"])["Filters"]
    rows = re.findall(r"^\| (.+) \| (.+) \|$", told, re.MULTILINE)

    assert len(rows) == len({words for _, words in rows}) > 2


@pytest.mark.parametrize("record", classes(config, people, subjects, briefing))
def test_every_field_of_a_book_is_explained(record: type) -> None:
    told = sections(text_of(DOCS / "data-model.md"))[title(record.__name__)]

    assert FIELD.findall(told) == names_of(record)


@pytest.mark.parametrize(
    "view", classes(site, briefing_views, lists, people_views, drawings, machines, parts, social)
)
def test_every_field_of_a_view_is_explained(view: type) -> None:
    heading = view_headings().get(view.__name__) or title(view.__name__)
    told = sections(text_of(DOCS / "templates.md"))[heading]

    assert FIELD.findall(told) == names_of(view)


def names_of(shape: type) -> list[str]:
    return [field.name for field in dataclasses.fields(shape)]


def test_templates_are_given_the_views_that_the_docs_say() -> None:
    settings = parse_config(read_config(REPOSITORY))
    book = read_book(REPOSITORY, settings).value
    drafts = parse_book(book, Settings(root=REPOSITORY, now=AS_OF)).value if book else None
    linked = link_site(drafts, Book(), settings).value if drafts else None

    assert linked is not None
    index = IndexBefore().index(linked, settings, read_language("en"))
    made = {(page.template, type(page.show(index.desk).view).__name__) for page in index.pages}

    told = {
        (template, view)
        for view, heading in view_headings().items()
        if heading not in {"site", "head"}
        for template in heading.split(" and ")
    }
    assert made - told == set()
    assert {template for template, _ in told - made} <= {"redirect.html", "tombstone.html"}


def codes_in(tree: ast.Module) -> Iterator[str]:
    """Give the codes of problems: they are passed on in calls, or begin a row of words."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
                if name in TELLS:
                    yield from (code for one in args[:2] for code in codes_of(one))
            case ast.Assign(value=ast.Tuple(elts=[ast.Constant() as first, *_])):
                yield from codes_of(first)


def codes_of(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(code)) if CODE.fullmatch(code):
            yield code
        case ast.JoinedStr(values=[ast.Constant(value="unknown-"), _]):
            yield from (f"unknown-{what}" for what in SINGULAR.values())


def test_every_problem_has_a_heading_and_every_heading_a_problem() -> None:
    trees = [ast.parse(text_of(path)) for path in PROGRAM.rglob("*.py")]
    told = {one for one in sections(text_of(DOCS / "problems.md")) if CODE.fullmatch(one)}

    assert {code for tree in trees for code in codes_in(tree)} == told


def test_the_docs_say_which_problems_are_warnings() -> None:
    found = sections(text_of(DOCS / "problems.md"))

    assert re.findall(r"^- \[([a-z-]+)\]", found["Warnings"], re.MULTILINE) == sorted(LINTS)
    assert {code for code, told in found.items() if "A warning." in told} == LINTS


@pytest.mark.parametrize("case", sorted(REPOSITORY.glob("tests/invalid/*/expected.txt")))
def test_examples_of_problems_are_what_the_program_says(case: Path) -> None:
    code = case.parent.name.partition("--")[0]
    example = re.findall(
        r"^```text\n(.*?)^```",
        sections(text_of(DOCS / "problems.md"))[code],
        re.MULTILINE | re.DOTALL,
    )
    said = "".join(text_of(one) for one in case.parent.parent.glob(f"{code}*/expected.txt"))

    assert len(example) == 1
    assert f"[{code}]" in example[0]
    assert example[0] in said, f"docs/problems.md shows other words for {code} than tests/invalid/"


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    _, *arguments = shlex.split(command)
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_readme_leads_to_a_first_briefing_and_to_a_mended_quote(tmp_path: Path) -> None:
    told = sections(text_of(REPOSITORY / "README.md"))["Your first briefing, in five minutes"]
    *steps, (_, _, said) = STEP.findall(told)
    for name, _, block in steps:
        if name:
            next(tmp_path.rglob(name), tmp_path / name).write_text(block, encoding="utf-8")
        else:
            for command in block.splitlines():
                done = run(command, tmp_path)
                assert (done.returncode, done.stderr) == (0, "")
    page = text_of(tmp_path / "output/officials/ana-petrova.html")
    ((new, old),) = SWAP.findall(told)
    file = next(tmp_path.rglob("talks-open-in-halden.md"))
    file.write_text(text_of(file).replace(f"{old}.”", f"{new}.”"), encoding="utf-8")

    refused = run("briefbook build", tmp_path)

    assert "“We will not wait for others to move first.”" in page
    assert "Foreign Minister of Estara" in page
    assert refused.returncode == 1
    assert without_month(refused.stderr) == without_month(said)
    assert text_of(tmp_path / "output/officials/ana-petrova.html") == page


def test_the_readme_makes_a_book_ones_own(tmp_path: Path) -> None:
    told = sections(text_of(REPOSITORY / "README.md"))["Make it yours"]
    book(tmp_path)
    for name, _, block in STEP.findall(told):
        if name:
            write_tree(tmp_path, {name: block})
        else:
            for command in block.splitlines():
                done = run(command, tmp_path)
                assert (done.returncode, done.stderr) == (0, "")

    assert "--accent: #005a9c" in text_of(tmp_path / "output/static/brief.css")
    assert "static/custom.css" in text_of(tmp_path / "output/index.html")


def without_month(text: str) -> str:
    return re.sub(r"briefings/\d{4}/\d\d/", "", text)


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## \[(.+?)\]", text_of(REPOSITORY / "CHANGELOG.md"), re.MULTILINE)

    assert versions[0] == __version__


def slugs(path: Path) -> set[str]:
    """Give the anchors that a code host makes of headings."""
    headings = HEADING.findall(FENCED.sub("", text_of(path)))
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", PROSE, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_links_between_the_docs_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", FENCED.sub("", text_of(page)))
    targets = [one for one in LINK.findall(prose) if not one.startswith("http")]
    wrong = []
    for target in targets:
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        if not file.exists() or (anchor and anchor not in slugs(file)):
            wrong.append(target)

    assert wrong == []


def test_the_traced_build_names_functions_that_there_are() -> None:
    rows = re.findall(r"\| `([\w/]+\.py)` \| `([\w.]+)` \|", text_of(DOCS / "architecture.md"))
    defined = {
        (file, node.name)
        for file in {file for file, _ in rows}
        for node in ast.walk(ast.parse(text_of(PROGRAM / file)))
        if isinstance(node, ast.FunctionDef)
    }

    assert len(rows) > 20
    assert [row for row in rows if (row[0], row[1].rpartition(".")[2]) not in defined] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_modules_that_the_docs_name_are_there(page: Path) -> None:
    named = re.findall(r"`((?:[\w]+/)*\w+\.py)`", text_of(page))
    places = [REPOSITORY, PROGRAM, PROGRAM / "pipeline", PROGRAM / "text"]

    assert [one for one in named if not any((place / one).exists() for place in places)] == []
