"""The articles as a table, page by page where they are many; each row opens its article."""

import pandas as pd
import streamlit as st

from analysis.codebook import LANGUAGE_LABELS
from analysis.estimates import Estimates
from analysis.exports.tables import escaped
from analysis.figures.hover import Claim
from analysis.ledger.store.articles import is_added
from analysis.partial_dates import in_words
from pages.parts.article_export import offer_list
from pages.parts.article_list import behind
from pages.parts.article_texts import HOW_TO, at_hand, texts_folder
from pages.parts.chosen_article import choose_article_option, choose_article_row
from pages.parts.options import ArticleChoices
from pages.parts.paging import offer_pages, rows_of
from pages.parts.view import View
from pages.parts.wording import counted

HEIGHT = 400
# While an article is open beneath.
LOW = 240

COLUMNS = {
    "Title": st.column_config.Column(width=300),
    "Mentions": st.column_config.NumberColumn(format="localized"),
    "Claims": st.column_config.NumberColumn(format="localized"),
    "Chosen": st.column_config.NumberColumn(
        format="localized", help="Mentions of claims that the filters leave"
    ),
}


def show(view: View, articles: pd.DataFrame, choices: ArticleChoices) -> None:
    """Show the articles found, what they hold, and ways to open one."""
    board = behind(view, articles, choices.search)
    _say_what_was_found(board, articles)
    token = repr((view.token, choices.search, choices.order))
    page = rows_of("articles", token, len(articles))
    rows = articles.iloc[page.cut]
    st.dataframe(
        article_table(rows),
        hide_index=True,
        height=LOW if choices.article else HEIGHT,
        key="articles",
        on_select=lambda: choose_article_row("articles", tuple(rows["document_id"])),
        selection_mode="single-row",
        column_config=COLUMNS,
        alt="The articles: one row for each",
    )
    offer_pages(page, "in the order chosen above")
    if texts_folder() is None and not choices.article:
        with st.container(key="prose_texts"):
            st.caption(HOW_TO)
    _choose_from(rows, choices.article)
    offer_list(view, board, articles)


def article_table(articles: pd.DataFrame) -> pd.DataFrame:
    """Make the table that a reader sees: one row for each article, in the given order."""
    table = pd.DataFrame(
        {
            "Outlet": articles["outlet"],
            "Printed": [printed(article) for article in articles.to_dict("records")],
            "Title": articles["title"],
            "Mentions": articles["mentions"],
            "Claims": articles["claims"],
            "Chosen": articles["fitting"],
            "Language": articles["language"].map(lambda code: LANGUAGE_LABELS.get(code, code)),
            "Agency": articles["agency"],
            "Text": [
                "at hand" if at_hand(file) or is_added(document_id) else ""
                for document_id, file in zip(articles["document_id"], articles["file"], strict=True)
            ],
            "Printed on": articles["published_on"],
            "Article": articles["document_id"],
        }
    )
    if not table["Text"].any() and texts_folder() is None:
        table = table.drop(columns="Text")
    if (articles["fitting"] == articles["mentions"]).all():
        table = table.drop(columns="Chosen")
    return escaped(table).reset_index(drop=True)


def printed(article: Claim) -> str:
    """Write the day of printing, and where it was only worked out.

    >>> printed({"published_on": "2025-02", "published_basis": "inferred"})
    'Feb 2025, inferred'
    """
    inferred = ", inferred" if article["published_basis"] == "inferred" else ""
    return in_words(article["published_on"]) + inferred


def article_phrase(article: Claim) -> str:
    """Name an article in short.

    >>> article_phrase({"document_id": "kbs-1", "outlet": "KBS World", "title": "",
    ...     "published_on": "2025-02-01"})
    'KBS World, 1 Feb 2025: kbs-1'
    """
    outlet = article["outlet"] or "outlet not known"
    name = article["title"] or article["document_id"]
    return f"{outlet}, {in_words(article['published_on'])}: {name}"


def _say_what_was_found(board: Estimates, articles: pd.DataFrame) -> None:
    outlets = articles.loc[articles["outlet"] != "", "outlet"].nunique()
    st.markdown(
        f"{counted(len(articles), 'article')} of {counted(outlets, 'outlet')} with "
        f"{counted(int(articles['mentions'].sum()), 'mention')}, which belong to "
        f"{counted(len(board.claims), 'claim')}. Choose a row to open an article."
    )


def _choose_from(articles: pd.DataFrame, chosen: str) -> None:
    """Offer the articles in a select box, the keyboard's way to the rows."""
    phrases = {
        article["document_id"]: article_phrase(article)
        for article in articles[["document_id", "outlet", "published_on", "title"]].to_dict(
            "records"
        )
    }
    st.session_state["article_pick"] = chosen if chosen in phrases else None
    st.selectbox(
        "Article",
        list(phrases),
        format_func=phrases.__getitem__,
        index=None,
        key="article_pick",
        placeholder="Choose a row, or an article here",
        on_change=choose_article_option,
        args=("article_pick",),
        label_visibility="collapsed",
    )
