"""The statements of a claim: what its claimant said on one day, and what was said again later.

Mentions whose stated days certainly differ are statements of their own. A mention without a stated
day belongs to the last statement that certainly came before its printing, else to the first; one
that was printed before any stated day shows that the figure was said by then.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates.grouping import Ints, Mask, largest, smallest

# Days since 1970 and a claim's number fit into one number side by side; days before 1970 too.
DAYS = 2**22
# What days_of gives where there is none.
NO_DAY = int(np.iinfo(np.int64).min)


def with_statements(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``statement``, 1 for the claim's first, 2 for the next one …, and ``early_printing``.

    Expects ``claim``, ``is_stated``, and ``day_first`` and ``day_last`` (the stated span clipped to
    the printing; the printing itself where no day is stated).
    """
    claim = mentions["claim"].to_numpy()
    stated = mentions["is_stated"].to_numpy()
    first, last = (mentions[name].to_numpy() for name in ("day_first", "day_last"))
    count = int(claim.max(initial=-1)) + 1
    earliest_stated = smallest(claim[stated], first[stated], count)[claim]
    latest_stated = largest(claim[stated], first[stated], count)[claim]
    has_stated = latest_stated >= earliest_stated
    early = ~stated & has_stated & (last < earliest_stated)
    anchors = stated | early
    first_end = smallest(claim[anchors], last[anchors], count)[claim]
    # Most claims were said once: no stated day lies certainly after the first one's end.
    again = has_stated & (latest_stated > first_end)
    statement = np.ones(len(claim), dtype=np.int64)
    statement[again] = _numbers(
        claim[again], first[again], last[again], stated[again], early[again]
    )
    return mentions.assign(statement=statement, early_printing=early)


def days_of(times: pd.Series | NDArray[np.datetime64]) -> Ints:
    """Give times as whole days since 1970, NO_DAY where there is none."""
    return np.asarray(times).astype("datetime64[D]").astype(np.int64)


def _numbers(claim: Ints, first: Ints, last: Ints, stated: Mask, early: Mask) -> Ints:
    """Number the statements of mentions whose claims were said several times."""
    anchors = stated | early
    # An early printing ends the first statement and begins none.
    begin = np.where(early, -DAYS // 2, first)
    ends = _ends(claim[anchors], begin[anchors], last[anchors])
    opened = np.searchsorted(ends, claim * DAYS - DAYS // 2)
    number = np.searchsorted(ends, claim * DAYS + begin) - opened + 1
    # A recall belongs to the last statement that had ended when it was printed.
    before = np.searchsorted(ends, claim * DAYS + last, side="right") - opened
    return np.where(anchors, number, np.maximum(before, 1))


def _ends(claim: Ints, first: Ints, last: Ints) -> Ints:
    """Give the last day of each statement, packed with its claim, in rising order.

    A statement ends with the earliest last day among the mentions that no statement before holds;
    whatever may have been said by then belongs to it.
    """
    left, numbers = pd.factorize(claim)
    ends = []
    # One statement of each claim at a time: there are few rounds, however many claims.
    while len(left):
        end = smallest(left, last, len(numbers))
        spoken = np.zeros(len(numbers), dtype=bool)
        spoken[left] = True
        ends.append(numbers[spoken] * DAYS + end[spoken])
        later = first > end[left]
        left, first, last = left[later], first[later], last[later]
    return np.sort(np.concatenate(ends)) if ends else np.empty(0, dtype=np.int64)
