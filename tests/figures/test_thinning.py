"""Which rows and which earlier figures a chart of the latest figures keeps, worked out by hand."""

import pandas as pd

from analysis.figures.thinning import thinned_rows, thinned_ticks


def test_the_rows_that_most_articles_print_stay_in_their_order() -> None:
    rows = pd.DataFrame({"row": ["a", "b", "c", "d"], "articles": [2, 9, 2, 5]})
    assert thinned_rows(rows, 3)["row"].tolist() == ["a", "b", "d"]
    assert thinned_rows(rows, 4)["row"].tolist() == ["a", "b", "c", "d"]


def test_each_row_keeps_the_figures_said_last() -> None:
    days = pd.to_datetime(["2025-03-01", "2025-01-01", "2025-02-01", "2025-01-05", "2025-01-01"])
    earlier = pd.DataFrame({"row": ["a", "a", "a", "b", "gone"], "said_last": days})
    rows = pd.DataFrame({"row": ["a", "b"]})
    assert thinned_ticks(earlier, rows, 4)[0].index.tolist() == [0, 1, 2, 3]
    assert thinned_ticks(earlier, rows, 4)[1] == 0
    kept, each = thinned_ticks(earlier, rows, 3)
    assert (kept.index.tolist(), each) == ([0, 3], 1)
