"""Files for machines that are data, not text: each has an encoder in place of a template."""

from collections.abc import Callable, Mapping
from json import JSONEncoder
from typing import Final

from generator.model.views.machines import FeedEntry, FeedView

Value = str | list["Value"] | Mapping[str, "Value"]
"""What such files hold."""
Address = Callable[[str], str]
"""Gives the address of something on the site as the file must write it."""
_ENCODE: Final = JSONEncoder(ensure_ascii=False).encode


def json_feed(view: FeedView, address: Address, markup: Address) -> str:
    """Write a feed as JSON Feed 1.1 (jsonfeed.org)."""
    data: dict[str, Value | None] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "description": view.subtitle or None,
        "home_page_url": address(view.home),
        "feed_url": address(view.json),
        "language": view.language,
    }
    items = [_item(entry, address, markup) for entry in view.entries]
    listed = "\n  " + ",\n  ".join(items) + "\n " if items else ""
    before = _json(_stated(data)).removesuffix("\n}")
    return f'{before},\n "items": [{listed}]\n}}\n'


def _json(value: Value, *, depth: int = 0) -> str:
    """Write JSON, a value a line, as `json.dumps` does with an indent of 1, which is slow."""
    if isinstance(value, str):
        return _ENCODE(value)
    line = "\n" + depth * " "
    if isinstance(value, list):
        return f"[{','.join([f'{line} {_json(one, depth=depth + 1)}' for one in value])}{line}]"
    named = [f'{line} "{name}": {_json(one, depth=depth + 1)}' for name, one in value.items()]
    return f"{{{','.join(named)}{line}}}"


def _item(entry: FeedEntry, address: Address, markup: Address) -> str:
    data: dict[str, Value | None] = {
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
    return _json(_stated(data), depth=2)


def _stated(data: Mapping[str, Value | None]) -> Mapping[str, Value]:
    return {key: value for key, value in data.items() if value is not None}


ENCODERS: Final = {"feed.json": json_feed}
"""The encoder of each kind of file, by the name that a template would have."""
