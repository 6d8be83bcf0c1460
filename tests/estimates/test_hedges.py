"""The vote on a claim's bound, on shipped claims counted by hand."""

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.estimates import Estimates
from analysis.estimates.hedges import claim_bounds

ClaimWith = Callable[[str], pd.Series]


@pytest.mark.parametrize(
    ("mention", "bound"),
    [
        # 300: one article about, two exact, one at least within 30 days; the earliest hedge wins.
        ("m0224", "about"),
        # 600: a headline and a body say 600, the bodies of two articles about 600.
        ("m0365", "about"),
        # 8,000 in Kursk: one article about (twice) and bare once, one up to; the earlier wins.
        ("m0081", "about"),
        # 6,000 (UK): the headline's bare number has no vote.
        ("m0398", "more_than"),
        # 2,000 (NIS): two articles about, one more than; three headlines have no vote.
        ("m0486", "about"),
        # 4,000 casualties (Zelenskyy): exact on 9 January, hedged only when said again.
        ("m0249", "exact"),
    ],
)
def test_votes_counted_by_hand(claim_with: ClaimWith, mention: str, bound: str) -> None:
    assert claim_with(mention)["bound"] == bound


def election(*ballots: tuple[str, int, str, str]) -> str:
    """Hold one election; a ballot is part, article, day of printing and bound."""
    rows = pd.DataFrame(ballots, columns=["part", "article", "printed", "bound"]).sort_values(
        "printed", kind="stable", ignore_index=True
    )
    day = pd.to_datetime(rows["printed"])
    mentions = rows.assign(claim=0, statement=1, printed_first=day, printed_last=day)
    return str(claim_bounds(mentions)[0])


def test_one_vote_an_article() -> None:
    loud = [("body", 1, "2025-01-01", "at_least")] * 3
    two = [("body", 2, "2025-01-02", "about"), ("body", 3, "2025-01-03", "about")]
    assert election(*loud, *two) == "about"


def test_one_hedge_outweighs_many_bare_numbers() -> None:
    bare = [("body", article, "2025-01-01", "exact") for article in range(5)]
    assert election(*bare, ("body", 9, "2025-01-20", "more_than")) == "more_than"


def test_after_thirty_days_nobody_votes() -> None:
    opening = ("body", 1, "2025-01-01", "exact")
    assert election(opening, ("body", 2, "2025-01-31", "about")) == "about"
    assert election(opening, ("body", 2, "2025-02-01", "about")) == "exact"


def test_headlines_decide_only_where_there_is_nothing_else() -> None:
    headline = ("headline", 1, "2025-01-01", "exact")
    assert election(headline, ("body", 2, "2025-01-02", "about")) == "about"
    assert election(headline) == "exact"
    # A body printed later still outweighs the headline that came first.
    assert election(headline, ("body", 2, "2025-06-01", "about")) == "about"


def test_a_claims_bound_is_one_that_was_printed(board: Estimates) -> None:
    printed = board.mentions.groupby("claim_id")["bound"].agg(set)
    claims = board.claims.set_index("claim_id")
    assert all(bound in printed[claim] for claim, bound in claims["bound"].items())


def test_numbers_stand_where_the_bound_has_them(board: Estimates) -> None:
    claims = board.claims
    has_low, has_high = claims["low"].notna(), claims["high"].notna()
    floors = claims["bound"].isin(["at_least", "more_than"])
    ceilings = claims["bound"].isin(["up_to", "less_than"])
    assert (has_low == ~ceilings).all()
    assert (has_high == ~floors).all()
    points = claims["bound"].isin(["exact", "about"])
    assert (claims.loc[points, "low"] == claims.loc[points, "high"]).all()
    intervals = claims["bound"].isin(["range", "vague"])
    assert (claims.loc[intervals, "low"] < claims.loc[intervals, "high"]).all()
