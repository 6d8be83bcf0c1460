"""What stands behind the figures: how many mentions, claims, sources, origins, outlets, articles."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, Kind
from analysis.partial_dates import in_words
from pages.parts.export import offer_table
from pages.parts.tables import fitted
from pages.parts.view import View
from pages.parts.wording import counted


def say_what_stands_behind(view: View) -> None:
    """Count in one sentence what the shown claims rest on."""
    with st.container(key="prose_counts"):
        st.markdown(view.remember("behind", lambda: _sentence(view)))


def _sentence(view: View) -> str:
    numbers = _numbers(view.shown.claims, view.shown.mentions)
    mentions = view.shown.mentions
    first = str(mentions["printed_on"].iloc[mentions["printed_first"].argmin()])
    last = str(mentions["printed_on"].iloc[mentions["printed_last"].argmax()])
    return (
        f"Behind this stand {counted(numbers['Mentions'], 'mention')} in "
        f"{counted(numbers['Articles'], 'article')} of "
        f"{counted(numbers['Outlets'], 'outlet')}, printed from {in_words(first)} to "
        f"{in_words(last)}. They fold into {counted(numbers['Claims'], 'claim')} by "
        f"{counted(numbers['Sources'], 'source')}."
    )


def show_table(view: View, kinds: Sequence[Kind]) -> None:
    """Count for each kind; mentions, claims and origins are three different things."""
    st.header("What stands behind", anchor=False)
    table = view.remember(f"behind {kinds}", lambda: _table(view, kinds))
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
        about=view.shown.claims,
        name="what stands behind",
    )


def _table(view: View, kinds: Sequence[Kind]) -> pd.DataFrame:
    claims, mentions = view.shown.claims, view.shown.mentions
    rows = {}
    for kind in kinds:
        of_kind = claims[claims["kind"] == kind]
        its = mentions[mentions["claim_id"].isin(of_kind["claim_id"])]
        rows[KIND_TERMS[kind].title] = _numbers(of_kind, its)
    rows["Everything shown"] = _numbers(claims, mentions)
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("Claim type").reset_index()


def _numbers(claims: pd.DataFrame, mentions: pd.DataFrame) -> dict[str, int]:
    return {
        "Claims": len(claims),
        "Sources": _distinct_names(claims["claimants"]),
        "Origins": _distinct_names(claims["origin"]),
        "Articles": mentions["document_id"].nunique(),
        "Mentions": len(mentions),
        "Outlets": mentions.loc[mentions["outlet"] != "", "outlet"].nunique(),
    }


def _distinct_names(joined: pd.Series) -> int:
    return joined.str.split(";").explode().nunique()
