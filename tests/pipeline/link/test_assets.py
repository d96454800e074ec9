from hashlib import sha256

import pytest

from generator.config import NavigationItem, Theme
from generator.diagnostics import Location, Problem
from generator.model.draft import Asset, Book
from generator.pipeline.link import link_site
from generator.pipeline.link.assets import frame_of, link_assets
from tests.builders import config
from tests.pipeline.link.books import REGISTRIES, TALKS, article, drafts, linked

OFFICIAL = "officials/ana-petrova.yaml"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>'
MAP = Asset("content/assets/maps/strait.svg", "assets/maps/strait.svg", DRAWING)
HASH = sha256(DRAWING).hexdigest()[:10]


def url_of(name: str, data: bytes = DRAWING) -> str:
    (found,) = link_assets([Asset(f"content/{name}", name, data)]).values()
    return found.url


@pytest.mark.parametrize(
    ("name", "url"),
    [
        pytest.param("assets/map.svg", f"assets/map.{HASH}.svg", id="plain"),
        pytest.param("assets/a/b/map.v2.svg", f"assets/a/b/map.v2.{HASH}.svg", id="folders"),
        pytest.param("assets/LICENSE", f"assets/LICENSE.{HASH}", id="no-ending"),
        pytest.param("assets/Größe #1?.svg", f"assets/Groe-1.{HASH}.svg", id="signs"),
        pytest.param("assets/карта.svg", f"assets/file.{HASH}.svg", id="other-script"),
        pytest.param("assets/100%.svg", f"assets/100.{HASH}.svg", id="percent"),
    ],
)
def test_an_address_holds_a_hash_of_the_bytes(name: str, url: str) -> None:
    assert url_of(name) == url


def test_other_bytes_have_another_address() -> None:
    assert url_of("assets/map.svg") != url_of("assets/map.svg", DRAWING + b"\n")


def test_a_picture_in_a_text_has_its_address_and_its_size() -> None:
    text = "![The strait](../../../assets/maps/strait.svg)\n"

    site, problems = linked({TALKS: article(text)}, assets=(MAP,))

    assert problems == ()
    assert site.texts[TALKS].body == (
        f'<p><img alt="The strait" src="site:assets/maps/strait.{HASH}.svg"'
        ' width="40" height="30" loading="lazy" decoding="async"></p>'
    )


def test_a_wrong_path_to_an_asset_is_told_the_nearest_name() -> None:
    text = "[Map](../../../assets/maps/straight.svg)\n"

    _, problems = linked({TALKS: article(text)}, assets=(MAP,))

    assert [(one.code, one.hint) for one in problems] == [
        ("broken-link", "there is content/assets/maps/strait.svg")
    ]


def with_portrait(path: str) -> dict[str, str]:
    return {OFFICIAL: REGISTRIES[OFFICIAL] + f"image: {path}\n", TALKS: article()}


def test_a_portrait_is_looked_up_among_the_assets() -> None:
    _, right = linked(with_portrait(MAP.name), assets=(MAP,))
    _, wrong = linked(with_portrait("assets/strait.svg"), assets=(MAP,))

    assert right == ()
    assert wrong == (
        Problem(
            "broken-link",
            "'assets/strait.svg' leads to no file of the book",
            Location(f"content/{OFFICIAL}", field=("image",)),
            "did you mean 'assets/maps/strait.svg'?",
        ),
    )


def test_the_masthead_may_show_and_link_to_assets() -> None:
    links = (NavigationItem(text="Map", to=MAP.name), NavigationItem(text="All", to="index.html"))
    settings = config(theme=Theme(logo=MAP.name, navigation=links))

    site = link_site(drafts({}), Book(assets=(MAP,)), settings).value

    assert site is not None
    assert site.logo == site.assets[MAP.name]
    assert site.linked_by_masthead == (url_of(MAP.name),)


def test_a_masthead_that_names_no_asset_is_told_so() -> None:
    links = (NavigationItem(text="Map", to="assets/map.pdf"),)
    settings = config(theme=Theme(logo="logo.svg", navigation=links))

    frame = frame_of(settings, link_assets([MAP]))

    assert [(one.code, one.at.path, one.at.field) for one in frame.problems] == [
        ("broken-link", "config.yaml", ("theme", "logo")),
        ("broken-link", "config.yaml", ("theme", "navigation", 0, "to")),
    ]
