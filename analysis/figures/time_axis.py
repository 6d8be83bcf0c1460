"""The axis of days: its reach, its ticks, and days as the milliseconds that Plotly counts in."""

import pandas as pd

from analysis.figures.panel import Scale
from analysis.figures.text_width import text_width
from analysis.partial_dates import MONTHS

DAY = 86_400_000
TICK_TEXT = 11
# Months between ticks, the closest that fits being taken.
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


def milliseconds(days: pd.Series) -> pd.Series:
    """Turn days (datetime64) into milliseconds since 1970."""
    return days.astype("datetime64[ms]").astype("int64")


def time_scale(first: pd.Timestamp, last: pd.Timestamp, length: float, side: float) -> Scale:
    """Make an axis from one day to the end of another, with ``side`` pixels free at both ends."""
    start, end = first.timestamp() * 1000, (last + pd.Timedelta(days=1)).timestamp() * 1000
    # Two weeks at least: a single day would otherwise be as wide as the panel.
    lacking = max(14 * DAY - (end - start), 0)
    start, end = start - lacking / 2, end + lacking / 2
    spare = (end - start) * side / (length - 2 * side)
    return Scale(start - spare, end + spare, length)


def month_ticks(scale: Scale) -> tuple[list[float], list[str]]:
    """Give the ticks that fit: firsts of months, the year under the first tick and each January."""
    first = pd.Timestamp(scale.first, unit="ms").to_period("M") + 1
    last = pd.Timestamp(scale.last, unit="ms").to_period("M")
    months = pd.period_range(first, last, freq="M")
    wide = text_width("2024", TICK_TEXT) + 12
    month = 30.4 * DAY / abs(scale.per_pixel())
    step = next((s for s in MONTH_STEPS if s * month >= wide), MONTH_STEPS[-1])
    kept = [m for m in months if (m.year * 12 + m.month - 1) % step == 0]
    texts, year = [], 0
    for m in kept:
        name = MONTHS[m.month] if step < 12 else ""
        lines = [name, str(m.year) if m.year != year else ""]
        texts.append("<br>".join(line for line in lines if line))
        year = m.year
    return [m.start_time.timestamp() * 1000 for m in kept], texts
