"""Claims as a reader wants them in a table: names, hedged figures, days in words."""

import pandas as pd

from analysis.codebook import Basis, label
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
