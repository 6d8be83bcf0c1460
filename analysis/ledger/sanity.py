"""Facts that are well formed and look wrong all the same: what a careful reader would stop at.

A finding is a question to a person, not an error. Each one is answered in docs/findings.md, by a
judgement or by the reason why the mention stands as printed. Rules read the mentions as printed,
so that a settled slip is still found and its judgement shown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.codebook import COLLECTIVE_CLAIMANT_KINDS, Bound, Kind, Modality, Scope, Unit
from analysis.ledger.ledger import Ledger
from analysis.partial_dates import spans

LOSSES = (Kind.KILLED, Kind.WOUNDED, Kind.CASUALTIES)

# "About 2,700" beside "some 300" and "around 3,000" is no contradiction: hedges of about get room.
ABOUT = 0.1

# A figure at least this many times the nearest other one of the same series is worth a look.
FAR = 10

# New waves take weeks; a number that leaps within days is more often a slip.
JUMP = 1.5
JUMP_DAYS = 7

NEAR_DAYS = 14
ECHO_DAYS = 90

# No source of the ledger has troops on their way before the autumn of 2024.
FIRST_TROOPS = pd.Timestamp("2024-09-01")

SERIES = ["claimant", "claim_type", "scope", "population", "unit", "item"]


@dataclass(frozen=True)
class Finding:
    """One mention that looks wrong: by which rule, why, and which judgements bear on it."""

    rule: str
    mention_id: str
    reason: str
    judgements: tuple[str, ...]

    def __str__(self) -> str:
        settled = f" [judged: {', '.join(self.judgements)}]" if self.judgements else ""
        return f"{self.mention_id}: {self.rule}: {self.reason}{settled}"


Found = Iterator[tuple[str, str]]


def findings(ledger: Ledger, rules: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Go through the named rules, or all of them, and return what they stop at, sorted.

    Raises BrokenTable where mentions, documents, claimants or judgements cannot be used.
    """
    rows = _prepared(ledger)
    judged = ledger.judgements.groupby("mention_id")["judgement_id"].agg(tuple).to_dict()
    found = {
        (name, mention, reason)
        for name in (RULES if rules is None else rules)
        for mention, reason in RULES[name](rows)
    }
    return tuple(
        Finding(name, mention, reason, judged.get(mention, ()))
        for name, mention, reason in sorted(found)
    )


def _prepared(ledger: Ledger) -> pd.DataFrame:
    """Join what the rules compare: ends with room for "about", days as spans, single voices."""
    documents = ledger.documents.set_index("document_id")
    claimants = ledger.claimants.set_index("claimant")
    rows = ledger.mentions.copy()
    rows["printed_on"] = rows["document_id"].map(documents["published_on"])
    rows["single"] = ~rows["claimant"].map(claimants["kind"]).isin(COLLECTIVE_CLAIMANT_KINDS)
    room = np.where(rows["bound"] == Bound.ABOUT, ABOUT, 0.0)
    rows["least"] = (rows["low"] * (1 - room)).fillna(0.0)
    rows["most"] = (rows["high"] * (1 + room)).fillna(np.inf)
    rows["number"] = rows["low"].fillna(rows["high"])
    for column in ("event_from", "event_to", "stated_on", "printed_on"):
        days = spans(rows[column])
        rows[f"{column}_first"], rows[f"{column}_last"] = days["first"], days["last"]
    rows["agency"] = rows["document_id"].map(documents["agency"])
    rows["unlisted_relays"] = _unlisted_relays(rows, ledger)
    rows["said_first"] = rows["stated_on_first"].fillna(rows["printed_on_first"])
    rows["said_last"] = rows["stated_on_last"].fillna(rows["printed_on_last"])
    rows["said_last"] = rows[["said_last", "printed_on_last"]].min(axis=1)
    # One statement: the same claimant on one whole day, or else within one article.
    whole = rows["stated_on"].str.len() == len("2025-01-01")
    where = rows["stated_on"].where(whole, rows["document_id"] + " " + rows["stated_on"])
    rows["statement"] = rows["claimant"] + " " + rows["population"] + " " + where
    return rows


def _unlisted_relays(rows: pd.DataFrame, ledger: Ledger) -> pd.Series:
    """Name the relays and agencies of each mention that the table of spellings lacks.

    Nothing is asked of a table that is broken: its own problems are told already.
    """
    if "relays" in ledger.broken:
        return pd.Series("", index=rows.index, dtype="str")
    known = {"", *ledger.relays["spelling"]}
    named = rows["relay"] + ";" + rows["agency"]
    lacking = {
        names: ", ".join(dict.fromkeys(name for name in names.split(";") if name not in known))
        for names in named.unique()
    }
    return named.map(lacking)


def _each(rows: pd.DataFrame, reason: str) -> Found:
    return ((mention, reason) for mention in rows["mention_id"])


def parts_and_whole(rows: pd.DataFrame) -> Found:
    """Killed and wounded of one statement that cannot add up to its casualties."""
    totals = rows[(rows["scope"] == Scope.TOTAL) & rows["claim_type"].isin(LOSSES)]
    for _, statement in totals.groupby("statement"):
        parts = {kind: statement[statement["claim_type"] == kind] for kind in LOSSES}
        killed, wounded, both = (parts[kind] for kind in LOSSES)
        if killed.empty or both.empty:
            continue
        least = killed["least"].min() + (wounded["least"].min() if len(wounded) else 0)
        most = killed["most"].max() + (wounded["most"].max() if len(wounded) else np.inf)
        wrong = both[(both["most"] < least) | (both["least"] > most)]
        yield from _each(wrong, "killed and wounded of the same statement do not add up to it")


def killed_and_casualties(rows: pd.DataFrame) -> Found:
    """One claimant's number under killed and under casualties: the rarer of the two."""
    losses = rows[rows["claim_type"].isin((Kind.KILLED, Kind.CASUALTIES)) & ~_is_share(rows)]
    same = ["claimant", "scope", "population", "unit", "number"]
    for _, group in losses.groupby(same):
        counts = group["claim_type"].value_counts()
        if len(counts) > 1:
            rare = group[group["claim_type"] == counts.index[-1]]
            reason = (
                f"the same claimant's number stands {counts.iloc[0]} time(s) as {counts.index[0]}"
            )
            yield from _each(rare, reason)


def echo_under_other_kind(rows: pd.DataFrame) -> Found:
    """A number of dead that somebody else gave as casualties within 90 days."""
    totals = rows[(rows["scope"] == Scope.TOTAL) & (rows["bound"] != Bound.VAGUE)]
    killed = totals[totals["claim_type"] == Kind.KILLED]
    others = totals[totals["claim_type"] == Kind.CASUALTIES]
    pairs = killed.merge(others, on=["population", "unit", "number"], suffixes=("", "_other"))
    apart = (pairs["said_first"] - pairs["said_first_other"]).abs()
    close = (pairs["claimant"] != pairs["claimant_other"]) & (apart.dt.days <= ECHO_DAYS)
    for mention, group in pairs[close].groupby("mention_id"):
        names = ", ".join(sorted(set(group["claimant_other"])))
        yield str(mention), f"given as casualties within {ECHO_DAYS} days by {names}"


def killed_above_casualties(rows: pd.DataFrame) -> Found:
    """More dead than any casualties that the same claimant has given by then."""
    totals = rows[(rows["scope"] == Scope.TOTAL) & rows["population"].eq("soldiers")]
    killed = totals[totals["claim_type"] == Kind.KILLED]
    whole = totals[totals["claim_type"] == Kind.CASUALTIES]
    pairs = killed.merge(whole, on="claimant", suffixes=("", "_whole"))
    pairs = pairs[pairs["said_first_whole"] <= pairs["said_last"]]
    above = pairs.groupby("mention_id").filter(lambda g: (g["least"] > g["most_whole"]).all())
    for mention in above["mention_id"].unique():
        yield mention, "more dead than the casualties that the claimant has given so far"


def present_above_sent(rows: pd.DataFrame) -> Found:
    """More present than the same claimant had sent, both said within two weeks."""
    soldiers = rows[(rows["population"] == "soldiers") & (rows["unit"] == Unit.PEOPLE)]
    present = soldiers[(soldiers["claim_type"] == Kind.PRESENT) & (soldiers["scope"] == "stock")]
    sent = soldiers[soldiers["claim_type"] == Kind.SENT_TOTAL]
    pairs = present.merge(sent, on="claimant", suffixes=("", "_sent"))
    near = (pairs["said_first"] - pairs["said_first_sent"]).dt.days.between(0, NEAR_DAYS)
    above = pairs[near & pairs["single"] & (pairs["least"] > pairs["most_sent"])]
    return _each(above, "more present than the same claimant had sent at that time")


def share_without_base(rows: pd.DataFrame) -> Found:
    """A percentage whose base the claimant gives no number for in the same article."""
    shares = rows[_is_share(rows)]
    numbers = rows[~_is_share(rows)]
    bases = {
        "casualties": {Kind.CASUALTIES},
        "force sent": {Kind.SENT_TOTAL, Kind.SENT_ADDITIONAL},
    }
    given = set(
        zip(numbers["document_id"], numbers["claimant"], numbers["claim_type"], strict=True)
    )
    for row in shares.itertuples():
        wanted = bases.get(str(row.share_of), set())
        if not any((row.document_id, row.claimant, kind) in given for kind in wanted):
            yield str(row.mention_id), f"no number of the {row.share_of} beside the percentage"


def _is_share(rows: pd.DataFrame) -> pd.Series:
    return rows["scope"] == Scope.SHARE


def event_after_said(rows: pd.DataFrame) -> Found:
    """An actual event that certainly begins after it was said or printed."""
    late = (rows["event_from_first"] > rows["said_last"]) & (rows["modality"] == Modality.ACTUAL)
    return _each(rows[late], "put as done, but it begins after it was said or printed")


def period_before_first_troops(rows: pd.DataFrame) -> Found:
    """Soldiers in Russia before anybody reports that any were sent."""
    people = (rows["unit"] == Unit.PEOPLE) & (rows["population"] != "workers")
    early = people & (rows["event_from_last"] < FIRST_TROOPS)
    return _each(rows[early], "before the first troops were sent")


def period_begins_late(rows: pd.DataFrame) -> Found:
    """A running total that begins in a later year than all the other totals of its kind."""
    totals = rows[(rows["scope"] == Scope.TOTAL) & (rows["population"] == "materiel")]
    runs = totals[(totals["event_from"] != totals["event_to"]) & (totals["event_from"] != "")]
    years = runs["event_from_first"].dt.year
    earliest = years.groupby(runs["claim_type"]).transform("min")
    same_year = years == runs["said_first"].dt.year
    return _each(
        runs[same_year & (years > earliest)], "other totals of this kind begin years earlier"
    )


def far_number(rows: pd.DataFrame) -> Found:
    """A number ten times away from every other number of the same claimant and kind."""
    numbers = rows[~_is_share(rows)]
    for _, series in numbers.groupby(["claimant", "claim_type", "scope", "population", "unit"]):
        distinct = series["number"].unique()
        for number in distinct:
            others = distinct[distinct != number]
            if len(others) and number and min(np.maximum(others / number, number / others)) >= FAR:
                reason = "at least ten times away from every other number of that series"
                yield from _each(series[series["number"] == number], reason)


def falling_total(rows: pd.DataFrame) -> Found:
    """A total that certainly lies below what the same claimant said before, as a new number."""
    totals = rows[(rows["scope"] == Scope.TOTAL) & rows["single"] & (rows["bound"] != Bound.VAGUE)]
    for _, series in totals.groupby(SERIES):
        for row in series.itertuples():
            before = series[series["said_last"] < row.said_first]
            restated = (before["number"] == row.number).any()
            if not restated and (before["least"] > row.most).any():
                yield str(row.mention_id), "below what the same claimant had said before"


def jump_within_days(rows: pd.DataFrame) -> Found:
    """A number half as much again as what the same claimant said a few days before."""
    open_ended = rows["scope"].isin((Scope.TOTAL, Scope.PLANNED)) & rows["single"]
    series = rows[open_ended & (rows["bound"] != Bound.VAGUE)]
    pairs = series.merge(series, on=SERIES, suffixes=("", "_before"))
    days = (pairs["said_first"] - pairs["said_last_before"]).dt.days
    jump = days.between(1, JUMP_DAYS) & (pairs["least"] > JUMP * pairs["most_before"])
    return _each(pairs[jump], f"{JUMP:g} times what the claimant had said within {JUMP_DAYS} days")


def losses_in_ukraine(rows: pd.DataFrame) -> Found:
    """Losses tied to Ukraine, where no source of the ledger has the fighting."""
    placed = rows["claim_type"].isin(LOSSES) & (rows["location"] == "ukraine")
    return _each(rows[placed], "losses placed in Ukraine; the fighting reported was in Kursk")


def scope_against_kind(rows: pd.DataFrame) -> Found:
    """A kind beside a scope that it cannot have."""
    total = (rows["claim_type"] == Kind.SENT_TOTAL) & (rows["scope"] != Scope.TOTAL)
    wave = (rows["claim_type"] == Kind.SENT_ADDITIONAL) & (rows["scope"] != Scope.INCREMENT)
    plan = (rows["scope"] == Scope.PLANNED) != (rows["modality"] == Modality.PLANNED)
    return _each(rows[total | wave | plan], "kind, scope and modality do not go together")


def planned_as_sent(rows: pd.DataFrame) -> Found:
    """A plan with the very number that the same claimant has given as sent before."""
    plans = rows[rows["claim_type"] == Kind.PLANNED]
    sent = rows[rows["claim_type"] == Kind.SENT_TOTAL]
    on = ["claimant", "population", "number"]
    pairs = plans.merge(sent, on=on, suffixes=("", "_sent"))
    after = pairs[pairs["single"] & (pairs["said_first"] > pairs["said_last_sent"])]
    return _each(after, "a plan with the number that the claimant had given as sent")


def relay_unlisted(rows: pd.DataFrame) -> Found:
    """A relay or agency whose spelling no row of relays.csv brings to one name."""
    for row in rows[rows["unlisted_relays"] != ""].itertuples():
        yield str(row.mention_id), f"shown as written, not in relays: {row.unlisted_relays}"


def several_populations(rows: pd.DataFrame) -> Found:
    """One claimant's number of a kind under several populations: the rarer ones."""
    yield from _rarer(rows[~_is_share(rows)], "population")


def several_items(rows: pd.DataFrame) -> Found:
    """One claimant's number of a kind under several items: the rarer ones."""
    yield from _rarer(rows[rows["item"] != ""], "item")


def _rarer(rows: pd.DataFrame, column: str) -> Found:
    precise = rows[(rows["bound"] != Bound.VAGUE) & (rows["claimant"] != "unattributed")]
    for _, group in precise.groupby(["claimant", "claim_type", "scope", "unit", "number"]):
        counts = group[column].value_counts()
        if len(counts) > 1:
            rare = group[group[column] != counts.index[0]]
            yield from _each(rare, f"elsewhere the same number is of {counts.index[0]}")


RULES: dict[str, Callable[[pd.DataFrame], Found]] = {
    rule.__name__: rule
    for rule in (
        parts_and_whole,
        killed_and_casualties,
        echo_under_other_kind,
        killed_above_casualties,
        present_above_sent,
        share_without_base,
        event_after_said,
        period_before_first_troops,
        period_begins_late,
        far_number,
        falling_total,
        jump_within_days,
        losses_in_ukraine,
        scope_against_kind,
        planned_as_sent,
        relay_unlisted,
        several_populations,
        several_items,
    )
}
