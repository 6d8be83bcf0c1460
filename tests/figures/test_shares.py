"""Shares as drawn: the caller's words, the bound's mark, open where nothing was stated."""

import numpy as np
import pandas as pd
import pytest

from analysis.estimates.bounded import Bounded
from analysis.figures.drawn import drawn_claims
from analysis.figures.look import Look
from analysis.figures.shares import NO_SHARE, shares_figure
from tests.figures.reading import stated_numbers, strict_json, traces_with

COLUMNS = ("share_id", "source", "bloc", "under", "text", "detail", "bound", "low", "high")


def share_row(
    share_id: str, share: Bounded, source: str = "Zelenskyy", bloc: str = "kyiv"
) -> tuple[object, ...]:
    low = np.nan if share.low is None else share.low
    high = np.nan if share.high is None else share.high
    return (
        share_id,
        source,
        bloc,
        "",
        share.words(percent=True),
        "",
        share.bound() or "",
        low,
        high,
    )


def table(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS)


MORE_THAN_3000 = Bounded(3000, None, low_strict=True)
ABOUT_11000 = Bounded(11000, 11000, hedged=True)


def test_more_than_3000_of_about_11000_is_more_than_about_27_per_cent() -> None:
    share = MORE_THAN_3000.share_of(ABOUT_11000)
    figure = shares_figure(table(share_row("s0", share)), Look())
    assert any("more than about 27 %" in note.text for note in figure.layout.annotations)
    (tip,) = traces_with(figure, symbol="triangle-down")
    assert tip.x == (pytest.approx(100 * 3000 / 11000),)
    assert drawn_claims(figure) == {"s0"}


def test_the_axis_runs_from_0_to_100_per_cent() -> None:
    figure = shares_figure(table(share_row("s0", Bounded(13, 13))), Look())
    assert figure.layout.xaxis.ticktext == ("0 %", "20 %", "40 %", "60 %", "80 %", "100 %")


def test_a_share_that_is_certainly_more_lengthens_the_axis() -> None:
    figure = shares_figure(table(share_row("s0", Bounded(150, None))), Look())
    assert figure.layout.xaxis.range[1] > 150


def test_a_share_that_may_be_more_runs_out_of_the_panel() -> None:
    figure = shares_figure(table(share_row("s0", Bounded(40, 130))), Look())
    assert 100 < figure.layout.xaxis.range[1] < 130
    assert len(traces_with(figure, symbol="line-ew")) == 2
    assert figure.layout.meta["notes"]


def test_where_both_ends_are_open_there_is_a_row_without_a_mark() -> None:
    open_share = MORE_THAN_3000.share_of(MORE_THAN_3000)
    rows = table(share_row("s0", open_share), share_row("s1", Bounded(13, 13)))
    figure = shares_figure(rows, Look())
    assert drawn_claims(figure) == {"s1"}
    assert any("no bound can be given" in note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("width", [390, 1100])
def test_nothing_is_drawn_between_the_ends_of_a_share(width: int) -> None:
    figure = shares_figure(table(share_row("s0", Bounded(20, 45))), Look(width=width))
    assert set(stated_numbers(figure, upright=False)) == {20, 45}
    strict_json(figure)


def test_no_share_is_said_in_words() -> None:
    figure = shares_figure(table(), Look())
    assert figure.layout.annotations[0].text == NO_SHARE
