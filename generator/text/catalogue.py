"""Catalogues of phrases: gettext's .po files, read by babel.

Every phrase is tried when it is read, so that a slip of a translator is a problem with its
line and can never break a page.
"""

import gettext
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Final

from generator.diagnostics import Location, Outcome, Problem

_TABLE: Final = 200
"""Forms of so many numbers are looked up; larger ones are rare and worked out."""
_PLACE: Final = re.compile(r"%\((\w+)\)s")
_LONE_PERCENT: Final = re.compile(r"%(?!\(\w+\)s)")
_PLACES: Final = "names such as %(name)s are kept as they are, and a % that stands alone is doubled"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a .po file says: the forms of each phrase by its English singular."""

    phrases: Mapping[str, tuple[str, ...]]
    rule: str = "n != 1"
    """Gettext's formula for the form that goes with the number n."""
    forms: tuple[int, ...] = ()
    """What the rule gives for the first numbers."""

    def form(self, number: int) -> int:
        """Tell which form of a phrase goes with a number."""
        if 0 <= number < len(self.forms):
            return self.forms[number]
        return gettext.c2py(self.rule)(abs(number))


def read_catalogue(text: str, *, path: str) -> Outcome[Catalogue]:
    """Read a .po file.  What is not translated, or is marked as fuzzy, is left out."""
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        found = read_po(StringIO(text), abort_invalid=True)
        forms = _forms(found.plural_expr, found.num_plurals)
    except PoFileError as error:
        line = (error.lineno or 0) + 1
        return Outcome(None, (_problem("this is no line of a .po file", path, line),))
    except (ValueError, LookupError, ArithmeticError) as error:
        return Outcome(None, (_problem(f"the head of this file cannot be used: {error}", path),))
    phrases: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for message in found:
        original, said = _several(message.id), _several(message.string)
        if not original[0] or message.fuzzy or not all(said):
            continue
        faults = list(_faults(original, said))
        problems += (_problem(fault, path, message.lineno or 0, _PLACES) for fault in faults)
        if not faults:
            phrases[original[0]] = said
    return Outcome(Catalogue(phrases, found.plural_expr, forms), tuple(problems))


def _forms(rule: str, number: int) -> tuple[int, ...]:
    form = gettext.c2py(rule)
    forms = tuple(map(form, range(_TABLE)))
    if not all(0 <= one < number for one in forms):
        raise ValueError(f"its plural rule {rule} does not give one of {number} forms")
    return forms


def _several(strings: str | Iterable[str] | None) -> tuple[str, ...]:
    return (strings,) if isinstance(strings, str) else tuple(strings or ("",))


def _faults(original: tuple[str, ...], said: tuple[str, ...]) -> Iterator[str]:
    """Say what a phrase would break: a name that its English does not have, a lone `%`."""
    known = frozenset(name for one in original for name in places(one))
    for one in said:
        if _LONE_PERCENT.search(one.replace("%%", "")):
            yield f"the translation of {original[0]!r} cannot be filled in"
        yield from (
            f"{original[0]!r} has no place that is called {name}"
            for name in sorted(places(one) - known)
        )


def places(phrase: str) -> frozenset[str]:
    """Give the names of what is filled in.

    >>> sorted(places("%(count)s of %(total)s, 5%% more"))
    ['count', 'total']
    """
    return frozenset(_PLACE.findall(phrase.replace("%%", "")))


def _problem(message: str, path: str, line: int = 0, hint: str = "") -> Problem:
    return Problem("bad-phrase", message, Location(path, line), hint)
