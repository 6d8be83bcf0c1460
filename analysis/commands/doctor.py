"""``doctor``: is the database sound, does it fit this release, and what is to be done?"""

import argparse

from analysis.commands.desk import add_data_option, add_database_option, chosen_store, told
from analysis.ledger import load
from analysis.ledger.store.doctor import counts, findings
from analysis.ledger.store.versions import newest


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "doctor",
        description=(
            "Examine the database: its integrity, its form, its decisions, and whether every accepted "
            "row fits to the tables. Exit code: 0 nothing wrong, 1 something, 2 no database."
        ),
    )
    add_data_option(command)
    add_database_option(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is there, and what is wrong with it and how to mend it."""
    store, ledger = chosen_store(args), load(args.data)
    version = ledger.package.version if ledger.package else "unknown"
    print(f"database {store.name}, form {newest()}; tables of version {version}")
    print(told(counts(store)))
    found = [*map(str, ledger.problems), *map(str, findings(store, ledger))]
    for one in found:
        print(one)
    print(f"{len(found):,} wrong" if found else "nothing wrong")
    return 1 if found else 0
