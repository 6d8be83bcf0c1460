"""Where sources differ most, and what was revised last."""

from collections.abc import Iterable

import pandas as pd

from analysis.codebook import Scope, Unit
from analysis.estimates.bounded import Bounded, Comparison
from analysis.estimates.revisions import Status
from analysis.estimates.series import FORCE

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
    rows = []
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
            rows += _pairs_apart(alike)
    table = pd.DataFrame(rows, columns=["kind", "higher", "lower", "gap"])
    return table.sort_values("gap", ascending=False, kind="stable", ignore_index=True)


def _pairs_apart(claims: pd.DataFrame) -> list[tuple[str, str, str, float]]:
    """Compare every two claims of one kind; claims are ordered by the last day said."""
    names = ["claim_id", "kind", "origin", "bound", "low", "high", "said_last"]
    figures = [
        (claim_id, kind, origin, Bounded.from_claim(bound, low, high), day)
        for claim_id, kind, origin, bound, low, high, day in claims[names].itertuples(
            index=False, name=None
        )
    ]
    pairs = []
    for place, (one_id, kind, one_origin, one, one_day) in enumerate(figures):
        for other_id, _, other_origin, other, other_day in figures[place + 1 :]:
            if (other_day - one_day).days > COMPARED_DAYS:
                break
            if set(one_origin.split(";")) & set(other_origin.split(";")):
                continue
            order = one.compare(other)
            if order is Comparison.ABOVE:
                pairs.append((kind, one_id, other_id, _gap(one, other)))
            elif order is Comparison.BELOW:
                pairs.append((kind, other_id, one_id, _gap(other, one)))
    return pairs


def _gap(higher: Bounded, lower: Bounded) -> float:
    ratio = (higher / lower).low
    return float("inf") if ratio is None else ratio


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
