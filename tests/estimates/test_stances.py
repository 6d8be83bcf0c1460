"""Denials, silences and confirmations as the reader's choices leave them."""

import pandas as pd
import pytest

from analysis.codebook import Stance
from analysis.estimates import Selection
from analysis.estimates.stances import GROUPS, dated_stances, stances
from analysis.ledger import Ledger


@pytest.fixture(scope="module")
def dated(ledger: Ledger) -> pd.DataFrame:
    return dated_stances(ledger.stances, ledger.documents)


def ids(rows: pd.DataFrame) -> set[str]:
    return set(rows["stance_id"])


def test_denial_silence_and_confirmation_are_three_things(dated: pd.DataFrame) -> None:
    assert set(GROUPS) == set(Stance)
    groups = dated.groupby("group")["stance_id"].agg(set)
    assert groups["denial"] == {"t10", "t12", "t13"}
    assert groups["silence"] == {"t02", "t03", "t05", "t06", "t11"}
    assert len(groups["confirmation"]) == 9


def test_the_printing_stands_in_for_a_day_that_is_not_given(dated: pd.DataFrame) -> None:
    rows = dated.set_index("stance_id")
    assert rows.loc["t10", ["said_on", "undated", "month"]].tolist() == [
        "2024-10-24",
        True,
        "2024-10",
    ]
    assert rows.loc["t07", ["said_on", "undated", "month"]].tolist() == [
        "2025-02",
        False,
        "2025-02",
    ]


@pytest.mark.parametrize(
    ("selection", "known_on", "expected"),
    [
        (Selection(sources=("dprk",)), "", {"t03", "t05", "t13"}),
        (Selection(sources=("ru_kremlin",), date_to="2024-12"), "", {"t10", "t11", "t12"}),
        (Selection(sources=("ru_kremlin",), date_from="2025-01-01"), "", {"t06"}),
        (Selection(sources=("nis",)), "2024-10-31", {"t16", "t17"}),
        (Selection(sources=("nis",)), "2024-10-17", set()),
        # A stance has no number: what chooses numbers leaves it alone.
        (
            Selection(sources=("dprk",), kinds=("killed",), places=("kursk",)),
            "",
            {"t03", "t05", "t13"},
        ),
        (
            Selection(sources=("dprk",), clock="about", date_from="2025-06"),
            "",
            {"t03", "t05", "t13"},
        ),
        (Selection(outlets=("Defence Talks",), sources=("dprk",)), "", {"t13"}),
        (Selection(languages=("ko",)), "", set()),
    ],
)
def test_choices_that_bear_on_stances(
    dated: pd.DataFrame, selection: Selection, known_on: str, expected: set[str]
) -> None:
    assert ids(stances(dated, selection, known_on)) == expected
