"""Shares: killed of casualties, casualties of the force sent, whose of whose as the reader chooses."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.codebook import COLLECTIVE_CLAIMANT_KINDS, KIND_TERMS, Bound, Kind, Unit, label
from analysis.estimates import select
from analysis.estimates.bounded import Bounded
from analysis.estimates.comparisons import COMPARED_DAYS
from analysis.estimates.series import FORCE, Now, now
from analysis.figures.alt import shares_sentence
from analysis.figures.hover import Claim, figure_words, said
from analysis.figures.look import Look
from analysis.figures.shares import shares_figure
from pages.parts.chart import show_chart
from pages.parts.empty import show_nothing
from pages.parts.options import Options, Side
from pages.parts.view import View, current_board
from pages.parts.wording import plain

STATED_KINDS = (Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES)


PART_NAMES = {
    Kind.KILLED: "Reported killed",
    Kind.WOUNDED: "Reported wounded",
    Kind.CASUALTIES: "Reported casualties",
}
WHOLE_NAMES = {
    Kind.CASUALTIES: "reported casualties",
    Kind.SENT_TOTAL: "those reported sent",
}


def show_shares(view: View, options: Options) -> None:
    """Show the shares that follow from two figures, and beside them those that sources stated."""
    part, whole = options.part, options.whole
    title = f"{PART_NAMES[Kind(part.kind)]} as a share of {WHOLE_NAMES[Kind(whole.kind)]}"
    if part.kind == whole.kind and part.source == whole.source:
        st.markdown("Part and whole are the same figure. Choose another kind for one of them.")
    else:
        parts, wholes = _figures(view, part), _figures(view, whole, any_source=True)
        rows, lacking = share_rows(parts, wholes, whole.source, _collective(view))
        if rows.empty:
            st.subheader(title, anchor=False)
            st.markdown("No source in this selection gives both numbers of such a share.")
        else:
            _show(
                view,
                "casualties shares",
                title,
                rows,
                _drawn(rows, parts, wholes),
                repr((part, whole)),
            )
        notes = [
            "Each number is its source's latest as known on the chosen day.",
            f"A row says where the two were said more than {COMPARED_DAYS} days apart.",
        ]
        if lacking:
            notes.append(f"No whole to divide by: {', '.join(lacking)}.")
        if not whole.source:
            notes.append(
                "Of officials, media and others who are several voices, only numbers of one day "
                "are divided by each other."
            )
        with st.container(key="prose_shares"):
            st.caption(plain(" ".join(notes)))
    _show_stated(view)


def share_rows(
    parts: pd.DataFrame,
    wholes: pd.DataFrame,
    whole_source: str,
    collective: frozenset[str] = frozenset(),
) -> tuple[pd.DataFrame, list[str]]:
    """Divide each part by its whole, hedges kept; name the parts that have none.

    ``parts`` and ``wholes`` are rows of *who says what now*. ``whole_source`` "" takes the whole of
    the part's own origin; of ``collective`` ones, which are several voices, only if said on the same
    day. Columns as ``shares_figure`` reads them, and ``whole_id``.
    """
    rows, lacking = [], []
    for part in parts.to_dict("records"):
        whole = _whole_of(part, wholes, whole_source, collective)
        if whole is None:
            lacking.append(part["row"])
            continue
        share = _bounded(part).share_of(_bounded(whole))
        bound = share.bound()
        rows.append(
            {
                "share_id": part["claim_id"],
                "whole_id": whole["claim_id"],
                "source": part["row"],
                "bloc": part["bloc"],
                "under": f"of {whole['row']}, {_short(whole)}{_days_apart(part, whole)}",
                "text": share.words(percent=True),
                "detail": f"{_short(part)}",
                "bound": "" if bound is None else bound.value,
                "low": float("nan") if share.low is None else share.low,
                "high": float("nan") if share.high is None else share.high,
            }
        )
    return pd.DataFrame(rows), lacking


def _figures(view: View, side: Side, any_source: bool = False) -> pd.DataFrame:
    """Give the latest figures of one side, as known on its day; its kind is the reader's choice.

    ``any_source``: the filter by source bears on the part alone, or no whole would be left.
    """
    board = view.board
    if side.known_on:
        board = current_board(view.ledger, side.known_on) or board
    selection = replace(view.selection, kinds=(), scopes=())
    if any_source:
        selection = replace(selection, sources=(), blocs=())
    found: Now = now(
        select(board, selection),
        side.kind,
        view.names,
        view.places,
        view.selection.populations or FORCE,
    )
    rows = found.rows
    return rows if not side.source or any_source else rows[rows["origin"] == side.source]


def _whole_of(
    part: Claim, wholes: pd.DataFrame, source: str, collective: frozenset[str]
) -> Claim | None:
    """Find the whole of a part: of its own origin, or of the chosen source; the latest said."""
    found = wholes[
        (wholes["origin"] == (source or part["origin"]))
        & (wholes["claim_id"] != part["claim_id"])
        & (wholes["population"] == part["population"])
    ]
    if not source and part["origin"] in collective:
        found = found[
            (found["said_first"] <= part["said_last"]) & (found["said_last"] >= part["said_first"])
        ]
    if found.empty:
        return None
    return found.sort_values("said_last", kind="stable").iloc[-1].to_dict()


def _days_apart(part: Claim, whole: Claim) -> str:
    """Say how far apart two claims were said, where they are not of one time."""
    days = abs((part["said_last"] - whole["said_last"]).days)
    return f"; said {days} days apart" if days > COMPARED_DAYS else ""


def _collective(view: View) -> frozenset[str]:
    claimants = view.ledger.claimants
    return frozenset(claimants.loc[claimants["kind"].isin(COLLECTIVE_CLAIMANT_KINDS), "claimant"])


def _bounded(claim: Claim) -> Bounded:
    return Bounded.from_claim(claim["bound"], claim["low"], claim["high"])


def _short(claim: Claim) -> str:
    figure = label(claim["bound"], claim["low"], claim["high"], claim["unit"])
    return f"{figure} ({said(claim, short=True)})"


def _drawn(rows: pd.DataFrame, parts: pd.DataFrame, wholes: pd.DataFrame) -> pd.DataFrame:
    both = pd.concat([parts, wholes]).drop_duplicates("claim_id")
    return both[both["claim_id"].isin(set(rows["share_id"]) | set(rows["whole_id"]))]


def _show(
    view: View,
    place: str,
    title: str,
    rows: pd.DataFrame,
    claims: pd.DataFrame,
    variant: str = "",
) -> None:
    def draw(look: Look, chosen: str) -> go.Figure:
        return shares_figure(rows, look, foot="Per cent", chosen=chosen)

    show_chart(view, place, title, draw, claims, shares_sentence(rows), variant)


def _show_stated(view: View) -> None:
    """Show the percentages that sources gave themselves, each of the base that they named."""
    st.header("Shares as the sources stated them", anchor=False)

    def stated(claims: pd.DataFrame) -> pd.DataFrame:
        return claims[claims["kind"].isin(STATED_KINDS) & (claims["unit"] == Unit.PERCENT)]

    claims = stated(view.shown.claims)
    if claims.empty:
        show_nothing(view, "percentage stated by a source", stated, "casualties_stated")
        return
    rows = pd.DataFrame(
        {
            "share_id": claim["claim_id"],
            "source": claim["source"],
            "bloc": claim["bloc"],
            "under": f"{KIND_TERMS[Kind(claim['kind'])].label}, of {claim['share_of']}",
            "text": figure_words(claim),
            "detail": said(claim, short=True),
            "bound": Bound(claim["bound"]).value,
            "low": claim["low"],
            "high": claim["high"],
        }
        for claim in claims.to_dict("records")
    )
    _show(view, "casualties stated", "Percentages in the articles", rows, claims)
