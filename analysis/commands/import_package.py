"""``import``: new articles and mentions from another Muster's data package."""

import argparse
from pathlib import Path

from analysis.commands.desk import add_data_option, add_database_option, chosen_store, now, operator
from analysis.errors import MusterError
from analysis.ledger import load
from analysis.ledger.store.accepted import accepted_tables, with_accepted
from analysis.ledger.store.imports import import_package
from analysis.ledger.store.records import Versions


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "import",
        description=(
            "Take in the articles that are not here yet, with their mentions, from a data package "
            "that export wrote. What stands in both and differs is listed and left as it is here. "
            "Exit code: 0 done, 1 done with differences, 2 nothing taken in."
        ),
    )
    command.add_argument("folder", type=Path, metavar="DIR", help="folder with datapackage.json")
    add_data_option(command)
    add_database_option(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Import the package and print what was new and what differs."""
    other = load(args.folder)
    if other.problems:
        told = "\n".join(map(str, other.problems[:20]))
        raise MusterError(f"{args.folder}: the package has problems; nothing was taken in.\n{told}")
    store, shipped = chosen_store(args), load(args.data)
    ledger, _ = with_accepted(shipped, accepted_tables(store, shipped))
    version = other.package.version if other.package else ""
    done = import_package(
        store,
        operator(),
        ledger,
        other,
        origin=f"{args.folder.resolve().name}, version {version}",
        at=now(),
        versions=Versions(codebook=version, extractor=""),
    )
    print(f"{done.documents:,} articles and {done.mentions:,} mentions are new and were taken in")
    for name in done.differing:
        print(f"{name}: differs from what is here; left as it is here")
    return 1 if done.differing else 0
