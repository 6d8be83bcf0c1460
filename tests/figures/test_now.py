"""Who says what now, as drawn: a row for each source, old ones apart, nothing out of the figure."""

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from analysis.figures.blank import NOTHING
from analysis.figures.drawn import drawn_claims, drawn_marks
from analysis.figures.look import Look
from analysis.figures.now import Now, now_figure
from analysis.figures.text_width import text_width
from tests.figures.reading import stated_numbers, strict_json, traces_with

KINDS = pytest.mark.parametrize(
    "kind", ["sent_total", "killed", "wounded", "casualties", "present"]
)
WIDTHS = pytest.mark.parametrize("width", [390, 760, 1100])
MakeClaims = Callable[..., pd.DataFrame]


def rows_of(claims: pd.DataFrame, **columns: object) -> Now:
    rows = claims.assign(row=claims["source"], also="", stale=False).assign(**columns)
    return SimpleNamespace(rows=rows, earlier=rows.iloc[:0])


@KINDS
@WIDTHS
def test_every_row_is_one_mark_and_every_earlier_claim_a_tick(
    now_of: Callable[[str], Now], kind: str, width: int
) -> None:
    now = now_of(kind)
    figure = now_figure(now, Look(width=width))
    drawn = [claim_id for claim_id, _ in drawn_marks(figure)]
    assert sorted(drawn) == sorted(now.rows["claim_id"])
    assert drawn_claims(figure, "earlier") <= set(now.earlier["claim_id"])
    low = now.earlier.loc[now.earlier["low"].notna(), "claim_id"]
    assert set(low) <= drawn_claims(figure, "earlier")


@KINDS
@WIDTHS
def test_no_text_leaves_the_figure_and_no_label_meets_another(
    now_of: Callable[[str], Now], kind: str, width: int
) -> None:
    figure = now_figure(now_of(kind), Look(width=width), title="Who says what now")
    boxes = []
    for note in figure.layout.annotations:
        wide = text_width(note.text, note.font.size, bold="<b>" in note.text)
        left = note.x * width - (wide if note.xanchor == "right" else 0)
        top = (1 - note.y) * figure.layout.height
        lines = note.text.count("<br>") + 1
        assert left >= -1, note.text
        assert left + wide <= width + 1, note.text
        assert top >= 0, note.text
        assert top + lines * note.font.size * 1.3 <= figure.layout.height + 1, note.text
        # Lines of text may stand as close as lines do.
        boxes.append((left, top, left + wide * 0.9, top + lines * note.font.size))
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] + 1 or other[3] <= one[1] + 1


def test_the_axis_begins_at_zero(now_of: Callable[[str], Now]) -> None:
    axis = now_figure(now_of("killed"), Look()).layout.xaxis
    assert axis.tickvals[0] == 0
    assert axis.range[0] == 0


def test_label_says_hedge_day_and_articles(now_of: Callable[[str], Now]) -> None:
    now = now_of("killed")
    nis = now.rows[now.rows["source"] == "NIS"].iloc[0]
    assert (nis["bound"], nis["low"], nis["said_on"], nis["articles"]) == (
        "about",
        2000,
        "2025-09-02",
        3,
    )
    texts = [note.text for note in now_figure(now, Look()).layout.annotations]
    (label,) = [text for text in texts if "≈ 2,000" in text and "articles" in text]
    assert "2 Sep 2025" in label
    assert "3 articles" in label


def test_less_than_is_escaped(make_claims: MakeClaims) -> None:
    claims = make_claims({"bound": "less_than", "low": np.nan, "high": 5000.0})
    texts = [note.text for note in now_figure(rows_of(claims), Look()).layout.annotations]
    assert any("&lt; 5,000" in text for text in texts)


def test_old_figures_are_a_group_of_their_own_and_paler(make_claims: MakeClaims) -> None:
    claims = make_claims({}, {"source": "HUR", "claimant": "ua_gur", "bloc": "kyiv"})
    figure = now_figure(rows_of(claims, stale=[False, True]), Look())
    texts = [note.text for note in figure.layout.annotations]
    fresh, old = (
        next(i for i, text in enumerate(texts) if part in text)
        for part in ("Said within the last 180 days", "Older than 180 days")
    )
    assert figure.layout.annotations[fresh].y > figure.layout.annotations[old].y
    colours = [c for trace in figure.data for c in trace.marker.color]
    assert Look().palette.bloc("seoul") in colours
    assert Look().palette.bloc("kyiv") not in colours


def test_without_old_figures_there_are_no_headings(make_claims: MakeClaims) -> None:
    figure = now_figure(rows_of(make_claims({})), Look())
    assert not [note for note in figure.layout.annotations if "180 days" in note.text]


def test_a_word_of_number_runs_out_of_the_panel_cut_and_says_where_it_ends(
    make_claims: MakeClaims,
) -> None:
    claims = make_claims({}, {"bound": "vague", "low": 2000, "high": 9999, "source": "HUR"})
    figure = now_figure(rows_of(claims), Look())
    assert figure.layout.xaxis.range[1] < 3000
    assert len(traces_with(figure, symbol="line-ew")) == 2
    assert any("thousands (2,000–9,999) →" in note.text for note in figure.layout.annotations)
    assert figure.layout.meta["notes"]


def test_a_range_alone_is_shown_whole(make_claims: MakeClaims) -> None:
    figure = now_figure(rows_of(make_claims({"bound": "vague", "low": 2000, "high": 9999})), Look())
    assert set(stated_numbers(figure, upright=False)) == {2000, 9999}
    assert figure.layout.meta["notes"] == []


@pytest.mark.parametrize(
    ("bound", "low", "high"), [("at_least", 300, np.nan), ("up_to", np.nan, 300)]
)
def test_arrows_point_along_the_row(
    make_claims: MakeClaims, bound: str, low: float, high: float
) -> None:
    claims = make_claims({"bound": bound, "low": low, "high": high})
    (tip,) = traces_with(now_figure(rows_of(claims), Look()), symbol="triangle-down")
    # A marker turned by -90 degrees lies to the right of its value, by 90 to the left.
    assert tip.marker.angle == ((-90,) if bound == "at_least" else (90,))


def test_nothing_to_show_is_said_in_words(now_of: Callable[[str], Now]) -> None:
    figure = now_figure(rows_of(now_of("killed").rows.iloc[:0]), Look(width=390))
    assert figure.layout.annotations[0].text.replace("<br>", " ") == NOTHING
    assert not figure.data


@KINDS
@pytest.mark.parametrize("dark", [False, True])
def test_the_json_is_strict_and_small(now_of: Callable[[str], Now], kind: str, dark: bool) -> None:
    figure = now_figure(now_of(kind), Look(dark=dark))
    assert strict_json(figure)["data"]
    assert len(figure.to_json()) < 100_000
