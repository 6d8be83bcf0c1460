"""The claim whose evidence is open: its id stands in the address, its place on the page in the run.

Every way to choose one (a mark, a select box, a row, a button) ends here.
"""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.filters import CLAIM
from pages.parts.view import View

OPENED_AT = "opened_at"
OPENED_UNDER = "opened_under"


def choose(claim_id: str, place: str = "") -> None:
    """Open the evidence of a claim at a place of the page; for callbacks. "" closes it."""
    st.session_state[CLAIM] = claim_id
    st.session_state[OPENED_AT] = (claim_id, place)
    st.session_state.pop(OPENED_UNDER, None)


def choose_mark(chart_key: str, place: str) -> None:
    """Open the claim of the mark that was clicked; a click that selects nothing changes nothing."""
    clicked = clicked_id(st.session_state.get(chart_key))
    if clicked:
        choose(clicked, place)


def choose_option(box_key: str, place: str) -> None:
    """Open the claim that was chosen in a select box, or close it."""
    choose(st.session_state.get(box_key) or "", place)


def choose_row(grid_key: str, ids: tuple[str, ...], place: str) -> None:
    """Open the claim of the row that was chosen in a grid."""
    rows = st.session_state[grid_key]["selection"]["rows"]
    if rows:
        choose(ids[rows[0]], place)


def clicked_id(event: Any) -> str:
    """Read the id of the first clicked mark out of a chart's selection; "" if there is none."""
    points = event["selection"]["points"] if event else []
    for point in points:
        data = point.get("customdata")
        if data:
            return str(data[0] if isinstance(data, list) else next(iter(data.values())))
    return ""


def opens_here(view: View, claims: pd.DataFrame, place: str) -> bool:
    """Tell whether the evidence of the open claim belongs at this place of the page.

    It stands where the reader chose it. After a link, or when other filters may have taken that
    place off the page, it stands at the first place that shows the claim.
    """
    if not view.claim or view.claim not in set(claims["claim_id"]):
        return False
    claim, chosen_at = st.session_state.get(OPENED_AT, ("", ""))
    unchanged = st.session_state.setdefault(OPENED_UNDER, view.token) == view.token
    if claim == view.claim and unchanged and _same_page(chosen_at, place):
        return bool(chosen_at == place)
    if view.opened:
        return False
    view.opened.append(place)
    return True


def _same_page(one: str, other: str) -> bool:
    return one.partition(" ")[0] == other.partition(" ")[0]


def key_of(place: str) -> str:
    """Turn a place of the page into a key for controls."""
    return place.replace(" ", "_")
