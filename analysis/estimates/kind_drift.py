"""The same number under both killed and casualties: drift of kind, and doubts for review."""

import pandas as pd

from analysis.codebook import Kind, Scope

CASUALTY_KINDS = (Kind.KILLED, Kind.CASUALTIES)
# Two incidents may well have cost the same number; two running totals of one claimant hardly.
SCOPES = (Scope.TOTAL, Scope.SHARE)
DOUBT_DAYS = 90


def with_kind_drift(claims: pd.DataFrame, collective: frozenset[str]) -> pd.DataFrame:
    """Add ``kind_drift``: the claim repeats its claimant's better-attested figure as another kind.

    "4,000 killed" in one article beside the same claimant's 4,000 casualties in six is a slip of
    the one. Articles decide, then mentions; equally attested twins are left for review, and so are
    those of collective claimants, whose two figures may be two voices'.
    """
    figures = _figures(claims)
    figures = figures[~figures["claimant"].isin(collective) & figures["scope"].isin(SCOPES)]
    key = figures.groupby([*_KEY], sort=False).ngroup()
    twins = figures.assign(key=key)[key.duplicated(keep=False)]
    strength = twins["articles"] * (claims["mentions"].max() + 1) + twins["mentions"]
    weaker = strength < strength.groupby(twins["key"]).transform("max")
    drift = pd.Series(False, index=claims.index)
    drift[twins.index[weaker]] = True
    return claims.assign(kind_drift=drift)


def kind_doubts(claims: pd.DataFrame) -> pd.DataFrame:
    """List pairs of claims with one number, one killed and one casualties, within 90 days.

    Whoever the claimants are; drift of kind, being settled, is left out. Columns: killed and
    casualties (claim ids), number, days between them.
    """
    figures = _figures(claims[~claims["kind_drift"]])
    sides = [figures[figures["kind"] == kind] for kind in CASUALTY_KINDS]
    pairs = sides[0].merge(sides[1], on=["number", "number_to"], suffixes=("_killed", "_other"))
    days = (pairs["said_last_killed"] - pairs["said_last_other"]).abs().dt.days
    near = pairs.assign(days=days)[days <= DOUBT_DAYS]
    return pd.DataFrame(
        {
            "killed": near["claim_id_killed"],
            "casualties": near["claim_id_other"],
            "number": near["number"],
            "days": near["days"],
        }
    ).reset_index(drop=True)


_KEY = ("claimants", "scope", "population", "unit", "share_of", "modality", "number", "number_to")


def _figures(claims: pd.DataFrame) -> pd.DataFrame:
    """Give the claims of killed and casualties with the number that they share with their hedges."""
    figures = claims[claims["kind"].isin(CASUALTY_KINDS)]
    one = figures["low"].fillna(figures["high"])
    other = figures["high"].fillna(figures["low"])
    return figures.assign(number=one, number_to=other)
