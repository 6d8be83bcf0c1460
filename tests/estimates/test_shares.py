"""Shares keep the hedges of both numbers, and whose part is divided by whose whole is a choice."""

import pandas as pd
import pytest

from analysis.estimates.shares import share_claims, share_rows
from analysis.figures.shares import share_marks, share_texts


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
    rows, _ = share_rows(parts, wholes, "hur")
    assert share_texts(rows, pd.concat([parts, wholes]))["under"].item() == (
        "of HUR, 12,000 (13 Jan 2025)"
    )


def test_several_voices_are_divided_only_on_one_day() -> None:
    parts = pd.DataFrame([PART | {"origin": "officials", "row": "Officials"}])
    later = pd.DataFrame([figure("w", "officials", "exact", 12000, 12000, "2025-02-13")])
    same = pd.DataFrame([figure("w", "officials", "exact", 12000, 12000, "2025-01-13")])
    several = frozenset({"officials"})
    assert share_rows(parts, later, "", several)[1] == ["Officials"]
    assert len(share_rows(parts, same, "", several)[0]) == 1


def test_days_far_apart_are_said() -> None:
    parts = pd.DataFrame([PART])
    wholes = pd.DataFrame([figure("w", "nis", "exact", 12000, 12000, "2025-09-02")])
    rows, _ = share_rows(parts, wholes, "")
    assert rows["days_apart"].item() == 232
    assert "said 232 days apart" in share_texts(rows, pd.concat([parts, wholes]))["under"].item()


def test_the_claims_of_a_share_are_its_part_and_its_whole() -> None:
    parts = pd.DataFrame([PART, figure("other", "hur", "exact", 1, 1, "2025-01-13")])
    wholes = pd.DataFrame([figure("w", "nis", "exact", 12000, 12000, "2025-01-13")])
    rows, _ = share_rows(parts, wholes)
    assert share_claims(rows, parts, wholes)["claim_id"].tolist() == ["p", "w"]


def test_what_has_no_mark_is_in_no_legend() -> None:
    """More than 3,000 of more than 10,000 can be anything."""
    wholes = pd.DataFrame([figure("w", "nis", "more_than", 10000, OPEN, "2025-01-13")])
    rows, _ = share_rows(pd.DataFrame([PART]), wholes)
    assert len(rows) == 1
    assert share_marks(rows).empty
