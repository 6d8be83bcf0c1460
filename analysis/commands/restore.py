"""``restore``: a backup back into an empty database."""

import argparse
from pathlib import Path

from analysis.commands.desk import add_database_option, chosen_store, told
from analysis.ledger.store.backup import restore_backup


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "restore",
        description=(
            "Put a backup into an empty database, all of it or nothing. A database that holds rows "
            "is never overwritten: move its file away first, or name another with --database."
        ),
    )
    command.add_argument("file", type=Path, metavar="FILE", help="file that backup wrote")
    add_database_option(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore the backup and print what was in it."""
    store = chosen_store(args)
    counts = restore_backup(store, args.file)
    print(f"{store.name}: {told(counts)}")
    return 0
