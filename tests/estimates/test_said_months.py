"""What was said in which month, counted by hand from the mentions."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from analysis.estimates import Estimates
from analysis.estimates.said_months import month_tiles, months_between, said_by_month


@pytest.fixture(scope="module")
def said(board: Estimates) -> pd.DataFrame:
    return said_by_month(board)


@pytest.fixture(scope="module")
def tiles(said: pd.DataFrame) -> pd.DataFrame:
    return month_tiles(said).set_index(["voice", "month"])


@pytest.mark.parametrize("month", ["2025-01", "2025-04", "2025-09", "2025-11"])
def test_the_nis_is_counted_as_its_stated_days_have_it(
    project: Path, tiles: pd.DataFrame, month: str
) -> None:
    """In these months each number that the NIS is dated with is one claim."""
    table = pd.read_csv(project / "data" / "mentions.csv", dtype=str, keep_default_na=False)
    own = table[(table["claimant"] == "nis") & (table["co_claimants"] == "")]
    own = own[own["stated_on"].str.startswith(month)]
    numbers = own.assign(
        one=own["low"].where(own["low"] != "", own["high"]),
        other=own["high"].where(own["high"] != "", own["low"]),
    )
    thing = ["claim_type", "scope", "population", "unit", "item", "modality", "one", "other"]
    expected = len(numbers.drop_duplicates(thing))
    tile = tiles.loc[("nis", month)]
    assert tile["claims"] - tile["undated"] == expected


def test_a_figure_that_is_said_again_is_counted_in_both_months(
    tiles: pd.DataFrame, said: pd.DataFrame, claim_with: Callable[[str], pd.Series]
) -> None:
    """Zelenskyy gave 4,000 casualties on 9 January 2025, and again in February, twice (m0249 …)."""
    both = said[said["claim_id"] == claim_with("m0249")["claim_id"]].sort_values("month")
    assert both["month"].tolist() == ["2025-01", "2025-02", "2025-02"]
    assert both["again"].tolist() == [False, True, True]
    # Twice in a month is once in its tile; the other one is the 12,000 sent of December.
    assert tiles.loc[("ua_president", "2025-02"), "again"] == 2


def test_a_year_alone_is_no_month(said: pd.DataFrame, board: Estimates) -> None:
    """More than 10,000 present, said in 2024, by Ukrainian and Western officials together."""
    unknown = said[said["month"] == ""]
    assert unknown["claim_id"].nunique() == 1
    assert set(unknown["voice"]) == {"ua_officials", "western_officials"}
    claim = board.claims.set_index("claim_id").loc[unknown["claim_id"].iloc[0]]
    assert (claim["said_on"], claim["low"]) == ("2024", 10000)


def test_every_claim_is_said_once_for_the_first_time(said: pd.DataFrame, board: Estimates) -> None:
    first = said[~said["again"]]
    voices = board.claims["claimants"].str.count(";") + 1
    assert len(first) == voices.sum()
    assert set(first["claim_id"]) == set(board.claims["claim_id"])


def test_what_is_dated_by_its_printing_is_counted_as_such(
    tiles: pd.DataFrame, board: Estimates
) -> None:
    """Nobody is named, so that nobody's day is known."""
    nobody = tiles.loc["unattributed"]
    assert (nobody["undated"] == nobody["claims"]).all()
    assert nobody["claims"].sum() == (board.claims["claimant"] == "unattributed").sum()


def test_months_run_on_over_the_turn_of_a_year() -> None:
    assert months_between("2024-12", "2025-02") == ["2024-12", "2025-01", "2025-02"]
    assert months_between("2025-02", "2025-02") == ["2025-02"]
