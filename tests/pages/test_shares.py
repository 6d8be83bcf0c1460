"""Shares keep their hedges, and whose part is divided by whose whole is the reader's choice."""

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.shares import share_rows
from tests.pages.conftest import texts

OpenPage = Callable[..., AppTest]


def figure(claim_id: str, origin: str, bound: str, low: float, high: float, day: str) -> dict:
    said = pd.Timestamp(day)
    return {
        "claim_id": claim_id,
        "origin": origin,
        "row": origin.upper(),
        "source": origin.upper(),
        "bloc": "seoul",
        "population": "soldiers",
        "unit": "people",
        "bound": bound,
        "low": low,
        "high": high,
        "said_first": said,
        "said_last": said,
        "said_on": day,
        "said_on_basis": "stated",
        "said_inferred": False,
    }


OPEN = float("nan")
PART = figure("p", "nis", "more_than", 3000, OPEN, "2025-01-13")


@pytest.mark.parametrize(
    ("bound", "low", "high", "words", "ends"),
    [
        ("about", 11000, 11000, "more than about 27 %", (27.27, OPEN)),
        ("exact", 12000, 12000, "more than 25 %", (25.0, OPEN)),
        ("up_to", OPEN, 12000, "more than 25 %", (25.0, OPEN)),
        ("range", 10000, 12000, "more than 25 %", (25.0, OPEN)),
        # Nothing says how much more than 10,000 were sent.
        ("more_than", 10000, OPEN, "no bound can be given", (OPEN, OPEN)),
    ],
)
def test_a_share_keeps_the_hedges_of_both(
    bound: str, low: float, high: float, words: str, ends: tuple[float, float]
) -> None:
    whole = pd.DataFrame([figure("w", "nis", bound, low, high, "2025-01-13")])
    rows, lacking = share_rows(pd.DataFrame([PART]), whole, "")
    assert not lacking
    assert rows["text"].item() == words
    assert rows[["low", "high"]].iloc[0].tolist() == pytest.approx(ends, abs=0.01, nan_ok=True)


def test_the_whole_is_of_the_same_source_unless_another_is_chosen() -> None:
    parts = pd.DataFrame([PART])
    wholes = pd.DataFrame([figure("w", "hur", "exact", 12000, 12000, "2025-01-13")])
    assert share_rows(parts, wholes, "")[1] == ["NIS"]
    assert share_rows(parts, wholes, "hur")[0]["under"].item() == "of HUR, 12,000 (13 Jan 2025)"


def test_several_voices_are_divided_only_on_one_day() -> None:
    parts = pd.DataFrame([PART | {"origin": "officials", "row": "Officials"}])
    later = pd.DataFrame([figure("w", "officials", "exact", 12000, 12000, "2025-02-13")])
    same = pd.DataFrame([figure("w", "officials", "exact", 12000, 12000, "2025-01-13")])
    several = frozenset({"officials"})
    assert share_rows(parts, later, "", several)[1] == ["Officials"]
    assert len(share_rows(parts, same, "", several)[0]) == 1


def test_days_far_apart_are_said() -> None:
    wholes = pd.DataFrame([figure("w", "nis", "exact", 12000, 12000, "2025-09-02")])
    assert "said 232 days apart" in share_rows(pd.DataFrame([PART]), wholes, "")[0]["under"].item()


def test_killed_of_casualties_by_the_nis_as_known_in_may_2025(open_page: OpenPage) -> None:
    """About 600 of about 4,700 on 30 April 2025: about 13 %."""
    app = open_page(
        "Casualties",
        show="Shares",
        part_source="NIS",
        part_known_on="2025-05-01",
        whole_known_on="2025-05-01",
    )
    assert "NIS: about 13 %" in texts(app).replace("\\", "")


def test_part_and_whole_may_not_be_one_figure(open_page: OpenPage) -> None:
    app = open_page(
        "Casualties", show="Shares", part_kind="casualties", part_source="NIS", whole_source="NIS"
    )
    assert "Choose another kind" in texts(app)
