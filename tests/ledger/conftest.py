"""A copy of the shipped data to break, one cell at a time."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.ledger import Ledger, load

SHIPPED = Path(__file__).resolve().parents[2] / "data"

Change = Callable[..., int]


@pytest.fixture(scope="session")
def shipped_folder() -> Path:
    return SHIPPED


@pytest.fixture(scope="session")
def shipped() -> Ledger:
    return load(SHIPPED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(SHIPPED, copy)
    return copy


@pytest.fixture
def change(folder: Path) -> Change:
    """Change cells of the row whose first cell is ``key``; returns the line that it stands on."""

    def change_row(table: str, key: str, **cells: str) -> int:
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        number = next(i for i, row in enumerate(rows) if row[0] == key)
        for column, value in cells.items():
            rows[number][header.index(column)] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
        return number + 2

    return change_row
