"""The bound of a claim, decided by a vote among the articles of its first statement.

The commonest hedge in the bodies of articles printed within 30 days of the first printing, one vote
an article, ties to the earliest printed. "Exact" wins only if no article hedges, because outlets
drop qualifiers and do not add them. Headlines never decide, unless a claim was printed in nothing
else. Every mention that differs from the outcome is drift.
"""

import numpy as np
import pandas as pd

from analysis.codebook import Bound, Part
from analysis.estimates.grouping import (
    Ints,
    largest,
    least_rows,
    numbered,
    options,
    pairs,
    smallest,
)
from analysis.estimates.statements import days_of

ELECTION_DAYS = 30

# A ballot names a bound by its place here; 0 is the one that loses to any hedge.
BALLOT = (Bound.EXACT, *(bound for bound in Bound if bound is not Bound.EXACT))

UNDECIDED = -1


def claim_bounds(mentions: pd.DataFrame) -> pd.Series:
    """Decide the bound of every claim; returns it as text on the index of claim numbers.

    Expects ``claim``, ``statement``, ``part``, ``bound``, ``article``, ``printed_first`` and
    ``printed_last``, and rows in the order of printing.
    """
    first_statement = np.flatnonzero(mentions["statement"] == 1)
    claim, article = (mentions[name].to_numpy()[first_statement] for name in ("claim", "article"))
    codes, bounds = pd.factorize(mentions["bound"])
    hedge = np.array([BALLOT.index(Bound(bound)) for bound in bounds], dtype=np.int64)[codes]
    hedge = hedge[first_statement]
    count = int(claim.max(initial=-1)) + 1
    outcome, most_hedged = smallest(claim, hedge, count), largest(claim, hedge, count)
    # Most claims are printed with one hedge only and need no vote.
    outcome[outcome != most_hedged] = UNDECIDED
    open_to_vote = np.flatnonzero(outcome[claim] == UNDECIDED)
    claim, article, hedge = claim[open_to_vote], article[open_to_vote], hedge[open_to_vote]
    rows = first_statement[open_to_vote]
    first, last = (days_of(mentions[name].take(rows)) for name in ("printed_first", "printed_last"))
    # Of a first printing known to the month, any day of that month may have opened the 30 days.
    in_time = first <= smallest(claim, last, count)[claim] + ELECTION_DAYS
    in_body = (mentions["part"] == Part.BODY).to_numpy(dtype=bool)[rows]
    # Bodies in time, else bodies at any time, else headlines.
    for electorate in (in_time & in_body, in_body, ~in_body):
        voting = np.flatnonzero(electorate & (outcome[claim] == UNDECIDED))
        voter = pairs(claim[voting], article[voting])
        ballots = voting[_winners(voter, hedge[voting])]
        elected = ballots[_winners(claim[ballots], hedge[ballots])]
        outcome[claim[elected]] = hedge[elected]
    return options([bound.value for bound in BALLOT], outcome)


def _winners(voter: Ints, hedge: Ints) -> Ints:
    """Find, for each voter, the first row of its commonest hedge; rows come earliest first.

    Returns the positions of these rows, in increasing order.
    """
    voter, numbers = pd.factorize(voter)
    hedges_at_all = largest(voter, hedge, len(numbers)) > 0
    counted = np.flatnonzero((hedge > 0) | ~hedges_at_all[voter])
    choice = numbered((voter[counted], hedge[counted]))
    votes = np.bincount(choice)[choice]
    return np.sort(least_rows(voter[counted], -votes, len(numbers), counted))
