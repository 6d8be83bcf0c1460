"""Statements over time, as drawn: every claim once, one panel a kind, small however many."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from analysis.codebook import KIND_TERMS, Kind
from analysis.estimates import Estimates
from analysis.figures.blank import NOTHING
from analysis.figures.drawn import drawn_claims, drawn_marks
from analysis.figures.look import Look
from analysis.figures.statement_grid import MOST_PANELS
from analysis.figures.statements import statements_figure
from analysis.figures.strip import MENTION_COLUMNS
from analysis.figures.thinning import MOST_MARKS, thinned_claims
from tests.figures.reading import strict_json

TROOPS = ("sent_total", "present", "planned")
LOSSES = ("killed", "wounded", "casualties")
Standing = Callable[..., pd.DataFrame]


def of(board: Estimates, claims: pd.DataFrame) -> pd.DataFrame:
    """Give the mentions that a chart of some claims draws."""
    return board.mentions_of(claims, *MENTION_COLUMNS)


@pytest.mark.parametrize("kinds", [TROOPS, LOSSES])
@pytest.mark.parametrize("width", [390, 1100])
@pytest.mark.parametrize("by_source", [False, True])
@pytest.mark.parametrize("log", [False, True])
def test_the_marks_are_the_rows(
    board: Estimates,
    standing: Standing,
    articles: pd.DataFrame,
    kinds: tuple[str, ...],
    width: int,
    by_source: bool,
    log: bool,
) -> None:
    claims = standing(*kinds)
    figure = statements_figure(
        claims, of(board, claims), articles, Look(width=width), kinds, log=log, by_source=by_source
    )
    drawn = [claim_id for claim_id, _ in drawn_marks(figure)]
    if by_source and figure.layout.meta["notes"][:1] == [
        f"{MOST_PANELS} panels are drawn; choose sources to see others."
    ]:
        assert len(drawn) == len(set(drawn))
        assert set(drawn) < set(claims["claim_id"])
    else:
        assert sorted(drawn) == sorted(claims["claim_id"])


def test_each_kind_has_its_panel_and_no_claim_stands_in_anothers(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    claims = standing(*LOSSES)
    figure = statements_figure(claims, of(board, claims), articles, Look(), LOSSES)
    axis = dict(drawn_marks(figure))
    kinds = claims.set_index("claim_id")["kind"]
    assert {(kinds[claim_id], name) for claim_id, name in axis.items()} == {
        ("killed", "x"),
        ("wounded", "x4"),
        ("casualties", "x7"),
    }
    titles = [note.text for note in figure.layout.annotations]
    for kind in LOSSES:
        assert f"<b>{KIND_TERMS[Kind(kind)].title}</b>" in titles


def test_panels_follow_the_order_asked_for_and_take_their_titles(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    kinds = ("wounded", "killed")
    figure = statements_figure(
        standing(*kinds),
        of(board, standing(*kinds)),
        articles,
        Look(),
        kinds,
        titles={"killed": "Incidents"},
    )
    titles = [
        n.text
        for n in figure.layout.annotations
        if n.text in {"<b>Incidents</b>", "<b>Reported wounded</b>"}
    ]
    assert titles == ["<b>Reported wounded</b>", "<b>Incidents</b>"]


def test_percentages_never_share_a_panel_with_counts(
    board: Estimates, articles: pd.DataFrame
) -> None:
    claims = board.claims[board.claims["kind"] == "killed"]
    assert {"percent", "people"} <= set(claims["unit"])
    figure = statements_figure(claims, of(board, claims), articles, Look())
    unit = claims.set_index("claim_id")["unit"]
    axes = {(unit[claim_id], axis) for claim_id, axis in drawn_marks(figure)}
    assert axes == {("people", "x"), ("percent", "x4")}


def test_every_linear_panel_begins_at_zero(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    figure = statements_figure(
        standing(*LOSSES), of(board, standing(*LOSSES)), articles, Look(), LOSSES
    )
    for name in ("yaxis", "yaxis4", "yaxis7"):
        assert figure.layout[name].tickvals[0] == 0
        assert figure.layout[name].range[0] <= 0


def test_the_strip_holds_every_mention_of_the_claims(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    claims = standing("wounded")
    figure = statements_figure(claims, of(board, claims), articles, Look())
    (strip,) = [t for t in figure.data if (t.meta or {}).get("role") == "mention"]
    own = board.mentions[board.mentions["claim_id"].isin(claims["claim_id"])]
    assert len(strip.x) == len(own)
    assert drawn_claims(figure, "mention") == set(claims["claim_id"])
    ringed = sum(colour == Look().palette.surface for colour in strip.marker.color)
    assert ringed == own["opens_claim"].sum()


def test_the_bars_beneath_are_the_articles_of_each_month(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    figure = statements_figure(
        standing("killed"), of(board, standing("killed")), articles, Look(), as_of=board.as_of
    )
    (bars,) = [t for t in figure.data if t.type == "bar" and t.xaxis == "x3"]
    busiest = articles["articles"].max()
    shown = {
        text.split(":")[0]: height for text, height in zip(bars.hovertext, bars.y, strict=True)
    }
    september = articles.set_index("month")["articles"]["2025-09"]
    assert shown["Sep 2025"] == pytest.approx(september / busiest)


def test_hover_says_who_what_and_when_with_its_hedge(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    figure = statements_figure(
        standing("casualties"), of(board, standing("casualties")), articles, Look()
    )
    texts = {
        point[0]: text
        for trace in figure.data
        if (trace.meta or {}).get("role") == "mark"
        for point, text in zip(trace.customdata, trace.hovertext, strict=True)
    }
    claims = standing("casualties").set_index("claim_id")
    uk = claims[(claims["source"] == "UK MoD") & claims["in_force"]].index[0]
    assert "<b>UK MoD</b><br><b>more than 6,000</b> · soldiers casualties" in texts[uk]
    assert "printed 16 Jun 2025; the day it was said is not given" in texts[uk]
    assert all("as claimed, not verified" in text for text in texts.values())


def test_the_days_asked_for_are_within_the_axis(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    figure = statements_figure(
        standing("killed"), of(board, standing("killed")), articles, Look(), as_of="2026-02-27"
    )
    first, last = (pd.Timestamp(end, unit="ms") for end in figure.layout.xaxis.range)
    assert first <= pd.Timestamp("2024-12-01")
    assert last >= pd.Timestamp("2026-02-28")


def test_a_year_does_not_stretch_the_axis(
    board: Estimates, make_claims: Callable[..., pd.DataFrame], articles: pd.DataFrame
) -> None:
    claims = make_claims(
        {"said_on": "2024", "said_first": "2024-01-01", "said_last": "2024-12-31"},
        {"said_on": "2025-02-10"},
    )
    figure = statements_figure(claims, of(board, claims), articles, Look())
    assert pd.Timestamp(figure.layout.xaxis.range[0], unit="ms") > pd.Timestamp("2024-11-01")
    assert drawn_claims(figure) == {"c0", "c1"}


def test_nothing_to_show_is_said_in_words(
    board: Estimates, standing: Standing, articles: pd.DataFrame
) -> None:
    figure = statements_figure(
        standing("killed").iloc[:0], of(board, standing("killed").iloc[:0]), articles, Look()
    )
    assert figure.layout.annotations[0].text == NOTHING


@pytest.mark.parametrize("steps", [False, True])
@pytest.mark.parametrize("log", [False, True])
def test_the_json_is_strict(
    board: Estimates, articles: pd.DataFrame, steps: bool, log: bool
) -> None:
    figure = statements_figure(
        board.claims, of(board, board.claims), articles, Look(), steps=steps, log=log
    )
    assert strict_json(figure)["layout"]["meta"]["notes"]


def test_few_claims_are_not_thinned(standing: Standing) -> None:
    assert thinned_claims(standing("killed")) is not None
    assert thinned_claims(standing("killed")).equals(standing("killed"))


def test_thinning_keeps_the_last_of_each_source_in_a_month(
    make_claims: Callable[..., pd.DataFrame],
) -> None:
    claims = make_claims(
        {"said_on": "2025-02-10"},
        {"said_on": "2025-02-20"},
        {"said_on": "2025-03-05"},
        {"said_on": "2025-02-11", "source": "HUR"},
    )
    assert thinned_claims(claims, 3)["claim_id"].tolist() == ["c1", "c2", "c3"]


@pytest.mark.slow
@pytest.mark.parametrize("by_source", [False, True])
def test_a_million_mentions_make_a_small_figure(
    board: Estimates, standing: Standing, articles: pd.DataFrame, by_source: bool
) -> None:
    chance = np.random.default_rng(7)
    real = standing(*LOSSES)
    many, mentions = 200_000, 1_000_000
    claims = real.iloc[chance.integers(0, len(real), many)].reset_index(drop=True)
    claims["claim_id"] = [f"c{i}" for i in range(many)]
    claims["source"] = [f"Source {i % 300}" for i in range(many)]
    told = board.mentions.iloc[chance.integers(0, len(board.mentions), mentions)]
    told = told.reset_index(drop=True).assign(
        claim_id=claims["claim_id"].to_numpy()[chance.integers(0, many, mentions)]
    )
    figure = statements_figure(claims, told, articles, Look(), LOSSES, by_source=by_source)
    assert len(figure.to_json()) < 1_500_000
    panels = pd.Series([axis for _, axis in drawn_marks(figure)]).value_counts()
    assert panels.max() <= MOST_MARKS
    notes = " ".join(figure.layout.meta["notes"])
    assert "claims are drawn" in notes
    assert "stands for up to" in notes
