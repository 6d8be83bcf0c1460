"""Source by kind as drawn: hedge and day with every figure, old ones told, plans apart."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.estimates import Estimates
from analysis.estimates.in_force import in_force, in_force_cells, returned
from analysis.figures.drawn import drawn_claims
from analysis.figures.kind_matrix import KindView, kind_matrix_figure
from analysis.figures.look import Look
from analysis.figures.source_sentences import kinds_sentence
from analysis.ledger import Ledger
from tests.figures.reading import strict_json

MAIN = ("sent_total", "present", "planned", "killed", "wounded", "casualties")
MATERIEL = ("shells", "missiles", "equipment")
MakeView = Callable[..., KindView]


@pytest.fixture(scope="module")
def view_of(board: Estimates, ledger: Ledger) -> MakeView:
    claimants, locations = ledger.claimants, ledger.locations
    figures = in_force(
        board, returned(board, ledger.judgements), ("soldiers", "special_forces", "materiel")
    )

    def make(kinds: tuple[str, ...], chosen: pd.DataFrame | None = None) -> KindView:
        rows = figures if chosen is None else chosen
        rows = rows[rows["kind"].isin(kinds)]
        return KindView(
            cells=in_force_cells(rows),
            figures=rows,
            kinds=kinds,
            names=dict(zip(claimants["claimant"], claimants["short_name"], strict=True)),
            blocs=dict(zip(claimants["claimant"], claimants["bloc"], strict=True)),
            places=dict(zip(locations["location"], locations["name"], strict=True)),
            as_of="2026-02-27",
        )

    return make


def texts(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def figure_of(view: KindView, claim_id: str, width: int = 940) -> tuple[str, str]:
    """Read what is written at a claim's place: the figure, and what stands beneath it."""
    figure = kind_matrix_figure(view, Look(width=width))
    (bars,) = figure.data
    place = next(i for i, point in enumerate(bars.customdata) if point[0] == claim_id)
    written = [note for note in figure.layout.annotations if note.font.size == 12.5]
    small = figure.layout.annotations[list(figure.layout.annotations).index(written[place]) + 1]
    return written[place].text, small.text


@pytest.mark.parametrize("width", [340, 940])
@pytest.mark.parametrize("dark", [False, True])
def test_every_place_is_drawn_once(view_of: MakeView, width: int, dark: bool) -> None:
    view = view_of(MAIN)
    figure = kind_matrix_figure(view, Look(dark=dark, width=width))
    assert drawn_claims(figure) == set(view.cells["claim_id"])
    (bars,) = figure.data
    assert len(bars.customdata) == len(view.cells)
    assert max(b + x for b, x in zip(bars.base, bars.x, strict=True)) <= width
    strict_json(figure)


def test_a_figure_stands_with_its_hedge_and_its_day(view_of: MakeView) -> None:
    view = view_of(MAIN)
    cell = view.cells.set_index(["voice", "kind"]).loc[("nis", "killed")]
    assert figure_of(view, cell["claim_id"]) == ("<b>≈ 2,000</b>", "since 2 Sep 2025")
    assert figure_of(view, cell["claim_id"], 340) == ("<b>≈ 2,000</b>", "since 2 Sep 2025")


def test_an_old_figure_is_thin_and_a_printed_day_is_told(view_of: MakeView) -> None:
    view = view_of(MAIN)
    cell = view.cells.set_index(["voice", "kind"]).loc[("uk_mod", "casualties")]
    # The sign of "more than" has to be escaped for Plotly.
    assert figure_of(view, cell["claim_id"]) == ("&gt; 6,000", "printed 16 Jun 2025")


def test_several_figures_are_counted(view_of: MakeView) -> None:
    view = view_of(MAIN)
    cell = view.cells.set_index(["voice", "kind"]).loc[("rok_officials", "killed")]
    assert figure_of(view, cell["claim_id"]) == ("<b>4 figures</b>", "latest Jan 2026")
    (bars,) = kind_matrix_figure(view, Look()).data
    hover = next(
        text
        for text, point in zip(bars.hovertext, bars.customdata, strict=True)
        if point[0] == cell["claim_id"] and "ROK officials" in text
    )
    assert "4 figures in force" in hover
    assert "<b>≥ 2,000</b>" in hover


def test_anothers_estimate_and_joint_statements_are_told(view_of: MakeView) -> None:
    view = view_of(MAIN)
    cells = view.cells.set_index(["voice", "kind"])
    judged = cells.loc[("rok_mnd", "killed"), "claim_id"]
    assert figure_of(view, judged)[1] == "printed 1 Jul 2025<br>after NIS"
    joint = cells.loc[("us_officials", "killed"), "claim_id"]
    assert figure_of(view, joint)[1].endswith("jointly with others")


def test_a_plan_stands_apart_from_what_is_put_as_done(view_of: MakeView) -> None:
    """HUR: missiles supplied, and 150 more that are planned."""
    view = view_of(MATERIEL)
    plans = view.cells[(view.cells["voice"] == "ua_gur") & (view.cells["kind"] == "missiles")]
    assert set(plans["modality"]) == {"actual", "planned"}
    written = texts(kind_matrix_figure(view, Look(width=940)))
    assert "<i>planned: 150</i>" in written
    assert any("in italics: planned or expected" in text for text in written)


def test_the_chosen_claim_has_a_frame(view_of: MakeView) -> None:
    view = view_of(MAIN)
    claim_id = view.cells["claim_id"].iloc[0]
    (bars,) = kind_matrix_figure(view, Look(), claim_id).data
    framed = [
        point[0]
        for point, colour in zip(bars.customdata, bars.marker.line.color, strict=True)
        if colour != "rgba(0,0,0,0)"
    ]
    assert set(framed) == {claim_id}


def test_the_sentence_names_the_latest_with_hedge_and_day(view_of: MakeView) -> None:
    sentence = kinds_sentence(view_of(("killed",)))
    assert "NIS, killed, about 2,000 (2 Sep 2025)" in sentence
    assert sentence.endswith("As claimed, not verified.")


def test_nothing_is_said_in_words(view_of: MakeView) -> None:
    figure = kind_matrix_figure(view_of(()), Look())
    assert len(figure.data) == 0
    assert "No source" in figure.layout.annotations[0].text
