"""Files for machines that are data, not text: each has an encoder in place of a template."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from generator.model.views.machines import FeedEntry, FeedView

Address = Callable[[str], str]
"""Gives the address of something on the site as the file must write it."""
Part = Callable[[str, tuple[object, ...], Callable[[], str]], str]
"""Gives what several files hold alike, which is made once."""


def json_feed(view: FeedView, address: Address, markup: Address, part: Part) -> str:
    """Write a feed as JSON Feed 1.1 (jsonfeed.org)."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "description": view.subtitle or None,
        "home_page_url": address(view.home),
        "feed_url": address(view.json),
        "language": view.language,
    }
    items = [
        part("feed.json", (entry,), partial(_item, entry, address, markup))
        for entry in view.entries
    ]
    listed = "\n  " + ",\n  ".join(items) + "\n " if items else ""
    before = _json(data).removesuffix("\n}")
    return f'{before},\n "items": [{listed}]\n}}\n'


def _json(data: Mapping[str, Any], *, depth: int = 0) -> str:
    """Write what is stated, a value a line; no line ends within a value."""
    text = json.dumps(_stated(data), ensure_ascii=False, indent=1)
    return text.replace("\n", "\n" + depth * " ")


def _item(entry: FeedEntry, address: Address, markup: Address) -> str:
    data = {
        "id": entry.id,
        "url": address(entry.url),
        "title": entry.title,
        "summary": entry.summary or None,
        "content_html": markup(entry.content),
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in entry.authors] or None,
        "tags": list(entry.tags) or None,
    }
    return _json(data, depth=2)


def _stated(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


ENCODERS: Final = {"feed.json": json_feed}
"""The encoder of each kind of file, by the name that a template would have."""
