"""Which claims a search finds: every word must stand in the claim or in one of its mentions."""

import pandas as pd
import streamlit as st

from pages.parts.tables import KINDS
from pages.parts.view import View

CLAIM_TEXTS = ("claim_id", "source", "item", "note", "drift")
MENTION_TEXTS = (
    "mention_id",
    "document_id",
    "wording",
    "claimant_text",
    "relay",
    "outlet",
    "agency",
    "note",
)


def find(view: View, search: str) -> pd.DataFrame:
    """Give the shown claims that a search finds; all of them if it is empty."""
    return matching(view, view.shown.claims, search)


def offer_to_clear(search: str) -> None:
    """Offer to drop the search, where one was made."""
    if search:
        st.button("Clear the search", key="clear_search", on_click=_clear)


def _clear() -> None:
    st.session_state["search"] = ""


def matching(view: View, claims: pd.DataFrame, search: str) -> pd.DataFrame:
    """Keep the claims in which, or in whose mentions, each word of the search stands."""
    mentions = view.board.mentions
    for word in search.casefold().split():
        in_claim = claims["kind"].map(KINDS).str.contains(word, regex=False)
        for column in CLAIM_TEXTS:
            in_claim |= claims[column].str.casefold().str.contains(word, regex=False)
        in_mention = pd.Series(False, index=mentions.index)
        for column in MENTION_TEXTS:
            in_mention |= mentions[column].str.casefold().str.contains(word, regex=False)
        of_mentions = claims["claim_id"].isin(mentions.loc[in_mention, "claim_id"])
        claims = claims[in_claim | of_mentions]
    return claims
