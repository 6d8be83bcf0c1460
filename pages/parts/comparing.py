"""Where sources differ most, and what was revised last: tables whose claims can be opened."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, Kind, number_text, words
from analysis.estimates.comparisons import COMPARED_DAYS, differences, revisions
from analysis.exports.columns import claim_rows, pair_table
from analysis.figures.hover import Claim, said
from pages.parts.chart import choose_from
from pages.parts.export import offer_table
from pages.parts.tables import fitted
from pages.parts.view import View
from pages.parts.wording import plain

MOST_PER_KIND = 2
MOST_REVISIONS = 8


def show_differences(view: View, kinds: Sequence[Kind]) -> None:
    """Show, of each kind, the pairs of origins that are furthest apart."""
    st.header("Where sources differ most", anchor=False)
    claims = view.shown.claims
    apart = view.remember(f"differences {kinds}", lambda: differences(claims, kinds))
    pairs = apart.groupby("kind", sort=False).head(MOST_PER_KIND)
    if pairs.empty:
        st.markdown(f"No two sources gave certainly different totals within {COMPARED_DAYS} days.")
        return
    shown = claims[claims["claim_id"].isin([*pairs["higher"], *pairs["lower"]])]
    by_id = shown.set_index("claim_id").to_dict("index")
    table = pd.DataFrame(
        {
            "Claim type": [KIND_TERMS[Kind(kind)].label for kind in pairs["kind"]],
            "Higher": [_told(by_id[claim]) for claim in pairs["higher"]],
            "Lower": [_told(by_id[claim]) for claim in pairs["lower"]],
            "At least": [f"{number_text(round(gap, 1))} times" for gap in pairs["gap"]],
        }
    )
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        alt="Figures that are certainly apart",
    )
    with st.container(key="prose_differences"):
        st.caption(
            f"Running totals of soldiers, said within {COMPARED_DAYS} days of each other, of "
            "different origin, and apart whatever their hedges allow. “At least” divides the "
            "lower end of the higher figure by the upper end of the lower one."
        )
    choose_from(view, "overview differences", shown)
    _offer_differences(view, apart)


def show_revisions(view: View) -> None:
    """Show the latest claims that replaced an earlier one of the same source."""
    st.header("Revised last", anchor=False)
    claims = view.shown.claims
    found = view.remember("revisions", lambda: revisions(claims))
    latest = found.head(MOST_REVISIONS)
    if latest.empty:
        st.markdown("No source revised a figure of its own here.")
        return
    shown = claims[claims["claim_id"].isin([*latest["before"], *latest["after"]])]
    by_id = shown.set_index("claim_id").to_dict("index")
    after = [by_id[claim] for claim in latest["after"]]
    table = pd.DataFrame(
        {
            "Source": [plain(claim["source"]) for claim in after],
            "Claim type": [KIND_TERMS[Kind(claim["kind"])].label for claim in after],
            "Before": [_figure(by_id[claim]) for claim in latest["before"]],
            "After": [_figure(claim) for claim in after],
        }
    )
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        alt="Revised figures, the latest first",
    )
    choose_from(view, "overview revisions", shown)
    _offer_revisions(view, found)


def _offer_differences(view: View, apart: pd.DataFrame) -> None:
    """Offer every pair, not only the widest apart."""
    claims = view.shown.claims
    about = view.remember(
        f"about differences {len(apart)}",
        lambda: claims[claims["claim_id"].isin([*apart["higher"], *apart["lower"]])],
    )

    def tables() -> dict[str, pd.DataFrame]:
        pairs = pair_table(apart, claims, ("higher", "lower"))
        return {
            "differences": pairs.assign(times=apart["gap"].replace(float("inf"), float("nan"))),
            "claims": claim_rows(about),
        }

    offer_table(
        view,
        "overview differences",
        f"Figures of different sources that are certainly apart, within {COMPARED_DAYS} days",
        tables,
        about=about,
        name="differences",
    )


def _offer_revisions(view: View, found: pd.DataFrame) -> None:
    """Offer every revision, not only the latest."""
    claims = view.shown.claims
    about = view.remember(
        "about revisions",
        lambda: claims[claims["claim_id"].isin([*found["before"], *found["after"]])],
    )

    def tables() -> dict[str, pd.DataFrame]:
        return {
            "revisions": pair_table(found, claims, ("before", "after")),
            "claims": claim_rows(about),
        }

    offer_table(
        view,
        "overview revisions",
        "Figures that their source revised",
        tables,
        about=about,
        name="revisions",
    )


def _told(claim: Claim) -> str:
    return f"**{plain(claim['source'])}** {_figure(claim)}"


def _figure(claim: Claim) -> str:
    figure = words(claim["bound"], claim["low"], claim["high"], claim["unit"])
    return f"{plain(figure)}, {plain(said(claim, short=True))}"
