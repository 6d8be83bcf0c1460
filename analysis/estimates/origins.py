"""Whose own estimate a figure is, and where two figures may be one.

Repeats add mentions, not origins. Judgements say where a claimant only passes on another's figure;
everything else keeps its claimant as origin, with independence not established. Two signs of a
common origin are flagged and nothing more: articles that print one agency's text, and the same
figure given within 60 days by services known to share intelligence.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.estimates.grouping import (
    NO_ROW,
    Ints,
    distinct_counts,
    first_rows,
    joined_texts,
    least_rows,
    numbered,
    options,
    pairs,
    places_among,
    texts_of,
    with_texts_at,
)
from analysis.estimates.statements import days_of

SHARING_DAYS = 60
SAME_FIGURE = ("kind", "scope", "population", "unit", "item", "share_of", "modality")


def with_origins(
    claims: pd.DataFrame, mentions: pd.DataFrame, judged_origins: pd.Series
) -> pd.DataFrame:
    """Add ``origin``: a claimant id, or several joined by ";" for a joint statement.

    ``judged_origins`` holds the origins that judgements name, by the rows of their mentions. A claim
    takes a judged origin where at least half of its articles are judged so.
    """
    codes, names = pd.factorize(judged_origins, sort=True)
    rows = judged_origins.index.to_numpy()
    claim, article = (mentions[name].to_numpy()[rows] for name in ("claim", "article"))
    candidate = numbered((claim, codes))
    count = int(candidate.max(initial=-1)) + 1
    votes = distinct_counts(candidate, article, count)
    first = first_rows(candidate, count)
    best = least_rows(claim[first], pairs(-votes, codes[first]), len(claims))
    best = best[claims.index]
    found = np.flatnonzero(best != NO_ROW)
    enough = found[2 * votes[best[found]] >= claims["articles"].to_numpy()[found]]
    judged = options(names, codes[first[best[enough]]])
    return claims.assign(origin=with_texts_at(texts_of(claims["claimants"]), enough, judged))


def with_possible_origins(
    claims: pd.DataFrame,
    mentions: pd.DataFrame,
    shared: pd.DataFrame,
    short_names: Mapping[str, str],
) -> pd.DataFrame:
    """Add ``possibly_one_origin``: the signs of a common origin in words, or an empty text."""
    row_of = np.argsort(claims.index)
    in_text, texts = _shared_text(mentions)
    in_figure, figures = _shared_figure(claims, shared, short_names)
    flagged = np.append(row_of[in_text], in_figure)
    flags = joined_texts(flagged, pd.concat([texts, figures]), len(claims), "; ")
    return claims.assign(possibly_one_origin=flags.array)


def _shared_text(mentions: pd.DataFrame) -> tuple[Ints, pd.Series]:
    """Say of each claim how many of its articles print one agency's text, where several do.

    Returns the numbers of the claims and the words.
    """
    rows = np.flatnonzero(mentions["agency"] != "")
    claim, article = (mentions[name].to_numpy()[rows] for name in ("claim", "article"))
    agency, names = pd.factorize(mentions["agency"].take(rows), sort=True)
    key, first, group = np.unique(pairs(claim, agency), return_index=True, return_inverse=True)
    counts = distinct_counts(group, article, len(key))
    several = counts > 1
    words = [f"{count} articles print the text of " for count in counts[several].tolist()]
    agencies = options(names, agency[first[several]])
    return claim[first[several]], pd.Series(words, dtype="str") + agencies


def _shared_figure(
    claims: pd.DataFrame, shared: pd.DataFrame, short_names: Mapping[str, str]
) -> tuple[Ints, pd.Series]:
    """Name the claimants known to share intelligence that gave the same figure at about that day.

    Returns the rows of the claims and the words.
    """
    sharing = pd.concat([shared["claimant_a"], shared["claimant_b"]])
    codes, names = pd.factorize(sharing)
    # Numbers from here on: the place of a claimant among those who share.
    one, other = np.split(codes, 2)
    both_ways = pd.DataFrame({"who": np.append(one, other), "other": np.append(other, one)})
    sides = _same_figures(claims, pd.Series(names))
    asked = sides.merge(both_ways, on="who")
    found = asked.merge(
        sides.rename(columns={"who": "other"}), on=["figure", "other"], suffixes=("", "_other")
    )
    near = (found["day"] - found["day_other"]).abs() <= SHARING_DAYS
    found = found[near & (found["origin"] != found["origin_other"])]
    found = found.drop_duplicates(["row", "other"])
    row = found["row"].to_numpy()
    others = options([short_names[name] for name in names], found["other"].to_numpy())
    rows = np.unique(row)
    named = joined_texts(row, others, len(claims), ", ").take(rows)
    return rows, "same figure as " + named + " (services known to share intelligence)"


def _same_figures(claims: pd.DataFrame, claimants: pd.Series) -> pd.DataFrame:
    """Give the claims of these claimants whose figure stands in more than one of them, as numbers.

    Columns: row; who, the place among the claimants; origin, numbered; day, said last at the latest;
    and figure, which numbers kind, number and the like.
    """
    who = places_among(claims["claimant"], claimants)
    rows = np.flatnonzero(who != NO_ROW)
    read = claims[[*SAME_FIGURE, "low", "high", "origin", "said_last"]].take(rows)
    low, high = read["low"].fillna(read["high"]), read["high"].fillna(read["low"])
    figure = numbered((*(read[name] for name in SAME_FIGURE), low, high))
    sides = pd.DataFrame(
        {
            "row": rows,
            "who": who[rows],
            "origin": pd.factorize(read["origin"])[0],
            "day": days_of(read["said_last"]),
            "figure": figure,
        }
    )
    return sides[np.bincount(figure, minlength=1)[figure] > 1]
