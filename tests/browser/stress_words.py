"""Words without meaning, and names that ask much of a page.  Nobody bears them."""

import random
from typing import Final

LONG: Final = "Wolkenkratzerverwaltungsoberinspektorenanwärter" * 4 + "vertretung"
"""Two hundred letters without a space."""

SCRIPTS: Final = (
    ("ar", "ليلى عبد الرحمن الهاشمية", "لن ننتظر حتى تُعدّ السفن في الميناء، ولن نقبل غير ذلك."),
    ("he", "נועה בן־ארצי", "לא נחכה עד שהספינות ייספרו."),
    ("fa", "مهرداد پناه‌آبادی", "ما منتظر شمارش کشتی‌ها نمی‌مانیم."),
    ("zh", "司徒空明", "我们不会等待船只清点完毕，也不会接受任何其他安排。" * 3),
    ("ja", "架空野太郎左衛門", "船が数えられるまで待つつもりはありません。" * 3),
    ("ko", "가나다라마", "우리는 배를 셀 때까지 기다리지 않을 것입니다."),
    ("ru", "Вымышлен Несуществующевич-Придуманский", "Мы не будем ждать, пока сосчитают корабли."),
    ("el", "Ανύπαρκτος Φανταστικόπουλος", "Δεν θα περιμένουμε να μετρηθούν τα πλοία."),
    ("th", "สมมติ ไม่มีจริง", "เราจะไม่รอให้นับเรือเสร็จก่อนที่จะพูดอะไรออกไปอีก"),
    ("tr", "Şahıs Yokoğlu", "Gemilerin sayılmasını beklemeyeceğiz."),
)
"""A language, a name and a sentence in it: "We will not wait until the ships are counted"."""

_SYLLABLES: Final = (
    *("ba", "de", "fi", "go", "lu", "mar", "nen", "pol", "ras", "tor", "ven"),
    *("quil", "strand", "haven"),
)


def words(count: int, *, seed: int) -> str:
    """Give a sentence of so many words, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    made = [
        "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 5)))) for _ in range(count)
    ]
    return " ".join(made).capitalize() + "."


def said_by(number: int) -> str:
    """Give a name of two words for each number."""
    first, last = words(1, seed=number), words(1, seed=1000 + number)
    return f"{first.rstrip('.')} {last.rstrip('.')}"


CROWD: Final = tuple(
    f"{said_by(n)}{'son' * (n % 3)} {'abcdefghij'[n // 4].upper()}" for n in range(40)
)
"""Forty names, all different by their last letter or before it."""
