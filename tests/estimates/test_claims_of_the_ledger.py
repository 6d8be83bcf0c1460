"""What must come out of the shipped tables, checked by hand against the mentions."""

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.codebook import label
from analysis.estimates import Estimates, estimate
from analysis.estimates.series import now
from analysis.ledger import Ledger

ClaimWith = Callable[[str], pd.Series]


def told(board: Estimates, claimant: str, kind: str, scope: str = "total") -> list[str]:
    """Write a claimant's claims of one kind about soldiers, in the order they were said."""
    claims = board.claims
    chosen = claims[
        (claims["claimant"] == claimant)
        & (claims["kind"] == kind)
        & (claims["scope"] == scope)
        & (claims["population"] == "soldiers")
        & (claims["co_claimants"] == "")
    ]
    return [
        f"{label(row.bound, row.low, row.high)} {row.said_on} {row.status}"
        for row in chosen.itertuples()
    ]


def test_nis_killed_is_revised_three_times(board: Estimates) -> None:
    assert told(board, "nis", "killed") == [
        "≥ 100 2024-12 revised",
        "≈ 300 2025-01-13 revised",
        "≈ 600 2025-04-30 revised",
        "≈ 2,000 2025-09-02 in_force",
    ]


def test_each_nis_figure_of_the_killed_is_revised_by_the_next(board: Estimates) -> None:
    claims = board.claims
    chain = claims[
        (claims["claimant"] == "nis") & (claims["kind"] == "killed") & (claims["scope"] == "total")
    ]
    assert list(chain["superseded_by"]) == [*chain["claim_id"].iloc[1:], ""]


def test_nis_killed_known_on_1_february_2025_is_about_300(ledger: Ledger) -> None:
    then = estimate(ledger, "2025-02-01")
    assert told(then, "nis", "killed") == ["≥ 100 2024-12 revised", "≈ 300 2025-01-13 in_force"]


@pytest.mark.parametrize("mention", ["m0467", "m0478", "m0488", "m0492"])
def test_the_600_printed_in_august_and_september_starts_no_new_claim(
    claim_with: ClaimWith, mention: str
) -> None:
    claim = claim_with(mention)
    assert claim["claim_id"] == claim_with("m0365")["claim_id"]
    assert claim["said_on"] == "2025-04-30"


def test_uk_casualties_keep_more_than(board: Estimates, claim_with: ClaimWith) -> None:
    assert told(board, "uk_mod", "casualties") == [
        "> 5,000 2025-03-28 revised",
        "> 6,000 2025-06-16 in_force",
    ]
    assert claim_with("m0398")["said_on_basis"] == "printed"
    assert claim_with("m0398")["drift"] == "exact in 1 headline"
    drift = board.mentions.set_index("mention_id")["drift"]
    assert (drift["m0394"], drift["m0398"], drift["m0428"]) == ("bound", "", "")


def test_zelenskyys_4000_killed_is_drift_of_kind(board: Estimates, claim_with: ClaimWith) -> None:
    claim = claim_with("m0332")
    assert (claim["claimant"], claim["kind"], claim["low"]) == ("ua_president", "killed", 4000)
    assert claim["status"] == "drift_of_kind"
    assert not claim["in_force"]
    assert board.mentions.set_index("mention_id").loc["m0332", "drift"] == "kind"
    assert claim_with("m0249")["in_force"]


def test_zelenskyys_4000_of_9_january_is_not_more_than(claim_with: ClaimWith) -> None:
    claim = claim_with("m0249")
    assert (claim["said_on"], claim["bound"], claim["low"], claim["high"]) == (
        "2025-01-09",
        "exact",
        4000,
        4000,
    )
    assert claim_with("m0265")["claim_id"] == claim["claim_id"], "said again, not another claim"


def test_nis_casualties_in_force_at_the_end_of_2025_are_about_4700(ledger: Ledger) -> None:
    then = estimate(ledger, "2025-12-31")
    assert told(then, "nis", "casualties")[-2:] == [
        "≈ 4,700 2025-04-30 in_force",
        "2,000 2025-12-13 drift_of_kind",
    ]


def test_thousands_of_wounded_do_not_revise_more_than_4000(ledger: Ledger) -> None:
    then = estimate(ledger, "2025-07-15")
    assert told(then, "nis", "wounded")[-2:] == [
        "> 4,000 2025-04-30 in_force",
        "thousands (2,000–9,999) 2025-06-26 vague_beside",
    ]


def test_no_collective_or_joint_claim_is_revised_by_rule(board: Estimates, ledger: Ledger) -> None:
    kinds = ledger.claimants.set_index("claimant")["kind"]
    claims = board.claims
    voices = claims["claimant"].map(kinds).isin(["officials", "media", "experts", "none"])
    assert set(claims.loc[voices | (claims["co_claimants"] != ""), "status"]) == {"in_force"}


def test_12000_in_russia_do_not_revise_8000_in_kursk(claim_with: ClaimWith) -> None:
    kursk, russia = claim_with("m0081"), claim_with("m0212")
    assert (kursk["location"], kursk["low"], kursk["in_force"]) == ("kursk", 8000, True)
    assert (russia["location"], russia["low"], russia["in_force"]) == ("russia", 12000, True)


def test_at_least_13000_rests_on_one_undated_mention_and_revises_nothing(
    claim_with: ClaimWith,
) -> None:
    assert claim_with("m0495")["status"] == "unsettled_fall"
    assert claim_with("m0367")["in_force"], "about 15,000 stands"


def test_a_dated_return_reinstates_the_older_figure(claim_with: ClaimWith) -> None:
    """NIS, planned: 6,000 (26 June 2025), 15,000 (printed 2 July), 6,000 again on 2 September."""
    older, newer = claim_with("m0434"), claim_with("m0457")
    assert (older["low"], older["in_force"]) == (6000, True)
    assert (newer["low"], newer["superseded_by"]) == (15000, older["claim_id"])


def test_on_the_killed_chart_nis_is_one_row(board: Estimates, ledger: Ledger) -> None:
    short = ledger.claimants.set_index("claimant")["short_name"].to_dict()
    rows = now(board, "killed", short, {}).rows
    assert list(rows["row"]).count("NIS") == 1
    assert {"rok_officials", "rok_mnd", "media_other", "dprk"}.isdisjoint(rows["claimant"])
    nis = rows.set_index("row").loc["NIS"]
    assert label(nis["bound"], nis["low"], nis["high"]) == "≈ 2,000"
    assert nis["also"] == (
        "also printed as Other media ≈ 600 (30 Apr 2025), ROK MND ≈ 600 (1 Jul 2025), "
        "DPRK ≈ 350 (2 Sep 2025), ROK officials ≥ 2,000 (Jan 2026)"
    )


def test_a_joint_claim_is_one_claim_whoever_is_named_first(claim_with: ClaimWith) -> None:
    claim = claim_with("m0178")
    assert claim["claim_id"] == claim_with("m0341")["claim_id"] == claim_with("m0361")["claim_id"]
    assert (claim["claimant"], claim["co_claimants"]) == (
        "ua_officials",
        "rok_officials;us_officials",
    )
    assert claim["source"] == "UA officials + ROK officials + US officials"


def test_a_headline_without_place_joins_the_figure_of_its_own_article(
    claim_with: ClaimWith,
) -> None:
    assert claim_with("m0023")["claim_id"] == claim_with("m0026")["claim_id"]
    assert claim_with("m0023")["location"] == "eastern_russia"


def test_counts_of_the_about_300(board: Estimates, claim_with: ClaimWith) -> None:
    claim = claim_with("m0224")
    mentions = board.mentions[board.mentions["claim_id"] == claim["claim_id"]]
    assert sorted(mentions["mention_id"]) == [
        "m0224", "m0231", "m0251", "m0253", "m0292", "m0309", "m0322", "m0330", "m0379",
    ]  # fmt: skip
    # One of the nine articles (a seed article) names no outlet.
    assert (claim["mentions"], claim["articles"], claim["outlets"]) == (9, 9, 8)
    assert (claim["first_said"], claim["last_said"]) == ("2025-01-13", "2025-01")
    assert (claim["first_printed"], claim["last_printed"]) == ("2025-01-14", "2025-04-30")
    assert claim["drift"] == "at least in 2 mentions; exact in 3 mentions"


def test_every_mention_stands_in_exactly_one_claim(board: Estimates, ledger: Ledger) -> None:
    aside = ledger.judgements.loc[ledger.judgements["judgement"] == "set_aside", "mention_id"]
    assert sorted([*board.mentions["mention_id"], *aside]) == sorted(ledger.mentions["mention_id"])
    assert set(board.mentions["claim_id"]) == set(board.claims["claim_id"])
    assert board.claims["claim_id"].is_unique
    counted = board.mentions.groupby("claim_id").size()
    assert board.claims.set_index("claim_id")["mentions"].eq(counted).all()
