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


def by_month(documents: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Count articles and their mentions by month of printing, from the first month to the last.

    A month between them in which none was printed has a row of zeros. Returns ``articles`` and
    ``mentions`` (int64) by ``month`` ("2025-02"). Articles of which only the year is known belong
    to no month and are left out.
    """
    known = documents[documents["published_on"].str.len() >= MONTH]
    months = known["published_on"].str.slice(0, MONTH)
    if known.empty:
        return pd.DataFrame({"articles": [], "mentions": []}, dtype="int64").rename_axis("month")
    every = pd.period_range(months.min(), months.max(), freq="M").strftime("%Y-%m")
    month_of = pd.Series(months.to_numpy(), index=known["document_id"])
    counts = pd.DataFrame(
        {
            "articles": months.value_counts(),
            "mentions": mentions["document_id"].map(month_of).value_counts(),
        }
    )
    return counts.reindex(every).fillna(0).astype("int64").rename_axis("month")
