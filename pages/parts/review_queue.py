"""The queue: articles that were added, with what is still to decide, and the log of decisions."""

import pandas as pd
import streamlit as st

from analysis.errors import MusterError
from analysis.exports.tables import escaped
from analysis.ledger.store.articles import SHARED
from analysis.ledger.store.queue import Logged, Queued, log, queue
from analysis.partial_dates import in_words
from pages.parts.chosen_article import choose_article
from pages.parts.drafts import waiting_drafts
from pages.parts.options import ADD, CODING, DECIDED, TO_DECIDE, ArticleChoices
from pages.parts.review_cards import decision_words
from pages.parts.review_desk import LAID_OUT, open_card
from pages.parts.view import View
from pages.parts.wording import counted, plain

# Of the log; older decisions stand in each proposal's card.
MOST_LOGGED = 50


def show(view: View, choices: ArticleChoices) -> None:
    """Show every coding that the filters of the queue leave, and the last decisions."""
    if view.desk.store is None:
        st.markdown("Nobody has added an article so far.")
        return
    try:
        everything = queue(view.desk.store)
        decisions = log(view.desk.store, MOST_LOGGED)
    except MusterError as error:
        st.warning(plain(error))
        return
    waiting = waiting_drafts(view.desk)
    if waiting:
        st.markdown(
            f"{counted(len(waiting), 'article')} of yours read and not yet confirmed: see *{ADD}*."
        )
    # Somebody else's blind coding is theirs until it is compared.
    own = [one for one in everything if one.coder in (SHARED, view.desk.person.name)]
    found = [one for one in own if fits(one, choices.standing, choices.who)]
    st.markdown(
        f"{counted(len(found), 'coding')} of {len(own)}, with "
        f"{counted(sum(one.open for one in found), 'open proposal')}. Choose a row to review it."
    )
    if found:
        _show_table(found)
    _show_log(decisions, choices.who)


def fits(one: Queued, standing: str, who: str) -> bool:
    """Tell whether the filters of the queue leave a coding."""
    if (standing == TO_DECIDE and not one.open) or (standing == DECIDED and one.open):
        return False
    people = (one.added_by, one.begun_by, *one.deciders)
    return any(who.casefold() in name.casefold() for name in people)


def _show_table(found: list[Queued]) -> None:
    table = pd.DataFrame(
        {
            "Title": [one.title for one in found],
            "Outlet": [one.outlet for one in found],
            "Printed": [in_words(one.published_on) for one in found],
            "Open": [one.open for one in found],
            "Accepted": [one.accepted for one in found],
            "Rejected": [one.rejected for one in found],
            "Coding": ["shared" if one.coder == SHARED else "your own" for one in found],
            "Added by": [one.added_by for one in found],
            "Added": [one.added_at[:10] for one in found],
            "Decided by": [", ".join(one.deciders) for one in found],
            "Article": [one.document_id for one in found],
        }
    )
    ids = tuple((one.document_id, one.coding_id) for one in found)
    st.dataframe(
        escaped(table),
        hide_index=True,
        key="queue",
        on_select=lambda: _choose_row(ids),
        selection_mode="single-row",
        column_config={"Title": st.column_config.Column(width=300)},
        alt="Articles that were added: one row for each coding",
    )
    names = {
        pair: f"{one.outlet}, {in_words(one.published_on)}: {one.title or one.document_id}"
        + ("" if one.coder == SHARED else " (your own coding)")
        for pair, one in zip(ids, found, strict=True)
    }
    st.selectbox(
        "Article to review",
        list(ids),
        format_func=names.__getitem__,
        index=None,
        key="queue_pick",
        placeholder="Choose a row, or an article here",
        on_change=_choose_option,
        label_visibility="collapsed",
    )


def _choose_row(ids: tuple[tuple[str, str], ...]) -> None:
    rows = st.session_state["queue"]["selection"]["rows"]
    if rows:
        _choose(ids[rows[0]])


def _choose_option() -> None:
    picked = st.session_state.get("queue_pick")
    if picked:
        _choose(picked)


def _choose(ids: tuple[str, str]) -> None:
    document_id, coding_id = ids
    choose_article(document_id)
    st.session_state[CODING] = "" if coding_id.endswith(".1") else coding_id


def _show_log(decisions: tuple[Logged, ...], who: str) -> None:
    found = [
        one
        for one in decisions
        if one.coder == SHARED and who.casefold() in one.decision.decided_by.casefold()
    ]
    if not found:
        return
    with st.expander(f"Who decided what: the last {counted(len(found), 'decision')}"):
        for one in found:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                words = one.decision.after.get("wording", "")
                st.markdown(f"“{plain(words)}”: {decision_words(one.decision)}")
                st.button(
                    "Open",
                    key=f"log_{one.decision.decision_id}",
                    on_click=_open_logged,
                    args=(one,),
                    help="Its card lists every decision on it, and takes each of them back.",
                )


def _open_logged(one: Logged) -> None:
    _choose((one.document_id, one.coding_id))
    open_card(one.decision.proposal_id)
    # The card is chosen already: coming to the article must not choose another.
    st.session_state[LAID_OUT] = one.coding_id
