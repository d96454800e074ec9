"""The order of names, and of things by date.

How a person's name is filed is data, never guessed: names with the family name first
break every rule.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from generator.model.people import Official

_UNDIVIDED: Final = str.maketrans(
    {"æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "œ": "oe"}
)
"""Letters that Unicode does not take apart into a base letter and a mark."""


@lru_cache(maxsize=2_000)  # names come again and again
def folded(text: str) -> str:
    """Give a text without accents, capitals and punctuation, for comparing and finding.

    >>> folded("Łukasz O’Névé-Ünal")
    'lukasz oneve unal'
    """
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_UNDIVIDED)
    kept = (_kept(letter) for letter in apart if not unicodedata.combining(letter))
    return " ".join("".join(kept).split())


def name_key(name: str) -> tuple[str, str]:
    """Give the key that sorts names; names that differ in accents alone keep one order."""
    return folded(name), name


def filed_name(official: Official) -> str:
    """Give the name under which an index files a person: `Rutte, Mark` or `Kim Jong Un`."""
    if official.sort_name:
        return official.sort_name
    if official.family_name and official.given_name:
        return f"{official.family_name}, {official.given_name}"
    return official.name


def initial(name: str) -> str:
    """Give the letter under which a register lists a name; `#` for what begins with none.

    >>> initial("Østergaard"), initial("Şahin"), initial("3rd Fleet")
    ('O', 'S', '#')
    """
    first = folded(name)[:1].upper()
    return first if first.isalpha() else "#"


def _kept(letter: str) -> str:
    """Keep letters and digits; an apostrophe joins what it stands between, the rest divides."""
    if letter.isalnum():
        return letter
    return "" if letter in "'’ʼ`" else " "
