"""The same number under both killed and casualties: drift of kind, and doubts for review."""

import numpy as np
import pandas as pd

from analysis.codebook import Kind, Scope
from analysis.estimates.grouping import largest, numbered, pairs

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
    chosen = (
        claims["kind"].isin(CASUALTY_KINDS)
        & claims["scope"].isin(SCOPES)
        & ~claims["claimant"].isin(collective)
    )
    rows = np.flatnonzero(chosen)
    figures = _with_numbers(claims[list(READ)].take(rows))
    figure = numbered(figures[name] for name in _KEY)
    attested = (figures[name].to_numpy() for name in ("articles", "mentions"))
    strength = pairs(*attested)
    strongest = largest(figure, strength, int(figure.max(initial=-1)) + 1)[figure]
    drift = np.zeros(len(claims), dtype=bool)
    drift[rows[strength < strongest]] = True
    return claims.assign(kind_drift=drift)


def kind_doubts(claims: pd.DataFrame) -> pd.DataFrame:
    """List pairs of claims with one number, one killed and one casualties, within 90 days.

    Whoever the claimants are; drift of kind, being settled, is left out. Columns: killed and
    casualties (claim ids), number, days between them.
    """
    settled = claims["kind_drift"] | ~claims["kind"].isin(CASUALTY_KINDS)
    figures = _with_numbers(claims[~settled])
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
READ = (*_KEY[:-2], "low", "high", "articles", "mentions")


def _with_numbers(claims: pd.DataFrame) -> pd.DataFrame:
    """Add the number that a claim shares with its hedges."""
    one = claims["low"].fillna(claims["high"])
    other = claims["high"].fillna(claims["low"])
    return claims.assign(number=one, number_to=other)
