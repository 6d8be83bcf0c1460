"""The marks: one a claim, arrows of one length on any scale, nothing between two stated ends."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from analysis.figures.drawn import drawn_marks
from analysis.figures.look import Look
from analysis.figures.mark_sizes import FULL
from analysis.figures.shapes import Shape, shapes
from analysis.figures.statements import statements_figure
from tests.figures.reading import stated_numbers, traces_with

NO_MENTIONS = pd.DataFrame(
    {
        name: pd.Series(dtype=kind)
        for name, kind in (
            ("claim_id", "str"),
            ("printed_last", "datetime64[s]"),
            ("printed_on", "str"),
            ("outlet", "str"),
            ("wording", "str"),
            ("opens_claim", "bool"),
        )
    }
)
NO_ARTICLES = pd.DataFrame({"month": pd.Series(dtype="str"), "articles": pd.Series(dtype="int64")})
MakeClaims = Callable[..., pd.DataFrame]


def over_time(claims: pd.DataFrame, **wanted: bool) -> object:
    return statements_figure(claims, NO_MENTIONS, NO_ARTICLES, Look(), **wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize("log", [False, True], ids=["linear", "log"])
def test_every_claim_is_one_mark(every_bound: pd.DataFrame, log: bool) -> None:
    drawn = [claim_id for claim_id, _ in drawn_marks(over_time(every_bound, log=log))]
    assert sorted(drawn) == sorted(every_bound["claim_id"])


def test_arrows_have_one_length_whatever_the_scale(every_bound: pd.DataFrame) -> None:
    for log in (False, True):
        (tip,) = traces_with(over_time(every_bound, log=log), symbol="triangle-down")
        # The tip's own half stands beyond its middle: from base to point it is the arrow's length.
        assert tip.marker.standoff + tip.marker.size / 2 == FULL.arrow
        assert tip.marker.size == FULL.head


@pytest.mark.parametrize(
    ("bound", "low", "high", "value", "angle"),
    [
        ("at_least", 3000, np.nan, 3000, -180),
        ("more_than", 3000, np.nan, 3000, -180),
        ("up_to", np.nan, 3000, 3000, 0),
        ("less_than", np.nan, 3000, 3000, 0),
    ],
)
def test_an_open_bound_has_its_base_at_the_value_and_points_to_the_open_side(
    make_claims: MakeClaims, bound: str, low: float, high: float, value: float, angle: int
) -> None:
    figure = over_time(make_claims({"bound": bound, "low": low, "high": high}))
    (tip,) = traces_with(figure, symbol="triangle-down")
    assert tip.y == (value,)
    # Turned by 180 degrees, Plotly moves a marker up from its value; unturned, down.
    assert tip.marker.angle == (angle,)
    assert set(stated_numbers(figure, upright=True)) == {value}


def test_a_range_is_a_bar_between_its_ends(make_claims: MakeClaims) -> None:
    figure = over_time(make_claims({"bound": "range", "low": 10000, "high": 12000}))
    assert [(trace.base, trace.y) for trace in figure.data if trace.type == "bar"] == [
        ((10000,), (2000,))
    ]


@pytest.mark.parametrize(
    ("bound", "low", "high"), [("range", 10000, 12000), ("vague", 2000, 9999), ("range", 3, 9)]
)
@pytest.mark.parametrize("log", [False, True], ids=["linear", "log"])
@pytest.mark.parametrize("modality", ["actual", "planned", "denied"])
@pytest.mark.parametrize("status", ["in_force", "revised", "drift_of_kind"])
def test_nothing_stands_between_the_ends_of_a_range(
    make_claims: MakeClaims,
    bound: str,
    low: float,
    high: float,
    log: bool,
    modality: str,
    status: str,
) -> None:
    claims = make_claims(
        {"bound": bound, "low": low, "high": high, "modality": modality, "status": status}
        | {"bloc": "unattributed", "said_on_basis": "printed", "said_first": "2025-02-01"}
    )
    figure = over_time(claims, log=log)
    numbers = list(stated_numbers(figure, upright=True))
    assert low in numbers
    assert not [number for number in numbers if low < number < high]


def test_no_shipped_range_has_anything_drawn_in_it_but_other_claims(
    standing: Callable[..., pd.DataFrame],
) -> None:
    for claim in standing("sent_total", "killed", "present", "planned").to_dict("records"):
        if claim["bound"] in {"range", "vague"}:
            alone = pd.DataFrame([claim])
            numbers = stated_numbers(over_time(alone, steps=True), upright=True)
            assert not [n for n in numbers if claim["low"] < n < claim["high"]]


def test_planned_is_hollow_and_denied_struck_through(make_claims: MakeClaims) -> None:
    look = Look()
    planned = over_time(make_claims({"modality": "planned"}))
    (dot,) = traces_with(planned, symbol=("circle",))
    assert dot.marker.color == (look.palette.surface,)
    assert dot.marker.line.color == (look.palette.bloc("seoul"),)
    assert not traces_with(planned, symbol="line-ne")
    assert traces_with(over_time(make_claims({"modality": "denied"})), symbol="line-ne")


def test_drift_of_kind_has_a_mark_of_its_own(make_claims: MakeClaims) -> None:
    figure = over_time(make_claims({"status": "drift_of_kind", "in_force": False}))
    assert traces_with(figure, symbol="asterisk")
    assert not traces_with(figure, symbol=("circle",))


def test_what_nobody_is_named_for_is_marked(make_claims: MakeClaims) -> None:
    figure = over_time(make_claims({"bloc": "unattributed", "claimant": "unattributed"}))
    assert [trace.text for trace in figure.data if trace.mode == "text"] == [("<b>?</b>",)]


@pytest.mark.parametrize(("inferred", "dashes"), [(False, 1), (True, 2)])
def test_a_day_of_printing_is_marked_and_an_inferred_one_again(
    make_claims: MakeClaims, inferred: bool, dashes: int
) -> None:
    stated = over_time(make_claims({}))
    printed = over_time(make_claims({"said_on_basis": "printed", "said_inferred": inferred}))
    assert not traces_with(stated, symbol="line-ns")
    assert len(traces_with(printed, symbol="line-ns")) == dashes


def test_a_partial_date_is_drawn_as_its_span(make_claims: MakeClaims) -> None:
    month = {"said_on": "2025-02", "said_first": "2025-02-01", "said_last": "2025-02-28"}
    figure = over_time(make_claims(month))
    (band,) = [trace for trace in figure.data if trace.mode == "lines"]
    days = [pd.Timestamp(x, unit="ms") for x in band.x[:2]]
    assert days == [pd.Timestamp("2025-02-01"), pd.Timestamp("2025-03-01")]
    (dot,) = traces_with(figure, symbol=("circle",))
    assert days[0] <= pd.Timestamp(dot.x[0], unit="ms") <= days[1]


def test_a_revised_claim_is_pale_and_joined_to_its_successor(make_claims: MakeClaims) -> None:
    claims = make_claims(
        {"status": "revised", "in_force": False, "superseded_by": "c1", "said_on": "2025-01-10"},
        {"said_on": "2025-06-10", "low": 3000, "high": 3000},
    )
    figure = over_time(claims)
    (line,) = [trace for trace in figure.data if trace.mode == "lines"]
    assert line.y == (1000, 3000, None)
    palette = Look().palette
    assert shapes(claims, Look())["colour"].tolist() == [
        palette.pale(palette.bloc("seoul")),
        palette.bloc("seoul"),
    ]


def test_steps_hold_a_figure_until_it_is_revised_and_end_at_the_last(
    make_claims: MakeClaims,
) -> None:
    claims = make_claims(
        {"status": "revised", "in_force": False, "superseded_by": "c1", "said_on": "2025-01-10"},
        {"said_on": "2025-06-10", "low": 3000, "high": 3000},
    )
    (line,) = [trace for trace in over_time(claims, steps=True).data if trace.mode == "lines"]
    assert line.line.dash == "dot"
    assert line.y == (1000, 1000, None, 1000, 3000, None)
    assert line.x[1] == line.x[3] == line.x[4] == max(x for x in line.x if x is not None)


def test_the_chosen_claim_has_a_ring(make_claims: MakeClaims) -> None:
    claims = make_claims({}, {"said_on": "2025-06-10"})
    plain = statements_figure(claims, NO_MENTIONS, NO_ARTICLES, Look())
    ringed = statements_figure(claims, NO_MENTIONS, NO_ARTICLES, Look(), chosen="c1")
    assert len(ringed.data) == len(plain.data) + 1
    assert drawn_marks(ringed) == drawn_marks(plain)


def test_each_bound_has_its_shape(every_bound: pd.DataFrame) -> None:
    found = shapes(every_bound, Look())["shape"].tolist()[:8]
    point, floor, ceiling, interval = Shape.POINT, Shape.FLOOR, Shape.CEILING, Shape.INTERVAL
    assert found == [point, point, floor, floor, ceiling, ceiling, interval, interval]
