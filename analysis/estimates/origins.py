"""Whose own estimate a figure is, and where two figures may be one.

Repeats add mentions, not origins. Judgements say where a claimant only passes on another's figure;
everything else keeps its claimant as origin, with independence not established. Two signs of a
common origin are flagged and nothing more: articles that print one agency's text, and the same
figure given within 60 days by services known to share intelligence.
"""

import pandas as pd

SHARING_DAYS = 60
SAME_FIGURE = ("kind", "scope", "population", "unit", "item", "share_of", "modality")


def with_origins(
    claims: pd.DataFrame, mentions: pd.DataFrame, judged_origins: dict[str, str]
) -> pd.DataFrame:
    """Add ``origin``: a claimant id, or several joined by ";" for a joint statement.

    A claim takes a judged origin where at least half of its articles are judged so.
    """
    judged = mentions[mentions["mention_id"].isin(judged_origins)]
    origin = claims["claimants"].copy()
    if len(judged):
        votes = judged.assign(origin=judged["mention_id"].map(judged_origins))
        articles = votes.groupby(["claim", "origin"])["article"].nunique().reset_index(name="n")
        best = articles.sort_values("n", ascending=False, kind="stable").drop_duplicates("claim")
        enough = best[2 * best["n"] >= best["claim"].map(claims["articles"])]
        origin[enough["claim"]] = enough["origin"].to_numpy()
    return claims.assign(origin=origin)


def with_possible_origins(
    claims: pd.DataFrame,
    mentions: pd.DataFrame,
    shared: pd.DataFrame,
    short_names: dict[str, str],
) -> pd.DataFrame:
    """Add ``possibly_one_origin``: the signs of a common origin in words, or an empty text."""
    flags = pd.concat([_shared_text(mentions), _shared_figure(claims, shared, short_names)])
    joined = flags.groupby(level=0).agg("; ".join)
    return claims.assign(possibly_one_origin=joined.reindex(claims.index).fillna("").astype("str"))


def _shared_text(mentions: pd.DataFrame) -> pd.Series:
    """Say of each claim how many of its articles print one agency's text, where several do."""
    articles = mentions[mentions["agency"] != ""].drop_duplicates(["claim", "article"])
    counts = articles.groupby(["claim", "agency"])["article"].size()
    several = counts[counts > 1].reset_index(name="n")
    text = several["n"].astype(str) + " articles print the text of " + several["agency"]
    return pd.Series(text.to_numpy(), index=several["claim"], dtype="str")


def _shared_figure(
    claims: pd.DataFrame, shared: pd.DataFrame, short_names: dict[str, str]
) -> pd.Series:
    """Name the claimants known to share intelligence that gave the same figure at about that day."""
    number = claims["low"].fillna(claims["high"])
    number_to = claims["high"].fillna(claims["low"])
    linked = set(shared["claimant_a"]) | set(shared["claimant_b"])
    figures = claims.assign(number=number, number_to=number_to)[claims["claimant"].isin(linked)]
    columns = ["claimant", "origin", "said_last", *SAME_FIGURE, "number", "number_to"]
    sides = figures[columns].reset_index()
    both_ways = pd.concat(
        [
            shared[["claimant_a", "claimant_b"]],
            shared.rename(columns={"claimant_a": "claimant_b", "claimant_b": "claimant_a"})[
                ["claimant_a", "claimant_b"]
            ],
        ]
    ).rename(columns={"claimant_a": "claimant", "claimant_b": "other"})
    asked = sides.merge(both_ways, on="claimant")
    pairs = asked.merge(
        sides.rename(columns={"claimant": "other"}),
        on=["other", *SAME_FIGURE, "number", "number_to"],
        suffixes=("", "_other"),
    )
    near = (pairs["said_last"] - pairs["said_last_other"]).abs().dt.days <= SHARING_DAYS
    apart = pairs["origin"] != pairs["origin_other"]
    found = pairs[near & apart].drop_duplicates(["claim", "other"])
    others = found["other"].map(short_names).groupby(found["claim"]).agg(", ".join)
    return "same figure as " + others + " (services known to share intelligence)"
