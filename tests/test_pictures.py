"""Pictures and other assets from end to end: what is published, where, and what is not."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model.views.social import SIZE_OF_A_CARD
from generator.pipeline import social_cards
from generator.report import Settings
from generator.text.picture_size import Size, picture_size
from tests.made import make
from tests.trees import SMALL_BOOK, book

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><title>{}</title></svg>\n'
OFFICIAL = "content/officials/ana-petrova.yaml"
HEAD = "---\ntitle: Ships leave\npublished: 2024-11-15\ntopics: [arms]\n"


def site_of(root: Path, *, at: str = "2024-12-01", jobs: int = 1) -> Mapping[str, bytes]:
    now = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return {one.url: one.data for one in make(Settings(root, now, jobs=jobs)).outputs}


def below(folder: str, site: Mapping[str, bytes]) -> list[str]:
    return sorted(re.sub(r"\.\w{10}\.", ".", url) for url in site if url.startswith(folder))


@pytest.mark.parametrize(
    ("meta", "body"),
    [
        pytest.param("embargoed: 2025-01-01\n", "![Chart](../assets/tons.svg)", id="embargoed"),
        pytest.param("status: withheld\n", "[Chart](../assets/tons.svg)", id="withheld"),
        pytest.param(
            "status: draft\nsummary: See [the chart](../assets/tons.svg).\n",
            "",
            id="short-field",
        ),
        pytest.param(
            "rights: {publish: excerpt, excerpt_words: 2}\n",
            "They met at noon.\n\n![Chart](../assets/tons.svg)",
            id="beyond-the-excerpt",
        ),
    ],
)
def test_an_asset_of_what_is_held_back_is_not_published(
    tmp_path: Path, meta: str, body: str
) -> None:
    files = {
        "content/briefings/ships.md": f"{HEAD}{meta}---\n{body}\n",
        "content/assets/tons.svg": SVG.format("HIDDEN"),
    }

    site = site_of(book(tmp_path, **files))

    assert below("assets/", site) == []
    assert [url for url, data in site.items() if b"HIDDEN" in data or b"tons." in data] == []


def test_an_asset_is_published_once_its_briefing_is(tmp_path: Path) -> None:
    files = {
        "content/briefings/ships.md": f"{HEAD}embargoed: 2025-01-01\n---\n"
        "![Chart](../assets/chart.svg), [notes](../assets/notes/all.pdf#page=2)\n",
        "content/assets/chart.svg": SVG.format(""),
        "content/assets/notes/all.pdf": "%PDF-1.7\n",
    }
    root = book(tmp_path, **files)

    assert below("assets/", site_of(root)) == []
    assert below("assets/", site_of(root, at="2025-01-02")) == [
        "assets/chart.svg",
        "assets/notes/all.pdf",
    ]


def test_an_asset_that_two_texts_show_stays_while_one_is_public(tmp_path: Path) -> None:
    files = {
        "content/briefings/ships.md": f"{HEAD}status: draft\n---\n![C](../assets/chart.svg)\n",
        "content/pages/about.md": "---\ntitle: About\n---\n![C](../assets/chart.svg)\n",
        "content/assets/chart.svg": SVG.format(""),
    }

    assert below("assets/", site_of(book(tmp_path, **files))) == ["assets/chart.svg"]


def test_a_portrait_stands_on_the_page_of_an_official(tmp_path: Path) -> None:
    portrait = "image: assets/ana.svg\nimage_alt: Ana Petrova at sea\nimage_credit: Jo Lind\n"
    files = {
        "config.yaml": "title: Halden Desk\nbase_url: https://example.org/book\n",
        OFFICIAL: SMALL_BOOK[OFFICIAL] + portrait,
        "content/assets/ana.svg": SVG.format(""),
    }

    page = site_of(book(tmp_path, **files))["officials/ana-petrova.html"].decode()

    (image,) = re.findall(r"<img [^>]*>", page)
    url = re.search(r'src="\.\./(assets/ana\.\w{10}\.svg)"', image)
    assert url
    assert 'width="40" height="30" alt="Ana Petrova at sea"' in image
    assert "lazy" not in image
    assert "Portrait: Jo Lind" in page
    assert f'"image":"https://example.org/book/{url[1]}"' in page


def test_without_a_portrait_the_initials_stand_there_and_no_address(tmp_path: Path) -> None:
    page = site_of(book(tmp_path))["officials/ana-petrova.html"].decode()

    assert '<span class="portrait" aria-hidden="true">AP</span>' in page
    assert '"image"' not in page


def test_a_logo_stands_in_the_masthead_of_every_page(tmp_path: Path) -> None:
    settings = "title: Halden Desk\ntheme:\n  logo: assets/logo.svg\n"
    files = {"config.yaml": settings, "content/assets/logo.svg": SVG.format("")}

    site = site_of(book(tmp_path, **files))

    mastheads = [data.decode() for url, data in site.items() if url.endswith(".html")]
    assert below("assets/", site) == ["assets/logo.svg"]
    assert mastheads
    for page in mastheads:
        assert re.search(
            r'<img src="[^"]*assets/logo\.\w{10}\.svg" width="40" height="30" alt="">', page
        )


def test_the_masthead_may_link_to_a_file(tmp_path: Path) -> None:
    navigation = "[{text: Guide, to: assets/guide.pdf}]"
    files = {
        "config.yaml": f"title: Halden Desk\ntheme: {{navigation: {navigation}}}\n",
        "content/assets/guide.pdf": "%PDF-1.7\n",
    }

    site = site_of(book(tmp_path, **files))

    assert below("assets/", site) == ["assets/guide.pdf"]
    assert re.search(rb'href="assets/guide\.\w{10}\.pdf">Guide<', site["index.html"])


CARDS = "title: Halden Desk\nbase_url: https://example.org/book\ntheme: {cards: true}\n"
DRAFT = {"content/briefings/ships.md": f"{HEAD}status: draft\n---\nThey left.\n"}


def test_briefings_and_officials_have_cards_and_what_is_held_back_has_none(tmp_path: Path) -> None:
    site = site_of(book(tmp_path, **{"config.yaml": CARDS, **DRAFT}))

    assert below("cards/", site) == [
        "cards/briefings/2024/11/talks.png",
        "cards/officials/ana-petrova.png",
    ]
    assert {picture_size(site[url]) for url in below("cards/", site)} == {Size(*SIZE_OF_A_CARD)}


def test_the_head_of_a_page_names_its_card_by_its_whole_address(tmp_path: Path) -> None:
    site = site_of(book(tmp_path, **{"config.yaml": CARDS}))

    page = site["briefings/2024/11/talks.html"].decode()

    where = "https://example.org/book/cards/briefings/2024/11/talks.png"
    assert f'<meta property="og:image" content="{where}">' in page
    assert '<meta property="og:image:width" content="1200">' in page
    assert '<meta property="og:image:alt" content="Talks resume">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert b"og:image" not in site["index.html"]


def test_a_book_that_does_not_know_its_address_names_no_card(tmp_path: Path) -> None:
    settings = "title: Halden Desk\ntheme: {cards: true}\n"

    site = site_of(book(tmp_path, **{"config.yaml": settings}))

    assert below("cards/", site)
    assert [url for url, data in site.items() if b"og:image" in data] == []


def test_without_pillow_there_is_a_note_and_the_same_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = book(tmp_path / "off", **{"config.yaml": CARDS.replace("true", "false")})
    root = book(tmp_path / "on", **{"config.yaml": CARDS})
    monkeypatch.setattr(social_cards, "find_spec", lambda _: None)

    result = CliRunner().invoke(main, ["check", "--root", str(root), "--json"])
    told = CliRunner().invoke(main, ["check", "--root", str(root)])

    assert (result.exit_code, told.exit_code) == (0, 0)
    (note,) = json.loads(result.stdout)["notes"]
    assert 'pip install "briefbook[cards]"' in note
    assert f"note: {note}\n" in told.stdout
    assert site_of(root) == site_of(without)


@pytest.mark.usefixtures("alone")
def test_cards_have_the_same_bytes_however_many_processes_draw_them(tmp_path: Path) -> None:
    many = {
        f"content/briefings/b{n}.md": f"{HEAD.replace('leave', str(n))}---\nThey left.\n"
        for n in range(70)
    }
    root = book(tmp_path, **{"config.yaml": CARDS, **many})

    assert site_of(root, jobs=2) == site_of(root)
