"""The table of claims: one row for each claim, summed up from the mentions that fold into it."""

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from analysis.codebook import CEILINGS, FLOORS, Bound, Part
from analysis.estimates.grouping import (
    NO_ROW,
    Ints,
    distinct_counts,
    distinct_rows,
    first_rows,
    greatest_rows,
    joined_texts,
    largest,
    last_rows,
    least_rows,
    numbered,
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

BOUND_WORDS = {bound: bound.value.replace("_", " ") for bound in Bound}

DRIFTS = ("", "bound", "number")

# What is read of the mention that tells when a claim was first said.
OPENING = (
    "claim_id",
    "claim_bound",
    "claim_low",
    "claim_high",
    "is_stated",
    "stated_on",
    "printed_on",
    "printed_basis",
    "said_basis",
    "said_first",
    "said_last",
)


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


def sum_up(mentions: pd.DataFrame, what: pd.DataFrame) -> pd.DataFrame:
    """Make one row per claim out of folded mentions in the order of printing.

    Expects the columns of folding, hedges and reading, and what each claim counts. Returns the
    claims, indexed by their number and ordered by the day they were said, those of one day by their
    first mentions, with ``said_first`` and ``said_last`` (datetime64) beside the columns of the
    ledger. What is counted stays in categories until all steps have compared it.
    """
    claim = mentions["claim"].to_numpy()
    count = int(claim.max(initial=-1)) + 1
    rank = _speaking_order(mentions)
    speaker = least_rows(claim, rank, count)
    order = np.argsort(_day_of_saying(mentions, speaker), kind="stable")
    opening = mentions[list(OPENING)].take(speaker[order])
    about = what.take(order)
    # Each claim's place in that order, for what is joined together as text.
    place = np.empty(count, dtype=np.int64)
    place[order] = np.arange(count)
    counts = {
        "articles": distinct_counts(claim, mentions["article"].to_numpy(), count),
        "mentions": np.bincount(claim, minlength=count),
        "outlets": _outlets(mentions, claim, count),
    }
    bound, is_stated = opening["claim_bound"], opening["is_stated"]
    columns = {
        "claim_id": opening["claim_id"],
        **_claimants(about),
        "kind": about["claim_type"],
        **{
            name: about[name]
            for name in ("scope", "population", "unit", "item", "share_of", "modality")
        },
        "bound": bound,
        "low": opening["claim_low"].mask(bound.isin(CEILINGS)),
        "high": opening["claim_high"].mask(bound.isin(FLOORS)),
        "said_on": opening["stated_on"].where(is_stated, opening["printed_on"]),
        "said_on_basis": opening["said_basis"],
        "said_inferred": ~is_stated & (opening["printed_basis"] == "inferred"),
        **_period(mentions, claim, rank, order),
        **_place(mentions, claim, order),
        **{name: pd.Series(values[order]) for name, values in counts.items()},
        **_days(mentions, claim, order),
        "drift": _drift(mentions, place[claim], count),
        "note": _notes(mentions, place[claim], count),
        "said_first": opening["said_first"],
        "said_last": opening["said_last"],
        "printed_first": _first_printing(mentions, claim, count).take(order),
    }
    return pd.DataFrame(
        {name: column.array for name, column in columns.items()},
        index=pd.Index(order, name="claim"),
    )


def _speaking_order(mentions: pd.DataFrame) -> Ints:
    """Rank the mentions by how much they say about when their claim was first said.

    A stated day speaks before a printing, unless the printing came first; among equally late days
    the one known more precisely speaks.
    """
    rank = mentions["statement"].to_numpy() * 2 + ~mentions["early_printing"].to_numpy()
    rank = rank * 2 + ~mentions["is_stated"].to_numpy()
    rank = rank * DAYS + mentions["day_last"].to_numpy()
    return np.asarray(rank * DAYS - mentions["day_first"].to_numpy())


def _day_of_saying(mentions: pd.DataFrame, rows: Ints) -> Ints:
    """Rank some mentions by the last day on which they can have been said, then by the first."""
    first, last = (mentions[name].to_numpy()[rows] for name in ("day_first", "day_last"))
    return np.asarray(last * DAYS + first)


def _claimants(about: pd.DataFrame) -> dict[str, pd.Series]:
    """Name the claimant that the first printing puts first, and everybody beside it."""
    joint = np.flatnonzero(about["co_claimants"] != "")
    pair, named = distinct_rows(about[["claimants", "claimant"]].take(joint))
    others = [
        ";".join(name for name in names.split(";") if name != first)
        for names, first in named.itertuples(index=False, name=None)
    ]
    place = np.zeros(len(about), dtype=np.int64)
    place[joint] = pair + 1
    return {
        "claimant": about["claimant"],
        "co_claimants": options(["", *others], place),
        "claimants": about["claimants"],
    }


def _period(mentions: pd.DataFrame, claim: Ints, rank: Ints, order: Ints) -> dict[str, pd.Series]:
    """Take the period from the earliest statement that gives one."""
    given = (mentions["event_from"] != "") | (mentions["event_to"] != "")
    rows = np.flatnonzero(given)
    speaker = least_rows(claim[rows], rank[rows], len(order), rows)[order]
    return {
        "about_from": text_at(mentions["event_from"], speaker),
        "about_to": text_at(mentions["event_to"], speaker),
    }


def _place(mentions: pd.DataFrame, claim: Ints, order: Ints) -> dict[str, pd.Series]:
    """Take the place that most articles tie to the figure, the earliest printed of equals.

    Mentions without a place do not vote: leaving it out is not naming another one.
    """
    count = len(order)
    placed = np.flatnonzero(mentions["location"] != "")
    location, role = (
        pd.factorize(mentions[name])[0][placed] for name in ("location", "location_role")
    )
    place, of_claim = pairs(location, role), claim[placed]
    winner = first_rows(of_claim, count, placed)
    disputed = smallest(of_claim, place, count) != largest(of_claim, place, count)
    voting = disputed[of_claim]
    place, of_claim, placed = place[voting], of_claim[voting], placed[voting]
    articles = numbered((of_claim, place, mentions["article"].to_numpy()[placed]))
    ballot = first_rows(articles, int(articles.max(initial=-1)) + 1)
    candidate = numbered((of_claim[ballot], place[ballot]))
    votes = np.bincount(candidate)[candidate]
    elected = least_rows(of_claim[ballot], -votes, count, placed[ballot])
    winner = np.where(elected == NO_ROW, winner, elected)[order]
    return {name: text_at(mentions[name], winner) for name in ("location", "location_role")}


def _outlets(mentions: pd.DataFrame, claim: Ints, count: int) -> Ints:
    """Count the outlets of each claim; articles whose outlet is not known add none."""
    article = mentions["article"].to_numpy()
    first = first_rows(article, int(article.max(initial=-1)) + 1)
    # Names are compared once an article. The articles without mentions take the last one's name.
    codes, names = pd.factorize(mentions["outlet"].take(first))
    known = np.flatnonzero((names != "")[codes][article])
    return distinct_counts(claim[known], codes[article[known]], count)


def _days(mentions: pd.DataFrame, claim: Ints, order: Ints) -> dict[str, pd.Series]:
    """Give the first and last day on which the figure was said, where stated, and printed."""
    count = len(order)
    rows = np.flatnonzero(mentions["is_stated"])
    first, last = (mentions[name].to_numpy()[rows] for name in ("day_first", "day_last"))
    earliest = least_rows(claim[rows], last * DAYS - first, count, rows)
    latest = greatest_rows(claim[rows], last * DAYS + first, count, rows)
    return {
        "first_said": text_at(mentions["stated_on"], earliest[order]),
        "last_said": text_at(mentions["stated_on"], latest[order]),
        "first_printed": mentions["printed_on"].take(first_rows(claim, count)[order]),
        "last_printed": mentions["printed_on"].take(last_rows(claim, count)[order]),
    }


def _first_printing(mentions: pd.DataFrame, claim: Ints, count: int) -> pd.Series:
    days = smallest(claim, days_of(mentions["printed_first"]), count)
    return pd.Series(days.astype("datetime64[D]").astype("datetime64[s]"))


def _drift(mentions: pd.DataFrame, claim: Ints, count: int) -> pd.Series:
    """Say in words how often, where and as what the figure was printed otherwise."""
    rows = np.flatnonzero(mentions["drift"] != "")
    (bound, bounds), (part, parts) = (
        pd.factorize(mentions[name].take(rows), sort=True) for name in ("bound", "part")
    )
    # Put in order by claim, then by the words.
    _, first, times = np.unique(
        pairs(pairs(claim[rows], bound), part), return_index=True, return_counts=True
    )
    phrase = numbered((bound[first], part[first], times))
    spoken = first_rows(phrase, int(phrase.max(initial=-1)) + 1)
    phrases = [
        _printed_otherwise(bounds[bound[first[row]]], parts[part[first[row]]], int(times[row]))
        for row in spoken
    ]
    return joined_texts(claim[rows[first]], options(phrases, phrase), count, "; ")


def _printed_otherwise(bound: str, part: str, times: int) -> str:
    place = "headline" if part == Part.HEADLINE else "mention"
    return f"{BOUND_WORDS[Bound(bound)]} in {times} {place}{'s' if times > 1 else ''}"


def _notes(mentions: pd.DataFrame, claim: Ints, count: int) -> pd.Series:
    """Join the coders' notes, each with the mention that it stands at."""
    rows = np.flatnonzero(mentions["note"] != "")
    noted = mentions[["mention_id", "note"]].take(rows)
    texts = pc.binary_join_element_wise(
        pa.array(noted["mention_id"].array),
        pa.array(noted["note"].array),
        pa.scalar(": ", type=pa.large_string()),
    )
    return joined_texts(claim[rows], pd.Series(texts, dtype="str"), count, " · ")
