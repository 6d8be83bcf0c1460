"""Which rows of who says what now are drawn when they are more than can be read: a choice, no average."""

import pandas as pd

from analysis.figures.hover import count_text

# Beyond this a chart is several screens high, and heavy to send.
MOST_ROWS = 40
# Pale ticks of one row; beyond this they cover each other.
MOST_EARLIER = 10


def thinned_rows(
    rows: pd.DataFrame, earlier: pd.DataFrame, most: int = MOST_ROWS
) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Keep the figures printed in most articles, fresh ones first, and the latest ticks of each row.

    ``rows`` and ``earlier`` as ``Now`` has them; both keep their order. Returns them with the
    sentences on what is left out, none where nothing is.
    """
    notes = []
    kept = rows
    if len(rows) > most:
        ranks = rows[["stale", "articles"]]
        best = ranks.sort_values(["stale", "articles"], ascending=[True, False], kind="stable")
        kept = rows[rows.index.isin(best.index[:most])]
        notes.append(
            f"{len(kept):,} of {count_text(len(rows), 'figure')} are drawn: those printed in most "
            "articles, fresh ones first; the table holds all of them, and a choice of "
            "sources draws others."
        )
    beside = earlier.loc[earlier["row"].isin(kept["row"]), ["row", "said_last"]]
    latest = beside.sort_values("said_last", ascending=False, kind="stable")
    ticks = earlier[earlier.index.isin(latest.groupby("row").head(MOST_EARLIER).index)]
    if len(ticks) < len(beside):
        notes.append(
            f"Of the earlier figures of each row the latest {MOST_EARLIER} are pale ticks, "
            f"{len(ticks):,} of {len(beside):,}."
        )
    return kept, ticks, notes
