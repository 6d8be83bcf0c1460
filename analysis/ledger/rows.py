"""Further rows for the tables of a ledger: checked as the shipped ones are, then added to them."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from analysis.ledger.ledger import Ledger, faults_of, typed_table
from analysis.ledger.problem import Problem


def check_rows(ledger: Ledger, table: str, rows: pd.DataFrame) -> tuple[Problem, ...]:
    """List everything that keeps rows of text from standing in a table of this ledger.

    ``rows`` has the table's columns as text, "" where a cell is empty. An id that the ledger has
    already is a problem too.
    """
    package = ledger.package
    if package is None or rows.empty:
        return ()
    schema = package.tables[table]
    plain = rows.reset_index(drop=True)
    tables = {**ledger.tables, table: plain}
    problems = [
        Problem(
            table=table,
            line=0,
            key=plain[schema.primary_key[0]].iloc[row] if schema.primary_key else "",
            column=fault.column,
            value=plain[fault.column].iloc[row] if fault.column in plain.columns else "",
            reason=fault.reason,
            remedy=fault.remedy,
        )
        for fault in faults_of(schema, tables, typed_table(plain, schema), package)
        for row in fault.rows
    ]
    for name in schema.primary_key:
        problems += [
            Problem(table, 0, key, name, key, "the ledger has this id already", "Choose another.")
            for key in plain.loc[plain[name].isin(ledger.tables[table][name]), name]
        ]
    return tuple(problems)


def extended(ledger: Ledger, more: Mapping[str, pd.DataFrame]) -> Ledger:
    """Add sound rows of text to tables of a ledger; the ledger itself stays as it is."""
    package = ledger.package
    if package is None:
        return ledger
    tables = dict(ledger.tables)
    for name, rows in more.items():
        added = typed_table(rows.reset_index(drop=True), package.tables[name])
        tables[name] = pd.concat([tables[name], added], ignore_index=True)
    return replace(ledger, tables=tables)
