"""Who says what now where it is too much to be drawn: which rows stay, and what is said of the others."""

from collections.abc import Callable

import pandas as pd

from analysis.figures.look import Look
from analysis.figures.now import Now, now_figure
from analysis.figures.now_rows import MOST_EARLIER, MOST_ROWS, thinned_rows

ROWS = pd.DataFrame(
    {
        "row": ["a", "b", "c", "d"],
        "stale": [False, False, True, True],
        "articles": [1, 3, 9, 2],
    }
)


def days(*given: str) -> pd.Series:
    return pd.Series(pd.to_datetime(list(given)))


def test_the_shipped_charts_lose_nothing(now_of: Callable[[str], Now]) -> None:
    for kind in ("sent_total", "present", "planned", "killed", "casualties"):
        now = now_of(kind)
        rows, earlier, notes = thinned_rows(now.rows, now.earlier)
        assert rows.equals(now.rows)
        assert earlier.equals(now.earlier)
        assert notes == []


def test_fresh_figures_stay_first_then_those_of_most_articles() -> None:
    nothing = pd.DataFrame({"row": [], "said_last": days()})
    kept, _, notes = thinned_rows(ROWS, nothing, most=3)
    # d, stale and printed in two articles, goes; the others stay in their order.
    assert list(kept["row"]) == ["a", "b", "c"]
    assert notes[0].startswith("3 of 4 figures are drawn: those printed in most articles, fresh")
    kept, _, _ = thinned_rows(ROWS, nothing, most=1)
    assert list(kept["row"]) == ["b"]


def test_of_each_row_the_latest_ticks_stay() -> None:
    months = [f"2025-{month:02}-01" for month in range(1, 13)]
    earlier = pd.DataFrame({"row": ["a"] * 12 + ["d"], "said_last": days(*months, "2024-01-01")})
    kept, ticks, notes = thinned_rows(ROWS, earlier, most=3)
    assert list(kept["row"]) == ["a", "b", "c"]
    # Of a's twelve the last ten; those of d go with its row.
    assert list(ticks["said_last"]) == list(days(*months[12 - MOST_EARLIER :]))
    assert notes[1] == "Of the earlier figures of each row the latest 10 are pale ticks, 10 of 12."


def test_the_chart_says_what_it_leaves_out(now_of: Callable[[str], Now]) -> None:
    now = now_of("present")
    assert 2 < len(now.rows) <= MOST_ROWS
    figure = now_figure(now, Look(), most=2)
    drawn = sum(
        len(trace.customdata)
        for trace in figure.data
        if (trace.meta or {}).get("role") == "mark" and trace.customdata is not None
    )
    assert drawn == 2
    assert any(note.startswith("2 of 27 figures are drawn") for note in figure.layout.meta["notes"])
    assert not any("are drawn" in note for note in now_figure(now, Look()).layout.meta["notes"])
