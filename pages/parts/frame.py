"""The frame of every page: which pages there are, how each begins, and what app.py leaves for it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from analysis.figures.look import Look
from analysis.ledger import Ledger
from analysis.partial_dates import in_words
from pages.parts.article_list import shown_articles
from pages.parts.filters import reset
from pages.parts.options import LIST, PART, Options
from pages.parts.problems import show_left_out, show_problems, show_trouble
from pages.parts.surface import copy_link
from pages.parts.view import Tables, View
from pages.parts.wording import plain

NAME = "Muster"


def shown_claims(view: View) -> str:
    """Say what is chosen, and how many claims that leaves."""
    shown, known = len(view.shown.claims), len(view.board.claims)
    return f"{view.words}. {shown:,} of {known:,} claims"


@dataclass(frozen=True)
class Entry:
    """One page: its file, its title, the question that it answers, and whether filters bear on it.

    ``shown`` says what the filters leave of what the page lists.
    """

    file: str
    title: str
    question: str
    filtered: bool = True
    shown: Callable[[View], str] = shown_claims


ENTRIES = (
    Entry(
        "pages/overview.py",
        "Overview",
        "North Korean troops in Russia: who says what now, and where do sources differ most?",
    ),
    Entry(
        "pages/troops.py",
        "Troops",
        "How many North Korean troops are said to be sent, to be there, to be planned?",
    ),
    Entry(
        "pages/casualties.py",
        "Casualties",
        "How many North Koreans are reported killed, wounded, captured, and of how many?",
    ),
    Entry(
        "pages/materiel.py",
        "Materiel",
        "How many containers, shells, missiles and guns are said to have gone to Russia?",
    ),
    Entry(
        "pages/map.py",
        "Map",
        "Where are North Korean troops said to be, to go, to come from, and by whose word?",
    ),
    Entry(
        "pages/sources.py",
        "Sources",
        "Who says what, and who prints whom?",
    ),
    Entry(
        "pages/claims.py",
        "Claims",
        "Which claims are there, and which words in which articles carry them?",
    ),
    Entry(
        "pages/articles.py",
        "Articles",
        "Which articles were read, which words in them carry a number, and whose number is it?",
        shown=shown_articles,
    ),
    Entry(
        "pages/method.py",
        "Method",
        "By which rules do mentions become claims, and what is missing?",
        filtered=False,
    ),
)


@dataclass(frozen=True)
class Visit:
    """What app.py prepared for one run of a page; claims cannot be had where ``view`` is None."""

    ledger: Ledger = field(repr=False)
    look: Look
    view: View | None = field(default=None, repr=False)
    options: Options | None = field(default=None, repr=False)


def navigation() -> st.Page:
    """Register the pages and give the one that the address names."""
    return st.navigation(
        [st.Page(entry.file, title=entry.title, help=entry.question) for entry in ENTRIES],
        position="top",
    )


def draw_name() -> None:
    """Write whose dashboard this is, above the filters."""
    st.header(NAME, anchor=False)
    st.caption("Who said how many North Korean troops are in Russia, when, and who printed it.")


def draw_head(title: str, tables: Tables, view: View | None = None) -> None:
    """Begin a page: its title, its question, what is shown, and what is wrong with the tables."""
    entry = next(entry for entry in ENTRIES if entry.title == title)
    with st.container(key="head", gap="xsmall"):
        st.title(entry.title, anchor=False)
        st.markdown(entry.question)
        if view is not None and entry.filtered and not _is_at_work():
            _say_what_is_shown(view, entry.shown(view))
    if tables.ledger.problems:
        show_problems(tables.ledger.problems, all_is_lost=view is None)
    if tables.trouble:
        show_trouble(tables.trouble)
    if tables.left_out:
        show_left_out(tables.left_out)


def _is_at_work() -> bool:
    """Tell whether the page is for adding or reviewing: filters have no say in that."""
    chosen = st.session_state.get(PART) or st.query_params.get(PART, LIST)
    return chosen != LIST


def _say_what_is_shown(view: View, shown: str) -> None:
    with st.container(key="shown"):
        st.markdown(
            f"**Shown:** {plain(shown)}, articles to {in_words(view.board.as_of)}; "
            "claims, not facts."
        )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Reset filters", key="reset", on_click=reset, args=(view.filters,))
        copy_link()


def leave(visit: Visit) -> None:
    """Leave for the page what it is to show."""
    st.session_state["visit"] = visit


def open_page() -> Visit:
    """Take what app.py left. Every page begins with this, or with ``open_claims_page``.

    On a server that nobody has visited yet, Streamlit runs a page that is opened by its own address
    without app.py. Then nothing was left here; registering the pages tells Streamlit better, and
    the run starts again with app.py.
    """
    visit: Visit | None = st.session_state.pop("visit", None)
    if visit is None:
        navigation()
        st.rerun()
    return visit


def open_claims_page() -> tuple[View, Options]:
    """Open a page that is nothing without claims; where they cannot be had, it ends here."""
    visit = open_page()
    if visit.view is None or visit.options is None:
        st.page_link("pages/method.py", label="The Method page still works")
        st.stop()
    return visit.view, visit.options
