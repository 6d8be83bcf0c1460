"""Claims as a reader wants them in a table: names, hedged figures, days in words."""

import pandas as pd

from analysis.codebook import Basis, label, number_text
from analysis.figures.hover import subject
from analysis.partial_dates import in_words

STATUS_LABELS = {
    "in_force": "in force",
    "revised": "revised since",
    "drift_of_kind": "same number under another kind",
    "vague_beside": "word beside a number",
    "unsettled_fall": "lower, on one undated mention",
    "about_earlier": "about an earlier time",
}


def plain_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Make a table to read of rows that are no claims: the same columns, all text.

    >>> plain_table(pd.DataFrame({"Place": ["Kursk"], "Claims": [12.0], "Since": [None]}))
       Place Claims Since
    0  Kursk     12
    """
    texts = {name: [_plain(cell) for cell in column] for name, column in rows.items()}
    return pd.DataFrame(texts, dtype="str")


def _plain(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if pd.isna(cell):  # type: ignore[call-overload]
        return ""
    return number_text(cell) if isinstance(cell, int | float) else str(cell)


def reading_table(claims: pd.DataFrame) -> pd.DataFrame:
    """Make the table to read beneath a chart: a row a claim, in the given order, all text."""
    figures = zip(
        *(claims[name] for name in ("bound", "low", "high", "unit")),
        strict=True,
    )
    days = zip(claims["said_on"], claims["said_on_basis"], strict=True)
    return pd.DataFrame(
        {
            "Source": claims["source"],
            "Figure": [label(*figure) for figure in figures],
            "Counted": [subject(claim) for claim in claims.to_dict("records")],
            "Said": [
                in_words(day) if basis == Basis.STATED else f"printed {in_words(day)}"
                for day, basis in days
            ],
            "First printed": claims["first_printed"].map(in_words),
            "Articles": claims["articles"].map("{:,}".format),
            "Outlets": claims["outlets"].map("{:,}".format),
            "Standing": claims["status"].map(STATUS_LABELS),
            "Claim": claims["claim_id"],
        }
    ).reset_index(drop=True)
