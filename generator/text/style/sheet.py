"""Style sheets as text: their tokens, and the fonts that are joined to them.

A token is a custom property of the root element.  It may have a value for each scheme:
light, dark (by the reader's system or choice) and print.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

Scheme = Literal["light", "dark", "print"]
"""When the value of a token holds."""
Tokens = Mapping[tuple[Scheme, str], str]
"""The values of tokens by scheme and name: `("dark", "--paper")`."""

_SIGN: Final = re.compile(
    r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)'"]*\)|[{};]""", re.DOTALL
)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN: Final = re.compile(r"\s*(--[\w-]+)\s*:\s*(.*?)\s*", re.DOTALL)
_ROOT: Final = re.compile(r":root|\bhtml\b")
_NOT: Final = re.compile(r":not\([^)]*\)")
_IMPORT: Final = re.compile(r"""@import\s+(?:url\(\s*)?["']?fonts\.css["']?\s*\)?\s*;[ \t]*\n?""")
_FACE: Final = re.compile(r"@font-face\s*{(.*?)}", re.DOTALL)
_FAMILY: Final = re.compile(r"""font-family\s*:\s*["']?([^;"'}]+?)["']?\s*(?:;|$)""")


@dataclass(frozen=True, slots=True)
class _Value:
    scheme: Scheme
    name: str
    value: str
    start: int
    end: int


def tokens(css: str) -> Tokens:
    """Give the tokens of a style sheet; the last value of each is the one that holds.

    >>> tokens(":root { --ink: #111 } @media print { :root { --ink: #000 } }")
    {('light', '--ink'): '#111', ('print', '--ink'): '#000'}
    """
    return {(one.scheme, one.name): one.value for one in _values(css)}


def with_tokens(css: str, new: Tokens) -> str:
    """Give the style sheet with other values for the tokens that it has.

    >>> with_tokens(":root { --ink: #111; --gap: 1rem }", {("light", "--ink"): "#222"})
    ':root { --ink: #222; --gap: 1rem }'
    """
    parts: list[str] = []
    done = 0
    for one in _values(css):
        parts += css[done : one.start], new.get((one.scheme, one.name), one.value)
        done = one.end
    return "".join([*parts, css[done:]])


def joined(css: str, fonts: str) -> str:
    r"""Give the style sheet with the fonts in the place of `@import "fonts.css";`.

    >>> joined('@import "fonts.css";\np { margin: 0 }', "@font-face { }\n")
    '@font-face { }\np { margin: 0 }'
    """
    return _IMPORT.sub(lambda _: fonts, css)


def without_families(css: str, fonts: str) -> str:
    """Take the families of a sheet of fonts out of every stack that goes on after them.

    >>> face = "@font-face { font-family: 'Public Sans' }"
    >>> without_families('--sans: "Public Sans", Arial, sans-serif;', face)
    '--sans: Arial, sans-serif;'
    """
    families = {found for face in _FACE.findall(fonts) for found in _FAMILY.findall(face)}
    for family in sorted(families):
        css = re.sub(rf"""["']?{re.escape(family)}["']?\s*,\s*""", "", css)
    return css


@lru_cache(maxsize=8)
def _values(css: str) -> tuple[_Value, ...]:
    """Find every value of a token; a book is made again and again with the same sheet."""
    return tuple(_found(css))


def _found(css: str) -> Iterator[_Value]:
    """Find values by the blocks that they stand in."""
    blocks: list[str] = []
    begun = 0
    for sign in _SIGN.finditer(css):
        match sign[0]:
            case "{":
                blocks.append(_COMMENT.sub("", css[begun : sign.start()]).strip())
            case ";" | "}" as end:
                found = _TOKEN.fullmatch(css, begun, sign.start())
                if found and blocks and _ROOT.search(blocks[-1]):
                    yield _Value(_scheme(blocks), found[1], found[2], *found.span(2))
                if end == "}" and blocks:
                    blocks.pop()
            case comment if comment.startswith("/*") and not css[begun : sign.start()].strip():
                pass
            case _:
                continue
        begun = sign.end()


def _scheme(blocks: list[str]) -> Scheme:
    around = _NOT.sub("", " ".join(blocks))
    if re.search(r"@media[^{]*\bprint\b", around):
        return "print"
    return "dark" if re.search(r"\bdark\b", around) else "light"
