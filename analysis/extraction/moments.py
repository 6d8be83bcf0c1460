"""Days, weeks, months and years as the text gives them, no finer: the arithmetic of dates.

A moment is written as TIMEX3 writes it: ``2025-02-27``, ``2025-W09``, ``2025-02``, ``2025-Q1``,
``2025``.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple


class Direction(Enum):
    """Which way a clause looks from the day of writing."""

    BACK = "back"
    UNKNOWN = "unknown"
    PERHAPS_AHEAD = "perhaps ahead"
    AHEAD = "ahead"


class Moment(NamedTuple):
    """When something is, as far as words tell: its place in the tokens and its value.

    ``value`` is empty where the words name a time that cannot be placed ("recently").
    ``rule`` names the rule that read it.
    """

    first: int
    last: int
    value: str
    rule: str


def week(day: date) -> str:
    """Write the week of a day by the ISO calendar.

    >>> week(date(2025, 2, 27))
    '2025-W09'
    """
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def month(year: int, number: int) -> str:
    """Write a month; a number beyond 1 to 12 leads into the years around.

    >>> month(2025, 0), month(2025, 13)
    ('2024-12', '2026-01')
    """
    years, index = divmod(number - 1, 12)
    return f"{year + years}-{index + 1:02d}"


def quarter(day: date, steps: int = 0) -> str:
    """Write the quarter of a day, or one so many quarters away.

    >>> quarter(date(2025, 2, 27), -1)
    '2024-Q4'
    """
    years, index = divmod((day.month - 1) // 3 + steps, 4)
    return f"{day.year + years}-Q{index + 1}"


def valid(year: int, month_number: int, day_number: int) -> bool:
    """Tell whether there is such a day."""
    return (
        1 <= year <= 9999
        and 1 <= month_number <= 12
        and 1 <= day_number <= monthrange(year, month_number)[1]
    )


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date:
    """Find the latest such weekday on or before a day.

    >>> weekday_before(date(2025, 2, 27), 3)
    datetime.date(2025, 2, 27)
    """
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=7 if strictly and back == 0 else back)


def weekday_after(day: date, weekday: int) -> date:
    """Find the next such weekday after a day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def year_of_month(
    day: date, month_number: int, day_number: int | None, direction: Direction
) -> int:
    """Choose the year of a month that stands without one.

    It lies ahead where the clause looks ahead, behind where it looks back; else it is the nearer
    one, with a preference for what is past: an outlet that means ten months ago writes the year.
    """
    starts = [
        date(year, month_number, min(day_number or 1, monthrange(year, month_number)[1]))
        for year in (day.year - 1, day.year, day.year + 1)
    ]
    ahead = next(start for start in starts if start > day and not _holds(start, day, day_number))
    behind = [start for start in starts if start <= day or _holds(start, day, day_number)][-1]
    if direction is Direction.AHEAD:
        return behind.year if _holds(behind, day, day_number) else ahead.year
    near = (ahead - day).days <= _NEAR_AHEAD[direction][day_number is not None]
    return ahead.year if near else behind.year


# Days ahead up to which a month, and a day of a month, is read as still to come.
_NEAR_AHEAD = {
    Direction.BACK: (0, 20),
    Direction.UNKNOWN: (31, 75),
    Direction.PERHAPS_AHEAD: (120, 120),
}


def _holds(start: date, day: date, day_number: int | None) -> bool:
    """Tell whether a day lies in the month, or is the day, that begins at ``start``."""
    if day_number is not None:
        return start == day
    return (start.year, start.month) == (day.year, day.month)


def add_months(day: date, months: int) -> date:
    """Move a day by months, to the last day of a shorter one."""
    years, index = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))
