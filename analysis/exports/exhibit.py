"""A chart with all that goes with it when it leaves Muster, and the formats in which it does.

The pages and the command line hand out the same files, because both make them here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analysis.exports.columns import claim_rows, meanings, mention_rows
from analysis.exports.notes import Notes
from analysis.exports.offline_html import offline_page
from analysis.exports.print_figure import Draw, Print, Size, print_figure
from analysis.exports.reading_table import reading_table
from analysis.exports.tables import csv_text, json_text, workbook
from analysis.figures.legend import bound_legend
from analysis.figures.look import Look
from analysis.ledger.package import Package

# For a phone, a tablet, a desk.
PAGE_WIDTHS = (350, 660, 1000)
# Nobody reads more of a table on a page, and a browser takes long to lay it out.
MOST_READ = 2_000

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Exhibit:
    """A chart and what belongs to it.

    ``name`` is the subject of its files' names. ``draw`` draws it for a look, without a title.
    ``marked`` are the claims whose marks its legend explains; none, and there is no legend.
    ``tables``, by name: the first holds exactly the rows that the chart shows, the others go with
    it into workbooks. ``read`` turns its rows into the table to read beneath the interactive chart.
    ``upright``: days run along the bottom. ``package`` explains the columns.
    """

    name: str
    notes: Notes
    draw: Draw = field(repr=False)
    marked: pd.DataFrame = field(repr=False)
    tables: Tables = field(repr=False)
    package: Package | None = field(repr=False)
    read: Callable[[pd.DataFrame], pd.DataFrame] = reading_table
    upright: bool = False

    @property
    def rows(self) -> pd.DataFrame:
        """The rows that the chart shows."""
        return next(iter(self.tables.values()))


def claim_tables(
    claims: pd.DataFrame, mentions: pd.DataFrame, drawn: str = ""
) -> dict[str, pd.DataFrame]:
    """Make the tables of an exhibit of claims: their rows, and the mentions behind them.

    ``drawn``: see ``claim_rows``.
    """
    return {"claims": claim_rows(claims, drawn), "mentions": mention_rows(mentions, claims)}


def picture(exhibit: Exhibit, size: Size) -> Print:
    """Make the print version."""
    return print_figure(
        exhibit.draw, exhibit.notes, exhibit.marked, size=size, upright=exhibit.upright
    )


def page(exhibit: Exhibit, script: str = "") -> str:
    """Write the interactive page of HTML; ``script``: see ``offline_page``."""
    figures = [exhibit.draw(Look(width=width)) for width in PAGE_WIDTHS]
    legend = bound_legend(exhibit.marked, exhibit.upright) if len(exhibit.marked) else ""
    table = exhibit.read(exhibit.rows.head(MOST_READ))
    more_rows = max(len(exhibit.rows) - MOST_READ, 0)
    return offline_page(figures, exhibit.notes, table, legend, script, more_rows)


def exhibit_file(exhibit: Exhibit, ending: str, script: str = "") -> bytes:
    """Write an exhibit as a page of HTML, or its tables as CSV, Excel or JSON."""
    if ending == "html":
        return page(exhibit, script).encode()
    return table_file(exhibit.tables, exhibit.notes, exhibit.package, ending)


def table_file(tables: Tables, notes: Notes, package: Package | None, ending: str) -> bytes:
    """Write tables as a file: the first alone as CSV, all of them as Excel or JSON with notes."""
    if ending == "csv":
        return csv_text(next(iter(tables.values()))).encode()
    told = {name: meanings(table.columns, package) for name, table in tables.items()}
    if ending == "json":
        return json_text(tables, notes, told).encode()
    return workbook(tables, notes, told)
