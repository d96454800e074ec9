"""Pictures of the example book in docs/screenshots/, and docs/theme.md: `make screenshots`.

Each page is taken on a phone and on a desk, in light and in dark.  Look at every picture
before you commit it: that is what they are for.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from docs.weights import counts, weights
from generator.build import build
from generator.report import Settings
from tests.browser import install
from tests.golden.accept import AS_OF

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / "docs" / "screenshots"
THEME: Final = ROOT / "docs" / "theme.md"
PART: Final = ROOT / "docs" / "parts" / "theme.md"
HEADER: Final = "<!-- Made by docs/screenshots.py from docs/parts/theme.md. -->\n\n"
COLOURS: Final = 256
MARGIN: Final = 24
PLACE: Final = """(one, margin) => {
  const box = one.getBoundingClientRect();
  return [0, box.top + scrollY - margin, document.body.clientWidth, box.height + 2 * margin];
}"""

Scheme = Literal["light", "dark"]


class Shot(NamedTuple):
    """A page, and which part of it the picture shows where it does not show the top."""

    name: str
    url: str
    part: str = ""


class Screen(NamedTuple):
    """A screen in CSS pixels, and how many dots each of them has."""

    width: int
    height: int
    dots: float


SHOTS: Final = (
    Shot("home", "index.html"),
    Shot("briefing", "briefings/2024/11/blinken-rutte-brussels.html"),
    Shot("official", "officials/mark-rutte.html"),
    Shot("topic", "topics/russia-dprk-ties.html"),
    Shot("matrix", "index.html", part=":has(> .scroll > .matrix)"),
)
MORE: Final = (
    Shot("officials", "officials/index.html"),
    Shot("statements", "statements/index.html"),
    Shot("claims", "claims/index.html"),
)
"""What else is weighed."""
SCREENS: Final = (Screen(390, 844, 2), Screen(1440, 1000, 1))
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")


def takes() -> Iterator[tuple[str, Shot, Screen, Scheme]]:
    """Give every picture: its file's name, and what it shows."""
    for shot in SHOTS:
        for screen in SCREENS:
            for scheme in SCHEMES:
                yield f"{shot.name}-{screen.width}-{scheme}.png", shot, screen, scheme


def take(browser: Browser, site: Path, shot: Shot, screen: Screen, scheme: Scheme) -> bytes:
    """Open a page of a site and take its picture, with a palette to keep it small."""
    page: Page = browser.new_page(
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=screen.dots,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page.goto((site / shot.url).as_uri())
    page.evaluate("document.fonts.ready.then(() => 0)")
    picture = Image.open(BytesIO(_part(page, shot.part) if shot.part else page.screenshot()))
    page.close()
    small = BytesIO()
    picture.convert("RGB").quantize(COLOURS).save(small, "png", optimize=True)
    return small.getvalue()


def _part(page: Page, selector: str) -> bytes:
    """Take an element in the whole width of the page, with some paper above and below."""
    left, top, width, height = page.locator(selector).evaluate(PLACE, MARGIN)
    place = {"x": left, "y": top, "width": width, "height": height}
    return page.screenshot(full_page=True, clip=place)


def main() -> None:
    """Build the example book and take all pictures of it."""
    program = install.chromium()
    if program is None:
        raise SystemExit(f"no Chromium could be installed ({install.faults()})")
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        build(Settings(root=ROOT, output=site, now=AS_OF))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, shot, screen, scheme in takes():
            (FOLDER / name).write_bytes(take(browser, site, shot, screen, scheme))
        pages = [(one.name, one.url) for one in (*SHOTS, *MORE) if not one.part]
        text = PART.read_text(encoding="utf-8").replace("@weights\n", weights(browser, site, pages))
        browser.close()
    THEME.write_text(HEADER + text.replace("@counts", counts()), encoding="utf-8")


if __name__ == "__main__":
    main()
