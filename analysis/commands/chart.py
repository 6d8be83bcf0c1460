"""``chart``: one chart as a picture, a page of HTML, or the table behind it."""

import argparse
import os
import sys
from pathlib import Path

from analysis.codebook import Kind
from analysis.commands.board import MAP, NOW, OVER_TIME, SHARES, VIEWS, Board, Chart
from analysis.commands.charts import now_chart, statements_chart
from analysis.commands.listing import UnknownChoice, add_filters, chosen_ledger, chosen_selection
from analysis.commands.map_chart import map_chart
from analysis.commands.share_charts import shares_chart, stated_chart
from analysis.errors import MusterError
from analysis.estimates import estimate
from analysis.estimates.shares import PARTS, WHOLES
from analysis.exports.citation import version_in
from analysis.exports.exhibit import exhibit_file, picture
from analysis.exports.print_figure import Size
from analysis.figures.hover import count_text

PICTURES = ("svg", "png", "pdf")
OTHERS = ("html", "csv", "xlsx", "json")
CITATION = Path(__file__).resolve().parents[2] / "CITATION.cff"


class UnknownEnding(MusterError):
    """A file name that says no format that a chart comes in."""


class OptionOfAnotherView(MusterError):
    """An option that the chosen view has no use for."""


class NothingToDraw(MusterError):
    """No source gives a figure that the filters leave."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "chart",
        description=(
            "Draw one chart with all that it needs to stand alone, in the format that the file's "
            "name ends with. Exit code: 0; 2 when it could not."
        ),
    )
    command.add_argument(
        "kind",
        choices=[*(kind.value for kind in Kind), MAP],
        metavar="KIND",
        help=f"claim type, or {MAP} for all of them: {', '.join(kind.value for kind in Kind)}",
    )
    command.add_argument(
        "--view",
        choices=VIEWS,
        default=NOW,
        help=(
            "now: the latest claim of each source (default); over-time: every statement; shares: "
            "its share of another number; stated-shares: percentages that sources gave"
        ),
    )
    command.add_argument(
        "--panel",
        default="",
        metavar="NAME",
        help="of over-time: which chart, where a kind has several (an unknown name lists them)",
    )
    command.add_argument(
        "--whole",
        choices=[kind.value for kind in WHOLES],
        help="of shares: the kind to divide by (default: casualties; of casualties: sent_total)",
    )
    command.add_argument(
        "--whole-source",
        default="",
        metavar="ID",
        help="of shares: whose number to divide by (default: the same source's)",
    )
    add_filters(command, kinds=False)
    add_print_options(command)
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=f"the file to write: .{', .'.join((*PICTURES, *OTHERS))}",
    )
    command.set_defaults(run=run)


def add_print_options(command: argparse.ArgumentParser) -> None:
    """Add the options on how pictures are printed."""
    command.add_argument(
        "--size",
        choices=[size.value for size in Size],
        default=Size.PAGE.value,
        help="page: 1000 pixels wide (default); slide: 1200 x 675; square: 1080 x 1080",
    )
    command.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="where the reader finds this view (default: the command that makes it)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the chart in the format that the file's name asks for."""
    ending = args.output.suffix.removeprefix(".").lower()
    if ending not in (*PICTURES, *OTHERS):
        raise UnknownEnding(
            f"{args.output}: the name has to end with .{', .'.join((*PICTURES, *OTHERS))}"
        )
    board = chosen_board(args)
    chart = _chart(board, args)
    if chart is None:
        raise NothingToDraw(
            f"Nothing to draw: no source in this selection gives such a figure ({args.kind}, "
            f"{args.view})."
        )
    if ending in PICTURES:
        content = _picture(chart, Size(args.size), ending)
    else:
        content = exhibit_file(chart, ending)
    write_file(args.output, content)
    print(f"{args.output}: {chart.notes.title}, {count_text(len(chart.rows), 'row')}")
    return 0


def _chart(board: Board, args: argparse.Namespace) -> Chart | None:
    """Make the chart of the view that was asked for; None where there is nothing to draw."""
    for option, given, view in (
        ("--panel", args.panel, OVER_TIME),
        ("--whole", args.whole, SHARES),
        ("--whole-source", args.whole_source, SHARES),
    ):
        if given and args.view != view:
            raise OptionOfAnotherView(f"{option} belongs to --view {view}, not to {args.view}.")
    if args.kind == MAP:
        if args.view != NOW:
            raise OptionOfAnotherView(f"The map has one view only: leave --view {args.view} out.")
        return map_chart(board)
    kind = Kind(args.kind)
    if args.view == NOW:
        return now_chart(board, kind)
    if args.view == OVER_TIME:
        return statements_chart(board, kind, args.panel)
    if kind not in PARTS:
        kinds = ", ".join(part.value for part in PARTS)
        raise NothingToDraw(f"Nothing to draw: shares are taken of {kinds}, not of {kind.value}.")
    if args.view == SHARES and args.whole_source and args.whole_source not in board.names:
        names = ", ".join(sorted(board.names))
        raise UnknownChoice(
            f"--whole-source {args.whole_source}: not in the tables. There are: {names}"
        )
    if args.view == SHARES and args.whole == kind and not args.whole_source:
        raise NothingToDraw("Part and whole are the same figure: choose another --whole.")
    if args.view == SHARES:
        return shares_chart(board, kind, args.whole and Kind(args.whole), args.whole_source)
    return stated_chart(board, kind)


def chosen_board(args: argparse.Namespace) -> Board:
    """Load and fold the tables, and keep the choices with which charts are made."""
    ledger = chosen_ledger(args)
    return Board(
        ledger=ledger,
        estimates=estimate(ledger, args.known_on),
        selection=chosen_selection(args, (), incidents=False),
        version=version_in(CITATION.read_text(encoding="utf-8")),
        address=args.address,
    )


def write_file(path: Path, content: bytes) -> None:
    """Write a file. Raises MusterError where that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise MusterError(f"{path}: cannot be written: {error.strerror}") from error


def _picture(chart: Chart, size: Size, ending: str) -> bytes:
    # Only pictures need Kaleido, and every other command would wait for its import.
    from analysis.exports.pictures import Pictures, find_browser

    sheet = picture(chart, size)
    if not sheet.readable:
        print(
            f"The smallest text is {sheet.smallest_text:.0f} pixels high: choose fewer sources, "
            "or --size page.",
            file=sys.stderr,
        )
    with Pictures(find_browser(os.environ)) as pictures:
        return pictures.picture(sheet, ending)
