"""The table of claims: one row for each claim, summed up from the mentions that fold into it."""

import pandas as pd

from analysis.codebook import CEILINGS, FLOORS, Bound, Part

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


def with_bounds(mentions: pd.DataFrame, bounds: pd.Series) -> pd.DataFrame:
    """Add ``claim_bound``, ``claim_low`` and ``claim_high``, and mark what differs as ``drift``.

    Drift is "bound" where a mention hedges the number otherwise, "number" where it has another one;
    only a judgement to merge brings two numbers into one claim, and the number that counts then
    is that of the earliest mention with the claim's bound that did not join by judgement.
    """
    claim_bound = mentions["claim"].map(bounds)
    speaks = mentions[mentions["bound"] == claim_bound].sort_values(
        ["joined", "statement"], kind="stable"
    )
    number = speaks.drop_duplicates("claim").set_index("claim")[["number_low", "number_high"]]
    low = mentions["claim"].map(number["number_low"])
    high = mentions["claim"].map(number["number_high"])
    drift = pd.Series("", index=mentions.index, dtype="str")
    drift[mentions["bound"] != claim_bound] = "bound"
    drift[(mentions["number_low"] != low) | (mentions["number_high"] != high)] = "number"
    return mentions.assign(claim_bound=claim_bound, claim_low=low, claim_high=high, drift=drift)


def sum_up(mentions: pd.DataFrame) -> pd.DataFrame:
    """Make one row per claim out of folded mentions in the order of printing.

    Expects the columns of folding, hedges and reading. Returns the claims ordered by the day they
    were said, with ``said_first`` and ``said_last`` (datetime64) beside the columns of the ledger.
    """
    # A stated day speaks before a printing, unless the printing came first; among equally late
    # days the one known more precisely speaks.
    by_said = mentions.sort_values(
        ["claim", "statement", "early_printing", "is_stated", "said_last", "said_first"],
        ascending=[True, True, False, False, True, False],
        kind="stable",
    )
    opening = by_said.drop_duplicates("claim").set_index("claim").sort_index()
    bound = opening["claim_bound"]
    about = mentions[~mentions["joined"]].drop_duplicates("claim").set_index("claim").sort_index()
    claim = mentions["claim"]
    grouped = mentions.groupby(claim)
    claims = pd.DataFrame(
        {
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
            "said_on": opening["stated_on"].where(opening["is_stated"], opening["printed_on"]),
            "said_on_basis": opening["said_basis"],
            "said_inferred": ~opening["is_stated"] & (opening["printed_basis"] == "inferred"),
            **_period(by_said),
            **_place(mentions, opening),
            "articles": grouped["article"].nunique(),
            "mentions": grouped.size(),
            "outlets": mentions["outlet"].where(mentions["outlet"] != "").groupby(claim).nunique(),
            **_days(mentions),
            "drift": _drift(mentions),
            "note": _notes(mentions),
            "said_first": opening["said_first"],
            "said_last": opening["said_last"],
            "printed_first": grouped["printed_first"].min(),
        }
    )
    text = ("drift", "note", "first_said", "last_said")
    claims = claims.rename_axis("claim").assign(
        **{name: claims[name].fillna("").astype("str") for name in text}
    )
    return claims.sort_values(["said_last", "said_first", "claim_id"], kind="stable")


def _claimants(about: pd.DataFrame) -> dict[str, pd.Series]:
    """Name the claimant that the first printing puts first, and everybody beside it."""
    lead = about["claimant"]
    joint = about["claimants"].str.contains(";", regex=False)
    others = [
        ";".join(name for name in names.split(";") if name != first)
        for names, first in zip(about.loc[joint, "claimants"], lead[joint], strict=True)
    ]
    co_claimants = pd.Series(others, index=about.index[joint], dtype="str").reindex(
        about.index, fill_value=""
    )
    return {"claimant": lead, "co_claimants": co_claimants, "claimants": about["claimants"]}


def _period(by_said: pd.DataFrame) -> dict[str, pd.Series]:
    """Take the period from the earliest statement that gives one."""
    given = by_said[(by_said["event_from"] != "") | (by_said["event_to"] != "")]
    first = given.drop_duplicates("claim").set_index("claim")
    index = pd.Index(by_said["claim"].unique())
    return {
        "about_from": first["event_from"].reindex(index, fill_value=""),
        "about_to": first["event_to"].reindex(index, fill_value=""),
    }


def _place(mentions: pd.DataFrame, opening: pd.DataFrame) -> dict[str, pd.Series]:
    """Take the place that most articles tie to the figure, the earliest printed of equals.

    Mentions without a place do not vote: leaving it out is not naming another one.
    """
    placed = mentions[mentions["location"] != ""].drop_duplicates(
        ["claim", "article", "location", "location_role"]
    )
    votes = placed.groupby(["claim", "location", "location_role"], sort=False)["article"]
    ranked = placed.assign(votes=votes.transform("size")).sort_values(
        "votes", ascending=False, kind="stable"
    )
    winner = ranked.drop_duplicates("claim").set_index("claim")
    return {
        name: winner[name].reindex(opening.index, fill_value="")
        for name in ("location", "location_role")
    }


def _days(mentions: pd.DataFrame) -> dict[str, pd.Series]:
    """Give the first and last day on which the figure was said, where stated, and printed."""
    stated = mentions[mentions["is_stated"]]
    earliest = stated.sort_values(["said_last", "said_first"], ascending=[True, False])
    latest = stated.sort_values(["said_last", "said_first"])
    return {
        "first_said": earliest.drop_duplicates("claim").set_index("claim")["stated_on"],
        "last_said": latest.drop_duplicates("claim", keep="last").set_index("claim")["stated_on"],
        "first_printed": mentions.drop_duplicates("claim").set_index("claim")["printed_on"],
        "last_printed": mentions.drop_duplicates("claim", keep="last").set_index("claim")[
            "printed_on"
        ],
    }


def _drift(mentions: pd.DataFrame) -> pd.Series:
    """Say in words how often, where and as what the figure was printed otherwise."""
    differing = mentions[mentions["drift"] != ""]
    counts = differing.groupby(["claim", "bound", "part"], sort=True).size().reset_index(name="n")
    place = counts["part"].map({Part.HEADLINE: " headline", Part.BODY: " mention"})
    plural = (counts["n"] > 1).map({True: "s", False: ""})
    counts["words"] = (
        counts["bound"].map(BOUND_WORDS) + " in " + counts["n"].astype(str) + place + plural
    )
    return _joined(counts, "words", "; ")


def _notes(mentions: pd.DataFrame) -> pd.Series:
    """Join the coders' notes, each with the mention that it stands at."""
    noted = mentions[mentions["note"] != ""]
    return _joined(noted.assign(words=noted["mention_id"] + ": " + noted["note"]), "words", " · ")


def _joined(rows: pd.DataFrame, column: str, separator: str) -> pd.Series:
    """Join texts per claim; only claims with several of them pay for the joining."""
    several = rows["claim"].duplicated(keep=False)
    single = rows[~several].set_index("claim")[column]
    joined: pd.Series = rows[several].groupby("claim")[column].agg(separator.join)
    texts: pd.Series = pd.concat([single, joined])
    return texts
