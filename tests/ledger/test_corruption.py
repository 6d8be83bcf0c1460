"""Whatever is written into a cell or a file, loading ends in a ledger or in problems."""

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from analysis.ledger import load
from analysis.ledger.package import DESCRIPTOR, TABLES

# What people and programs write into cells by mistake, beside anything at all.
SLIPS = st.sampled_from(
    ["", " ", "NA", "nan", "-1", "1e9", "0", "2025-00", "2025-02-31", "0000", "9999-12-31", ";",
     "nis;", "m0001", "j001", "nis", "exact", "vague", "range", "percent", '"', "\r", "=1+1", "x" * 9000]
)  # fmt: skip
TEXTS = SLIPS | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@pytest.fixture(scope="module")
def small_folder(tmp_path_factory: pytest.TempPathFactory, shipped_folder: Path) -> Path:
    """The first rows of every table, so that many tries stay quick."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copy(shipped_folder / DESCRIPTOR, folder)
    for name in TABLES:
        lines = (shipped_folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        (folder / f"{name}.csv").write_text("\n".join(lines[:30]) + "\n", encoding="utf-8")
    return folder


def loads_or_reports(folder: Path, table: str) -> None:
    ledger = load(folder)
    for name in TABLES:
        if name not in ledger.broken:
            assert ledger.table(name) is not None
    for problem in ledger.problems:
        assert problem.table in TABLES
        assert problem.reason
        assert problem.remedy
        assert str(problem)
    if "documents" not in ledger.broken:
        assert len(ledger.data_day) in (0, 10)
    assert table in TABLES


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), table=st.sampled_from(TABLES), value=TEXTS)
def test_any_cell_may_hold_anything(
    data: st.DataObject, table: str, value: str, small_folder: Path
) -> None:
    path = small_folder / f"{table}.csv"
    before = path.read_bytes()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    row = data.draw(st.integers(0, len(rows) - 1), label="row")
    column = data.draw(st.integers(0, len(rows[0]) - 1), label="column")
    rows[row][column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    try:
        loads_or_reports(small_folder, table)
    finally:
        path.write_bytes(before)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.sampled_from(TABLES), content=st.binary(max_size=60))
@example(table="mentions", content=b'"')
@example(table="mentions", content=b'a,"b\n')
@example(table="mentions", content=b"\r\r\n,\n")
@example(table="documents", content=b"document_id,published_on\na\nb,c,d\n")
def test_any_file_may_hold_anything(table: str, content: bytes, small_folder: Path) -> None:
    path = small_folder / f"{table}.csv"
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        loads_or_reports(small_folder, table)
    finally:
        path.write_bytes(before)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.sampled_from(TABLES), cut=st.integers(0, 4000), insert=st.binary(max_size=3))
def test_any_byte_may_be_damaged(table: str, cut: int, insert: bytes, small_folder: Path) -> None:
    path = small_folder / f"{table}.csv"
    before = path.read_bytes()
    path.write_bytes(before[:cut] + insert + before[cut + 1 :])
    try:
        loads_or_reports(small_folder, table)
    finally:
        path.write_bytes(before)
