"""Get what the tests in a browser need: `python -m tests.browser.install`.

A Chromium that is there already is used as it is.  Whatever cannot be had is told by the
tests at the end of their report, so that nothing is left out in silence.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHECKER: Final = "vnu-jar@26.9.27"
"""The Nu HTML Checker of the W3C, as a Java archive."""

_HOME: Final = Path(sys.prefix)
_NODE: Final = _HOME / "node"
_JAR: Final = _NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_OWN: Final = _HOME / "browsers"
_TOLD: Final = _HOME / "browser-faults.txt"
_PATIENCE_S: Final = 600

Command = tuple[str, ...]
Way = tuple[Command, ...]
"""Commands that together bring something to this machine."""

_APT: Final[Way] = (
    ("apt-get", "update", "--quiet"),
    ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"),
)
_PLAYWRIGHT: Final[Way] = ((sys.executable, "-m", "playwright", "install", "chromium"),)
_NPM_OPTIONS: Final = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts")
_NPM: Final[Way] = (("npm", "install", "--prefix", str(_NODE), *_NPM_OPTIONS, CHECKER),)


def chromium() -> Path | None:
    """Give the browser of this machine, or the one that was put beside these tests."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return Path(found)
    places = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
    return next((path for place in places for path in sorted(_OWN.glob(place))), None)


def checker() -> tuple[str, str] | None:
    """Give Java and the archive that holds the Nu HTML Checker."""
    java = shutil.which("java")
    return (java, str(_JAR)) if java and _JAR.is_file() else None


def faults() -> str:
    """Say why the last attempt to install something failed."""
    told = _TOLD.read_text(encoding="utf-8").strip() if _TOLD.is_file() else ""
    return told or "run `make test`, which installs it"


def install() -> None:
    """Install what is missing, as far as this machine lets us."""
    said: list[str] = []
    if chromium() is None:
        said += _first_that_works(_ways_to_chromium(), chromium)
    if not _JAR.is_file():
        said += _first_that_works([_NPM], _JAR.is_file)
    if not shutil.which("java"):
        said.append("java is not on this machine")
    _TOLD.write_text("; ".join(said), encoding="utf-8")


def _ways_to_chromium() -> Iterator[Way]:
    if shutil.which("apt-get") and os.geteuid() == 0:
        yield _APT
    yield _PLAYWRIGHT


def _first_that_works(ways: Iterable[Way], is_there: Callable[[], object]) -> list[str]:
    """Go one way after the other until the thing is there; say what was wrong with each."""
    said = []
    for way in ways:
        fault = next(filter(None, map(_fault_of, way)), "")
        if is_there():
            return []
        said.append(fault or f"{way[-1][0]} brought nothing")
    return said


def _fault_of(command: Command) -> str:
    """Run a command and say what was wrong, in one line."""
    environment = os.environ | {
        "DEBIAN_FRONTEND": "noninteractive",
        "PLAYWRIGHT_BROWSERS_PATH": str(_OWN),
    }
    try:
        done = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]}: {error}"
    last = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
    return f"{command[0]}: {last}" if done.returncode else ""


if __name__ == "__main__":
    install()
