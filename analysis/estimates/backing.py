"""What claims rest on: how many mentions, articles, outlets, sources and origins; six different counts."""

from dataclasses import dataclass

import pandas as pd

from analysis.estimates.board import Estimates


@dataclass(frozen=True)
class Backing:
    """How many of each stand behind some claims."""

    claims: int
    sources: int
    origins: int
    articles: int
    mentions: int
    outlets: int


def backing(estimates: Estimates, claims: pd.DataFrame) -> Backing:
    """Count what stands behind a part of the claims that are chosen, by all of their mentions.

    A joint statement counts for each of its claimants. An article whose outlet is not known adds no
    outlet.
    """
    return Backing(
        claims=len(claims),
        sources=_distinct_names(claims["claimants"]),
        origins=_distinct_names(claims["origin"]),
        articles=estimates.distinct("document_id", claims),
        mentions=int(claims["mentions"].sum()),
        outlets=estimates.distinct("outlet", claims),
    )


def printed_between(estimates: Estimates) -> tuple[str, str]:
    """Give the partial dates of the first and of the last printing of the claims that are chosen."""
    days = estimates.mentions_of(estimates.claims, "printed_on", "printed_first", "printed_last")
    first, last = days["printed_first"].argmin(), days["printed_last"].argmax()
    return str(days["printed_on"].iloc[first]), str(days["printed_on"].iloc[last])


def _distinct_names(joined: pd.Series) -> int:
    return len({name for names in joined.unique() for name in names.split(";")})
