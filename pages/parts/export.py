"""Save or cite: what stands beneath each chart and each large table, made only when it is opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlencode, urlsplit

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.estimates import selection_words
from analysis.exports.citation import cite_view, view_bibtex
from analysis.exports.exhibit import (
    Exhibit,
    Tables,
    claim_tables,
    exhibit_file,
    picture,
    table_file,
)
from analysis.exports.file_names import chosen_words, file_name
from analysis.exports.notes import Notes, behind, silent_sources, sources_shown
from analysis.exports.reading_table import plain_table, reading_table
from analysis.figures.look import Look
from pages.parts.chosen import key_of
from pages.parts.picture import offer_pictures
from pages.parts.view import View

# Draws a figure for a surface, with a ring around the claim of an id ("": none).
Draw = Callable[[Look, str], go.Figure]

MIMES = {
    "html": "text/html",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
LABELS = {"html": "HTML that works offline", "csv": "CSV", "xlsx": "Excel", "json": "JSON"}
CHART_FILES = ("html", "csv", "xlsx", "json")
TABLE_FILES = ("csv", "xlsx", "json")


def offer_chart(
    view: View,
    place: str,
    title: str,
    draw: Draw,
    claims: pd.DataFrame,
    *,
    about: pd.DataFrame | None = None,
    rows: pd.DataFrame | None = None,
    upright: bool = False,
    remarks: Sequence[str] = (),
    name: str = "",
) -> None:
    """Offer a chart or a map as picture, interactive page, table and citation.

    ``place`` names the spot on the page, as in ``show_chart``. ``title`` stands in the picture, so
    it has to say what is shown without the page around it. ``draw`` draws it without a title.
    ``claims``: those whose marks a legend has to explain, as ``bound_legend`` reads them; an empty
    frame leaves the legend out. ``about``: the claims that the sources and the counts beneath the
    picture are of (default: ``claims``); they go along in Excel and JSON. ``rows``: exactly the rows
    shown, for CSV, Excel and JSON (default: ``about`` as exported claims). ``upright``: a chart over
    time. ``remarks``: sentences on what the chart does not show as it is. ``name``: subject of the
    files' names (default: the title).
    """
    offer = _Chart(
        title,
        name or title,
        draw,
        claims,
        claims if about is None else about,
        rows,
        upright,
        tuple(remarks),
    )
    _offer_chart(view, key_of(place), offer)


def offer_table(
    view: View,
    place: str,
    title: str,
    tables: Callable[[], Tables],
    *,
    about: pd.DataFrame,
    remarks: Sequence[str] = (),
    name: str = "",
    what: str = "this table",
) -> None:
    """Offer tables as CSV (the first of them alone), Excel and JSON (all, with notes), and cite.

    ``tables`` makes them by name when they are asked for: every row found, not only those shown.
    ``about``: the claims that the notes name the sources of. ``title``, ``remarks`` and ``name`` as
    for a chart. ``what``: what a reader sees above, in the label of the box.
    """
    table = _Table(title, name or title, tables, about, tuple(remarks), what)
    _offer_table(view, key_of(place), table)


@dataclass(frozen=True)
class _Chart:
    title: str
    name: str
    draw: Draw = field(repr=False)
    claims: pd.DataFrame = field(repr=False)
    about: pd.DataFrame = field(repr=False)
    rows: pd.DataFrame | None = field(repr=False)
    upright: bool
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class _Table:
    title: str
    name: str
    tables: Callable[[], Tables] = field(repr=False)
    about: pd.DataFrame = field(repr=False)
    remarks: tuple[str, ...]
    what: str


# A click in here runs this alone; the page stays as it is.
@st.fragment
def _offer_chart(view: View, key: str, chart: _Chart) -> None:
    box = st.expander(
        "Save or cite this chart", key=f"{key}_save", on_change="rerun", type="compact"
    )
    if not box.open:
        return
    silent = silent_sources(view.named.sources, chart.about, view.names)
    notes = _notes(view, chart.title, chart.about, (*silent, *chart.remarks))
    # A picture shows no table, and those of a large ledger take their time.
    drawn = partial(_exhibit, view, chart, notes, {})
    told = partial(_told, view, chart, notes)
    named = partial(_file_name, view, chart.name)
    with box:
        offer_pictures(f"{key}_picture", lambda size: picture(drawn(), size), named)
        _offer_files(key, CHART_FILES, lambda ending: exhibit_file(told(), ending), named)
        _cite(notes)


@st.fragment
def _offer_table(view: View, key: str, table: _Table) -> None:
    box = st.expander(
        f"Save or cite {table.what}", key=f"{key}_save", on_change="rerun", type="compact"
    )
    if not box.open:
        return
    notes = _notes(view, table.title, table.about, table.remarks)

    def make(ending: str) -> bytes:
        return table_file(table.tables(), notes, view.ledger.package, ending)

    with box:
        _offer_files(key, TABLE_FILES, make, partial(_file_name, view, table.name))
        _cite(notes)


def _told(view: View, chart: _Chart, notes: Notes) -> Exhibit:
    """Give a chart with the tables that go with it."""
    tables = {} if chart.rows is None else {"rows": chart.rows}
    if chart.rows is None or len(chart.about):
        tables |= claim_tables(chart.about, view.board.mentions, drawn="mark")
    return _exhibit(view, chart, notes, tables)


def _exhibit(view: View, chart: _Chart, notes: Notes, tables: Tables) -> Exhibit:
    return Exhibit(
        chart.name,
        notes,
        lambda look: chart.draw(look, ""),
        marked=chart.claims,
        tables=tables,
        package=view.ledger.package,
        read=reading_table if chart.rows is None else plain_table,
        upright=chart.upright,
    )


def _offer_files(
    key: str,
    endings: Sequence[str],
    make: Callable[[str], bytes],
    named: Callable[[str], str],
) -> None:
    """Draw a button for each format; the file is made when it is clicked."""
    with st.container(horizontal=True, gap="small", key=f"{key}_save_files"):
        for ending in endings:
            st.download_button(
                LABELS[ending],
                partial(make, ending),
                file_name=named(ending),
                mime=MIMES[ending],
                key=f"{key}_{ending}",
                on_click="ignore",
            )


def _cite(notes: Notes) -> None:
    st.caption("To cite it, as text and as BibTeX")
    st.code(cite_view(notes), language=None, wrap_lines=True)
    st.code(view_bibtex(notes), language=None, wrap_lines=True)


def _notes(view: View, title: str, about: pd.DataFrame, remarks: Sequence[str]) -> Notes:
    chosen = view.named
    kinds = tuple(about["kind"].unique()) if len(about) else ()
    if len(kinds) == 1:
        chosen = replace(chosen, kinds=kinds)
    return Notes(
        title=title,
        filters=selection_words(chosen, view.names, view.places, view.board.known_on),
        sources=sources_shown(about) if len(about) else (),
        behind=behind(about, view.board.mentions) if len(about) else "",
        edition=view.edition,
        known_on=view.board.known_on,
        address=view_address(),
        remarks=tuple(remarks),
    )


def _file_name(view: View, subject: str, ending: str) -> str:
    chosen = chosen_words(view.named, view.names, view.places)
    return file_name(subject, chosen, view.board.as_of, ending)


def view_address() -> str:
    """Give the address of this view as the reader has it; "" where there is no browser."""
    here = st.context.url or ""
    if here and not urlsplit(here).path:
        here += "/"
    chosen = urlencode({key: st.query_params.get_all(key) for key in st.query_params}, doseq=True)
    return f"{here}?{chosen}" if here and chosen else here
