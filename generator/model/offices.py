"""Which office someone held on a day, worked out from dated roles and never guessed.

The first and the last day of a role both count.  Dates may be partial, on the role's side
(`start_date: 2019`) and on the question's (`2024-07`): a role then covers the day surely,
perhaps, or not at all, and "perhaps" is said, not rounded.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from generator.model.people import Role
from generator.model.site import Held
from generator.text.dates import PartialDate

_UNRANKED: Final = 1_000_000


def role_on(roles: Sequence[Role], day: PartialDate, pinned: str | None = None) -> Held:
    """Tell the office held on a day, or why none can be named.

    A role that is `pinned` by its id is the one, whatever its dates say.  Where several cover
    the day the lowest `rank` speaks; without ranks that decide, the answer is `overlap`.  Where
    the dates leave it open the answer is `ambiguous`, with every office that it may have been;
    where no role covers the day it is `gap`.
    """
    chosen = next((role for role in roles if role.id == pinned), None) if pinned else None
    if chosen:
        return Held("pinned", chosen)
    sure = tuple(role for role in roles if _surely(role, day))
    if len(sure) == len(roles) == 1:
        return Held("computed", sure[0])
    perhaps = tuple(role for role in roles if role not in sure and _perhaps(role, day))
    if not sure:
        return Held("ambiguous", None, perhaps) if perhaps else Held("gap")
    best = min(_rank(role) for role in sure)
    leading = tuple(role for role in sure if _rank(role) == best)
    if len(leading) > 1:
        return Held("overlap", None, leading)
    rivals = tuple(role for role in perhaps if _rank(role) <= best)
    if rivals:
        return Held("ambiguous", None, (*leading, *rivals))
    return Held("computed", leading[0])


def holds(role: Role, day: date) -> bool:
    """Tell whether a role may be held on a day."""
    return _perhaps(role, PartialDate(day.isoformat(), day, day, "day"))


def present_or_last(roles: Sequence[Role], day: date) -> Role | None:
    """Give the office that someone is introduced with: the one held on a day, else the last.

    Of several held that day the lowest `rank` comes first, then the newest.  One that begins
    later is not given: nobody is introduced with an office not yet held.
    """
    held = [role for role in newest_first(roles) if holds(role, day)]
    if held:
        return min(held, key=_rank)
    begun = (role for role in roles if _first_day(role) <= day.toordinal())
    return max(begun, key=lambda role: (_last_day(role), _first_day(role)), default=None)


def newest_first(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Sort roles by their first day, the newest first; open ones before closed ones."""
    return tuple(sorted(roles, key=_age))


def _age(role: Role) -> tuple[int, int, int, str]:
    return (-_first_day(role), -_last_day(role), _rank(role), role.label)


def _first_day(role: Role) -> int:
    return role.start_date.first.toordinal() if role.start_date else 0


def _last_day(role: Role) -> int:
    return role.end_date.last.toordinal() if role.end_date else date.max.toordinal()


def _rank(role: Role) -> int:
    return _UNRANKED if role.rank is None else role.rank


def _surely(role: Role, day: PartialDate) -> bool:
    after_start = role.start_date is None or role.start_date.last <= day.first
    before_end = role.end_date is None or day.last <= role.end_date.first
    return after_start and before_end


def _perhaps(role: Role, day: PartialDate) -> bool:
    after_start = role.start_date is None or role.start_date.first <= day.last
    before_end = role.end_date is None or day.first <= role.end_date.last
    return after_start and before_end
