"""Articles by month: whole months, nothing that was not yet in print."""

import pandas as pd
import pytest

from analysis.estimates.coverage import articles_per_month

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
