"""What the commands about the database share: where it is, who asks, what time it is."""

import argparse
import getpass
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from analysis.ledger.store.database import Store, open_store
from analysis.ledger.store.people import Person
from analysis.ledger.store.place import SETTING, store_url

PROJECT = Path(__file__).resolve().parents[2]
SHIPPED = PROJECT / "data"


def add_database_option(command: argparse.ArgumentParser) -> None:
    """Add the option that names another database than the usual one."""
    command.add_argument(
        "--database",
        default="",
        metavar="URL",
        help=f"address of the database (default: {SETTING}, else store/muster.sqlite3)",
    )


def add_data_option(command: argparse.ArgumentParser) -> None:
    """Add the option that names other tables than the shipped ones."""
    command.add_argument(
        "--data", type=Path, default=SHIPPED, metavar="DIR", help="data package (default: shipped)"
    )


def told(counts: Mapping[str, int]) -> str:
    """Write in one line how many rows each table has.

    >>> told({"article": 1200, "draft": 0})
    'article 1,200, draft 0'
    """
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())


def chosen_store(args: argparse.Namespace) -> Store:
    """Open the database that was asked for. Raises StoreError and BadDatabaseAddress."""
    return open_store(args.database or store_url(os.environ, PROJECT))


def operator() -> Person:
    """Name whoever runs the command: who can run it can open the database by other means too."""
    return Person(getpass.getuser())


def now() -> datetime:
    """Tell the time at which a command writes."""
    return datetime.now(UTC)
