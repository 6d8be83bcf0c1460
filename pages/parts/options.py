"""How charts are drawn: the switches of the charts over time, and whose figures make a share.

They are drawn by app.py, those of other pages out of sight, and only where they hold something: see
``held``.
"""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.codebook import KIND_TERMS, Kind
from analysis.estimates.shares import PARTS, WHOLES
from analysis.figures.map_view import VIEW_LABELS
from analysis.ledger import Ledger
from pages.parts.filters import Filters, chosen_day
from pages.parts.held import is_held, read, read_text
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
            ids = {key: read_text(key) for key in (ARTICLE, MENTION, REPORT, CODING)}
        on_casualties = title == "Casualties"
        with _shown_if("option_show", on_casualties):
            shown = read(on_casualties, "show", NUMBERS, lambda: _segments("show", NUMBERS, SHARES))
        shares = on_casualties and shown == SHARES
        over_time = title in {"Troops", "Casualties", "Materiel"} and not shares
        with _shown_if("option_time", over_time), st.container(horizontal=True, gap="medium"):
            log = _toggle(over_time, "log", "Logarithmic scale")
            steps = _toggle(over_time, "steps", "Latest known as steps")
            by_source = _toggle(over_time, "by_source", "A panel for each source")
        with _shown_if("option_claims", title == "Claims"):
            search, order = _search(title == "Claims")
        with _shown_if("option_map", title == "Map"):
            map_view, on_map = _map(title == "Map", ledger)
        with _shown_if("option_shares", shares):
            part, whole = _sides(shares, filters)
        may_choose = title == "Articles" and may_write
        with _shown_if("option_part", may_choose):
            chosen = read(may_choose, PART, LIST, lambda: _segments(PART, LIST, ADD, QUEUE))
        doing = chosen if may_write else LIST
        queued = doing == QUEUE and not ids[ARTICLE]
        listed = title == "Articles" and doing == LIST
        with _shown_if("option_articles", listed):
            find, article_order = _search_articles(listed)
        with _shown_if("option_queue", title == "Articles" and queued):
            standing, who = _narrow_queue(title == "Articles" and queued)
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


def _toggle(shown: bool, key: str, label: str) -> bool:
    return read(shown, key, False, lambda: st.toggle(label, key=key, bind="query-params"))


def _segments(key: str, *parts: str) -> str:
    """Draw the row of buttons over a page that chooses which of its parts is shown."""
    return st.segmented_control(
        "What the page shows",
        parts,
        default=parts[0],
        required=True,
        key=key,
        bind="query-params",
        label_visibility="collapsed",
    )


def _search(shown: bool) -> tuple[str, str]:
    """Draw the search and the order of the ledger."""
    if not shown and not is_held("search") and not is_held("order", next(iter(ORDERS))):
        return "", next(iter(ORDERS.values()))
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


def _search_articles(shown: bool) -> tuple[str, str]:
    """Draw the search and the order of the articles."""
    first = next(iter(ARTICLE_ORDERS))
    if not shown and not is_held("find") and not is_held("articles_order", first):
        return "", ARTICLE_ORDERS[first]
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


def _narrow_queue(shown: bool) -> tuple[str, str]:
    """Draw the filters of the queue: where its proposals stand, and who had to do with them."""
    if not shown and not is_held("queue_standing", EVERY_CODING) and not is_held("queue_who"):
        return EVERY_CODING, ""
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


def _map(shown: bool, ledger: Ledger) -> tuple[str, OnMap]:
    """Draw what part the map shows, and the box that finds a place or a movement on it."""
    if not shown and not is_held("map_view") and not is_held(ON_MAP):
        return "", NOTHING
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


def _sides(shown: bool, filters: Filters) -> tuple[Side, Side]:
    """Draw both sides of a share."""
    left, right = st.columns(2, gap="medium")
    with left:
        part = _side(shown, filters, "part", "Share of", PARTS, EVERY)
    with right:
        whole = _side(shown, filters, "whole", "in all", WHOLES, SAME)
    return part, whole


def _side(
    shown: bool, filters: Filters, key: str, label: str, kinds: tuple[Kind, ...], anybody: str
) -> Side:
    """Draw one side: kind, whose, as known when."""
    by_label = {KIND_TERMS[kind].label: kind.value for kind in kinds}
    first = next(iter(by_label))
    if not (
        shown
        or is_held(f"{key}_kind", first)
        or is_held(f"{key}_source", anybody)
        or is_held(f"{key}_known_on")
    ):
        return Side(by_label[first], "", "")
    names = {label: key for control in filters.sources for key, label in control.labels.items()}
    kind = st.segmented_control(
        label,
        list(by_label),
        default=first,
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
