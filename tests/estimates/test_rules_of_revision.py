"""Each rule of revision on the shipped facts that show it, or on two rows where none does."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import isnan

import pandas as pd
import pytest

from analysis.estimates import Estimates, estimate
from analysis.estimates.revisions import Status
from analysis.ledger import Ledger

TEMPLATE = "m0224"


@pytest.fixture
def told_in(ledger: Ledger) -> Callable[[list[dict[str, object]]], list[tuple[float, str, float]]]:
    """Fold made-up mentions of the NIS; returns number, status and the number that revised it."""

    def fold(rows: list[dict[str, object]]) -> list[tuple[float, str, float]]:
        template = ledger.mentions.set_index("mention_id").loc[TEMPLATE].to_dict()
        blank = {"event_from": "", "event_to": "", "location": "", "location_role": "", "note": ""}
        mentions = []
        documents = []
        for number, row in enumerate(rows):
            row = dict(row)
            document = f"article-{number}"
            documents.append(
                {
                    **ledger.documents.iloc[0].to_dict(),
                    "document_id": document,
                    "published_on": row.pop("printed"),
                }
            )
            mentions.append(
                {**template, **blank, "mention_id": f"x{number}", "document_id": document, **row}
            )
        tables: Mapping[str, pd.DataFrame] = {
            **ledger.tables,
            "mentions": pd.DataFrame(mentions),
            "documents": pd.DataFrame(documents),
            "judgements": ledger.judgements.iloc[:0],
        }
        claims = estimate(replace(ledger, tables=tables)).claims
        number_of = claims.set_index("claim_id")["low"]
        return [
            (row.low, row.status, number_of.get(row.superseded_by, float("nan")))
            for row in claims.sort_values("low").itertuples()
        ]

    return fold


def said(day: str, low: float, high: float | None = None, **other: object) -> dict[str, object]:
    high = low if high is None else high
    bound = "about" if low == high else "vague"
    return {"stated_on": day, "printed": day, "low": low, "high": high, "bound": bound, **other}


def undated(printed: str, low: float, **other: object) -> dict[str, object]:
    return {**said("", low, **other), "printed": printed}


def test_a_later_figure_revises_an_earlier_one(told_in: Callable) -> None:
    old, new = told_in([said("2025-01-10", 300), said("2025-02-10", 600)])
    assert old == (300, Status.REVISED, 600)
    assert new[:2] == (600, Status.IN_FORCE)


def test_a_dated_fall_revises(told_in: Callable) -> None:
    new, old = told_in([said("2025-01-10", 600), said("2025-02-10", 300)])
    assert old == (600, Status.REVISED, 300)
    assert new[:2] == (300, Status.IN_FORCE)


def test_a_fall_in_one_undated_article_waits_for_a_judgement(told_in: Callable) -> None:
    new, old = told_in([said("2025-01-10", 600), undated("2025-02-10", 300)])
    assert new[:2] == (300, Status.UNSETTLED_FALL)
    assert old[:2] == (600, Status.IN_FORCE)


def test_a_fall_in_two_undated_articles_revises(told_in: Callable) -> None:
    rows = [said("2025-01-10", 600), undated("2025-02-10", 300), undated("2025-02-11", 300)]
    assert told_in(rows)[0][:2] == (300, Status.IN_FORCE)


def test_a_rise_in_one_undated_article_revises(told_in: Callable) -> None:
    old, new = told_in([said("2025-01-10", 300), undated("2025-02-10", 600)])
    assert old == (300, Status.REVISED, 600)
    assert new[:2] == (600, Status.IN_FORCE)


def test_a_word_of_number_never_revises_a_number_but_a_number_revises_a_word(
    told_in: Callable,
) -> None:
    number, word = told_in([said("2025-01-10", 600), said("2025-02-10", 2000, 9999)])
    assert number[:2] == (600, Status.IN_FORCE)
    assert word[:2] == (2000, Status.VAGUE_BESIDE)
    number, word = told_in([said("2025-01-10", 2000, 9999), said("2025-02-10", 600)])
    assert word == (2000, Status.REVISED, 600)
    assert number[:2] == (600, Status.IN_FORCE)


def test_a_dated_return_reinstates_and_an_undated_recall_does_not(told_in: Callable) -> None:
    there_and_back = [said("2025-01-10", 300), said("2025-02-10", 600)]
    back, gone = told_in([*there_and_back, said("2025-03-10", 300)])
    assert back[:2] == (300, Status.IN_FORCE)
    assert gone == (600, Status.REVISED, 300)
    recalled, stands = told_in([*there_and_back, undated("2025-03-10", 300)])
    assert recalled == (300, Status.REVISED, 600)
    assert stands[:2] == (600, Status.IN_FORCE)


def test_what_is_said_later_about_an_earlier_time_revises_nothing(told_in: Callable) -> None:
    rows = [
        said("2025-02-10", 600, event_from="2025-02-10", event_to="2025-02-10"),
        said("2025-03-10", 300, event_from="2024-12", event_to="2024-12"),
    ]
    earlier, now = told_in(rows)
    assert earlier[:2] == (300, Status.ABOUT_EARLIER)
    assert now[:2] == (600, Status.IN_FORCE)


def test_periods_are_compared_only_where_both_are_given(told_in: Callable) -> None:
    rows = [
        said("2025-02-10", 300, event_from="2025-02-10", event_to="2025-02-10"),
        said("2025-03-10", 600),
    ]
    assert told_in(rows)[0] == (300, Status.REVISED, 600)


def test_plans_for_different_months_stand_side_by_side(told_in: Callable) -> None:
    plan = {"claim_type": "planned", "scope": "planned", "modality": "planned"}
    rows = [
        said("2024-10-23", 10_000, event_to="2024-12", **plan),
        said("2025-06-26", 6_000, event_from="2025-07", event_to="2025-08", **plan),
    ]
    assert [row[1] for row in told_in(rows)] == [Status.IN_FORCE, Status.IN_FORCE]


def test_incidents_revise_nothing(told_in: Callable) -> None:
    rows = [
        said("2025-01-10", 300, scope="incident", event_from="2025-01-09", event_to="2025-01-09"),
        said("2025-02-10", 600, scope="incident", event_from="2025-02-09", event_to="2025-02-09"),
    ]
    assert [row[1] for row in told_in(rows)] == [Status.IN_FORCE, Status.IN_FORCE]


@pytest.mark.parametrize("claimant", ["rok_officials", "rok_media", "think_tank", "unattributed"])
def test_no_voice_of_a_collective_revises_another(told_in: Callable, claimant: str) -> None:
    rows = [
        said("2025-01-10", 300, claimant=claimant),
        said("2025-02-10", 600, claimant=claimant),
    ]
    assert [row[1] for row in told_in(rows)] == [Status.IN_FORCE, Status.IN_FORCE]


def test_where_days_overlap_the_latest_possible_day_orders(told_in: Callable) -> None:
    """ "January" can be the 31st, so it comes after the 9th, if it was printed after it."""
    rows = [
        {**said("2025-01-09", 300), "printed": "2025-01-23"},
        {**said("2025-01", 600), "printed": "2025-02-03"},
    ]
    assert told_in(rows)[0] == (300, Status.REVISED, 600)


def test_of_two_figures_in_one_article_the_later_one_stands(
    board: Estimates, claim_with: Callable[[str], pd.Series]
) -> None:
    """The headline's "as many as 30,000" (m0447), the text's "25,000 to 30,000" (m0449)."""
    headline, text = claim_with("m0447"), claim_with("m0449")
    assert headline["superseded_by"] == text["claim_id"]
    assert text["status"] == Status.IN_FORCE


def test_nobody_is_quoted_before_he_has_spoken(told_in: Callable) -> None:
    """ "January" in print on the 8th was said by the 8th, and so before the 9th."""
    rows = [
        {**said("2025-01-09", 300), "printed": "2025-01-23"},
        {**said("2025-01", 600), "printed": "2025-01-08"},
    ]
    lower, higher = told_in(rows)
    assert higher == (600, Status.REVISED, 300)
    assert lower[:2] == (300, Status.IN_FORCE)


def test_figures_of_different_items_populations_and_places_do_not_meet(told_in: Callable) -> None:
    rows = [
        said("2025-01-10", 300),
        said("2025-02-10", 600, population="workers"),
        said("2025-02-11", 700, scope="stock", location="kursk", claim_type="present"),
        said("2025-02-12", 800, scope="stock", location="russia", claim_type="present"),
    ]
    assert {row[1] for row in told_in(rows)} == {Status.IN_FORCE}


def test_unknown_numbers_have_no_successor(told_in: Callable) -> None:
    (only,) = told_in([said("2025-01-10", 300)])
    assert only[:2] == (300, Status.IN_FORCE)
    assert isnan(only[2])
