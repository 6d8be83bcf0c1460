"""Tables as a reader sees them: readable columns, hedges kept, nothing that a spreadsheet would run.

Streamlit's tables offer their cells as CSV, so a text that begins like a formula gets an apostrophe.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analysis.codebook import (
    KIND_TERMS,
    POPULATION_LABELS,
    SCOPE_LABELS,
    Basis,
    Modality,
    label,
)
from analysis.exports.reading_table import STATUS_LABELS
from analysis.exports.tables import escaped
from analysis.partial_dates import in_words

DRIFT_LABELS = {
    "": "",
    "bound": "other hedge",
    "number": "other number",
    "kind": "other kind",
}
KINDS = {kind.value: terms.label for kind, terms in KIND_TERMS.items()}
SCOPES = {scope.value: text for scope, text in SCOPE_LABELS.items()}
POPULATIONS = {population.value: text for population, text in POPULATION_LABELS.items()}


def fitted(table: pd.DataFrame, narrow: bool) -> pd.DataFrame:
    """Give a table of Markdown texts that fits the page: on a narrow one, two columns.

    There the first column stays, and the others are put one after the other, each with its name.
    """
    if not narrow or table.shape[1] <= 2:
        return table
    others = table.iloc[:, 1:]
    joined = [
        " · ".join(f"{name}: {text}" for name, text in row.items() if text)
        for row in others.astype(str).to_dict("records")
    ]
    return pd.DataFrame({table.columns[0]: table.iloc[:, 0], "Details": joined})


def figures(claims: pd.DataFrame) -> list[str]:
    """Write each claim's number with its hedge, as short as a chart does."""
    return [
        label(bound, low, high, unit)
        for bound, low, high, unit in zip(
            claims["bound"], claims["low"], claims["high"], claims["unit"], strict=True
        )
    ]


def days(claims: pd.DataFrame) -> list[str]:
    """Write the day of each claim, and where it is only that of the printing."""
    return [
        in_words(day) if basis == Basis.STATED else f"printed {in_words(day)}"
        for day, basis in zip(claims["said_on"], claims["said_on_basis"], strict=True)
    ]


def counted_thing(claims: pd.DataFrame) -> pd.Series:
    """Name who or what each claim counts."""
    thing = claims["population"].map(POPULATIONS)
    thing = thing.where(claims["item"] == "", claims["item"])
    return thing.where(claims["share_of"] == "", thing + ", share of " + claims["share_of"])


def claim_table(
    claims: pd.DataFrame, names: Mapping[str, str], places: Mapping[str, str]
) -> pd.DataFrame:
    """Make the table of claims that stands behind a chart: one row per claim, in the given order.

    Columns are titles; low and high are numbers, empty where the hedge leaves them open.
    """
    origin = (
        claims["origin"]
        .str.split(";")
        .map(lambda ids: " + ".join(names.get(key, key) for key in ids))
    )
    table = pd.DataFrame(
        {
            "Source": claims["source"],
            "Figure": figures(claims),
            "Claim type": claims["kind"].map(KINDS),
            "Counted": counted_thing(claims),
            "Scope": claims["scope"].map(SCOPES),
            "Said": days(claims),
            "Place": claims["location"].map(lambda key: places.get(key, key)),
            "Articles": claims["articles"],
            "Mentions": claims["mentions"],
            "Outlets": claims["outlets"],
            "Standing": claims["status"].map(STATUS_LABELS),
            "Own estimate of": origin,
            "Low": claims["low"],
            "High": claims["high"],
            "Bound": claims["bound"].str.replace("_", " "),
            "Modality": claims["modality"].where(claims["modality"] != Modality.ACTUAL, ""),
            "Said on": claims["said_on"],
            "Printed otherwise": claims["drift"],
            "Revised by": claims["superseded_by"],
            "Claim": claims["claim_id"],
        }
    )
    return escaped(table).reset_index(drop=True)


COLUMNS = {
    # A word of number stands with its range: it must not lose half of it to a narrow column.
    "Figure": st.column_config.Column(width="medium"),
    **{name: st.column_config.NumberColumn(format="localized") for name in ("Low", "High")},
}


def show(table: pd.DataFrame, alt: str, key: str, **options: Any) -> Any:
    """Show a table of claims in a grid that sorts and searches; returns its selection, if any."""
    return st.dataframe(
        table,
        hide_index=True,
        key=key,
        alt=alt,
        column_config=COLUMNS,
        **options,
    )
