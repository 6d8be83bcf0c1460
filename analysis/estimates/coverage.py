"""How the collected articles lie over time: by month, those without any among them."""

import pandas as pd

# A date known at least to its month: "2025-02".
MONTH = 7


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
