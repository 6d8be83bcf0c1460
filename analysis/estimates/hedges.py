"""The bound of a claim, decided by a vote among the articles of its first statement.

The commonest hedge in the bodies of articles printed within 30 days of the first printing, one vote
an article, ties to the earliest printed. "Exact" wins only if no article hedges, because outlets
drop qualifiers and do not add them. Headlines never decide, unless a claim was printed in nothing
else. Every mention that differs from the outcome is drift.
"""

import numpy as np
import pandas as pd

from analysis.codebook import Bound, Part

ELECTION_DAYS = 30

# A ballot names a bound by its place here; 0 is the one that loses to any hedge.
BALLOT = (Bound.EXACT, *(bound for bound in Bound if bound is not Bound.EXACT))


def claim_bounds(mentions: pd.DataFrame) -> pd.Series:
    """Decide the bound of every claim; returns it as text on the index of claim numbers.

    Expects ``claim``, ``statement``, ``part``, ``bound``, ``article``, ``printed_first`` and
    ``printed_last``, and rows in the order of printing.
    """
    first_statement = mentions[mentions["statement"] == 1]
    # Of a first printing known to the month, any day of that month may have opened the 30 days.
    opening = first_statement.groupby("claim")["printed_last"].transform("min")
    in_time = first_statement["printed_first"] <= opening + pd.Timedelta(days=ELECTION_DAYS)
    in_body = first_statement["part"] == Part.BODY
    claim = first_statement["claim"].to_numpy()
    article = first_statement["article"].to_numpy()
    hedge = pd.Categorical(first_statement["bound"], categories=BALLOT).codes
    outcome = np.full(claim.max(initial=-1) + 1, -1, dtype=np.int8)
    # Bodies in time, else bodies at any time, else headlines.
    for electorate in (in_time & in_body, in_body, ~in_body):
        rows = np.flatnonzero(electorate.to_numpy() & (outcome[claim] == -1))
        ballots = rows[_winners(_one_voter_an_article(claim[rows], article[rows]), hedge[rows])]
        elected = ballots[_winners(claim[ballots], hedge[ballots])]
        outcome[claim[elected]] = hedge[elected]
    return pd.Series([BALLOT[code].value for code in outcome], dtype="str")


def _one_voter_an_article(claim: np.ndarray, article: np.ndarray) -> np.ndarray:
    """Number the pairs of a claim and an article that prints it."""
    pairs: np.ndarray = claim.astype(np.int64) * (article.max(initial=0) + 1) + article
    return pairs


def _winners(voter: np.ndarray, hedge: np.ndarray) -> np.ndarray:
    """Find, for each voter, the first row of its commonest hedge; rows come earliest first.

    Returns the positions of these rows, in increasing order.
    """
    numbers, voter = np.unique(voter, return_inverse=True)
    hedges_at_all = np.zeros(len(numbers), dtype=bool)
    hedges_at_all[voter[hedge > 0]] = True
    counted = np.flatnonzero((hedge > 0) | ~hedges_at_all[voter])
    choice = voter[counted] * len(BALLOT) + hedge[counted]
    votes = np.bincount(choice, minlength=1)[choice]
    ranked = counted[np.lexsort((counted, -votes, voter[counted]))]
    first_of_each = np.unique(voter[ranked], return_index=True)[1]
    positions: np.ndarray = np.sort(ranked[first_of_each])
    return positions
