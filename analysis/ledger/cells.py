"""Whether each cell of a table holds what its column may hold, seen alone.

Each rule looks at a column's distinct values once, so that a million rows cost as much as their
distinct values.
"""

import math
import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.ledger.fault import Fault
from analysis.ledger.package import Field
from analysis.partial_dates import BadDate, span

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
INTEGER = re.compile(r"-?[0-9]+", re.ASCII)

# Beyond this, neighbouring whole numbers no longer differ as float64.
LARGEST = 2.0**53


def cell_faults(column: pd.Series, field: Field) -> Iterator[Fault]:
    """Yield a fault for every kind of wrong value in one column of text, with the rows that hold it."""
    codes, distinct = pd.factorize(column)
    wrong: dict[tuple[str, str], list[int]] = {}
    for code, value in enumerate(distinct):
        told = _what_is_wrong(value, field)
        if told:
            wrong.setdefault(told, []).append(code)
    for (reason, remedy), bad_codes in wrong.items():
        rows = np.flatnonzero(np.isin(codes, bad_codes))
        yield Fault(rows, field.name, reason, remedy)
    if field.unique:
        yield from _repeated(column, field.name)


def typed(column: pd.Series, field: Field) -> pd.Series:
    """Turn a column of text into the type of its field; cells that hold no such value become open.

    number -> float64, NaN where empty or no number; integer -> int64, 0 there; text stays.
    """
    if field.type not in ("number", "integer"):
        return column
    codes, distinct = pd.factorize(column)
    values = np.array([_number(value) for value in distinct], dtype="float64")
    numbers = values.take(codes) if len(values) else np.empty(0)
    if field.type == "integer":
        return pd.Series(np.nan_to_num(numbers).astype("int64"), index=column.index)
    return pd.Series(numbers, index=column.index)


def _number(text: str) -> float:
    number = float(text) if NUMBER.fullmatch(text) else math.nan
    return number if abs(number) <= LARGEST else math.nan


def _what_is_wrong(value: str, field: Field) -> tuple[str, str] | None:
    """Tell the reason and the remedy for one value; None where nothing is wrong with it."""
    if not value:
        return ("the cell is empty", "Every row needs it.") if field.required else None
    if "\n" in value or "\r" in value:
        return "a line break inside a cell", "Keep each row on one line."
    if value != value.strip():
        return "blanks before or after the value", "Remove them."
    if field.allowed and value not in field.allowed:
        return "no allowed value", f"Use one of: {', '.join(field.allowed)}."
    if field.type in ("number", "integer"):
        return _what_is_wrong_with_number(value, field)
    if field.partial_date:
        try:
            span(value)
        except BadDate as error:
            return f"no date: {error.reason}", "Write YYYY, YYYY-MM or YYYY-MM-DD."
    elif field.pattern and not re.fullmatch(field.pattern, value, re.ASCII):
        return "not of the form that the column asks for", f"It must match {field.pattern}"
    return None


def _what_is_wrong_with_number(value: str, field: Field) -> tuple[str, str] | None:
    form = INTEGER if field.type == "integer" else NUMBER
    if not form.fullmatch(value) or abs(float(value)) > LARGEST:
        kind = "whole number" if field.type == "integer" else "number"
        return f"no {kind}", "Write plain digits, without separators, words or signs of a hedge."
    if field.minimum is not None and float(value) < field.minimum:
        return f"below {field.minimum:g}", f"It must be {field.minimum:g} or more."
    if field.maximum is not None and float(value) > field.maximum:
        return f"above {field.maximum:g}", f"It must be {field.maximum:g} or less."
    return None


def _repeated(column: pd.Series, name: str) -> Iterator[Fault]:
    repeated = column.duplicated() & (column != "")
    yield Fault(np.flatnonzero(repeated), name, "the value stands above already", "Make it unique.")
