"""Which claims a chart draws when there are more than it can show: a choice, never an average."""

import pandas as pd

# Beyond this, the marks of a figure cover each other whatever is done, and it gets heavy to send.
MOST_MARKS = 400
# What a panel shows at least, however many panels there are.
LEAST_MARKS = 40
# As many sources as can be looked over, one under the other.
MOST_ROWS = 50
# Pale ticks of all rows together.
MOST_TICKS = 400
# Stretches of time, in months, of which each source keeps its last claim; the finest that is
# enough is taken.
STRETCHES = (1, 3, 6, 12, 1200)


def most_marks(panels: int) -> int:
    """Say how many marks a panel of so many may show."""
    return max(LEAST_MARKS, MOST_MARKS * 3 // max(panels, 3))


def thinned_claims(claims: pd.DataFrame, most: int = MOST_MARKS) -> pd.DataFrame:
    """Keep each source's last claim of every month, or of a longer stretch, until few enough.

    Of what is still too many the claims printed in most articles stay. Returns the claims in
    their order; all of them where they are few enough.
    """
    if len(claims) <= most:
        return claims
    ordered = claims.sort_values(["said_last", "articles"], kind="stable")
    month = ordered["said_last"].dt.year * 12 + ordered["said_last"].dt.month
    kept = ordered
    for months in STRETCHES:
        keys = pd.DataFrame({"source": ordered["source"], "stretch": month // months})
        kept = ordered[~keys.duplicated(keep="last")]
        if len(kept) <= most:
            break
    return claims.loc[claims.index.isin(kept.nlargest(most, "articles").index)]


def thinned_rows(rows: pd.DataFrame, most: int = MOST_ROWS) -> pd.DataFrame:
    """Keep the rows whose figures most articles print, the first of equals, in their order."""
    return rows.loc[rows.index.isin(rows.nlargest(most, "articles").index)]


def thinned_ticks(
    earlier: pd.DataFrame, rows: pd.DataFrame, most: int = MOST_TICKS
) -> tuple[pd.DataFrame, int]:
    """Keep of each of the rows the figures said last, as many of each until few enough in all.

    Both frames name their ``row``; figures of other rows are dropped. Returns the figures in their
    order, and how many a row has at most; 0 where none of these rows had to lose any.
    """
    own = earlier[earlier["row"].isin(rows["row"])]
    if len(own) <= most:
        return own, 0
    each = max(most // max(len(rows), 1), 1)
    latest_first = own.sort_values("said_last", ascending=False, kind="stable")
    kept = latest_first.groupby("row", sort=False).head(each)
    return own[own.index.isin(kept.index)], each
