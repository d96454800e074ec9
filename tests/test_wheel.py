"""The wheel is whole: installed on its own, it builds a book that has nothing but content."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import __version__
from tests.trees import SMALL_BOOK, write_tree

REPOSITORY = Path(__file__).parent.parent
TEMPLATES = REPOSITORY / "templates"
LANGUAGES = sorted((REPOSITORY / "generator" / "languages").glob("*.po"))
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")

OWN_FOOTER = """\
{% extends "theme/base.html" %}
{% block footer %}<footer>Printed in Halden</footer>{% endblock %}
"""
OWN_NOT_FOUND = "<!doctype html><title>{{ head.title }}</title><h1>Lost at sea</h1>\n"


@dataclass(frozen=True)
class Installed:
    """The wheel, and the folder that it alone was installed into."""

    wheel: Path
    target: Path

    def build(self, book: Path) -> Path:
        """Build a book with the installed program and give the folder of the site."""
        subprocess.run(
            [sys.executable, str(self.target / "bin" / "briefbook"), "build", "--jobs", "1"],
            cwd=book,
            env={"PYTHONPATH": str(self.target), "PATH": ""},
            check=True,
            capture_output=True,
            timeout=60,
        )
        return book / "output"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    target = folder / "target"
    making = ("--no-deps", "--no-build-isolation", "--no-index")
    subprocess.run(
        [*PIP, "wheel", str(REPOSITORY), *making, "--wheel-dir", str(folder)], check=True
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run(
        [*PIP, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)],
        check=True,
    )
    return Installed(wheel, target)


def files_below(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_wheel_holds_the_program_and_the_whole_theme(installed: Installed) -> None:
    with ZipFile(installed.wheel) as wheel:
        held = {name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/")}
    theme = {
        name.removeprefix("generator/theme/"): data
        for name, data in held.items()
        if name.startswith("generator/theme/")
    }
    rest = {name.split("/")[0] for name in held}

    assert theme == files_below(TEMPLATES)
    assert {"generator/cli.py", "generator/pipeline/render.py"} <= held.keys()
    assert {f"generator/languages/{one.name}" for one in LANGUAGES} <= held.keys()
    assert rest == {"generator", f"briefbook-{__version__}.dist-info"}
    assert [name for name in held if "__pycache__" in name] == []


def test_the_installed_program_builds_a_book_of_content_alone(
    installed: Installed, tmp_path: Path
) -> None:
    site = files_below(installed.build(write_tree(tmp_path, SMALL_BOOK)))

    assert b"We will not wait." in site["briefings/2024/11/talks.html"]
    assert b"@layer tokens" in site["static/brief.css"]
    assert b"@font-face" in site["static/brief.css"]
    published = files_below(TEMPLATES / "static").keys() - {"fonts.css"}
    assert {f"static/{name}" for name in published} <= site.keys()


def test_a_book_may_put_one_file_and_one_block_in_place_of_the_theme(
    installed: Installed, tmp_path: Path
) -> None:
    own = {
        "templates/404.html": OWN_NOT_FOUND,
        "templates/base.html": OWN_FOOTER,
        "templates/static/brief.css": "h1 { color: navy }\n",
    }

    site = files_below(installed.build(write_tree(tmp_path, {**SMALL_BOOK, **own})))

    assert b"<h1>Lost at sea</h1>" in site["404.html"]
    assert site["static/brief.css"] == b"h1 { color: navy }\n"
    assert "static/brief.js" in site
    for page in ("index.html", "briefings/2024/11/talks.html"):
        assert b"<footer>Printed in Halden</footer>" in site[page]
        assert b'<header class="mast">' in site[page]
        assert site[page].count(b"<footer") == 1
