"""An interactive chart as one page of HTML that loads nothing: plotly.js stands in it."""

import json
from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd
import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from analysis.exports.citation import cite_view, view_bibtex
from analysis.exports.notes import SUBJECT, Notes
from analysis.figures.hover import count_text

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "displaylogo": False}

# Labels are placed for one width, so a phone gets a chart of its own instead of a squeezed one.
DRAWING = f"""
const place = document.getElementById('chart')
let shown = null
function fit() {{
  const room = place.parentElement.clientWidth
  const best = charts.findLast(([, layout]) => layout.width <= room) ?? charts[0]
  if (best === shown) return
  shown = best
  Plotly.react(place, ...structuredClone(best), {json.dumps(CONFIG)})
}}
addEventListener('resize', fit)
fit()
"""

# Whatever stands in the page, the browser itself keeps it from loading anything.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'{more}; style-src 'unsafe-inline'; "
    "img-src {images}; font-src data:; base-uri 'none'; form-action 'none'"
)

STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 1080px; background: #fff;
  color: #1b1f24; font: 16px/1.5 'Source Sans', 'Source Sans 3', 'Helvetica Neue', Arial,
  'Liberation Sans', sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
ul { margin: 0; padding-left: 1.2rem; }
section { margin-bottom: 2.5rem; }
img { display: block; width: 100%; max-width: 1000px; height: auto; border: 1px solid #ecebe7; }
p { margin: .4rem 0; max-width: 75ch; }
a { color: #005a85; }
.muted, dt, caption { color: #5f6368; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .875rem; width: 100%; }
caption { text-align: left; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
  border-bottom: 1px solid #ecebe7; overflow-wrap: break-word; }
th { border-bottom-color: #9a9a96; }
tbody th { font-weight: 600; border-bottom-color: #ecebe7; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .25rem 1rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f7f6f3; padding: .75rem;
  font-size: .8125rem; }
@media (max-width: 600px) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@media print { .wide { overflow: visible; } }
"""


def offline_page(
    figures: Sequence[go.Figure],
    notes: Notes,
    table: pd.DataFrame,
    legend: str = "",
    script: str = "",
    more_rows: int = 0,
) -> str:
    """Write the page: title, chart, how to read it, table, notes, citation.

    ``figures`` are the chart at several widths, narrow ones first; the widest that has room is
    shown, at its own size. ``table`` is shown as it is, its first column heads the rows;
    ``more_rows`` are left to other files. ``legend`` explains the marks. ``script`` names a file
    beside the page that holds plotly.js; without it the whole of it stands in the page, once.
    """
    told = notes.with_remarks((figures[-1].layout.meta or {}).get("notes", []))
    source = f'<script src="{escape(script)}"></script>' if script else inline_script()
    alt = f"{told.title}. The table below holds the same figures."
    parts = [
        f'<p class="muted">{escape(SUBJECT)}</p>',
        f"<h1>{escape(told.title)}</h1>",
        f'<p class="muted">{escape(told.filters)}</p>',
        _scrolling("Chart", f'<div id="chart" role="img" aria-label="{escape(alt)}"></div>'),
        f'<p class="muted">How to read the marks. {escape(legend)}</p>' if legend else "",
        html_table(table, "The table behind the chart", more_rows),
        "<h2>Notes</h2>",
        html_notes(told),
        "<h2>How to cite</h2>",
        f"<p>{escape(cite_view(told))}</p>",
        f"<pre>{escape(view_bibtex(told))}</pre>",
        source,
        f"<script>const charts = {_specs(figures)}\n{DRAWING}</script>",
    ]
    return html_page(told.title, parts, files_beside=bool(script))


def html_page(title: str, parts: Iterable[str], files_beside: bool = False) -> str:
    """Write a page around its parts, which are HTML already.

    ``files_beside``: scripts and pictures in the same folder may be loaded; nothing else ever may.
    """
    policy = POLICY.format(
        more=" 'self' file:" if files_beside else "",
        images="'self' file: data: blob:" if files_beside else "data: blob:",
    )
    body = "\n".join(part for part in parts if part)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)} · Muster</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def inline_script() -> str:
    """Give plotly.js as an element of a page."""
    return f"<script>{get_plotlyjs()}</script>"


def html_table(table: pd.DataFrame, caption: str, more_rows: int = 0) -> str:
    """Write a table of texts as HTML, everything escaped, the first column as heads of rows.

    ``more_rows`` are told as left to CSV and Excel.
    """
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in table.columns)
    rows = "\n".join(
        "<tr>"
        + f'<th scope="row">{escape(str(first))}</th>'
        + "".join(f"<td>{escape(str(cell))}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in table.itertuples(index=False, name=None)
    )
    beyond = f"; {more_rows:,} more in CSV and Excel" if more_rows else ""
    return _scrolling(
        caption,
        f"<table><caption>{escape(caption)}: {count_text(len(table), 'row')}{beyond}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table>",
    )


def _scrolling(name: str, content: str) -> str:
    """Put what may be wider than a phone where it scrolls by itself, by keyboard too."""
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(name)}">{content}</div>'
    )


def html_notes(notes: Notes) -> str:
    """Write the notes as a list of terms; an address becomes a link, which is followed only."""
    rows = "\n".join(
        f"<dt>{escape(name)}</dt><dd>{_linked(text)}</dd>" for name, text in notes.lines().items()
    )
    return f"<dl>\n{rows}\n</dl>"


def _linked(text: str) -> str:
    return " ".join(
        f'<a href="{escape(word)}" rel="noreferrer">{escape(word)}</a>'
        if word.startswith(("https://", "http://"))
        else escape(word)
        for word in text.split(" ")
    )


def _specs(figures: Sequence[go.Figure]) -> str:
    """Write figures as a literal of JavaScript; no text in it can end the script."""
    specs = [json.loads(figure.to_json()) for figure in figures]
    given = json.dumps([[spec["data"], spec["layout"]] for spec in specs], ensure_ascii=False)
    return given.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
