"""Days of which only the year or the month may be known, and how they compare.

A partial date is kept as the text that the ledger holds: ``2025``, ``2025-02`` or ``2025-02-27``;
an empty text is a day that nobody gave. Its meaning is the span from the first to the last day
that it can be. Two dates compare as spans, never as text: ``2025-02`` is certainly before
``2025-03-01`` but neither before nor after ``2025-02-14``.
"""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)

MONTHS = calendar.month_abbr


class Span(NamedTuple):
    """The first and the last day that a partial date can be, both included."""

    first: date
    last: date

    def certainly_before(self, other: "Span") -> bool:
        """Tell whether every day of this span lies before every day of the other."""
        return self.last < other.first

    def may_be_same_day(self, other: "Span") -> bool:
        """Tell whether the two spans share a day, so that neither certainly comes first."""
        return self.first <= other.last and other.first <= self.last


class BadDate(ValueError):
    """A text that is no partial date: says the text and what is wrong with it."""

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        self.reason = reason
        super().__init__(f"{text!r} is no date: {reason}")


# A ledger's days are few, and read again for every table and every view.
@lru_cache(maxsize=100_000)
def span(text: str) -> Span:
    """Read a partial date as the span of days that it can be.

    Raises BadDate for anything but ``YYYY``, ``YYYY-MM`` and ``YYYY-MM-DD``.

    >>> span("2025-02")
    Span(first=datetime.date(2025, 2, 1), last=datetime.date(2025, 2, 28))
    """
    if not PARTIAL_DATE.fullmatch(text):
        raise BadDate(text, "write YYYY, YYYY-MM or YYYY-MM-DD")
    known = [int(part) for part in text.split("-")]
    year, month, day = (*known, 1, 1)[:3]
    try:
        first = date(year, month, day)
    except ValueError as error:
        raise BadDate(text, str(error)) from error
    if len(known) == 3:
        return Span(first, first)
    last_month = month if len(known) == 2 else 12
    return Span(first, date(year, last_month, calendar.monthrange(year, last_month)[1]))


def period(start: str, end: str) -> Span | None:
    """Read a period of which one end, or both, may be missing; None where neither is given.

    A missing end is taken from the other one: "since August" starts with August and is known to
    reach no further, because nothing beyond it was stated.
    """
    if not start and not end:
        return None
    return Span(span(start or end).first, span(end or start).last)


def spans(texts: pd.Series) -> pd.DataFrame:
    """Read a column of partial dates as two columns, ``first`` and ``last``.

    Returns datetime64 columns on the index of ``texts``; NaT where a text is empty. Each distinct
    text is read once, so that a million rows cost as much as their distinct days.
    """
    codes, distinct = pd.factorize(texts)
    read = [span(text) if text else None for text in distinct]
    ends = {
        "first": [known.first if known else None for known in read],
        "last": [known.last if known else None for known in read],
    }
    # NumPy reads None as a day that is not known.
    columns = {
        name: np.array(days, dtype="datetime64[D]").astype("datetime64[s]")[codes]
        for name, days in ends.items()
    }
    return pd.DataFrame(columns, index=texts.index)


def in_words(text: str) -> str:
    """Write a partial date for a reader, as precisely as it is known and no more.

    >>> in_words("2025-01-13"), in_words("2025-02"), in_words("2025"), in_words("")
    ('13 Jan 2025', 'Feb 2025', '2025', 'day not given')
    """
    if not text:
        return "day not given"
    parts = text.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1])]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
