"""The table of claims: one row for each claim, summed up from the mentions that fold into it."""

import numpy as np
import pandas as pd

from analysis.codebook import CEILINGS, FLOORS, Bound, Part
from analysis.estimates.grouping import (
    Ints,
    Text,
    distinct_counts,
    first_rows,
    greatest_rows,
    joined_texts,
    last_rows,
    least_rows,
    options,
    pairs,
    smallest,
    text_at,
)
from analysis.estimates.statements import DAYS, days_of

# What `python -m analysis claims` prints, in this order.
CLAIM_COLUMNS = (
    "claim_id",
    "claimant",
    "co_claimants",
    "kind",
    "scope",
    "population",
    "unit",
    "item",
    "modality",
    "bound",
    "low",
    "high",
    "said_on",
    "said_on_basis",
    "about_from",
    "about_to",
    "location",
    "location_role",
    "origin",
    "articles",
    "mentions",
    "outlets",
    "first_said",
    "last_said",
    "first_printed",
    "last_printed",
    "drift",
    "note",
    "superseded_by",
)

BOUND_WORDS = {bound.value: bound.value.replace("_", " ") for bound in Bound}

DRIFTS = ("", "bound", "number")


def with_bounds(mentions: pd.DataFrame, bounds: pd.Series) -> pd.DataFrame:
    """Add ``claim_bound``, ``claim_low`` and ``claim_high``, and mark what differs as ``drift``.

    Drift is "bound" where a mention hedges the number otherwise, "number" where it has another one;
    only a judgement to merge brings two numbers into one claim, and the number that counts then
    is that of the earliest mention with the claim's bound that did not join by judgement.
    """
    claim = mentions["claim"].to_numpy()
    claim_bound = bounds.array.take(claim)
    hedged_so = np.asarray(mentions["bound"].array == claim_bound, dtype=bool)
    rows = np.flatnonzero(hedged_so)
    rank = mentions["joined"].to_numpy() * np.int64(DAYS) + mentions["statement"].to_numpy()
    speaker = least_rows(claim[rows], rank[rows], len(bounds), rows)
    number = mentions["number_low"].to_numpy(), mentions["number_high"].to_numpy()
    low, high = (end[speaker][claim] for end in number)
    drift = np.where(hedged_so, 0, 1)
    drift[(number[0] != low) | (number[1] != high)] = 2
    return mentions.assign(
        claim_bound=claim_bound,
        claim_low=low,
        claim_high=high,
        drift=options(DRIFTS, drift).array,
    )


def sum_up(mentions: pd.DataFrame) -> pd.DataFrame:
    """Make one row per claim out of folded mentions in the order of printing.

    Expects the columns of folding, hedges and reading. Returns the claims, indexed by their number
    and ordered by the day they were said, those of one day by their first mentions, with
    ``said_first`` and ``said_last`` (datetime64) beside the columns of the ledger.
    """
    claim = mentions["claim"].to_numpy()
    count = int(claim.max(initial=-1)) + 1
    rank = _speaking_order(mentions)
    opening = least_rows(claim, rank, count)
    last, first = (days_of(mentions[name])[opening] for name in ("said_last", "said_first"))
    order = np.lexsort((first, last))
    opening = opening[order]
    own = np.flatnonzero(~mentions["joined"].to_numpy())
    about = first_rows(claim[own], count, own)[order]
    is_stated = mentions["is_stated"].to_numpy()[opening]
    bound = pd.Series(_at(mentions, "claim_bound", opening))
    by_claim = {
        "articles": distinct_counts(claim, mentions["article"].to_numpy(), count),
        "mentions": np.bincount(claim, minlength=count),
        "outlets": _outlets(mentions, claim, count),
    }
    said_on = pd.Series(_at(mentions, "stated_on", opening))
    columns = {
        "claim_id": _at(mentions, "claim_id", opening),
        **_claimants(mentions, about),
        "kind": _at(mentions, "claim_type", about),
        **{
            name: _at(mentions, name, about)
            for name in ("scope", "population", "unit", "item", "share_of", "modality")
        },
        "bound": bound.array,
        "low": np.where(bound.isin(CEILINGS), np.nan, _at(mentions, "claim_low", opening)),
        "high": np.where(bound.isin(FLOORS), np.nan, _at(mentions, "claim_high", opening)),
        "said_on": said_on.where(is_stated, pd.Series(_at(mentions, "printed_on", opening))).array,
        "said_on_basis": _at(mentions, "said_basis", opening),
        "said_inferred": ~is_stated & (_at(mentions, "printed_basis", opening) == "inferred"),
        **_period(mentions, claim, rank, order),
        **_place(mentions, claim, order),
        **{name: counts[order] for name, counts in by_claim.items()},
        **_days(mentions, claim, order),
        "drift": _drift(mentions, claim, count).array.take(order),
        "note": _notes(mentions, claim, count).array.take(order),
        "said_first": _at(mentions, "said_first", opening),
        "said_last": _at(mentions, "said_last", opening),
        "printed_first": _first_printing(mentions, claim, count)[order],
    }
    return pd.DataFrame(columns, index=pd.Index(order, name="claim"))


def _at(mentions: pd.DataFrame, name: str, rows: Ints) -> Text:
    """Take the cells of some rows, one for each claim."""
    return mentions[name].array.take(rows)


def _speaking_order(mentions: pd.DataFrame) -> Ints:
    """Rank the mentions by how much they say about when their claim was first said.

    A stated day speaks before a printing, unless the printing came first; among equally late days
    the one known more precisely speaks.
    """
    rank = mentions["statement"].to_numpy() * 2 + ~mentions["early_printing"].to_numpy()
    rank = rank * 2 + ~mentions["is_stated"].to_numpy()
    rank = rank * DAYS + days_of(mentions["said_last"])
    return np.asarray(rank * DAYS - days_of(mentions["said_first"]))


def _claimants(
    mentions: pd.DataFrame, about: Ints
) -> dict[str, Text]:
    """Name the claimant that the first printing puts first, and everybody beside it."""
    lead = pd.Series(_at(mentions, "claimant", about))
    claimants = pd.Series(_at(mentions, "claimants", about))
    joint = np.flatnonzero(claimants.str.contains(";", regex=False))
    others = [
        ";".join(name for name in names.split(";") if name != first)
        for names, first in zip(claimants.iloc[joint], lead.iloc[joint], strict=True)
    ]
    codes, lists = pd.factorize(pd.Series(others, dtype="str"))
    place = np.zeros(len(about), dtype=np.int64)
    place[joint] = codes + 1
    return {
        "claimant": lead.array,
        "co_claimants": options(["", *lists], place).array,
        "claimants": claimants.array,
    }


def _period(
    mentions: pd.DataFrame, claim: Ints, rank: Ints, order: Ints
) -> dict[str, Text]:
    """Take the period from the earliest statement that gives one."""
    given = (mentions["event_from"] != "") | (mentions["event_to"] != "")
    rows = np.flatnonzero(given)
    speaker = least_rows(claim[rows], rank[rows], len(order), rows)[order]
    return {
        "about_from": text_at(mentions["event_from"], speaker),
        "about_to": text_at(mentions["event_to"], speaker),
    }


def _place(
    mentions: pd.DataFrame, claim: Ints, order: Ints
) -> dict[str, Text]:
    """Take the place that most articles tie to the figure, the earliest printed of equals.

    Mentions without a place do not vote: leaving it out is not naming another one.
    """
    placed = np.flatnonzero(mentions["location"] != "")
    location, role = (
        pd.factorize(mentions[name])[0][placed] for name in ("location", "location_role")
    )
    candidate = pairs(claim[placed], pairs(location, role))
    ballot = pairs(candidate, mentions["article"].to_numpy()[placed])
    voting = ~pd.Series(ballot).duplicated().to_numpy()
    candidate, placed = pd.factorize(candidate[voting])[0], placed[voting]
    votes = np.bincount(candidate)[candidate]
    winner = least_rows(claim[placed], -votes, len(order), placed)[order]
    return {name: text_at(mentions[name], winner) for name in ("location", "location_role")}


def _outlets(mentions: pd.DataFrame, claim: Ints, count: int) -> Ints:
    """Count the outlets of each claim; articles whose outlet is not known add none."""
    known = np.flatnonzero(mentions["outlet"] != "")
    outlet = pd.factorize(mentions["outlet"])[0]
    return distinct_counts(claim[known], outlet[known], count)


def _days(
    mentions: pd.DataFrame, claim: Ints, order: Ints
) -> dict[str, Text]:
    """Give the first and last day on which the figure was said, where stated, and printed."""
    count = len(order)
    rows = np.flatnonzero(mentions["is_stated"])
    first, last = (days_of(mentions[name])[rows] for name in ("said_first", "said_last"))
    earliest = least_rows(claim[rows], last * DAYS - first, count, rows)
    latest = greatest_rows(claim[rows], last * DAYS + first, count, rows)
    return {
        "first_said": text_at(mentions["stated_on"], earliest[order]),
        "last_said": text_at(mentions["stated_on"], latest[order]),
        "first_printed": _at(mentions, "printed_on", first_rows(claim, count)[order]),
        "last_printed": _at(mentions, "printed_on", last_rows(claim, count)[order]),
    }


def _first_printing(mentions: pd.DataFrame, claim: Ints, count: int) -> np.ndarray:
    days = smallest(claim, days_of(mentions["printed_first"]), count)
    return days.astype("datetime64[D]").astype("datetime64[s]")


def _drift(mentions: pd.DataFrame, claim: Ints, count: int) -> pd.Series:
    """Say in words how often, where and as what the figure was printed otherwise."""
    rows = np.flatnonzero(mentions["drift"] != "")
    differing = mentions[["bound", "part"]].take(rows).assign(claim=claim[rows])
    counts = differing.groupby(["claim", "bound", "part"], sort=True).size().reset_index(name="n")
    place = counts["part"].map({Part.HEADLINE: " headline", Part.BODY: " mention"})
    plural = (counts["n"] > 1).map({True: "s", False: ""})
    words = counts["bound"].map(BOUND_WORDS) + " in " + counts["n"].astype("str") + place + plural
    return joined_texts(counts["claim"].to_numpy(), words.astype("str"), count, "; ")


def _notes(mentions: pd.DataFrame, claim: Ints, count: int) -> pd.Series:
    """Join the coders' notes, each with the mention that it stands at."""
    rows = np.flatnonzero(mentions["note"] != "")
    noted = mentions[["mention_id", "note"]].take(rows)
    return joined_texts(claim[rows], noted["mention_id"] + ": " + noted["note"], count, " · ")
