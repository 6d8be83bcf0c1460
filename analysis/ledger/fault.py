"""One kind of fault in one column, with the rows that have it: what a rule hands to the loader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Fault:
    """Rows (counted from 0 in the frame) of which ``column`` is wrong, for one reason."""

    rows: Rows
    column: str
    reason: str
    remedy: str


def sound_rows(
    frame: pd.DataFrame, columns: Iterable[str], bad_rows: Mapping[str, Rows]
) -> pd.DataFrame:
    """Keep the rows of which none of these columns is known to be wrong; the index stays."""
    wrong = [bad_rows[column] for column in columns if column in bad_rows]
    return frame[~frame.index.isin(np.concatenate(wrong))] if wrong else frame
