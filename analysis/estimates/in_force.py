"""What each source has in force, kind by kind, and since when."""

import numpy as np
import pandas as pd

from analysis.codebook import Basis, JudgementKind, Unit
from analysis.estimates.board import Estimates
from analysis.estimates.series import STALE_DAYS, STANDING_SCOPES
from analysis.estimates.voices import by_voice
from analysis.partial_dates import span

# What the order of the figures, and who stands behind them, is read from.
READ = (
    *("claim_id", "claimants", "said_on", "said_on_basis"),
    *("said_first", "said_last", "printed_first"),
)


def in_force(
    estimates: Estimates, returns: pd.DataFrame, populations: tuple[str, ...]
) -> pd.DataFrame:
    """List the running totals, stocks and plans in force, under each claimant that asserts them.

    One row per claim and claimant: a joint statement stands under all of its claimants. Adds to the
    columns of the claims ``voice`` (the claimant that the row stands under), ``since_on``,
    ``since_basis`` (as said_on and said_on_basis: the day from which the figure stands, which is
    later than the day it was first said where the source had left it and came back to it: see
    ``returned``, which makes ``returns``), ``since_last`` (datetime64), ``age_days`` (from then to
    the day of the board) and ``stale`` (older than STALE_DAYS). Ordered by the day from which they
    stand.
    """
    claims = estimates.claims
    standing = (
        claims["in_force"]
        & claims["scope"].isin(STANDING_SCOPES)
        & claims["population"].isin(populations)
        & (claims["unit"] != Unit.PERCENT)
    )
    # Whole claims are taken once, when their order and their voices are known.
    read = claims[list(READ)].assign(place=np.arange(len(claims)))
    dated = _since(read[standing], returns)
    # A day known to its month may lie ahead of the board's day; nothing is younger than today.
    age = (pd.Timestamp(span(estimates.as_of).last) - dated["since_last"]).dt.days.clip(lower=0)
    dated = dated.assign(age_days=age, stale=age > STALE_DAYS).sort_values(
        ["since_last", "said_first", "printed_first"], kind="stable", ignore_index=True
    )
    told = by_voice(dated)
    whole = claims.take(told["place"].to_numpy()).reset_index(drop=True)
    return pd.concat([whole, told.drop(columns=[*READ, "place"])], axis=1)


def in_force_cells(figures: pd.DataFrame) -> pd.DataFrame:
    """Sum ``in_force`` up: one row for each claimant, kind and modality, with its latest figure.

    Adds ``figures``, how many claims stand there; where there are several, none of them is picked
    for its number: the row is the latest only in that its day is the day last spoken.
    """
    key = ["voice", "kind", "modality"]
    counts = figures.groupby(key, sort=False)["claim_id"].transform("size")
    return figures.assign(figures=counts).drop_duplicates(key, keep="last").reset_index(drop=True)


def _since(standing: pd.DataFrame, returns: pd.DataFrame) -> pd.DataFrame:
    """Add ``since_on``, ``since_basis`` and ``since_last`` (datetime64), the days that count."""
    dated = standing.assign(
        since_on=standing["said_on"],
        since_basis=standing["said_on_basis"],
        since_last=standing["said_last"],
    )
    back = dated.index[dated["claim_id"].isin(returns.index)]
    again = returns.loc[dated.loc[back, "claim_id"]]
    dated.loc[back, "since_on"] = again["stated_on"].to_numpy()
    dated.loc[back, "since_basis"] = Basis.STATED.value
    dated.loc[back, "since_last"] = again["said_last"].to_numpy()
    return dated


def returned(estimates: Estimates, judgements: pd.DataFrame) -> pd.DataFrame:
    """Find the claims that a later one had replaced, and the statement that brought them back.

    Indexed by claim_id: ``stated_on`` (a partial date) and ``said_last`` of that statement. What a
    judgement puts in order was never left: such pairs are passed over.
    """
    claims, mentions = estimates.claims, estimates.mentions
    revised = claims[claims["superseded_by"] != ""]
    successor = pd.Index(claims["claim_id"]).get_indexer(revised["superseded_by"])
    said = claims["said_last"].to_numpy()
    # A claim whose successor is not among the claims has none here.
    later = revised[(successor >= 0) & (revised["said_last"].to_numpy() > said[successor])]
    judged = _judged_pairs(mentions, judgements)
    pairs = zip(later["claim_id"], later["superseded_by"], strict=True)
    later = later[np.array([pair not in judged for pair in pairs], dtype=bool)]
    left = later.groupby("superseded_by")["said_last"].max()
    again = mentions[(mentions["statement"] > 1) & mentions["is_stated"]]
    again = again[again["claim_id"].isin(left.index)]
    again = again[again["said_last"].to_numpy() >= left.reindex(again["claim_id"]).to_numpy()]
    earliest: pd.DataFrame = again.sort_values("said_last", kind="stable")
    return earliest.drop_duplicates("claim_id").set_index("claim_id")[["stated_on", "said_last"]]


def _judged_pairs(mentions: pd.DataFrame, judgements: pd.DataFrame) -> set[tuple[str, str]]:
    """Name the pairs of a claim and the one that a judgement says revises it."""
    ordered = judgements[judgements["judgement"] == JudgementKind.SUPERSEDE]
    named = mentions["mention_id"].isin(ordered["mention_id"]) | mentions["mention_id"].isin(
        ordered["value"]
    )
    claim_of = mentions[named].set_index("mention_id")["claim_id"]
    new, old = ordered["mention_id"].map(claim_of), ordered["value"].map(claim_of)
    return set(zip(old, new, strict=True))
