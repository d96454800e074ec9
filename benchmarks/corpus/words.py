"""The words that texts, titles and names are made of; all names are invented syllables."""

import random
from functools import cache
from itertools import accumulate
from typing import Final

FUNCTION_WORDS: Final = tuple(
    "the of to in and a that for on with as by at from its their this over under after before"
    " it which would could may has have had was were is are be not but also than more most".split()
)
NOUNS: Final = tuple(
    "ministry treaty envoy panel delegation reactor sanction export shipment border agency"
    " committee inspection framework summit ceasefire tariff satellite refinery port corridor"
    " alliance council communique dossier verification stockpile launch site facility customs"
    " vessel pipeline budget parliament cabinet accord protocol memorandum observer analyst"
    " hearing draft clause annex timetable deadline region coast capital embassy consulate"
    " transfer technology component supplier licence registry audit report review proposal"
    " response concern pressure dialogue channel visit talks security energy trade transit"
    " route fleet exercise monitor sensor warning threshold limit quota share supply".split()
)
VERBS: Final = tuple(
    "warned noted urged confirmed denied described outlined reported signalled rejected"
    " welcomed approved delayed reviewed backed questioned published circulated tabled".split()
)
ADJECTIVES: Final = tuple(
    "joint bilateral regional strategic technical quarterly revised interim formal informal"
    " maritime civilian strict limited further recent earlier broader narrow independent"
    " domestic foreign northern southern eastern western unresolved credible".split()
)
SUBJECTS: Final = tuple(
    "Export Arms Reactor Maritime Cyber Border Energy Trade Space Missile Treaty Sanctions".split()
)
FIELDS: Final = ("Controls", "Policy", "Security", "Oversight", "Diplomacy")
OFFICES: Final = (
    "Foreign Minister",
    "Deputy Foreign Minister",
    "Defence Minister",
    "Secretary General",
    "Spokesperson",
    "Special Envoy",
    "Ambassador",
    "Committee Chair",
    "Trade Minister",
    "Energy Minister",
    "Security Adviser",
    "Director of Verification",
)
PUBLISHERS: Final = (
    "Meridian Wire",
    "The Harbour Dispatch",
    "Northgate News",
    "Capital Ledger",
    "Pact Monitor",
    "Strait Observer",
)

_ONSETS: Final = tuple("b c d f g h j k l m n p r s t v w z br cr dr gr kr pr tr st sk sl".split())
_VOWELS: Final = tuple("a e i o u ai ei ou".split())
_CODAS: Final = ("", "", "", "n", "r", "l", "s", "th", "nd", "rk", "m", "v")
_LONGEST: Final = 12
_SHORTEST: Final = 4


def invented(rng: random.Random, number: int) -> list[str]:
    """Give so many words that are in no dictionary, each another."""
    words: dict[str, None] = {}
    known = {*FUNCTION_WORDS, *NOUNS, *VERBS, *ADJECTIVES}
    while len(words) < number:
        word = "".join(
            rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
            for _ in range(rng.randint(2, 3))
        )
        if _SHORTEST <= len(word) <= _LONGEST and word not in known:
            words[word] = None
    return list(words)


@cache  # it is asked for every word
def frequencies(number: int, slope: float = 1.0) -> tuple[float, ...]:
    """Give the sums of weights by which a few items are common and most are rare (Zipf)."""
    return tuple(accumulate(1 / rank**slope for rank in range(1, number + 1)))
