"""Rows of "who says what now", pairs that differ, and the list of revisions, on the shipped data."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.codebook import label
from analysis.estimates import Estimates, Selection, estimate, select
from analysis.estimates.comparisons import differences, revisions
from analysis.estimates.kind_drift import kind_doubts
from analysis.estimates.series import Now, now
from analysis.ledger import Ledger

KINDS = ("sent_total", "killed", "wounded", "casualties")


@pytest.fixture(scope="module")
def names(ledger: Ledger) -> dict[str, str]:
    return dict(zip(ledger.claimants["claimant"], ledger.claimants["short_name"], strict=True))


def rows_of(view: Now) -> list[tuple[str, str, bool]]:
    return [(r.row, label(r.bound, r.low, r.high), r.stale) for r in view.rows.itertuples()]


def test_killed_now_fresh_figures_first_each_group_from_the_highest(
    board: Estimates, names: dict[str, str]
) -> None:
    assert rows_of(now(board, "killed", names, {})) == [
        ("UA officials", "≥ 6,000", False),
        ("NIS", "≈ 2,000", False),
        ("US officials + ROK officials + UA officials", "thousands (2,000–9,999)", True),
        ("Unattributed", "≥ 1,000", True),
        ("Western officials", "≈ 1,000", True),
    ]


def test_killed_as_known_on_1_february_2025(ledger: Ledger, names: dict[str, str]) -> None:
    then = now(estimate(ledger, "2025-02-01"), "killed", names, {})
    assert rows_of(then) == [
        ("Unattributed", "≥ 1,000", False),
        ("Western officials", "≈ 1,000", False),
        ("NIS", "≈ 300", False),
    ]
    assert then.rows.set_index("row").loc["NIS", "age_days"] == 19, "13 January to 1 February"


def test_what_the_same_source_said_before_stands_behind_its_row(
    board: Estimates, names: dict[str, str]
) -> None:
    earlier = now(board, "killed", names, {}).earlier
    assert set(earlier["row"]) == {"NIS"}
    assert list(earlier["low"]) == [100, 300, 600]


def test_a_repeated_figure_keeps_its_origin_where_the_origin_is_filtered_out(
    board: Estimates, names: dict[str, str]
) -> None:
    only = select(board, Selection(sources=("rok_officials",)))
    rows = now(only, "killed", names, {}).rows.set_index("row")
    assert "ROK officials, after NIS" in rows.index


def test_materiel_has_a_row_for_each_item_of_a_source(
    board: Estimates, names: dict[str, str]
) -> None:
    """HUR gave 170 mm howitzers and 240 mm rocket launchers apart: two rows, two names."""
    rows = now(board, "artillery", names, {}, ("materiel",)).rows
    assert rows["row"].is_unique
    assert {"HUR, 170 mm howitzers", "HUR, 240 mm rocket launchers"} <= set(rows["row"])


def test_differences_respect_bounds_days_and_origins(board: Estimates) -> None:
    claims = board.claims.set_index("claim_id")
    table = differences(board.claims, KINDS)
    assert len(table) > 10
    for pair in table.itertuples():
        higher, lower = claims.loc[pair.higher], claims.loc[pair.lower]
        strict = "more_than" in higher["bound"] or "less_than" in lower["bound"]
        assert higher["low"] > lower["high"] or (strict and higher["low"] == lower["high"])
        assert abs((higher["said_last"] - lower["said_last"]).days) <= 60
        assert higher["origin"] != lower["origin"]
        assert not higher["kind_drift"]
        assert not lower["kind_drift"]
    assert table["gap"].is_monotonic_decreasing


def test_the_widest_difference_of_the_killed(board: Estimates, ledger: Ledger) -> None:
    """January 2025: Western officials about 1,000 against the NIS's about 300, 3.3 times."""
    claims = board.claims.set_index("claim_id")
    pair = differences(board.claims, ["killed"]).iloc[0]
    assert list(claims.loc[[pair["higher"], pair["lower"]], "source"]) == [
        "Western officials",
        "NIS",
    ]
    assert pair["gap"] == pytest.approx(1000 / 300)


def test_revisions_name_before_and_after_the_latest_first(board: Estimates) -> None:
    claims = board.claims.set_index("claim_id")
    killed = board.claims[board.claims["kind"] == "killed"]
    table = revisions(killed)
    told = [
        (claims.loc[row.before, "low"], claims.loc[row.after, "low"])
        for row in table.itertuples()
        if claims.loc[row.before, "claimant"] == "nis"
    ]
    assert told == [(600, 2000), (300, 600), (100, 300)]


def test_doubts_of_kind_leave_out_what_is_settled(board: Estimates) -> None:
    doubts = kind_doubts(board.claims)
    claims = board.claims.set_index("claim_id")
    assert (claims.loc[doubts["killed"], "kind"] == "killed").all()
    assert (claims.loc[doubts["casualties"], "kind"] == "casualties").all()
    assert not claims.loc[doubts["killed"], "kind_drift"].any()
    assert (doubts["days"] <= 90).all()


def test_the_killed_chart_equals_what_pandas_alone_selects(
    board: Estimates, names: dict[str, str], project: Path
) -> None:
    """NIS killed, straight from the file: the latest stated total is 2,000."""
    table = pd.read_csv(project / "data" / "mentions.csv", dtype=str, keep_default_na=False)
    nis = table[
        (table["claimant"] == "nis")
        & (table["claim_type"] == "killed")
        & (table["scope"] == "total")
        & (table["stated_on"] != "")
    ]
    latest = nis[nis["stated_on"] == nis["stated_on"].max()]
    assert set(latest["low"]) == {"2000"}
    row = now(board, "killed", names, {}).rows.set_index("row").loc["NIS"]
    assert row["low"] == 2000
