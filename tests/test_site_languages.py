"""Sites that speak another language than English: no word of the theme is left behind."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from shutil import copytree
from xml.etree.ElementTree import Element

import pytest
from babel.messages.pofile import write_po

from docs.phrases import CATALOGUES, gathered, stored
from generator.pipeline.index.wording.initials import initials
from generator.text.language import read_language
from tests.builders import ENGLISH
from tests.golden.accept import BOOK
from tests.websites import Website, website, words_of

SHOWN = ("aria-label", "placeholder", "alt", "data-found")
"""Attributes that readers see or hear."""
UNSEEN = frozenset({"script", "style", "title"})
PROPER = frozenset({"Atom", "JSON Feed", *read_language("en").months})
"""Names of things, and of months, which are babel's."""
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
TAG = re.compile(r"<[^>]*>")
PIECES = re.compile(r"\n|, | \(|: |  ")
EDGES = " \t\n.,;:()“”„–—·…°©#0123456789"


def spoken_by(folder: Path, **settings: str) -> Website:
    """Make the site of the golden book with other settings."""
    copytree(BOOK, folder, dirs_exist_ok=True)
    config = folder / "config.yaml"
    text = config.read_text(encoding="utf-8")
    for name, value in settings.items():
        own = f"theme:\n  {name.removeprefix('theme_')}: {value}\n"
        text = (
            text.replace("theme:\n", own)
            if name.startswith("theme_")
            else re.sub(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
        )
    config.write_text(text, encoding="utf-8")
    return website(folder)


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Website:
    return spoken_by(tmp_path_factory.mktemp("de"), theme_language="de")


def texts_of(tree: Element) -> Iterator[str]:
    """Give every piece of text that a reader sees or hears."""
    if tree.tag in UNSEEN:
        return
    yield from (tree.get(name, "") for name in SHOWN)
    yield tree.text or ""
    for child in tree:
        yield from texts_of(child)
        yield child.tail or ""


def seen(site: Website) -> set[tuple[str, str]]:
    """Give the texts of a site with the pages that show them."""
    return {
        (url, " ".join(text.split()))
        for url, tree in site.pages.items()
        for text in texts_of(tree)
        if text.strip()
    }


def test_no_phrase_is_english_on_a_german_site(german: Website) -> None:
    said = {one.id: one.string for one in stored(CATALOGUES / "de.po") if one.id}
    english = {phrase for phrase, string in said.items() if phrase != string}
    single = {one for one in english if isinstance(one, str)}
    plural = {form for one in english if not isinstance(one, str) for form in one}
    loan_words = {"Briefings", "briefings"}

    left = {(url, text) for url, text in seen(german) if text in (single | plural) - loan_words}

    assert left == set()


def test_a_german_site_is_html_without_a_fault(german: Website) -> None:
    assert german.faults == {}
    assert len(german.pages) == len(website(BOOK).pages)


def test_dates_and_plurals_are_german(german: Website) -> None:
    pages = {url: words_of(tree) for url, tree in german.pages.items()}

    talks = pages["briefings/2024/11/talks-open.html"]
    assert "Veröffentlicht: 14. November 2024, 06:30 Uhr (UTC+1)" in talks
    assert "Ereignisse: 13. November 2024" in talks
    assert "1 Aussage hier, 3 im Buch" in talks
    assert "„We will not wait for ships to be counted.“" in talks
    assert "12.–13. November 2024" in talks
    assert "Donnerstag, 14. November 2024" in pages["archive/2024/11.html"]
    assert "2 Aussagen" in pages["archive/2024/11.html"]
    assert "61,25° N, 9,50° O" in pages["places/tarsk.html"]


def test_the_interface_and_the_book_each_say_their_language(german: Website) -> None:
    page = german.pages["briefings/2024/11/talks-open.html"]
    by_class = {one.get("class"): one for one in page.iter() if one.get("class")}

    assert (page.get("lang"), page.get("dir")) == ("de", None)
    assert by_class["lead"].get("lang") == "en"
    assert by_class["prose"].get("lang") == "en"
    assert 'xml:lang="en"' in german.files["feed.xml"].decode()


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("month-first", ("Nov 13, 2024", "November 14, 2024, 06:30 UTC+1", "November 12–13, 2024")),
        ("iso", ("2024-11-13", "2024-11-14, 06:30 UTC+1", "2024-11-12 – 2024-11-13")),
    ],
)
def test_days_are_written_in_the_style_of_the_settings(
    tmp_path: Path, style: str, shown: tuple[str, ...]
) -> None:
    site = spoken_by(tmp_path, theme_dates=style)

    page = words_of(site.pages["briefings/2024/11/talks-open.html"])

    assert [one for one in shown if one not in page] == []


def test_a_site_in_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "languages"
    folder.mkdir(parents=True)
    (folder / "ar.po").write_text('msgid "Topics"\nmsgstr "المواضيع"\n', encoding="utf-8")

    page = spoken_by(tmp_path, theme_language="ar").pages["briefings/2024/11/talks-open.html"]

    prose = next(one for one in page.iter() if one.get("class") == "prose")
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert (prose.get("lang"), prose.get("dir")) == ("en", "ltr")
    assert "المواضيع" in words_of(page)


def test_a_briefing_that_runs_from_right_to_left_says_so(tmp_path: Path) -> None:
    copytree(BOOK, tmp_path, dirs_exist_ok=True)
    meta = tmp_path / "content" / "briefings" / "2024" / "12" / "count-agreed.yaml"
    text = meta.read_text(encoding="utf-8").replace("language: en-GB", "language: he")
    meta.write_text(text, encoding="utf-8")

    site = website(tmp_path)

    page = site.pages["briefings/2024/12/both-count.html"]
    prose = next(one for one in page.iter() if one.get("class") == "prose")
    assert (page.get("lang"), page.get("dir")) == ("en", None)
    assert (prose.get("lang"), prose.get("dir")) == ("he", "rtl")
    home = [one for one in site.pages["index.html"].iter() if one.get("lang") == "he"]
    assert {one.get("dir") for one in home} == {"rtl"}


def strings_in(value: object) -> Iterator[str]:
    """Give every text that a value of the linked book holds."""
    if isinstance(value, str):
        yield from (value, unescape(value), unescape(TAG.sub("\n", value)))
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from strings_in(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield from strings_in(tuple(value.items()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings_in(one)


def without_marks(text: str) -> str:
    """Take away what the catalogue says, from within."""
    before = ""
    while before != text:
        before, text = text, MARKED.sub(" ", text)
    return text


def test_every_word_of_a_page_is_the_book_s_or_in_the_catalogue(tmp_path: Path) -> None:
    """Each phrase is put in brackets; what stands outside them must come from the book."""
    marked = gathered()
    for one in marked:
        several = isinstance(one.id, tuple)
        one.string = tuple(f"⟦{form}⟧" for form in one.id) if several else f"⟦{one.id}⟧"
    folder = tmp_path / "templates" / "languages"
    folder.mkdir(parents=True)
    with (folder / "en.po").open("wb") as stream:
        write_po(stream, marked)

    site = spoken_by(tmp_path)

    held = (site.book, [*site.book.briefings], site.made.config)
    book = " ".join(" ".join(strings_in(held)).split())
    kinds = {one.classification or "" for one in site.book.organizations.values()}
    known = {*PROPER, *ENGLISH.short_months, *(one.capitalize() for one in kinds)}
    known |= {initials(one) for one in site.book.officials.values()}
    pages = {
        url: without_marks("\n".join(" ".join(one.split()) for one in texts_of(tree)))
        for url, tree in site.pages.items()
    }
    left = {
        (url, rest)
        for url, text in pages.items()
        for rest in (one.strip(EDGES) for one in PIECES.split(text) if "://" not in one)
        if len(rest) > 1 and rest not in known and rest not in book
    }
    assert left == set()
