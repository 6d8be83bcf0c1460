"""``report``: every chart and table in one folder, with an index that opens without a network."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plotly.offline import get_plotlyjs

from analysis.codebook import Kind
from analysis.commands.board import Board, Chart
from analysis.commands.chart import (
    add_print_options,
    chosen_board,
    write_file,
)
from analysis.commands.charts import all_charts
from analysis.commands.listing import add_filters
from analysis.commands.map_chart import map_chart
from analysis.commands.report_index import FORMAT_NAMES, Written, report_index
from analysis.errors import MusterError
from analysis.estimates import Estimates, select, selection_words
from analysis.exports.exhibit import claim_tables, exhibit_file, picture, table_file
from analysis.exports.file_names import file_name
from analysis.exports.notes import Notes, behind, sources_shown
from analysis.exports.print_figure import Size
from analysis.exports.tables import csv_text

if TYPE_CHECKING:
    from analysis.exports.pictures import Pictures

PICTURES = ("svg", "png")
OTHERS = ("html", "csv", "xlsx", "json")
SCRIPT = "plotly.min.js"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "report",
        description=(
            "Write every chart (SVG, PNG, interactive HTML) and every table (CSV, Excel, JSON) "
            "with an index.html that opens offline. Exit code: 0; 2 when it could not."
        ),
    )
    add_filters(command)
    add_print_options(command)
    command.add_argument(
        "--no-pictures",
        action="store_true",
        help="leave SVG and PNG out: they need Chrome or Chromium",
    )
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="folder to write into"
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the charts one after the other, then the index."""
    folder: Path = args.output
    board = chosen_board(args)
    kinds = tuple(Kind(kind) for kind in args.kind) or tuple(Kind)
    charts = [*all_charts(board, kinds), map_chart(board, tuple(args.kind))]
    with _pictures(args.no_pictures) as pictures:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MusterError(f"{folder}: cannot be made: {error.strerror}") from error
        write_file(folder / SCRIPT, get_plotlyjs().encode())
        notes, shown = _whole(board, kinds)
        tables = _write_tables(folder, board, notes, shown)
        written = []
        for number, chart in enumerate(charts, 1):
            print(f"{number} of {len(charts)}: {chart.notes.title}", file=sys.stderr, flush=True)
            written.append(_write_chart(folder, chart, board, Size(args.size), pictures))
    write_file(folder / "index.html", report_index(notes, written, tables).encode())
    print(f"{folder / 'index.html'}: {len(charts)} charts")
    return 0


@contextmanager
def _pictures(none: bool) -> "Iterator[Pictures | None]":
    """Keep a browser open for all pictures; None where no pictures are wanted.

    Raises NoBrowser before anything is written.
    """
    if none:
        yield None
        return
    # Only pictures need Kaleido, and every other command would wait for its import.
    from analysis.exports.pictures import Pictures, find_browser

    with Pictures(find_browser(os.environ)) as pictures:
        yield pictures


def _write_chart(
    folder: Path, chart: Chart, board: Board, size: Size, pictures: "Pictures | None"
) -> Written:
    files = {}
    contents = [(ending, exhibit_file(chart, ending, SCRIPT)) for ending in OTHERS]
    if pictures is not None:
        sheet = picture(chart, size)
        contents += [(ending, pictures.picture(sheet, ending)) for ending in PICTURES]
    for ending, content in contents:
        name = file_name(chart.name, board.chosen_words(), chart.notes.day, ending)
        write_file(folder / name, content)
        files[ending] = name
    return Written(chart, files)


def _whole(board: Board, kinds: tuple[Kind, ...]) -> tuple[Notes, Estimates]:
    """Choose all claims that the report is about, single events too, and write their notes."""
    chosen = () if len(kinds) == len(Kind) else tuple(kind.value for kind in kinds)
    selection = replace(board.selection, kinds=chosen, incidents=True)
    shown = select(board.estimates, selection)
    notes = Notes(
        title="All claims and mentions",
        filters=selection_words(selection, board.names, board.places, shown.known_on),
        sources=sources_shown(shown.claims),
        behind=behind(shown.claims, shown.mentions),
        edition=board.edition,
        known_on=shown.known_on,
    )
    return notes, shown


def _write_tables(folder: Path, board: Board, notes: Notes, shown: Estimates) -> dict[str, str]:
    """Write the tables of all claims and mentions; returns the files' names by what they hold."""
    tables = claim_tables(shown.claims, shown.mentions)
    tables["claims"] = tables["claims"].drop(columns="drawn")
    package = board.ledger.package
    contents = {
        ("claims", "csv"): table_file(tables, notes, package, "csv"),
        ("mentions", "csv"): csv_text(tables["mentions"]).encode(),
        ("claims and mentions", "xlsx"): table_file(tables, notes, package, "xlsx"),
        ("claims and mentions", "json"): table_file(tables, notes, package, "json"),
    }
    files = {}
    for (what, ending), content in contents.items():
        name = file_name(f"all {what}", board.chosen_words(), notes.day, ending)
        write_file(folder / name, content)
        files[f"{what}, {FORMAT_NAMES[ending]}"] = name
    return files
