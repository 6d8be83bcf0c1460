"""A ledger written as a data package: the same files as the shipped ones, read back the same."""

import csv
from pathlib import Path

import pandas as pd

from analysis.errors import MusterError
from analysis.ledger.ledger import Ledger
from analysis.ledger.package import DESCRIPTOR

WHOLE = "{:.15g}".format


def write_package(ledger: Ledger, description: Path, folder: Path) -> dict[str, int]:
    """Write every table of a sound ledger and its description; give the rows of each table.

    ``description`` is the datapackage.json that the tables were read by. Cells are written as they
    are: what is meant for a spreadsheet comes from the exports. Raises BrokenTable where a table
    has problems, and MusterError where the folder holds a package already or cannot be written.
    """
    package = ledger.package
    if package is None:
        raise MusterError("There is no description of the tables to export them by.")
    tables = {name: ledger.table(name) for name in package.tables if name in ledger.tables}
    if (folder / DESCRIPTOR).exists():
        raise MusterError(f"{folder}: a data package is there already. Name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            _write_table(table, folder / package.tables[name].path)
        # The description comes last: a folder without it is not taken for a package.
        (folder / DESCRIPTOR).write_bytes(description.read_bytes())
    except OSError as error:
        raise MusterError(f"{folder}: cannot be written: {error.strerror}.") from error
    return {name: len(table) for name, table in tables.items()}


def _write_table(table: pd.DataFrame, file: Path) -> None:
    table.to_csv(
        file,
        index=False,
        float_format=WHOLE,
        lineterminator="\n",
        quoting=csv.QUOTE_MINIMAL,
        encoding="utf-8",
    )
