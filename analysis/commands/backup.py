"""``backup``: everything in the database in one file."""

import argparse
from pathlib import Path

from analysis.commands.desk import add_database_option, chosen_store, told
from analysis.ledger.store.backup import write_backup


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "backup",
        description=(
            "Write all articles, proposals and decisions, as of one moment, to a file. The dashboard "
            "may go on meanwhile."
        ),
    )
    command.add_argument("file", type=Path, metavar="FILE", help="file to write (.zip)")
    add_database_option(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the backup and print what is in it."""
    counts = write_backup(chosen_store(args), args.file)
    print(f"{args.file}: {told(counts)}")
    return 0
