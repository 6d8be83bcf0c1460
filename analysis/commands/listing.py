"""What the commands that list share: the choices, the formats, and where the output goes."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis.codebook import Kind, Modality, Population, Scope
from analysis.commands.check import SHIPPED
from analysis.errors import MusterError
from analysis.estimates import Estimates, Selection, estimate, select
from analysis.exports.tables import escaped
from analysis.ledger import Ledger, load
from analysis.partial_dates import BadDate, span

# An empty cell is a thing that was not given; a number keeps no ".0" that nobody printed.
WHOLE = "{:.15g}".format


class UnknownChoice(MusterError):
    """A filter names something that is not in the tables."""


def add_choices(command: argparse.ArgumentParser) -> None:
    """Add the filters, the format and the output file."""
    add_filters(command)
    command.add_argument(
        "--in-force", action="store_true", help="only what is in force, nothing revised"
    )
    command.add_argument(
        "--format", choices=("csv", "json", "table"), default="table", help="default: table"
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to a file instead of the screen"
    )


def add_filters(command: argparse.ArgumentParser, kinds: bool = True) -> None:
    """Add the filters, each of which may be given several times, and the data package.

    ``kinds``: claim types are a filter; a command that takes one as its argument says no.
    """

    def several(option: str, what: str, choices: Iterable[str] | None = None) -> None:
        command.add_argument(
            option,
            action="append",
            default=[],
            metavar="ID",
            choices=list(choices) if choices else None,
            help=what + (f": {', '.join(choices)}" if choices else ""),
        )

    several("--source", "claimant, as in claimants.csv (nis, ua_president …)")
    if kinds:
        several("--kind", "claim type", [kind.value for kind in Kind])
    several("--scope", "scope", [scope.value for scope in Scope])
    several("--population", "who is counted", [population.value for population in Population])
    several("--modality", "modality", [modality.value for modality in Modality])
    several("--outlet", "outlet, as in documents.csv")
    several("--language", "language of the article (en, ko …)")
    several("--place", "place, as in locations.csv (kursk …)")
    command.add_argument(
        "--known-on",
        type=_partial_date,
        metavar="DAY",
        help="as printed by this day: 2025-02-01, 2025-02 or 2025",
    )
    command.add_argument(
        "--data", type=Path, default=SHIPPED, metavar="DIR", help="data package (default: shipped)"
    )


def chosen_ledger(args: argparse.Namespace) -> Ledger:
    """Load the tables. Raises UnknownChoice for a filter that names nothing in them."""
    ledger = load(args.data)
    _require_known(args, ledger)
    return ledger


def chosen_selection(
    args: argparse.Namespace, kinds: tuple[str, ...], incidents: bool
) -> Selection:
    """Read the filters as a selection of these claim types, with or without single events."""
    return Selection(
        sources=tuple(args.source),
        kinds=kinds,
        scopes=tuple(args.scope),
        populations=tuple(args.population),
        modalities=tuple(args.modality),
        outlets=tuple(args.outlet),
        languages=tuple(args.language),
        places=tuple(args.place),
        incidents=incidents,
    )


def chosen_estimates(args: argparse.Namespace) -> Estimates:
    """Load the tables, fold them and keep what was asked for.

    Raises BrokenTable for tables with problems and UnknownChoice for a filter that names nothing.
    """
    ledger = chosen_ledger(args)
    selection = chosen_selection(args, tuple(args.kind), incidents=True)
    chosen = select(estimate(ledger, args.known_on), selection)
    if not args.in_force:
        return chosen
    return chosen.keep(chosen.claims[chosen.claims["in_force"]])


def write_listing(table: pd.DataFrame, args: argparse.Namespace) -> None:
    """Write a table as CSV, JSON or aligned text; unknown numbers stay empty (JSON: null).

    In CSV, a text that a spreadsheet would run as a formula stands behind an apostrophe.
    """
    if args.format == "csv":
        text = escaped(table).to_csv(index=False, float_format=WHOLE, lineterminator="\n")
    elif args.format == "json":
        text = table.to_json(orient="records", force_ascii=False, indent=1) + "\n"
    else:
        with pd.option_context("display.max_colwidth", 40):
            text = table.to_string(index=False, na_rep="", float_format=WHOLE) + "\n"
    if args.output is None:
        sys.stdout.write(text)
        return
    try:
        args.output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise MusterError(f"{args.output}: cannot be written: {error.strerror}") from error
    print(f"{args.output}: {len(table)} rows")


def _require_known(args: argparse.Namespace, ledger: Ledger) -> None:
    for option, chosen, known in (
        ("--source", args.source, ledger.claimants["claimant"]),
        ("--outlet", args.outlet, ledger.documents["outlet"]),
        ("--language", args.language, ledger.documents["language"]),
        ("--place", args.place, ledger.locations["location"]),
    ):
        unknown = sorted(set(chosen) - set(known))
        if unknown:
            names = ", ".join(sorted(set(known) - {""}))
            raise UnknownChoice(f"{option} {unknown[0]}: not in the tables. There are: {names}")


def _partial_date(text: str) -> str:
    try:
        span(text)
    except BadDate as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text
