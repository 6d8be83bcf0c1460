"""Which articles are listed: those in print that the filters leave and the search finds, in order."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.estimates import Estimates, Selection
from analysis.estimates.articles import articles_in_print, of_articles, select_articles
from pages.parts.empty import EVERYTHING, show_empty
from pages.parts.options import ArticleChoices
from pages.parts.view import View
from pages.parts.wording import plain

SEARCHED = ("title", "outlet", "agency", "document_id")

# How each order sorts; the day on which an article was in print at the latest decides first.
SORTS: dict[str, tuple[list[str], list[bool]]] = {
    "latest": (["printed_last", "printed_first"], [False, False]),
    "earliest": (["printed_last", "printed_first"], [True, True]),
    "mentions": (["mentions", "claims", "printed_last"], [False, False, False]),
    "claims": (["claims", "mentions", "printed_last"], [False, False, False]),
    "outlet": (["nameless", "folded", "printed_last"], [True, True, False]),
}


def in_print(view: View) -> pd.DataFrame:
    """Give every article in print on the board's day, whatever is filtered."""
    return _in_print(replace(view, selection=EVERYTHING).token, view)


def listed(view: View) -> pd.DataFrame:
    """Give the articles that the filters leave."""
    return _listed(view.token, view)


def behind(view: View, articles: pd.DataFrame, search: str) -> Estimates:
    """Give the board as far as it rests on these articles: their mentions, and the claims of these.

    ``search`` is the one that found them; a mention keeps its claim, a claim its counts.
    """
    if len(articles) == len(in_print(view)):
        return view.board
    return _behind(view.token, search, view.board, articles["document_id"])


def shown_articles(view: View) -> str:
    """Say what is chosen, and how many articles that leaves."""
    found, known = len(listed(view)), len(in_print(view))
    return f"{with_incidents(view).words}. {found:,} of {known:,} articles"


def with_incidents(view: View) -> View:
    """Give the view as articles are listed: incidents and increments are never left out."""
    return replace(view, selection=replace(view.selection, incidents=True))


def find(view: View, choices: ArticleChoices) -> pd.DataFrame:
    """Give the listed articles in which each word of the search stands, in the chosen order."""
    return ordered(matching(listed(view), choices.search), choices.order)


def matching(articles: pd.DataFrame, search: str) -> pd.DataFrame:
    """Keep the articles in whose title, outlet, agency or id each word of the search stands."""
    for word in search.casefold().split():
        found = pd.Series(False, index=articles.index)
        for column in SEARCHED:
            found |= articles[column].str.casefold().str.contains(word, regex=False)
        articles = articles[found]
    return articles


def ordered(articles: pd.DataFrame, order: str) -> pd.DataFrame:
    """Sort articles; equal ones stay as they stand in the tables."""
    columns, ascending = SORTS[order]
    keys = articles.assign(
        nameless=articles["outlet"] == "", folded=articles["outlet"].str.casefold()
    )
    rows = keys.sort_values(columns, ascending=ascending, kind="stable").index
    return articles.loc[rows]


def show_nothing_found(view: View, search: str) -> None:
    """Say that no article is left, and offer the ways back."""
    what = f"article with “{plain(search)}”" if search else "article"

    def count(board: Estimates, selection: Selection) -> int:
        ledger = view.ledger
        articles = articles_in_print(board, ledger.documents, ledger.mentions)
        return len(matching(select_articles(articles, board, selection), search))

    show_empty(view, what, "article", count, "articles", "No such article was collected.")
    if search:
        st.button("Clear the search", key="clear_find", on_click=_clear)


def _clear() -> None:
    st.session_state["find"] = ""


# Few at a time: of a large ledger each is large.
@st.cache_resource(max_entries=8, show_spinner=False)
def _in_print(token: str, _view: View) -> pd.DataFrame:
    ledger = _view.ledger
    return articles_in_print(_view.board, ledger.documents, ledger.mentions)


@st.cache_resource(max_entries=8, show_spinner=False)
def _listed(token: str, _view: View) -> pd.DataFrame:
    return select_articles(in_print(_view), _view.board, _view.selection)


@st.cache_resource(max_entries=8, show_spinner=False)
def _behind(token: str, search: str, _board: Estimates, _ids: pd.Series) -> Estimates:
    return of_articles(_board, _ids)
