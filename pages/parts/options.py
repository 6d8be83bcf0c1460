"""How charts are drawn: the switches of the charts over time, and whose figures make a share.

They are drawn by app.py on every page, and out of sight where a page has no use for them: a bound
control that is not drawn in every run loses its value, and leaves half a view in the address.
"""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.codebook import KIND_TERMS, Kind
from analysis.estimates.shares import PARTS, WHOLES
from analysis.figures.map_view import VIEW_LABELS
from analysis.ledger import Ledger
from pages.parts.filters import Filters, chosen_day
from pages.parts.map_choice import NOTHING, ON_MAP, OnMap, names_on_map
from pages.parts.source_choices import SourceChoices, held_choices

NUMBERS, SHARES = "Numbers over time", "Shares"
EVERY, SAME = "every source", "the same source"

# Orders of the ledger, by their label.
ORDERS = {
    "latest said first": "latest",
    "earliest said first": "earliest",
    "highest number first": "highest",
    "most articles first": "articles",
}

# Orders of the articles, by their label.
ARTICLE_ORDERS = {
    "latest printed first": "latest",
    "earliest printed first": "earliest",
    "most mentions first": "mentions",
    "most claims first": "claims",
    "by outlet": "outlet",
}

ARTICLE, MENTION, REPORT, CODING = "article", "mention", "report", "coding"

# What the Articles page shows, by its label; the last two only to those who may write.
LIST, ADD, QUEUE = "Articles", "Add an article", "Review queue"
PART = "part_of_articles"

# Which codings the queue lists.
EVERY_CODING, TO_DECIDE, DECIDED = "all", "something to decide", "all decided"


@dataclass(frozen=True)
class Side:
    """One side of a share: of which kind, whose ("" for every or the same source), known when."""

    kind: str
    source: str
    known_on: str


@dataclass(frozen=True)
class ArticleChoices:
    """Which articles are looked for, in which order; the open one and its marked mention, by id.

    ``part`` is what the page shows, ``coding`` the id of the coding under review ("" for the shared
    one); ``standing`` and ``who`` narrow the queue.
    """

    search: str
    order: str
    article: str
    mention: str
    part: str = LIST
    coding: str = ""
    standing: str = EVERY_CODING
    who: str = ""


@dataclass(frozen=True)
class Options:
    """What a reader chose about the charts, the map and the lists.

    ``map_view``: a part of the map, "" for the one that suits the page's width. ``report``: the id
    that an error is reported about.
    """

    log: bool
    steps: bool
    by_source: bool
    shares: bool
    part: Side
    whole: Side
    search: str
    order: str
    articles: ArticleChoices
    report: str
    sources: SourceChoices
    map_view: str
    on_map: OnMap


def draw(filters: Filters, ledger: Ledger, title: str, may_write: bool) -> Options:
    """Draw the controls of the page with this title, the others out of sight; read all of them."""
    with st.container(key="options", gap=None):
        # What is open, or reported: chosen on the page, held in the address from here.
        with _shown_if("option_ids", False):
            ids = {key: _id(key) for key in (ARTICLE, MENTION, REPORT, CODING)}
        with _shown_if("option_show", title == "Casualties"):
            shown = st.segmented_control(
                "What the page shows",
                [NUMBERS, SHARES],
                default=NUMBERS,
                required=True,
                key="show",
                bind="query-params",
                label_visibility="collapsed",
            )
        shares = title == "Casualties" and shown == SHARES
        over_time = title in {"Troops", "Casualties", "Materiel"} and not shares
        with _shown_if("option_time", over_time), st.container(horizontal=True, gap="medium"):
            log = st.toggle("Logarithmic scale", key="log", bind="query-params")
            steps = st.toggle("Latest known as steps", key="steps", bind="query-params")
            by_source = st.toggle("A panel for each source", key="by_source", bind="query-params")
        with _shown_if("option_claims", title == "Claims"):
            search, order = _search()
        with _shown_if("option_map", title == "Map"):
            map_view, on_map = _map(ledger)
        with _shown_if("option_shares", shares):
            left, right = st.columns(2, gap="medium")
            with left:
                part = _side(filters, "part", "Share of", PARTS, EVERY)
            with right:
                whole = _side(filters, "whole", "in all", WHOLES, SAME)
        with _shown_if("option_part", title == "Articles" and may_write):
            chosen = st.segmented_control(
                "What the page shows",
                [LIST, ADD, QUEUE],
                default=LIST,
                required=True,
                key=PART,
                bind="query-params",
                label_visibility="collapsed",
            )
        doing = chosen if may_write else LIST
        queued = doing == QUEUE and not ids[ARTICLE]
        with _shown_if("option_articles", title == "Articles" and doing == LIST):
            find, article_order = _search_articles()
        with _shown_if("option_queue", title == "Articles" and queued):
            standing, who = _narrow_queue()
        # The page draws controls of its own for these; here they are only held in the address.
        with _shown_if("option_sources", False):
            sources = held_choices()
    return Options(
        log=log,
        steps=steps,
        by_source=by_source,
        shares=shares,
        part=part,
        whole=whole,
        search=search,
        order=order,
        articles=ArticleChoices(
            find, article_order, ids[ARTICLE], ids[MENTION], doing, ids[CODING], standing, who
        ),
        report=ids[REPORT],
        sources=sources,
        map_view=map_view,
        on_map=on_map,
    )


def _shown_if(key: str, shown: bool) -> DeltaGenerator:
    return st.container(key=key if shown else f"{key}_idle")


def _search() -> tuple[str, str]:
    """Draw the search and the order of the ledger."""
    left, right = st.columns([3, 2], gap="medium")
    search = left.text_input(
        "Search",
        key="search",
        bind="query-params",
        placeholder="words as printed, source, outlet, claim or mention id",
        max_chars=100,
    )
    order = right.selectbox("Order", list(ORDERS), key="order", bind="query-params")
    return search or "", ORDERS[order]


def _search_articles() -> tuple[str, str]:
    """Draw the search and the order of the articles."""
    left, right = st.columns([3, 2], gap="medium")
    search = left.text_input(
        "Search articles",
        key="find",
        bind="query-params",
        placeholder="title, outlet, agency, article id",
        max_chars=100,
    )
    order = right.selectbox(
        "Order of articles", list(ARTICLE_ORDERS), key="articles_order", bind="query-params"
    )
    return search or "", ARTICLE_ORDERS[order]


def _narrow_queue() -> tuple[str, str]:
    """Draw the filters of the queue: where its proposals stand, and who had to do with them."""
    left, right = st.columns([3, 2], gap="medium")
    standing = left.segmented_control(
        "Proposals",
        [EVERY_CODING, TO_DECIDE, DECIDED],
        default=EVERY_CODING,
        required=True,
        key="queue_standing",
        bind="query-params",
    )
    who = right.text_input(
        "Added or decided by", key="queue_who", bind="query-params", max_chars=100
    )
    return standing, (who or "").strip()


def _id(key: str) -> str:
    """Draw the control that holds an id."""
    held = st.text_input(key.capitalize(), key=key, bind="query-params", max_chars=200)
    return (held or "").strip()


def _map(ledger: Ledger) -> tuple[str, OnMap]:
    """Draw what part the map shows, and the box that finds a place or a movement on it."""
    left, right = st.columns(2, gap="medium")
    parts = {label: part for part, label in VIEW_LABELS.items()}
    part = left.selectbox(
        "Part of the map",
        list(parts),
        index=None,
        key="map_view",
        bind="query-params",
        placeholder="as fits the page",
    )
    things = {name: thing for thing, name in names_on_map(ledger).items()}
    chosen = right.selectbox(
        "Place or movement",
        list(things),
        index=None,
        key=ON_MAP,
        bind="query-params",
        placeholder="choose on the map, or here",
    )
    return parts.get(part or "", ""), things.get(chosen or "", NOTHING)


def _side(
    filters: Filters,
    key: str,
    label: str,
    kinds: tuple[Kind, ...],
    anybody: str,
) -> Side:
    """Draw one side: kind, whose, as known when."""
    by_label = {KIND_TERMS[kind].label: kind.value for kind in kinds}
    names = {label: key for control in filters.sources for key, label in control.labels.items()}
    kind = st.segmented_control(
        label,
        list(by_label),
        default=next(iter(by_label)),
        required=True,
        key=f"{key}_kind",
        bind="query-params",
    )
    source = st.selectbox("as put by", [anybody, *names], key=f"{key}_source", bind="query-params")
    st.date_input(
        "as known on",
        value=None,
        min_value=filters.first,
        max_value=filters.last,
        key=f"{key}_known_on",
        bind="query-params",
        format="YYYY-MM-DD",
        help="Empty: the day of the board.",
    )
    return Side(by_label[kind], names.get(source, ""), chosen_day(f"{key}_known_on"))
