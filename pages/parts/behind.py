"""What stands behind the figures: how many mentions, claims, sources, origins, outlets, articles."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, Kind
from analysis.estimates.backing import Backing, backing, printed_between
from analysis.partial_dates import in_words
from pages.parts.export import offer_table
from pages.parts.tables import fitted
from pages.parts.view import View
from pages.parts.wording import counted


def say_what_stands_behind(view: View) -> None:
    """Count in one sentence what the shown claims rest on."""
    numbers = _numbers(view.remember("backing", lambda: backing(view.shown, view.shown.claims)))
    first, last = view.remember("printed between", lambda: printed_between(view.shown))
    with st.container(key="prose_counts"):
        st.markdown(
            f"Behind this stand {counted(numbers['Mentions'], 'mention')} in "
            f"{counted(numbers['Articles'], 'article')} of "
            f"{counted(numbers['Outlets'], 'outlet')}, printed from {in_words(first)} to "
            f"{in_words(last)}. They fold into {counted(numbers['Claims'], 'claim')} by "
            f"{counted(numbers['Sources'], 'source')}."
        )


def show_table(view: View, kinds: Sequence[Kind]) -> None:
    """Count for each kind; mentions, claims and origins are three different things."""
    st.header("What stands behind", anchor=False)
    claims = view.shown.claims
    by_kind = view.remember(
        f"backing {kinds}",
        lambda: {
            KIND_TERMS[kind].title: backing(view.shown, claims[claims["kind"] == kind])
            for kind in kinds
        },
    )
    of_all = view.remember("backing", lambda: backing(view.shown, claims))
    rows = {
        title: _numbers(found) for title, found in {**by_kind, "Everything shown": of_all}.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("Claim type").reset_index()
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        alt="Counts of what the figures rest on",
    )
    with st.container(key="prose_behind"):
        st.caption(
            "A mention is one place in an article where the number stands. Mentions of one figure by "
            "one source fold into one claim. An origin is a source whose own estimate a figure is; "
            "that two origins are independent of each other is not established."
        )
    offer_table(
        view,
        "overview behind",
        "What stands behind the figures",
        lambda: {"counts": table},
        about=claims,
        name="what stands behind",
    )


def _numbers(found: Backing) -> dict[str, int]:
    return {
        "Claims": found.claims,
        "Sources": found.sources,
        "Origins": found.origins,
        "Articles": found.articles,
        "Mentions": found.mentions,
        "Outlets": found.outlets,
    }
