"""Source by month as drawn: the counts, and denial, silence and unseen months as marks of their own."""

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.estimates import Estimates, Selection
from analysis.estimates.said_months import month_tiles, months_between, said_by_month
from analysis.estimates.stances import dated_stances, stances
from analysis.figures.look import Look
from analysis.figures.source_months import MonthView, source_months_figure, tile_key
from analysis.figures.source_sentences import months_sentence
from analysis.ledger import Ledger
from tests.figures.reading import strict_json, traces_with


@pytest.fixture(scope="module")
def view(board: Estimates, ledger: Ledger, articles: pd.DataFrame) -> MonthView:
    claimants = ledger.claimants
    return MonthView(
        tiles=month_tiles(said_by_month(board)),
        stances=stances(dated_stances(ledger.stances, ledger.documents), Selection()),
        months=months_between("2024-10", "2026-02"),
        articles=dict(zip(articles["month"], articles["articles"].tolist(), strict=True)),
        names=dict(zip(claimants["claimant"], claimants["short_name"], strict=True)),
        blocs=dict(zip(claimants["claimant"], claimants["bloc"], strict=True)),
        undatable=1,
    )


def role(figure: go.Figure, name: str) -> list[Any]:
    return [trace for trace in figure.data if (trace.meta or {}).get("role") == name]


def keys(figure: go.Figure, name: str) -> set[str]:
    return {point[0] for trace in role(figure, name) for point in trace.customdata}


def counts_written(figure: go.Figure) -> list[str]:
    scatters = [trace for trace in figure.data if trace.type == "scatter"]
    return [text for trace in scatters if trace.mode == "text" for text in trace.text]


@pytest.mark.parametrize("width", [340, 940])
@pytest.mark.parametrize("dark", [False, True])
def test_the_tiles_are_the_counts(view: MonthView, width: int, dark: bool) -> None:
    figure = source_months_figure(view, Look(dark=dark, width=width))
    known = view.tiles[view.tiles["month"] != ""]
    expected = {tile_key(v, m) for v, m in zip(known["voice"], known["month"], strict=True)}
    assert keys(figure, "tile") == expected
    written = [int(text) for text in counts_written(figure)]
    assert sorted(written) == sorted(known["claims"])
    strict_json(figure)


def test_denial_silence_and_confirmation_have_marks_of_their_own(view: MonthView) -> None:
    figure = source_months_figure(view, Look(width=940))
    signs = {
        trace.marker.symbol: {point[0] for point in trace.customdata}
        for trace in role(figure, "stance")
    }
    assert set(signs) == {"x-thin", "circle-open", "cross-thin"}
    assert signs["x-thin"] == {"ru_kremlin|2024-10", "dprk|2024-10"}
    assert signs["circle-open"] == {
        *("ru_kremlin|2024-10", "ru_kremlin|2025-02", "dprk|2025-02", "nis|2025-02")
    }
    texts = " ".join(note.text for note in figure.layout.annotations)
    assert "× denies" in texts
    assert "+ confirms without a number" in texts


def test_where_nothing_was_said_nothing_is_drawn(view: MonthView) -> None:
    """Neither the Kremlin's denial of October 2024 nor its silence is a number."""
    figure = source_months_figure(view, Look(width=940))
    assert "ru_kremlin|2024-10" not in keys(figure, "tile")
    assert "0" not in counts_written(figure)


def test_a_month_without_articles_is_hatched_and_explained(view: MonthView) -> None:
    assert not role(source_months_figure(view, Look(width=940)), "unseen")
    fewer = {month: number for month, number in view.articles.items() if month != "2025-10"}
    figure = source_months_figure(replace(view, articles=fewer), Look(width=940))
    (hatched,) = role(figure, "unseen")
    assert hatched.hovertext == ("Oct 2025: no article collected",)
    assert hatched.marker.pattern.shape == "/"
    texts = " ".join(note.text for note in figure.layout.annotations)
    assert "hatched: no article of that month was collected" in texts


def test_articles_stand_beneath(view: MonthView) -> None:
    (bars,) = role(source_months_figure(view, Look(width=940)), "articles")
    assert bars.hovertext[0] == f"Oct 2024: {view.articles['2024-10']} articles collected"
    lengths = [-length for length in bars.y]
    assert lengths[0] == max(lengths)
    assert lengths[1] / lengths[0] == pytest.approx(
        view.articles["2024-11"] / view.articles["2024-10"]
    )


def test_counts_without_a_stated_day_are_underlined(view: MonthView) -> None:
    figure = source_months_figure(view, Look(width=940))
    (lines,) = traces_with(figure, symbol="line-ew")
    known = view.tiles[view.tiles["month"] != ""]
    assert len(lines.x) == (known["undated"] == known["claims"]).sum()


def test_more_months_than_fit_are_said_to_be_left_out(view: MonthView) -> None:
    longer = replace(view, months=months_between("2022-03", "2026-02"))
    figure = source_months_figure(longer, Look(width=340))
    assert any("of 48 months are drawn" in note for note in figure.layout.meta["notes"])
    assert "nis|2025-04" in keys(figure, "tile")


def test_what_has_no_month_is_said_to_be_left_out(view: MonthView) -> None:
    notes = source_months_figure(view, Look()).layout.meta["notes"]
    assert notes == ["1 claim of which no single month is known stands in no tile."]


def test_the_chosen_tile_has_a_frame(view: MonthView) -> None:
    (bars,) = role(source_months_figure(view, Look(), chosen="nis|2025-01"), "tile")
    framed = [p[0] for p, w in zip(bars.customdata, bars.marker.line.width, strict=True) if w]
    assert framed == ["nis|2025-01"]


def test_only_stances_still_make_a_row(view: MonthView) -> None:
    silent = replace(view, tiles=view.tiles.iloc[:0], undatable=0)
    figure = source_months_figure(silent, Look())
    assert not keys(figure, "tile")
    assert "dprk|2024-10" in keys(figure, "stance")
    assert "3 denials, 5 silences, 9 confirmations" in months_sentence(silent)


def test_nothing_at_all_is_said_in_words(view: MonthView) -> None:
    empty = replace(view, tiles=view.tiles.iloc[:0], stances=view.stances.iloc[:0], months=[])
    figure = source_months_figure(empty, Look())
    assert "No source in this selection" in figure.layout.annotations[0].text
    assert "No source in this selection" in months_sentence(empty)
