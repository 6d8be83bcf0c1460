"""Articles by month: whole months, gaps kept, nothing that was not yet in print."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.estimates.coverage import articles_per_month, by_month
from analysis.ledger import Ledger

DOCUMENTS = pd.DataFrame(
    {"published_on": ["2025-01-03", "2025-01-31", "2025-02", "2025-02-10", "2025", ""]}
)


@pytest.mark.parametrize(
    ("known_on", "months"),
    [
        ("", {"2025-01": 2, "2025-02": 2}),
        ("2025-01-15", {"2025-01": 1}),
        ("2025-01", {"2025-01": 2}),
        # An article of some day in February was certainly in print only by its end.
        ("2025-02-15", {"2025-01": 2, "2025-02": 1}),
        ("2025", {"2025-01": 2, "2025-02": 2}),
        ("2024", {}),
    ],
)
def test_articles_count_from_the_day_they_were_in_print(
    known_on: str, months: dict[str, int]
) -> None:
    counted = articles_per_month(DOCUMENTS, known_on)
    assert dict(zip(counted["month"], counted["articles"], strict=True)) == months


def test_the_months_of_the_shipped_articles(ledger: Ledger, project: Path) -> None:
    months = by_month(ledger.documents, ledger.mentions)
    assert months["articles"].sum() == 129
    assert months["mentions"].sum() == 550
    assert list(months.index[[0, -1]]) == ["2024-10", "2026-02"]
    assert len(months) == 17
    documents = pd.read_csv(project / "data/documents.csv", dtype=str, keep_default_na=False)
    october = documents["published_on"].str.startswith("2024-10")
    assert months.loc["2024-10", "articles"] == october.sum() == 20
    mentions = pd.read_csv(project / "data/mentions.csv", dtype=str, keep_default_na=False)
    own = mentions["document_id"].isin(documents.loc[october, "document_id"])
    assert months.loc["2024-10", "mentions"] == own.sum()


def test_a_month_without_articles_stays_a_month() -> None:
    documents = pd.DataFrame(
        {"document_id": ["a", "b", "c"], "published_on": ["2024-11-03", "2025-02", "2025"]}
    )
    mentions = pd.DataFrame({"document_id": ["b", "b", "c"]})
    months = by_month(documents, mentions)
    assert months["articles"].to_dict() == {"2024-11": 1, "2024-12": 0, "2025-01": 0, "2025-02": 1}
    assert months["mentions"].tolist() == [0, 0, 0, 2]


def test_no_article_no_month() -> None:
    nothing = pd.DataFrame({"document_id": [], "published_on": []}, dtype="str")
    assert by_month(nothing, nothing).empty
