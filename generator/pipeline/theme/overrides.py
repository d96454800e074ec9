"""Templates of a book in the place of the theme's: each is compared with today's original.

A book's template says from what it was made, with a hash of it:

    {# made from theme/briefing.html block rail: 4f1c09d2 #}

White space counts for nothing, so that a change of layout alone is none.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from generator.diagnostics import Location, Problem
from generator.pipeline.theme.blocks import Block, Template, read_template
from generator.text.nearest import nearest

PREFIX: Final = "theme/"
"""What stands before the names of the packaged templates."""

_MARK: Final = re.compile(
    r"\{#-?\s*made from theme/(?P<file>\S+?)(?: block (?P<block>\w+))?: (?P<hash>\w+)\s*-?#\}"
)


@dataclass(frozen=True, slots=True)
class _Override:
    """A template of the book beside all those that it may rest on."""

    name: str
    path: str
    own: Template
    read: Callable[[str], Template | None]
    """Gives a template as the book's pages would get it by a name."""


def mark(file: str, text: str, block: str = "") -> str:
    """Give the line that says from what a template, or a block of it, was made.

    >>> mark("briefing.html", "<p>", "rail")
    '{# made from theme/briefing.html block rail: 33f27994 #}'
    """
    where = f"{file} block {block}" if block else file
    return f"{{# made from {PREFIX}{where}: {_hash(text)} #}}"


def _hash(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def override_problems(
    own: Mapping[str, str], packaged: Mapping[str, str], *, folder: str
) -> Iterator[Problem]:
    """Warn of templates that were made from what the theme no longer is.

    Templates are given by their names; `folder` is where the book keeps its own.
    """
    read = _reader(own, packaged)
    for name, text in own.items():
        template = read_template(text)
        if template is not None:
            override = _Override(name, f"{folder}/{name}", template, read)
            yield from _of_file(override, packaged)
            yield from _of_blocks(override)


def originals(packaged: Mapping[str, str], name: str) -> Mapping[str, tuple[str, str]]:
    """Give the blocks of a template of the theme, each with the file it is in and its text."""
    found: dict[str, tuple[str, str]] = {}
    while name in packaged:
        template = read_template(packaged[name])
        if template is None:
            break
        for block in template.blocks:
            found.setdefault(block.name, (name, block.text))
        name = template.extends
    return found


def _reader(
    own: Mapping[str, str], packaged: Mapping[str, str]
) -> Callable[[str], Template | None]:
    texts = {**packaged, **own, **{f"{PREFIX}{name}": text for name, text in packaged.items()}}
    return lambda name: read_template(texts[name]) if name in texts else None


def _of_file(override: _Override, packaged: Mapping[str, str]) -> Iterator[Problem]:
    """Compare a template that stands in the place of a whole file of the theme."""
    name = override.name
    if name not in packaged or override.own.extends.startswith(PREFIX):
        return
    yield from _compared(override, mark(name, packaged[name]), Location(override.path, 1, 1))


def _of_blocks(override: _Override) -> Iterator[Problem]:
    """Compare the blocks that a template writes in the place of the theme's."""
    if not override.own.extends.startswith(PREFIX):
        return
    known = _known_blocks(override)
    for block in override.own.blocks:
        if not block.outer:
            continue  # one within another is shown with it, whatever it is called
        at = _place(override, block.start, len(f"{{% block {block.name} %}}"))
        if block.name not in known:
            yield _unknown_block(block, override, known, at)
            continue
        file, original = known[block.name]
        if file and original.text.strip() and not block.adds:
            yield from _compared(override, mark(file, original.text, block.name), at)


def _known_blocks(override: _Override) -> dict[str, tuple[str, Block]]:
    """Give the blocks above a template, each with the theme's file that has it, or none."""
    known: dict[str, tuple[str, Block]] = {}
    name, seen = override.own.extends, set[str]()
    while name and name not in seen:
        seen.add(name)
        template = override.read(name)
        if template is None:
            break
        packaged = override.read(PREFIX + name.removeprefix(PREFIX))
        is_theme = packaged is not None and packaged.text == template.text
        for block in template.blocks:
            known.setdefault(block.name, (name.removeprefix(PREFIX) if is_theme else "", block))
        name = template.extends
    return known


def _unknown_block(
    block: Block, override: _Override, known: Mapping[str, object], at: Location
) -> Problem:
    message = f"{override.own.extends} has no block {block.name!r}, so this is shown nowhere"
    hint = nearest(block.name, known) or f"known: {', '.join(sorted(known))}"
    return Problem("unknown-block", message, at, hint, "warning")


def _compared(override: _Override, today: str, at: Location) -> Iterator[Problem]:
    wanted = _MARK.fullmatch(today)
    if wanted is None:
        raise ValueError(f"{today!r} is no mark")
    file, block = wanted["file"], wanted["block"]
    original = f"block {block} of {PREFIX}{file}" if block else f"{PREFIX}{file}"
    found = next(
        (one for one in _MARK.finditer(override.own.text) if one.group(1, 2) == (file, block)), None
    )
    if found is None:
        message = f"nothing says from which {original} this was made"
        hint = f"if it goes with today's, write this line above it: {today}"
        yield Problem("template-unmarked", message, at, hint, "warning")
    elif found["hash"] != wanted["hash"]:
        option = f" --block {block}" if block else ""
        message = f"{original} has changed since this was made from it"
        hint = (
            f"`briefbook new template {file}{option} --print` shows today's; "
            f"when yours goes with it, write {today}"
        )
        place = _place(override, found.start(), len(found[0]))
        yield Problem("template-behind", message, place, hint, "warning")


def _place(override: _Override, at: int, width: int) -> Location:
    before = override.own.text[:at]
    line = before.count("\n") + 1
    return Location(override.path, line, at - (before.rfind("\n") + 1) + 1, width)
