"""Whether rows can be told apart and whether they point at rows that exist."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from analysis.ledger.fault import Fault
from analysis.ledger.package import Field, TableSchema

NO_TABLE = pd.DataFrame()

REPEATED = "Remove one of the rows, or tell them apart."


def key_faults(frame: pd.DataFrame, schema: TableSchema) -> Iterator[Fault]:
    """Yield the rows that repeat a key of several columns; keys of one column are checked as cells."""
    for columns in (schema.primary_key, *schema.unique_keys):
        if len(columns) > 1 and set(columns) <= set(frame.columns):
            repeated = frame.duplicated(list(columns))
            reason = f"the same {', '.join(columns)} stand in a row above"
            yield Fault(np.flatnonzero(repeated), columns[-1], reason, REPEATED)


def reference_faults(
    frame: pd.DataFrame, schema: TableSchema, tables: Mapping[str, pd.DataFrame]
) -> Iterator[Fault]:
    """Yield the rows whose foreign keys name nothing in the table that they point to.

    ``tables`` holds the tables that could be read. A reference to any other, or to one without its
    key column, is not checked: the row is not to blame, and asking for that table raises.
    """
    for key in schema.foreign_keys:
        if key.column in frame.columns and key.key in tables.get(key.table, NO_TABLE):
            column = frame[key.column]
            lost = ~among(column, tables[key.table][key.key]) & (column != "")
            yield _lost(lost, key.column, key.table)
    for field in schema.fields:
        if field.list_reference and field.name in frame.columns:
            table, known = field.list_reference
            if known in tables.get(table, NO_TABLE):
                lost = _lists_with_strangers(frame[field.name], field, tables[table][known])
                yield _lost(lost, field.name, table)


def among(column: pd.Series, keys: pd.Series) -> pd.Series:
    """Tell which values of a column stand among the keys of a table, however long the table is.

    pandas turns the values looked for into Python objects one by one: only those in use are asked.
    """
    return column.isin(keys[keys.isin(column.unique())].unique())


def _lost(rows: pd.Series, column: str, table: str) -> Fault:
    remedy = f"Use an id of the table {table}, or add the row there."
    return Fault(np.flatnonzero(rows), column, f"no such row in the table {table}", remedy)


def _lists_with_strangers(column: pd.Series, field: Field, known: pd.Series) -> pd.Series:
    members = set(known)
    strangers = [
        value
        for value in column.unique()
        if value and not members.issuperset(value.split(field.separator))
    ]
    return column.isin(strangers)
