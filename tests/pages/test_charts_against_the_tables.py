"""What the pages draw, held against rows that pandas alone selects from the CSV files.

A chart draws claims; behind its marks there must stand exactly the mentions of its kind, scope and
people, no more and none left out. Corrections are applied here by hand, row by row, and claims are
never asked which mentions they hold: the mention command's listing says so.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.__main__ import main

FORCE = ["soldiers", "special_forces"]
OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="module")
def mentions(project: Path) -> pd.DataFrame:
    """The mentions as printed, with the cells that a judgement corrected."""
    table = pd.read_csv(project / "data" / "mentions.csv", dtype=str, keep_default_na=False)
    judgements = pd.read_csv(project / "data" / "judgements.csv", dtype=str, keep_default_na=False)
    table = table.set_index("mention_id")
    for row in judgements[judgements["judgement"] == "correct"].itertuples():
        table.loc[row.mention_id, row.field] = row.value
    aside = judgements.loc[judgements["judgement"] == "set_aside", "mention_id"]
    return table.drop(index=aside)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> pd.Series:
    """The claim of each mention, as the command line lists it."""
    target = tmp_path_factory.mktemp("listing") / "mentions.csv"
    assert main(["mentions", "--format", "csv", "-o", str(target)]) == 0
    listing = pd.read_csv(target, dtype=str, keep_default_na=False)
    return listing.set_index("mention_id")["claim_id"]


def drawn(app: AppTest, key: str) -> set[str]:
    """Read the claim ids out of the marks of one chart, as they are sent to the browser."""
    for chart in app.get("plotly_chart"):
        if chart.proto.id.endswith(f"-{key}"):
            figure = json.loads(chart.proto.spec)
            return {
                point[0]
                for trace in figure["data"]
                if (trace.get("meta") or {}).get("role") in {"mark", "earlier"}
                for point in trace["customdata"]
            }
    keys = [chart.proto.id for chart in app.get("plotly_chart")]
    raise AssertionError(f"no chart {key} among {keys}")


def rows(mentions: pd.DataFrame, **cells: str) -> pd.DataFrame:
    """Select by plain comparison of cells."""
    chosen = mentions[mentions["population"].isin(FORCE)]
    for column, value in cells.items():
        chosen = chosen[chosen[column] == value]
    return chosen


@pytest.mark.parametrize(
    ("page", "kind", "scope"),
    [
        ("Casualties", "killed", "total"),
        ("Casualties", "wounded", "total"),
        ("Casualties", "casualties", "total"),
        ("Casualties", "captured", "total"),
        ("Troops", "sent_total", "total"),
        ("Troops", "present", "stock"),
        ("Troops", "in_training", "stock"),
        ("Troops", "planned", "planned"),
        ("Troops", "withdrawn", "total"),
    ],
)
def test_statements_over_time_draw_every_mention_of_their_kind(
    open_page: OpenPage, mentions: pd.DataFrame, home: pd.Series, page: str, kind: str, scope: str
) -> None:
    expected = rows(mentions, claim_type=kind, scope=scope, unit="people")
    assert len(expected)
    marks = drawn(open_page(page), f"{page.lower()}_{kind}_chart")
    assert set(home[home.isin(marks)].index) == set(expected.index)


@pytest.mark.parametrize("kind", ["killed", "wounded", "casualties", "deserted"])
def test_incidents_have_charts_of_their_own(
    open_page: OpenPage, mentions: pd.DataFrame, home: pd.Series, kind: str
) -> None:
    expected = rows(mentions, claim_type=kind, scope="incident", unit="people")
    page = open_page("Casualties", incidents="true")
    marks = drawn(page, f"casualties_{kind}_incident_chart")
    assert set(home[home.isin(marks)].index) == set(expected.index)


@pytest.mark.parametrize(
    ("kind", "item", "chart"),
    [
        ("containers", "", "materiel_containers_chart"),
        ("shells", "artillery rounds", "materiel_shells_chart"),
        ("artillery", "170 mm howitzers", "materiel_artillery_170_mm_howitzers_chart"),
        ("missiles", "ballistic missiles", "materiel_missiles_ballistic_missiles_chart"),
    ],
)
def test_materiel_is_drawn_item_by_item(
    open_page: OpenPage,
    mentions: pd.DataFrame,
    home: pd.Series,
    kind: str,
    item: str,
    chart: str,
) -> None:
    expected = mentions[
        (mentions["claim_type"] == kind)
        & (mentions["item"] == item)
        & mentions["scope"].isin(["total", "planned"])
        & (mentions["unit"] != "percent")
    ]
    assert len(expected)
    marks = drawn(open_page("Materiel"), chart)
    merged_away = {"m0203", "m0349"}  # joined by judgement with a claim of another item
    assert set(home[home.isin(marks)].index) - merged_away == set(expected.index) - merged_away


def test_one_source_as_known_on_a_day(
    open_page: OpenPage, mentions: pd.DataFrame, home: pd.Series, project: Path
) -> None:
    """NIS, killed, in print by 1 February 2025: seven mentions of two claims."""
    documents = pd.read_csv(project / "data" / "documents.csv", dtype=str, keep_default_na=False)
    printed = documents.set_index("document_id")["published_on"]
    expected = rows(mentions, claim_type="killed", scope="total", claimant="nis")
    expected = expected[expected["document_id"].map(printed) <= "2025-02-01"]
    assert len(expected) == 7
    page = open_page("Casualties", seoul="NIS", casualties="killed", known_on="2025-02-01")
    marks = drawn(page, "casualties_killed_chart")
    assert marks == set(home[expected.index])
