"""The ledger in memory: eleven tables, everything wrong with them, and which of them can be used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.ledger.cells import cell_faults, typed
from analysis.ledger.csv_file import TEXT, CsvFile, read_csv_file
from analysis.ledger.fault import Fault, Rows
from analysis.ledger.judgement_rules import judgement_faults
from analysis.ledger.keys import key_faults, reference_faults
from analysis.ledger.package import (
    DESCRIPTOR,
    TABLES,
    Package,
    TableSchema,
    UnreadablePackage,
    missing_tables,
    read_package,
)
from analysis.ledger.problem import BrokenTable, Problem
from analysis.ledger.row_rules import row_faults
from analysis.partial_dates import BadDate, span, spans


@dataclass(frozen=True)
class Ledger:
    """The tables of a data package, and every problem found in them.

    A table is broken when a problem stands in its own file. Tables that only point at it stay
    usable, because their own rows are sound: what cannot be had is the names and days that the
    broken table holds, and asking for those raises. So a slip in movements.csv costs the map its
    movements and nothing else, while mentions.csv costs every page that shows numbers.

    Frames are shared: treat them as immutable. Text columns hold "" where a cell is empty, numbers
    (float64) NaN; dates stay partial text.
    """

    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    problems: tuple[Problem, ...]
    package: Package | None = field(repr=False)

    @property
    def broken(self) -> frozenset[str]:
        """Name the tables that cannot be used."""
        return frozenset(problem.table for problem in self.problems) & frozenset(TABLES)

    def table(self, name: str) -> pd.DataFrame:
        """Return a table by its name. Raises BrokenTable where it has problems."""
        if name in self.broken:
            raise BrokenTable(name, (p for p in self.problems if p.table == name))
        return self.tables[name]

    @property
    def mentions(self) -> pd.DataFrame:
        """The source layer: one row per place in an article where a number stands."""
        return self.table("mentions")

    @property
    def documents(self) -> pd.DataFrame:
        """The articles."""
        return self.table("documents")

    @property
    def claimants(self) -> pd.DataFrame:
        """Who asserts numbers."""
        return self.table("claimants")

    @property
    def locations(self) -> pd.DataFrame:
        """The places."""
        return self.table("locations")

    @property
    def sightings(self) -> pd.DataFrame:
        """Places named without a number."""
        return self.table("sightings")

    @property
    def movements(self) -> pd.DataFrame:
        """Reported movements between two places."""
        return self.table("movements")

    @property
    def stances(self) -> pd.DataFrame:
        """Denials, silences and confirmations without a number."""
        return self.table("stances")

    @property
    def claim_types(self) -> pd.DataFrame:
        """The kinds of claim, with label, title, page and definition."""
        return self.table("claim_types")

    @property
    def judgements(self) -> pd.DataFrame:
        """A person's decisions about mentions and claims."""
        return self.table("judgements")

    @property
    def shared_intelligence(self) -> pd.DataFrame:
        """Pairs of claimants that may draw on one source."""
        return self.table("shared_intelligence")

    @property
    def relays(self) -> pd.DataFrame:
        """The spellings of relays and agencies, and the one name and kind of each."""
        return self.table("relays")

    @property
    def data_day(self) -> str:
        """The last day on which an article was printed for certain, as YYYY-MM-DD.

        An article of which only the month is known counts with the first of it, so that the day
        is never put later than the articles bear out. "" where there is no article. Raises
        BrokenTable where documents cannot be used.
        """
        last = spans(self.documents["published_on"])["first"].max()
        return "" if pd.isna(last) else last.date().isoformat()


def load(folder: Path) -> Ledger:
    """Load the data package in a folder, and find everything that is wrong with it at once.

    Never raises for what stands in the files: see ``Ledger.problems``.
    """
    try:
        package = read_package(folder)
    except UnreadablePackage as error:
        remedy = f"Restore {DESCRIPTOR} from the package that Muster ships."
        return Ledger(
            {},
            tuple(Problem(t, 0, "", "", "", f"{DESCRIPTOR}: {error}", remedy) for t in TABLES),
            None,
        )
    schemas = [package.tables[name] for name in TABLES if name in package.tables]
    files = {schema.name: read_csv_file(folder / schema.path, schema) for schema in schemas}
    texts = {
        name: file.frame.loc[:, ~file.frame.columns.duplicated()]
        for name, file in files.items()
        if file.frame is not None
    }
    problems = missing_tables(package)
    frames = {}
    for schema in schemas:
        problems += files[schema.name].problems
        if schema.name in texts:
            frames[schema.name] = typed_table(texts[schema.name], schema)
            faults = faults_of(schema, texts, frames[schema.name], package)
            problems += _problems(faults, files[schema.name], texts[schema.name], schema)
    return Ledger(frames, tuple(problems), package)


def typed_table(text: pd.DataFrame, schema: TableSchema) -> pd.DataFrame:
    """Turn a table of text into the types of its columns; unknown columns are left out."""
    known = [field for field in schema.fields if field.name in text.columns]
    return pd.DataFrame({field.name: typed(text[field.name], field) for field in known})


def faults_of(
    schema: TableSchema, texts: Mapping[str, pd.DataFrame], frame: pd.DataFrame, package: Package
) -> Iterator[Fault]:
    """Yield everything wrong with one table of text, beside the tables that it points to."""
    text = texts[schema.name]
    cells = [
        fault
        for field in schema.fields
        if field.name in text.columns
        for fault in cell_faults(text[field.name], field)
    ]
    cells += reference_faults(text, schema, texts)
    bad = _bad_rows(cells)
    yield from cells
    yield from key_faults(text, schema)
    yield from row_faults(_with_printing(frame, texts), schema.name, bad)
    if schema.name == "judgements" and "mentions" in package.tables:
        yield from judgement_faults(text, texts, package.tables["mentions"], bad)


def _bad_rows(faults: list[Fault]) -> dict[str, Rows]:
    bad: dict[str, list[Rows]] = {}
    for fault in faults:
        if len(fault.rows):
            bad.setdefault(fault.column, []).append(fault.rows)
    return {column: np.concatenate(rows) for column, rows in bad.items()}


def _with_printing(frame: pd.DataFrame, texts: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Join the day of printing, where the article and a sound day of it are known."""
    documents = texts.get("documents", pd.DataFrame())
    if not {"document_id", "published_on"} <= set(documents.columns) or "stated_on" not in frame:
        return frame
    if "document_id" not in frame:
        return frame
    printed = documents.drop_duplicates("document_id").set_index("document_id")["published_on"]
    sound = printed[[_is_date(day) for day in printed]]
    return frame.assign(printed_on=frame["document_id"].map(sound).astype(TEXT).fillna(""))


def _is_date(text: str) -> bool:
    try:
        span(text)
    except BadDate:
        return False
    return True


def _problems(
    faults: Iterator[Fault], file: CsvFile, text: pd.DataFrame, schema: TableSchema
) -> list[Problem]:
    """Tell each fault row by row, in the order of the file, with line, id and the cell's value."""
    found = [(row, fault) for fault in faults for row in fault.rows]
    found.sort(key=lambda pair: pair[0])
    id_column = schema.primary_key[0] if schema.primary_key else ""
    return [
        Problem(
            table=schema.name,
            line=file.lines[row],
            key=text[id_column].iloc[row] if id_column in text.columns else "",
            column=fault.column,
            value=text[fault.column].iloc[row] if fault.column in text.columns else "",
            reason=fault.reason,
            remedy=fault.remedy,
        )
        for row, fault in found
    ]
