"""How many articles were collected of each month, so that silence is not read as calm."""

import pandas as pd

from analysis.partial_dates import span, spans

MONTH = len("2025-02")


def articles_per_month(documents: pd.DataFrame, known_on: str = "") -> pd.DataFrame:
    """Count the articles by the month in which they were printed: columns month and articles.

    Only those count that were certainly in print by the last day of ``known_on`` ("": all). An
    article of which only the year is known belongs to no month and is left out.
    """
    days = documents["published_on"]
    if known_on:
        days = days[spans(days)["last"] <= pd.Timestamp(span(known_on).last)]
    months = days[days.str.len() >= MONTH].str.slice(0, MONTH)
    return months.value_counts().sort_index().rename_axis("month").reset_index(name="articles")
