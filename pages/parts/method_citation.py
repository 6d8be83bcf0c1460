"""How to cite a figure, a chart and the data, in words and as BibTeX."""

import streamlit as st

from analysis.codebook import Bloc
from analysis.exports.citation import cite_claim, cite_data_set, data_set_bibtex
from analysis.figures.hover import Claim
from analysis.partial_dates import in_words
from pages.parts.method_contents import CITATION, heading
from pages.parts.view import View


def show_citation(view: View) -> None:
    """Say how to cite; the figure that is cited is the one that is open, else the best attested."""
    edition, board = view.edition, view.board
    with st.container(key="prose_citation"):
        heading(CITATION)
        if not edition.data_day:
            st.markdown("The tables hold no article, and so nothing to cite.")
            return
        st.markdown(
            f"The data go to {in_words(edition.data_day)}. That day belongs into every citation, "
            "because figures are revised. Data: CC BY 4.0. Code: MIT."
        )
        st.subheader("A figure", anchor=False)
        st.markdown(
            "Name the source and its day first, then an article that printed it, then Muster with "
            "the claim's id. The evidence of each claim ends with such a line; for example"
        )
        if len(board.claims):
            _code(cite_claim(_example(view), board.mentions, edition, view.places, board.known_on))
        st.subheader("A chart or a table", anchor=False)
        st.markdown(
            "Name its title, what was filtered, the version, the day of the data and the address of "
            "the view, which brings it back. “Save or cite” beneath each chart has this ready, as "
            "text and as BibTeX."
        )
        st.subheader("The data", anchor=False)
        _code(cite_data_set(edition))
        _code(data_set_bibtex(edition))


def _example(view: View) -> Claim:
    """Give the claim that is open, else the one by a named source that most articles carry."""
    claims = view.board.claims
    ranked = claims.assign(
        chosen=claims["claim_id"] == view.claim, named=claims["bloc"] != Bloc.UNATTRIBUTED
    ).sort_values(["chosen", "named", "articles", "mentions"], ascending=False, kind="stable")
    claim: Claim = ranked.iloc[0].to_dict()
    return claim


def _code(text: str) -> None:
    st.code(text, language=None, wrap_lines=True)
