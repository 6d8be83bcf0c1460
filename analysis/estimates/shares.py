"""Shares that follow from two figures: killed of casualties, casualties of those sent, hedges kept."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis.codebook import COLLECTIVE_CLAIMANT_KINDS, Kind, Unit
from analysis.estimates.board import Estimates
from analysis.estimates.bounded import Bounded
from analysis.estimates.selection import Selection, select
from analysis.estimates.series import FORCE
from analysis.estimates.series import now as latest_by_source

# What shares are made of: of which kinds, in all of which kinds.
PARTS = (Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES)
WHOLES = (Kind.CASUALTIES, Kind.SENT_TOTAL)

SHARE_COLUMNS = (
    "share_id",
    "whole_id",
    "source",
    "bloc",
    "text",
    "bound",
    "low",
    "high",
    "days_apart",
)

Row = Mapping[Hashable, Any]


def share_rows(
    parts: pd.DataFrame,
    wholes: pd.DataFrame,
    whole_source: str = "",
    collective: frozenset[str] = frozenset(),
) -> tuple[pd.DataFrame, list[str]]:
    """Divide each part by its whole, hedges kept; name the parts that have none.

    ``parts`` and ``wholes`` are rows of *who says what now*. ``whole_source`` "" takes the whole of
    the part's own origin; of ``collective`` ones, which are several voices, only if said on the same
    day. Columns: SHARE_COLUMNS, with the claim ids of part and whole, the share in words, its bound
    ("" where no bound can be given), low and high in per cent (NaN where open), and how many days
    lie between the two statements.
    """
    rows, lacking = [], []
    for part in parts.to_dict("records"):
        whole = _whole_of(part, wholes, whole_source, collective)
        if whole is None:
            lacking.append(str(part["row"]))
            continue
        share = _bounded(part).share_of(_bounded(whole))
        bound = share.bound()
        rows.append(
            {
                "share_id": part["claim_id"],
                "whole_id": whole["claim_id"],
                "source": part["row"],
                "bloc": part["bloc"],
                "text": share.words(percent=True),
                "bound": "" if bound is None else bound.value,
                "low": float("nan") if share.low is None else share.low,
                "high": float("nan") if share.high is None else share.high,
                "days_apart": abs((part["said_last"] - whole["said_last"]).days),
            }
        )
    return pd.DataFrame(rows, columns=list(SHARE_COLUMNS)), lacking


def share_figures(
    estimates: Estimates,
    selection: Selection,
    kind: str,
    short_names: Mapping[str, str],
    place_names: Mapping[str, str],
    of_any_source: bool = False,
) -> pd.DataFrame:
    """Give the latest figures of a kind that a share is made of: rows of *who says what now*.

    The kind is chosen here, not by the selection. ``of_any_source``: the filter by source bears on
    the part alone, or no whole would be left.
    """
    wanted = replace(selection, kinds=(), scopes=())
    if of_any_source:
        wanted = replace(wanted, sources=(), blocs=())
    populations = selection.populations or FORCE
    shown = select(estimates, wanted)
    return latest_by_source(shown, kind, short_names, place_names, populations).rows


def share_claims(rows: pd.DataFrame, parts: pd.DataFrame, wholes: pd.DataFrame) -> pd.DataFrame:
    """Give the claims that such shares are made of, parts first, each once."""
    both = pd.concat([parts, wholes]).drop_duplicates("claim_id")
    return both[both["claim_id"].isin(set(rows["share_id"]) | set(rows["whole_id"]))]


def stated_shares(claims: pd.DataFrame) -> pd.DataFrame:
    """Keep the percentages that sources gave themselves, each of the base that they named."""
    return claims[claims["kind"].isin(PARTS) & (claims["unit"] == Unit.PERCENT)]


def collective_claimants(claimants: pd.DataFrame) -> frozenset[str]:
    """Name the claimants that are several voices."""
    several = claimants["kind"].isin(COLLECTIVE_CLAIMANT_KINDS)
    return frozenset(claimants.loc[several, "claimant"])


def _whole_of(
    part: Row, wholes: pd.DataFrame, source: str, collective: frozenset[str]
) -> Row | None:
    """Find the whole of a part: of its own origin, or of the chosen source; the latest said."""
    found = wholes[
        (wholes["origin"] == (source or part["origin"]))
        & (wholes["claim_id"] != part["claim_id"])
        & (wholes["population"] == part["population"])
    ]
    if not source and part["origin"] in collective:
        found = found[
            (found["said_first"] <= part["said_last"]) & (found["said_last"] >= part["said_first"])
        ]
    if found.empty:
        return None
    latest: Row = found.sort_values("said_last", kind="stable").iloc[-1].to_dict()
    return latest


def _bounded(claim: Row) -> Bounded:
    return Bounded.from_claim(claim["bound"], claim["low"], claim["high"])
