"""A second, blind coding of an article: how far it agrees with the shared one, and what to settle."""

from itertools import groupby

import pandas as pd
import streamlit as st

from analysis.errors import MusterError
from analysis.estimates.agreement import Agreement, Coded, Difference, agreement
from analysis.ledger.store.articles import SHARED, begin_blind_coding
from analysis.ledger.store.decisions import standings
from analysis.ledger.store.queue import Queued
from analysis.ledger.store.records import Standing, State
from pages.parts.desk import now, open_desk, store_to_write
from pages.parts.options import CODING
from pages.parts.review_desk import Review, say, settle, take_over
from pages.parts.review_fields import LABELS
from pages.parts.view import View
from pages.parts.wording import counted, plain


def choose_coding(coding_id: str) -> None:
    """Go to a coding of the article; "" is the shared one."""
    st.session_state[CODING] = coding_id


def begin(document_id: str) -> None:
    """Begin a coding of one's own, from scratch."""
    try:
        choose_coding(begin_blind_coding(store_to_write(), open_desk().person, document_id, now()))
    except MusterError as error:
        say(str(error))


def show_agreement(view: View, review: Review, codings: tuple[Queued, ...]) -> None:
    """Compare each blind coding with the shared one, field by field, and offer to settle."""
    store = view.desk.store
    package = view.ledger.package
    if store is None or package is None:
        return
    for other in (one for one in codings if one.coder != SHARED):
        st.markdown(f"**Second coding, by {plain(other.coder)}**")
        shared = _accepted(review.standings)
        second = _accepted(standings(store, other.coding_id))
        if not shared or not second:
            st.caption("There is something to compare once both codings have accepted phrases.")
            continue
        found = agreement(
            [_coded(of, review) for of in shared.values()],
            [_coded(of, review) for of in second.values()],
            package.tables["mentions"].columns,
        )
        _show_figures(found, other.coder)
        _show_differences(review, found, shared, other.coder)
        _show_lonely(review, found, shared, second, other.coder)


def _accepted(all_of_them: tuple[Standing, ...]) -> dict[str, Standing]:
    return {of.proposal.proposal_id: of for of in all_of_them if of.state is State.ACCEPTED}


def _coded(of: Standing, review: Review) -> Coded:
    span = review.span(of)
    return Coded(of.proposal.proposal_id, span.start, span.end, of.fields)


def _show_figures(found: Agreement, coder: str) -> None:
    st.markdown(
        f"{counted(found.both, 'place')} marked in both codings, {len(found.only_first)} only in "
        f"the shared one, {len(found.only_second)} only in that of {plain(coder)}. "
        "As both stand now: what is settled counts as agreed."
    )
    if not found.both:
        return
    table = pd.DataFrame(
        {
            "Field": [_label(name) for name in found.agreed],
            "Filled alike": list(found.agreed.values()),
            "Of": found.both,
        }
    )
    with st.expander("Agreement by field"):
        st.table(table, hide_index=True, border="horizontal", alt="Agreement of the two codings")


def _show_differences(
    review: Review, found: Agreement, shared: dict[str, Standing], coder: str
) -> None:
    if found.differences:
        st.caption("To settle: take the second coding's cell over, or leave the shared one.")
    places = groupby(found.differences, key=lambda one: one.first)
    for first, differing in ((first, list(group)) for first, group in places):
        of = shared[first]
        for one in differing:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(
                    f"“{plain(of.fields.get('wording', ''))}”, {_label(one.column)}: shared "
                    f"**{plain(one.first_value or 'empty')}**, {plain(coder)} "
                    f"**{plain(one.second_value or 'empty')}**"
                )
                _offer_to_settle(review, of, [one], "Take over", coder)
        # Some cells fit only together, as a hedge and its ends.
        if len(differing) > 1:
            label = f"Take over all {len(differing)} cells of this place"
            _offer_to_settle(review, of, differing, label, coder)


def _offer_to_settle(
    review: Review, of: Standing, differing: list[Difference], label: str, coder: str
) -> None:
    columns = "_".join(one.column for one in differing)
    st.button(
        label,
        key=f"settle_{of.proposal.proposal_id}_{columns}",
        on_click=settle,
        args=(
            review,
            of,
            {one.column: one.second_value for one in differing},
            f"settled after the coding of {coder}",
        ),
    )


def _label(column: str) -> str:
    """Name a column as the card does."""
    return LABELS.get(column, column.replace("_", " "))


def _show_lonely(
    review: Review,
    found: Agreement,
    shared: dict[str, Standing],
    second: dict[str, Standing],
    coder: str,
) -> None:
    """List the places that only one coding has; those of the second can be proposed in the shared."""
    if found.only_first:
        phrases = ", ".join(
            f"“{shared[key].fields.get('wording', '')}”" for key in found.only_first
        )
        st.markdown(f"Only in the shared coding: {plain(phrases)}.")
    for key in found.only_second:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            words = plain(second[key].fields.get("wording", ""))
            st.markdown(f"Only in that of {plain(coder)}: “{words}”.")
            st.button(
                "Propose it in the shared coding",
                key=f"take_{key}",
                on_click=take_over,
                args=(review, second[key]),
            )
