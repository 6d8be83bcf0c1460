"""Denials, silences and confirmations without a number, as a reader's choices leave them."""

import pandas as pd

from analysis.codebook import CONFIRMATIONS, DENIALS, SILENCES
from analysis.estimates.said_months import month_of
from analysis.estimates.selection import Selection
from analysis.partial_dates import span, spans

DENIAL, SILENCE, CONFIRMATION = "denial", "silence", "confirmation"
GROUPS = {
    **dict.fromkeys(DENIALS, DENIAL),
    **dict.fromkeys(SILENCES, SILENCE),
    **dict.fromkeys(CONFIRMATIONS, CONFIRMATION),
}


def dated_stances(table: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Join the stances with their articles, and say when each was taken and what group it is of.

    Adds to the columns of the table ``outlet``, ``language``, ``url``, ``printed_on``,
    ``printed_first``, ``printed_last``; ``said_on`` and ``undated`` (no day is stated: that of the
    printing stands in), ``said_first`` and ``said_last``; ``month`` ("2025-02", "" where these days
    span several); ``group``: denial, silence or confirmation. Ordered by the day said.
    """
    own = documents[documents["document_id"].isin(table["document_id"])].set_index("document_id")
    rows = table.join(own[["outlet", "language", "url", "published_on"]], on="document_id")
    rows = rows.rename(columns={"published_on": "printed_on"})
    said, printed = spans(rows["stated_on"]), spans(rows["printed_on"])
    undated = rows["stated_on"] == ""
    # Nobody is quoted before he has spoken: a partly known day ends with the printing.
    last = said["last"].where(~(said["last"] > printed["last"]), printed["last"])
    rows = rows.assign(
        said_on=rows["stated_on"].where(~undated, rows["printed_on"]),
        undated=undated,
        said_first=said["first"].where(~undated, printed["first"]),
        said_last=last.where(~undated, printed["last"]),
        printed_first=printed["first"],
        printed_last=printed["last"],
        group=rows["stance"].map(GROUPS),
    )
    return rows.assign(month=month_of(rows["said_first"], rows["said_last"])).sort_values(
        ["said_last", "said_first"], kind="stable", ignore_index=True
    )


def stances(rows: pd.DataFrame, selection: Selection, known_on: str = "") -> pd.DataFrame:
    """Keep those of ``dated_stances`` that a selection shows, as printed by a day ("": all).

    A stance has no number, kind, scope or place; the choices of these leave it alone, and so do
    dates that bound the day that a number is about.
    """
    keep = pd.Series(True, index=rows.index)
    if known_on:
        keep &= rows["printed_last"] <= pd.Timestamp(span(known_on).last)
    for column, chosen in (
        ("claimant", selection.sources),
        ("outlet", selection.outlets),
        ("language", selection.languages),
    ):
        if chosen:
            keep &= rows[column].isin(chosen)
    if selection.clock != "about":
        first, last = (rows[f"{selection.clock}_{end}"] for end in ("first", "last"))
        if selection.date_from:
            keep &= last >= pd.Timestamp(span(selection.date_from).first)
        if selection.date_to:
            keep &= first <= pd.Timestamp(span(selection.date_to).last)
    return rows[keep].reset_index(drop=True)
