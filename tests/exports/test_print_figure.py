"""Print versions: the format to the pixel, everything in the picture, nothing cut."""

import re
from html import unescape

import plotly.graph_objects as go
import pytest

from analysis.codebook import Kind
from analysis.commands.board import Board, Chart
from analysis.commands.charts import all_charts
from analysis.exports.framing import framed
from analysis.exports.notes import Edition, Notes
from analysis.exports.print_figure import FINE, FORMATS, Print, Size, print_figure
from analysis.figures.blank import blank_figure
from analysis.figures.drawn import drawn_claims
from analysis.figures.look import Look
from analysis.figures.text_width import text_width

TAGS = re.compile(r"<[^>]+>")


def make(chart: Chart, size: Size) -> Print:
    return print_figure(chart.draw, chart.notes, chart.marked, size, chart.upright)


def texts(figure: go.Figure) -> str:
    joined = " ".join(annotation.text for annotation in figure.layout.annotations)
    return " ".join(unescape(TAGS.sub(" ", joined)).split())


@pytest.mark.parametrize("size", Size)
def test_the_format_is_met_to_the_pixel(killed: Chart, killed_over_time: Chart, size: Size) -> None:
    for chart in (killed, killed_over_time):
        made = make(chart, size)
        width, height = FORMATS[size]
        layout = made.figure.layout
        assert (made.width, made.height) == (width, height or layout.height)
        for times in (1, FINE):
            assert times * made.scale * layout.width == times * made.width
            assert times * made.scale * layout.height == times * made.height


@pytest.mark.parametrize("size", Size)
def test_all_that_a_picture_needs_stands_in_it(
    killed: Chart, killed_over_time: Chart, size: Size
) -> None:
    for chart in (killed, killed_over_time):
        text = texts(make(chart, size).figure)
        assert chart.notes.title in text
        assert "all sources · killed · without incidents and increments" in text
        assert "As claimed, not verified. Sources shown: NIS, " in text
        assert "at least (≥): no upper limit given" in text
        assert "Muster 0.1.0, articles to 27 Feb 2026 · CC BY 4.0" in text
        assert chart.notes.address in text


def test_every_claim_of_the_table_is_drawn(killed: Chart, killed_over_time: Chart) -> None:
    for chart in (killed, killed_over_time):
        figure = make(chart, Size.SLIDE).figure
        for role in ("mark", "earlier"):
            rows = chart.rows.loc[chart.rows["drawn"] == role, "claim_id"]
            assert drawn_claims(figure, role) == set(rows)


@pytest.mark.parametrize("size", Size)
def test_nothing_is_cut_and_no_text_stands_on_the_foot(board: Board, size: Size) -> None:
    kinds = (Kind.PRESENT, Kind.SENT_TOTAL, Kind.WITHDRAWN)
    for chart in all_charts(board, kinds):
        figure = make(chart, size).figure
        width, height = figure.layout.width, figure.layout.height
        for annotation in figure.layout.annotations:
            if annotation.xref != "paper" or annotation.yref != "paper":
                continue
            wide = text_width(annotation.text, annotation.font.size)
            left = annotation.x * width - (wide if annotation.xanchor == "right" else 0)
            assert left >= -1, annotation.text
            assert left + wide <= width + 1, annotation.text
            assert 0 <= annotation.y <= 1, annotation.text
        for axis in figure.select_yaxes():
            assert axis.domain[0] >= 0
            assert axis.domain[1] <= 1
        rule = min(shape.y0 for shape in figure.layout.shapes if shape.yref == "paper")
        assert rule * height < min(axis.domain[0] * height for axis in figure.select_yaxes())


def test_an_address_without_spaces_is_broken_not_cut(killed: Chart) -> None:
    address = "https://example.org/casualties?source=" + "x" * 600
    notes = Notes("T", "F", (), "", Edition("0.1.0", "2026-02-27"), address=address)
    made = print_figure(killed.draw, notes, killed.marked, Size.PAGE)
    lines = [annotation.text for annotation in made.figure.layout.annotations]
    assert address in "".join(lines)
    assert max(text_width(line, 11) for line in lines if "xxx" in line) <= made.width


def test_names_that_look_like_markup_stay_text(killed: Chart) -> None:
    notes = Notes("<b>1 < 2</b>", "a & b", ("<i>",), "", Edition("0.1.0", "2026-02-27"))
    made = print_figure(killed.draw, notes, killed.marked, Size.PAGE)
    shown = [annotation.text for annotation in made.figure.layout.annotations]
    assert "<b>&lt;b&gt;1 &lt; 2&lt;/b&gt;</b>" in shown
    assert "a &amp; b" in shown


def test_a_long_chart_says_how_small_its_text_gets(board: Board) -> None:
    present, *_ = all_charts(board, (Kind.PRESENT,))
    assert make(present, Size.SLIDE).smallest_text < make(present, Size.PAGE).smallest_text == 11


def test_the_frame_moves_everything_and_stretches_nothing() -> None:
    figure = blank_figure(Look(width=400))
    before = figure.layout.height
    grown = framed(figure, 100, 60)
    assert grown.layout.height == before + 160
    bottom, top = grown.layout.yaxis.domain
    assert bottom * grown.layout.height == pytest.approx(60)
    assert (1 - top) * grown.layout.height == pytest.approx(100)
    (text,) = grown.layout.annotations
    assert text.y * grown.layout.height == pytest.approx(60 + before / 2)
    # The figure that was given stays as it was.
    assert figure.layout.height == before
