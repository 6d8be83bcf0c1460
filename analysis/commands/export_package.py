"""``export``: the ledger with everything accepted, as a data package of its own."""

import argparse
from pathlib import Path

from analysis.commands.desk import add_data_option, add_database_option, chosen_store
from analysis.errors import MusterError
from analysis.ledger import load
from analysis.ledger.package import DESCRIPTOR
from analysis.ledger.package_files import write_package
from analysis.ledger.store.accepted import accepted_tables, with_accepted


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "export",
        description=(
            "Write the shipped tables and everything accepted as a data package, which another "
            "Muster can import and a pull request can propose. Texts of articles are not in it."
        ),
    )
    command.add_argument("folder", type=Path, metavar="DIR", help="folder to write, new or empty")
    add_data_option(command)
    add_database_option(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the package and print how many rows each table has."""
    shipped = load(args.data)
    ledger, problems = with_accepted(shipped, accepted_tables(chosen_store(args), shipped))
    if problems:
        told = "\n".join(map(str, problems))
        raise MusterError(f"Accepted rows do not fit to the tables; nothing was written.\n{told}")
    counts = write_package(ledger, args.data / DESCRIPTOR, args.folder)
    for name, count in counts.items():
        print(f"{name}: {count:,}")
    return 0
