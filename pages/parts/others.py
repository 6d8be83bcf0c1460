"""Officers, generals, sappers, workers, and Russians counted along: rows of their own."""

from collections.abc import Sequence

import streamlit as st

from analysis.codebook import Kind, Population
from analysis.estimates.series import Now, now
from pages.parts.now_charts import show_now
from pages.parts.view import View

# Several such charts stand beneath those of the page.
MOST_ROWS = 15

OTHERS = (
    Population.OFFICERS,
    Population.GENERALS,
    Population.SAPPERS,
    Population.WORKERS,
    Population.MIXED,
)


def show_others(view: View, kinds: Sequence[Kind], page: str) -> None:
    """Show, for those who are not simply soldiers, who says what now."""
    if view.selection.populations:
        return
    rows = view.remember(f"others {kinds}", lambda: _rows(view, kinds))
    if not rows:
        return
    st.header("Officers, sappers, workers and mixed counts", anchor=False)
    st.markdown(
        "They are never added to soldiers. Each row is the latest figure of one source for one group."
    )
    for kind, found in rows.items():
        show_now(view, f"{page} others_{kind.value}", found, kind, MOST_ROWS)


def _rows(view: View, kinds: Sequence[Kind]) -> dict[Kind, Now]:
    """Give the latest figures of these groups, by the kinds that have any."""
    claims = view.shown.claims
    present = set(claims.loc[claims["population"].isin(OTHERS), "kind"])
    rows = {
        kind: now(view.shown, kind, view.names, view.places, OTHERS)
        for kind in kinds
        if kind in present
    }
    return {kind: found for kind, found in rows.items() if len(found.rows)}
