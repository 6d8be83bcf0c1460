"""Who else gave a figure: the NIS's 600 killed, and 4,000 casualties of January 2025."""

from collections.abc import Callable

import pandas as pd

from analysis.estimates import Estimates
from analysis.estimates.same_figure import same_figure

ClaimWith = Callable[[str], pd.Series]


def test_600_killed_is_one_origin_under_four_names(board: Estimates, claim_with: ClaimWith) -> None:
    """Counted in mentions.csv: fourteen mentions in twelve articles, all judged the NIS's own."""
    found = same_figure(board, claim_with("m0365")["claim_id"])
    assert (found.articles, len(found.mentions)) == (12, 14)
    assert found.claimants == ["nis", "media_other", "rok_mnd", "rok_officials"]
    assert found.origins == ["nis"]
    assert found.claims["judged"].tolist() == [False, True, True, True]


def test_the_chosen_claim_comes_first(board: Estimates, claim_with: ClaimWith) -> None:
    passed_on = claim_with("m0372")["claim_id"]
    found = same_figure(board, passed_on)
    assert found.claims["claim_id"].iloc[0] == passed_on
    assert found.articles == 12


def test_4000_casualties_have_four_origins_that_are_named(
    board: Estimates, claim_with: ClaimWith
) -> None:
    found = same_figure(board, claim_with("m0249")["claim_id"])
    assert found.origins == ["ua_president", "western_officials", "ua_officials", "ua_gur"]
    assert "media_other" in found.claimants
    assert "unattributed" not in found.claimants
    assert set(found.claims["claimant"]) - set(found.claimants) == {"unattributed"}


def test_the_same_number_of_another_season_is_another_estimate(
    board: Estimates, claim_with: ClaimWith
) -> None:
    """The Joint Chiefs' 4,000 of 27 March 2025 stand 77 days after Zelenskyy's."""
    joint_chiefs = claim_with("m0345")["claim_id"]
    found = same_figure(board, claim_with("m0249")["claim_id"])
    assert joint_chiefs not in set(found.claims["claim_id"])


def test_kinds_and_scopes_never_mix(board: Estimates) -> None:
    for claim_id in board.claims["claim_id"].iloc[::20]:
        claims = same_figure(board, claim_id).claims
        for column in ("kind", "scope", "population", "unit", "item", "modality"):
            assert claims[column].nunique() == 1
        assert claims["low"].fillna(claims["high"]).nunique() == 1
