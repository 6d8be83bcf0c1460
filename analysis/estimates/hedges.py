"""The bound of a claim, decided by a vote among the articles of its first statement.

The commonest hedge in the bodies of articles printed within 30 days of the first printing, one vote
an article, ties to the earliest printed. "Exact" wins only if no article hedges, because outlets
drop qualifiers and do not add them. Headlines never decide, unless a claim was printed in nothing
else. Every mention that differs from the outcome is drift.
"""

import pandas as pd

from analysis.codebook import Bound, Part

ELECTION_DAYS = 30


def claim_bounds(mentions: pd.DataFrame) -> pd.Series:
    """Decide the bound of every claim; returns it as text on the index of claim numbers.

    Expects ``claim``, ``statement``, ``part``, ``bound``, ``article``, ``printed_first``,
    ``printed_last``,
    and rows in the order of printing on an increasing index.
    """
    first_statement = mentions[mentions["statement"] == 1]
    # Of a first printing known to the month, any day of that month may have opened the 30 days.
    opening = first_statement.groupby("claim")["printed_last"].transform("min")
    in_time = first_statement["printed_first"] <= opening + pd.Timedelta(days=ELECTION_DAYS)
    early = first_statement[in_time]
    bodies = early[early["part"] == Part.BODY]
    by_bodies = _outcome(bodies)
    without_body = first_statement[~first_statement["claim"].isin(by_bodies.index)]
    later_bodies = _outcome(without_body[without_body["part"] == Part.BODY])
    headlines_only = without_body[~without_body["claim"].isin(later_bodies.index)]
    outcome: pd.Series = pd.concat([by_bodies, later_bodies, _outcome(headlines_only)])
    return outcome


def _outcome(ballots: pd.DataFrame) -> pd.Series:
    """Count one vote an article and return the winning bound of each claim."""
    votes = _winners(ballots, ["claim", "article"])
    winners = _winners(votes, ["claim"])
    return pd.Series(winners["bound"].to_numpy(), index=winners["claim"], dtype="str")


def _winners(ballots: pd.DataFrame, voter: list[str]) -> pd.DataFrame:
    """Keep, for each voter, the row that holds its commonest hedge, the earliest of equals."""
    hedged = ballots["bound"] != Bound.EXACT
    any_hedged = hedged.groupby([ballots[name] for name in voter]).transform("any")
    counted = ballots[hedged | ~any_hedged]
    size = counted.groupby([*voter, "bound"], sort=False)["bound"].transform("size")
    # A stable descending order keeps the earliest printed first among equal counts.
    ranked = counted.assign(votes=size).sort_values("votes", ascending=False, kind="stable")
    return ranked.drop_duplicates(voter).sort_index()
