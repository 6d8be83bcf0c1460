"""What is in force since when: the NIS's killed and plans, Zelenskyy's casualties, many voices."""

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.estimates import Estimates, estimate
from analysis.estimates.in_force import in_force, in_force_cells, returned
from analysis.ledger import Ledger

FORCE = ("soldiers", "special_forces")
Cells = Callable[..., pd.DataFrame]


@pytest.fixture(scope="module")
def cells(ledger: Ledger) -> Cells:
    """Give the cells of a board as known on a day, by claimant and kind; plans and all."""

    def make(known_on: str = "", populations: tuple[str, ...] = FORCE) -> pd.DataFrame:
        board = estimate(ledger, known_on or None)
        figures = in_force(board, returned(board, ledger.judgements), populations)
        return in_force_cells(figures).set_index(["voice", "kind"])

    return make


def test_the_nis_has_about_2000_killed_since_2_september_2025(cells: Cells) -> None:
    cell = cells().loc[("nis", "killed")]
    assert (cell["bound"], cell["low"], cell["high"]) == ("about", 2000, 2000)
    assert (cell["since_on"], cell["since_basis"]) == ("2025-09-02", "stated")
    assert cell["figures"] == 1
    # 2 September 2025 to 27 February 2026.
    assert cell["age_days"] == 178
    assert not cell["stale"]


def test_as_known_on_1_february_2025_it_was_about_300(cells: Cells) -> None:
    cell = cells("2025-02-01").loc[("nis", "killed")]
    assert (cell["bound"], cell["low"], cell["since_on"]) == ("about", 300, "2025-01-13")
    assert cell["age_days"] == 19


def test_a_figure_that_was_left_stands_since_the_source_came_back_to_it(
    cells: Cells, board: Estimates, ledger: Ledger
) -> None:
    """6,000 of 26 June 2025 gave way to 15,000 of July (m0457) until the NIS said 6,000 again."""
    back = returned(board, ledger.judgements)
    planned = cells().loc[("nis", "planned")]
    assert (planned["low"], planned["said_on"]) == (6000, "2025-06-26")
    assert (planned["since_on"], planned["since_basis"]) == ("2025-09-02", "stated")
    assert list(back.index) == [planned["claim_id"]]


def test_what_a_judgement_puts_in_order_was_never_left(cells: Cells) -> None:
    """Zelenskyy's 4,000 of 9 January 2025 revises by judgement a 3,800 known to the month."""
    cell = cells().loc[("ua_president", "casualties")]
    assert (cell["low"], cell["since_on"]) == (4000, "2025-01-09")


def test_several_voices_are_counted_and_none_is_picked(cells: Cells, board: Estimates) -> None:
    killed = board.claims[
        (board.claims["kind"] == "killed")
        & (board.claims["scope"] == "total")
        & board.claims["in_force"]
        & (board.claims["unit"] == "people")
    ]
    own = [claim for claim in killed.itertuples() if "rok_officials" in claim.claimants.split(";")]
    assert len(own) == 4
    assert cells().loc[("rok_officials", "killed"), "figures"] == 4


def test_a_joint_statement_stands_under_each_of_its_sources(
    board: Estimates, ledger: Ledger
) -> None:
    """Thousands killed, put to US, South Korean and Ukrainian officials together (m0471)."""
    figures = in_force(board, returned(board, ledger.judgements), FORCE)
    joint = board.mentions.set_index("mention_id").loc["m0471", "claim_id"]
    voices = figures.loc[figures["claim_id"] == joint, "voice"]
    assert set(voices) == {"us_officials", "rok_officials", "ua_officials"}


def test_plans_percentages_waves_and_drift_of_kind_are_kept_out(
    board: Estimates, ledger: Ledger
) -> None:
    everybody = tuple(board.claims["population"].unique())
    figures = in_force(board, returned(board, ledger.judgements), everybody)
    assert set(figures["scope"]) <= {"total", "stock", "planned"}
    assert not (figures["unit"] == "percent").any()
    assert not figures["kind_drift"].any()
    keys = figures[["voice", "kind", "modality"]].drop_duplicates()
    assert len(in_force_cells(figures)) == len(keys)
    planned = in_force_cells(figures)["modality"] == "planned"
    assert (in_force_cells(figures)["scope"][planned] == "planned").all()


def test_older_than_180_days_is_stale(cells: Cells) -> None:
    table = cells()
    assert (table["stale"] == (table["age_days"] > 180)).all()
    assert table.loc[("nis", "sent_total"), "stale"]
    assert (table["age_days"] >= 0).all()
