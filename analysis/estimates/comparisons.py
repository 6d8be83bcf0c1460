"""Where sources differ most, and what was revised last."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.codebook import Scope, Unit
from analysis.estimates.bounded import Bounded, certainly_below
from analysis.estimates.revisions import Status
from analysis.estimates.series import FORCE
from analysis.estimates.statements import days_of

# A row and a column for each of some claims.
Table = NDArray[np.bool_]

COMPARED_DAYS = 60
# Pairs grow with the square of the claims; of a larger kind the latest claims are compared.
MOST_COMPARED = 400


def differences(claims: pd.DataFrame, kinds: Iterable[str]) -> pd.DataFrame:
    """Pair the claims of different origins that are certainly apart, the widest gap first.

    Only running totals of the same kind, population, unit and item are compared, said within
    COMPARED_DAYS of each other; drift of kind, what never stood and repeats of another origin's
    figure are left out. Columns: kind,
    ``higher`` and ``lower`` (claim ids), ``gap``: how many times the lower one's upper end goes
    into the higher one's lower end, which is the least that the figures allow.
    """
    tables = []
    for kind in kinds:
        comparable = claims[
            (claims["kind"] == kind)
            & (claims["scope"] == Scope.TOTAL)
            & claims["population"].isin(FORCE)
            & (claims["unit"] != Unit.PERCENT)
            & claims["status"].isin((Status.IN_FORCE, Status.REVISED))
            & (claims["origin"] == claims["claimants"])
        ].tail(MOST_COMPARED)
        for _, alike in comparable.groupby(["population", "unit", "item"]):
            tables.append(_pairs_apart(alike))
    if not tables:
        return pd.DataFrame({"kind": [], "higher": [], "lower": [], "gap": []})
    table = pd.concat(tables, ignore_index=True)
    return table.sort_values("gap", ascending=False, kind="stable", ignore_index=True)


def _pairs_apart(claims: pd.DataFrame) -> pd.DataFrame:
    """Compare every two claims of one kind; claims are ordered by the last day said."""
    figures = [
        Bounded.from_claim(*figure)
        for figure in claims[["bound", "low", "high"]].itertuples(index=False, name=None)
    ]
    one, other = np.triu_indices(len(claims), 1)
    days = days_of(claims["said_last"])
    apart = certainly_below(figures)
    higher = np.where(apart[one, other], other, one)
    lower = np.where(apart[one, other], one, other)
    compared = (
        (days[other] - days[one] <= COMPARED_DAYS)
        & apart[lower, higher]
        & ~_share_an_origin(claims["origin"])[one, other]
    )
    higher, lower = higher[compared], lower[compared]
    ids = claims["claim_id"].array
    floor = np.array([figure.low for figure in figures], dtype=float)[higher]
    ceiling = np.array([figure.high for figure in figures], dtype=float)[lower]
    # Any number goes into nought without end.
    gap = np.divide(floor, ceiling, out=np.full(len(floor), np.inf), where=ceiling != 0)
    return pd.DataFrame(
        {
            "kind": claims["kind"].array.take(higher),
            "higher": ids.take(higher),
            "lower": ids.take(lower),
            "gap": gap,
        }
    )


def _share_an_origin(origins: pd.Series) -> Table:
    """Tell of every two claims whether one origin stands behind both."""
    codes, distinct = pd.factorize(origins)
    named = pd.Series(distinct).str.get_dummies(";").to_numpy(dtype=np.int64)
    shared: Table = (named @ named.T > 0)[codes[:, None], codes]
    return shared


def revisions(claims: pd.DataFrame) -> pd.DataFrame:
    """List each claim with the one that revised it, the latest revision first.

    Columns: ``before`` and ``after`` (claim ids), ``said_last`` (datetime64) of the revision.
    Both must be among the claims.
    """
    revised = claims[claims["superseded_by"] != ""]
    pairs = revised[["claim_id", "superseded_by"]].merge(
        claims[["claim_id", "said_last"]].rename(columns={"claim_id": "superseded_by"}),
        on="superseded_by",
    )
    return pairs.rename(columns={"claim_id": "before", "superseded_by": "after"}).sort_values(
        "said_last", ascending=False, kind="stable", ignore_index=True
    )
