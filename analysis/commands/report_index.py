"""The index of a report: what is in the folder, the pictures to look at, the files to take."""

from dataclasses import dataclass
from html import escape
from itertools import groupby

from analysis.codebook import KIND_TERMS, Page
from analysis.commands.board import Chart
from analysis.exports.citation import cite_data_set, data_set_bibtex
from analysis.exports.notes import NOT_VERIFIED, Notes
from analysis.exports.offline_html import html_notes, html_page
from analysis.figures.hover import count_text

FORMAT_NAMES = {
    "html": "interactive chart",
    "svg": "SVG",
    "png": "PNG",
    "csv": "CSV",
    "xlsx": "Excel",
    "json": "JSON",
}
PAGE_TITLES = {
    Page.TROOPS: "Troops",
    Page.CASUALTIES: "Casualties",
    Page.MATERIEL: "Materiel",
}
MAP_TITLE = "Map"
# The map is of all kinds together.
SECTIONS = (*PAGE_TITLES.values(), MAP_TITLE)
TITLE = "North Korean troops in Russia: numeric claims, by source and day"
WHAT_IT_IS = (
    "Every number here is a claim, put to the source that asserts it. None is verified, nothing is "
    "averaged, and no total is Muster’s own."
)


@dataclass(frozen=True)
class Written:
    """A chart that has been written, and the names of its files by format."""

    chart: Chart
    files: dict[str, str]


def report_index(notes: Notes, written: list[Written], tables: dict[str, str]) -> str:
    """Write the index as a page of HTML.

    ``notes``: those of all claims together. ``tables``: names of files by what they hold.
    """
    charts = sorted(written, key=lambda one: SECTIONS.index(_title(one)))
    sections = [(title, list(ones)) for title, ones in groupby(charts, key=_title)]
    parts = [
        f"<h1>{escape(TITLE)}</h1>",
        f'<p class="muted">{escape(notes.filters)}</p>',
        f"<p><strong>{NOT_VERIFIED}</strong> {escape(WHAT_IT_IS)} {escape(notes.behind)}.</p>",
        "<h2>Contents</h2>",
        *(_contents(title, ones) for title, ones in sections),
        "<h2>All claims and mentions</h2>",
        _links(list(tables.items())),
        *(_section(title, ones) for title, ones in sections),
        "<h2>Notes</h2>",
        html_notes(notes),
        "<h2>How to cite</h2>",
        f"<p>{escape(cite_data_set(notes.edition))}</p>",
        f"<pre>{escape(data_set_bibtex(notes.edition))}</pre>",
    ]
    return html_page(TITLE, parts, files_beside=True)


def _title(one: Written) -> str:
    kind = one.chart.kind
    return MAP_TITLE if kind is None else PAGE_TITLES[KIND_TERMS[kind].page]


def _contents(title: str, ones: list[Written]) -> str:
    entries = "\n".join(
        f'<li><a href="#{_anchor(one)}">{escape(one.chart.notes.title)}</a> '
        f'<span class="muted">{count_text(len(one.chart.rows), "row")}</span></li>'
        for one in ones
    )
    return f"<h3>{title}</h3>\n<ul>\n{entries}\n</ul>"


def _section(title: str, ones: list[Written]) -> str:
    charts = "\n".join(_chart(one) for one in ones)
    return f"<h2>{title}</h2>\n{charts}"


def _chart(one: Written) -> str:
    notes = one.chart.notes
    alt = f"{notes.title}. {notes.behind}. The figures stand in the table beside it."
    picture = one.files.get("svg")
    shown = (
        f'<a href="{escape(one.files["html"])}"><img src="{escape(picture)}" '
        f'alt="{escape(alt)}" loading="lazy"></a>'
        if picture
        else f'<p class="muted">{escape(notes.behind)}.</p>'
    )
    links = [
        (FORMAT_NAMES[ending], one.files[ending]) for ending in FORMAT_NAMES if ending in one.files
    ]
    return (
        f'<section id="{_anchor(one)}"><h3>{escape(notes.title)}</h3>\n{shown}\n'
        f"{_links(links)}</section>"
    )


def _anchor(one: Written) -> str:
    return escape(one.files["html"].removesuffix(".html"))


def _links(links: list[tuple[str, str]]) -> str:
    return (
        "<p>"
        + " · ".join(f'<a href="{escape(file)}">{escape(name)}</a>' for name, file in links)
        + "</p>"
    )
