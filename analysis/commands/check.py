"""``check``: is every table of a data package as its description says, and do the facts agree?"""

import argparse
import sys
from pathlib import Path

from analysis.ledger import Ledger, load
from analysis.ledger.sanity import findings

SHIPPED = Path(__file__).resolve().parents[2] / "data"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "check",
        description=(
            "Validate every table of a data package and print all problems at once. "
            "Exit code: 0 no problems, 1 problems, 2 no such folder."
        ),
    )
    command.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=SHIPPED,
        metavar="DIR",
        help="folder with datapackage.json (default: the shipped data)",
    )
    command.add_argument(
        "--sanity",
        action="store_true",
        help="also list facts that look wrong though they are well formed (they do not fail)",
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the problems, or the counts where there are none."""
    folder: Path = args.folder
    if not folder.is_dir():
        print(f"{folder}: no such folder", file=sys.stderr)
        return 2
    ledger = load(folder)
    for problem in ledger.problems:
        print(problem)
    if ledger.problems:
        tables = ", ".join(sorted({problem.table for problem in ledger.problems}))
        print(f"{_counted(len(ledger.problems), 'problem')} in {tables}")
    else:
        print(f"no problems: {_counts(ledger)}")
    if args.sanity:
        _print_findings(ledger)
    return 1 if ledger.problems else 0


def _print_findings(ledger: Ledger) -> None:
    if {"mentions", "documents", "claimants", "judgements"} & ledger.broken:
        print("sanity: not looked at while one of the tables that it reads has problems")
        return
    found = findings(ledger)
    for finding in found:
        print(finding)
    print(f"sanity: {_counted(len(found), 'finding')}")


def _counts(ledger: Ledger) -> str:
    days = ledger.documents["published_on"]
    return (
        f"{_counted(len(ledger.mentions), 'mention')} from "
        f"{_counted(len(days), 'article')}, "
        f"{_counted(len(ledger.claimants), 'claimant')}, "
        f"{_counted(len(ledger.locations), 'place')}, "
        f"{_counted(len(ledger.sightings), 'sighting')}, "
        f"{_counted(len(ledger.movements), 'movement')}, "
        f"{_counted(len(ledger.stances), 'stance')}, "
        f"{_counted(len(ledger.judgements), 'judgement')}; "
        f"articles to {ledger.data_day or 'no day'}"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
