"""The language of the site's own words: phrases, plurals, months, lists, numbers.

The one door to babel.  Phrases are gettext's: the English is the key, and what changes
stands in it as `%(name)s`.  A language is read once and is plain values then, which can
be sent to other processes.  babel is imported where it is used, because a command that
ends early should not wait for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from generator.text.catalogue import Catalogue

Direction = Literal["ltr", "rtl"]
Plural = tuple[str, str]
"""A phrase for one thing and for several."""

ENGLISH: Final = "en"
_UNGROUPED: Final = 1000
_RIGHT_TO_LEFT: Final = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
"""The scripts that are written from right to left, by ISO 15924."""
_SCRIPT_LETTERS: Final = 4


def phrase(text: str) -> str:
    """Mark a phrase that is said elsewhere, so that it is found for translation."""
    return text


def plural(one: str, several: str) -> Plural:
    """Mark a phrase with a number in it that is said elsewhere."""
    return one, several


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the site speaks, or English where a phrase has no translation."""

    tag: str
    """What `lang` attributes say: `de`, `en-GB`."""
    locale: str
    """What babel calls it: `de`, `en_GB`."""
    direction: Direction
    catalogues: tuple[Catalogue, ...]
    """The book's own before the packaged one; none for English."""
    months: tuple[str, ...]
    """As they stand beside a day."""
    lone_months: tuple[str, ...]
    """As they stand without a day; some languages tell them apart."""
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday."""
    languages: Mapping[str, str]
    """Names of languages by code."""
    comma: str
    """Joins two of several, such as `{0}, {1}`."""
    and_last: str
    or_last: str
    decimal_point: str

    def gettext(self, message: str) -> str:
        """Give a phrase in this language, with its `%(name)s` still in it."""
        for catalogue in self.catalogues:
            found = catalogue.phrases.get(message)
            if found:
                return found[0]
        return message

    def ngettext(self, one: str, several: str, number: int) -> str:
        """Give the form of a phrase that goes with a number."""
        for catalogue in self.catalogues:
            found = catalogue.phrases.get(one)
            if found:
                return found[catalogue.form(number) if len(found) > 1 else 0]
        return one if number == 1 else several

    def say(self, phrase: str, /, **values: object) -> str:
        """Say a phrase."""
        return self.gettext(phrase) % values

    def count(self, one: str, several: str, number: int, /, **values: object) -> str:
        """Say a phrase with a number in it, which stands there as `%(count)s`."""
        return self.ngettext(one, several, number) % {"count": self.number(number), **values}

    def listed(self, names: Sequence[str]) -> str:
        """Join names as a sentence does: `Ana Petrova, Jan Visser and Kim Ha Neul`."""
        return self._joined(names, self.and_last)

    def either(self, names: Sequence[str]) -> str:
        """Join names of which one is meant: `Mayor or Senator`."""
        return self._joined(names, self.or_last)

    def number(self, number: int) -> str:
        """Write a whole number: `1,204`."""
        if abs(number) < _UNGROUPED:
            return str(number)
        from babel.numbers import format_decimal  # noqa: PLC0415

        return format_decimal(number, locale=self.locale)

    def _joined(self, names: Sequence[str], at_the_end: str) -> str:
        """Join with no comma before the last: what stands between two stands there too."""
        *most, last = names or [""]
        if not most:
            return last
        joined = most[0]
        for name in most[1:]:
            joined = self.comma.format(joined, name)
        return at_the_end.format(joined, last)


def read_language(tag: str, catalogues: Sequence[Catalogue] = ()) -> Language:
    """Read what is known of a language; where babel knows nothing of it, names are English."""
    from babel import Locale  # noqa: PLC0415

    locale = Locale.parse(next(filter(None, map(_locale, wider(tag))), ENGLISH))
    months, standard = locale.months, locale.list_patterns["standard"]
    return Language(
        tag=tag,
        locale=str(locale),
        direction=direction(tag),
        catalogues=tuple(catalogues),
        months=_in_order(months["format"]["wide"]),
        lone_months=_in_order(months["stand-alone"]["wide"]),
        short_months=_in_order(months["format"]["abbreviated"]),
        weekdays=_in_order(locale.days["format"]["wide"]),
        languages={code: name for code, name in locale.languages.items() if "_" not in code},
        comma=standard["middle"],
        and_last=standard["2"],
        or_last=locale.list_patterns["or"]["2"],
        decimal_point=locale.number_symbols["latn"]["decimal"],
    )


def wider(tag: str) -> tuple[str, ...]:
    """Give a tag and the wider ones that stand for it, the nearest first.

    >>> wider("zh-Hant-TW")
    ('zh-Hant-TW', 'zh-Hant', 'zh')
    """
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


def direction(tag: str) -> Direction:
    """Tell in which direction a language is written, by its script.

    >>> direction("ar-EG"), direction("uz-Arab"), direction("uz")
    ('rtl', 'rtl', 'ltr')
    """
    from babel.core import get_global  # noqa: PLC0415

    likely = get_global("likely_subtags")
    full = (likely.get(one.replace("-", "_"), "").replace("_", "-") for one in wider(tag))
    for known in (tag, *full):
        scripts = [part for part in known.split("-")[1:] if len(part) == _SCRIPT_LETTERS]
        if scripts:
            return "rtl" if scripts[0].title() in _RIGHT_TO_LEFT else "ltr"
    return "ltr"


def _locale(tag: str) -> str:
    """Give babel's name for a language, or nothing where it has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return str(Locale.parse(tag, sep="-"))
    except (UnknownLocaleError, ValueError):  # a tag that is none at all
        return ""


def _in_order(names: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(names[number] for number in sorted(names))
