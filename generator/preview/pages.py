"""What a browser is given: the site's files, and in each page the preview's own script."""

import json
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from threading import Event
from typing import Any, Final

from generator.diagnostics import Problem
from generator.model import addresses
from generator.preview.desk import Desk, State
from generator.preview.snapshot import Snapshot
from generator.report import HeldBack
from generator.runtime.http import Served

_OWN: Final = Path(__file__).parent / "static"
_SOURCES: Final = "sources.json"
_END_OF_HEAD: Final = b"</head>"
_TYPES: Final = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/feed+json",
    ".opml": "text/x-opml",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/atom+xml",
}
"""Those of the files that a site is made of, the same on all machines."""
_TEXTUAL: Final = ("text/", "application/")
_NOTHING_YET: Final = (
    b"<!doctype html><html lang=en><head><meta charset=utf-8><title>Preview</title></head>"
    b"<body><p>The book has an error, and there is no earlier site to show.</p></body></html>"
)


class Pages:
    """Gives the files of the site as it is now, or as it will be on another day."""

    def __init__(self, desk: Desk, *, root: str, follows: bool) -> None:
        self._desk = desk
        self._root = root
        """Where the preview's own files are, so that no page of the book can name them."""
        self._follows = follows
        self.given = Event()
        """Whether anyone was given a page."""
        self._own = {
            f"{root}{file.name}": file.read_bytes()
            for file in _OWN.iterdir()
            if file.suffix in {".js", ".css"}
        }

    def find(self, path: str, query: Mapping[str, str]) -> Served | None:
        """Give what is at a path, which is looked up among the site's files and nowhere else."""
        if path in self._own:
            return Served(self._own[path], _type_of(path))
        if path == f"{self._root}{_SOURCES}":
            return Served(self._sources(), "application/json")
        day = query.get("as-of", "")
        snapshot = self._desk.at(day) if day else self._desk.snapshot
        url = f"{path}index.html" if not path or path.endswith("/") else path
        if snapshot is None:
            return Served(self._with_script(_NOTHING_YET, url, None), "text/html", 503)
        data = self._desk.page(url, snapshot)
        status = 200
        if data is None:
            url, status = addresses.NOT_FOUND, 404
            data = self._desk.page(url, snapshot) or b""
        self.given.set()
        if url.endswith(".html"):
            data = self._with_script(data or _NOTHING_YET, url, snapshot)
        return Served(data, _type_of(url), status)

    def _sources(self) -> bytes:
        """Tell the file of the book that each page is made from, by the page's address."""
        snapshot = self._desk.snapshot
        return json.dumps(dict(snapshot.sources) if snapshot else {}).encode()

    def _with_script(self, html: bytes, url: str, snapshot: Snapshot | None) -> bytes:
        held = snapshot.held(url) if snapshot else None
        facts = {
            "root": f"/{self._root}",
            "source": snapshot.sources.get(url, "") if snapshot else "",
            "held": _why(held) if held else "",
            "follow": "yes" if self._follows else "",
            "digest": sha256(html).hexdigest()[:16],
            "number": str(self._desk.state.number),
        }
        data = "".join(f' data-{name}="{escape(value)}"' for name, value in facts.items() if value)
        script = f'<script src="/{self._root}preview.js"{data}></script>\n'
        return html.replace(_END_OF_HEAD, script.encode() + _END_OF_HEAD, 1)


def told(state: State, pages: Mapping[str, str]) -> str:
    """Write what browsers are told of a state; `pages` has the address of each source file."""
    return json.dumps(
        {
            "number": state.number,
            "ms": round(state.seconds * 1000),
            "failed": state.failed,
            "problems": [_problem(one, pages) for one in state.problems],
            "held": [_held(one, pages) for one in state.held_back],
            "styles": dict(state.styles),
            "follow": state.follow,
        },
        ensure_ascii=False,
    )


def _problem(one: Problem, pages: Mapping[str, str]) -> dict[str, Any]:
    return {
        "severity": one.severity,
        "path": one.at.path,
        "line": one.at.line,
        "column": one.at.column,
        "message": one.message,
        "hint": one.hint,
        "excerpt": one.excerpt,
        "page": pages.get(one.at.path, ""),
    }


def _held(one: HeldBack, pages: Mapping[str, str]) -> dict[str, str]:
    return {"title": one.title, "why": _why(one), "path": one.path, "page": pages.get(one.path, "")}


def _why(held: HeldBack) -> str:
    return f"{held.why} until {held.until}" if held.until else held.why


def _type_of(url: str) -> str:
    ending = PurePosixPath(url).suffix.lower()
    found = _TYPES.get(ending) or guess_type(url)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(_TEXTUAL) else found
