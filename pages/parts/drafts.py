"""The drafts of whoever is here: read, waiting to be confirmed, through reloads and restarts.

They are kept in the database. Where it cannot be written, they last as long as the page is open, and
this is said.
"""

from collections.abc import Callable

import streamlit as st

from analysis.errors import MusterError
from analysis.ledger.intake.draft import MOST_LETTERS, Draft
from analysis.ledger.store.database import Store
from analysis.ledger.store.drafts import (
    Waiting,
    drafts_of,
    drop_draft,
    fill_draft,
    keep_drafts,
    waiting,
)
from analysis.ledger.store.pasted import keep_pasted, pasted_by
from analysis.ledger.store.people import Person
from pages.parts.desk import Desk, now, open_desk, store_to_write

# The drafts as this page has them, and why they could not be kept ("" where they could).
DRAFTS, NOT_KEPT = "drafts", "drafts_not_kept"

LOST_AT_RELOAD = "What waits here could not be kept: it is lost when the page is loaded again. "


def waiting_drafts(desk: Desk) -> list[Waiting]:
    """List this person's drafts; at the first look of a visit, those that the database has kept."""
    if DRAFTS not in st.session_state:
        found: list[Waiting] = []
        if desk.store is not None and desk.person.may_write:
            try:
                found = list(drafts_of(desk.store, desk.person))
            except MusterError as error:
                st.session_state[NOT_KEPT] = str(error)
        st.session_state[DRAFTS] = found
    drafts: list[Waiting] = st.session_state[DRAFTS]
    return drafts


def add_drafts(desk: Desk, read: list[Draft]) -> None:
    """Have articles that were read wait behind those that wait already."""
    new = [waiting(one) for one in read]
    st.session_state[DRAFTS] = [*waiting_drafts(desk), *new]
    if new:
        _keep(lambda store, person: keep_drafts(store, person, new, now()))


def fill(draft_id: str, cells: dict[str, str]) -> None:
    """Keep what is in the form of a draft."""
    drafts: list[Waiting] = st.session_state.get(DRAFTS, [])
    old = next((one for one in drafts if one.draft_id == draft_id), None)
    if old is None or dict(old.filled) == cells:
        return
    filled = old.with_filled(cells)
    st.session_state[DRAFTS] = [filled if one is old else one for one in drafts]
    _keep(lambda store, person: fill_draft(store, person, filled))


def drop(draft_id: str) -> None:
    """Have done with a draft: its article was added, or left out."""
    drafts: list[Waiting] = st.session_state.get(DRAFTS, [])
    st.session_state[DRAFTS] = [one for one in drafts if one.draft_id != draft_id]
    _keep(lambda store, person: drop_draft(store, person, draft_id))


def pasted_text(desk: Desk) -> str:
    """Give what this person has pasted on an earlier visit and not had read; "" for nothing."""
    if desk.store is None or not desk.person.may_write:
        return ""
    try:
        return pasted_by(desk.store, desk.person)
    except MusterError as error:
        st.session_state[NOT_KEPT] = str(error)
        return ""


def keep_pasted_text(text: str) -> None:
    """Keep what stands in the field for pasting; "" forgets it. A text too long to be read is not."""
    if len(text) <= MOST_LETTERS:
        _keep(lambda store, person: keep_pasted(store, person, text, now()))


def why_not_kept() -> str:
    """Say why drafts are not kept through a reload; "" where they are."""
    reason = st.session_state.get(NOT_KEPT, "")
    return f"{LOST_AT_RELOAD}{reason}" if reason else ""


def _keep(write: Callable[[Store, Person], None]) -> None:
    try:
        write(store_to_write(), open_desk().person)
    except MusterError as error:
        st.session_state[NOT_KEPT] = str(error)
    else:
        st.session_state.pop(NOT_KEPT, None)
