"""Where in its source a link was written."""

import re


def line_of(source: str, target: str) -> tuple[int, int] | None:
    """Give the line and column at which a link's address is first written.

    >>> line_of("See [the talks](topic:talks).", "topic:talks")
    (1, 17)
    """
    written = target.removeprefix("mailto:")
    if not written:
        return None
    plain = "\\" not in source and "&" not in written
    at = _first_plain(source, written) if plain else _first_written(source, written)
    return None if at < 0 else (source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at))


def _first_plain(source: str, written: str) -> int:
    """Find an address that can be written in one way only; none is -1."""
    first = at = source.find(written)
    while at >= 0:
        end = at + len(written)
        before, after = source[at - 1 : at], source[end : end + 1]
        if _parts(before, "(<:") and (_parts(after, ")>") or end == len(source)):
            return at
        at = source.find(written, at + 1)
    return first


def _parts(character: str, marks: str) -> bool:
    return character.isspace() or (character != "" and character in marks)


def _first_written(source: str, written: str) -> int:
    """Find an address in which characters may be escaped; none is -1."""
    letters = (r"\\?" + ("&(?:amp;)?" if one == "&" else re.escape(one)) for one in written)
    address = "".join(letters)
    as_link = re.compile(rf"(?<=[(<:\s]){address}(?=[)>\s]|$)")
    found = as_link.search(source) or re.search(address, source)
    return found.start() if found else -1
