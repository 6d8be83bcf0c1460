"""Articles by month, compared with the tables read by pandas alone, and gaps kept."""

from pathlib import Path

import pandas as pd

from analysis.estimates.coverage import by_month
from analysis.ledger import Ledger


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
