"""Statements over time: a chart for each kind, what is no running total in charts of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, POPULATION_LABELS, Kind, Population, Scope, Unit
from analysis.estimates.series import FORCE
from analysis.figures.alt import statements_sentence
from analysis.figures.statements import statements_figure
from pages.parts.chart import Draw, explain_marks, show_chart
from pages.parts.empty import show_nothing
from pages.parts.options import Options
from pages.parts.view import View
from pages.parts.wording import counted

# Brigades and bases are counted on the pages of the people in them.
DRAWN = (*FORCE, Population.UNITS, Population.SITES, Population.MATERIEL)

# The heading above a chart names the kind; its own title says what its axes are.
AXES = "Number, by the day on which it was said"

SCOPE_TITLES = {
    Scope.INCREMENT: "waves and periods",
    Scope.INCIDENT: "single incidents",
    Scope.RATE: "per day",
}


@dataclass(frozen=True)
class Panel:
    """One chart: its kind, its title, and the claims that it draws."""

    kind: Kind
    title: str
    name: str
    claims: pd.DataFrame


def show_kinds(view: View, options: Options, kinds: Sequence[Kind], page: str) -> None:
    """Show a chart for each of these kinds that has claims, and say which have none, and why."""
    drawn = panels(view, kinds)
    if not drawn:
        labels = ", ".join(KIND_TERMS[kind].label for kind in kinds)
        show_nothing(
            view, f"claim for this page ({labels})", lambda table: _of(table, kinds, view), page
        )
        return
    explain_marks(pd.concat([panel.claims for panel in drawn]), upright=True)
    months = view.articles_per_month()
    for panel in drawn:
        show_chart(
            view,
            f"{page} {panel.name}",
            panel.title,
            _figure_of(view, options, panel, months),
            panel.claims,
            _sentence(panel),
            variant=repr((options.log, options.steps, options.by_source)),
            printed=f"{panel.title}: statements over time",
            upright=True,
        )
    _say_what_is_left_out(view, kinds, drawn, page)


def _figure_of(view: View, options: Options, panel: Panel, months: pd.DataFrame) -> Draw:
    """Tell how a panel is drawn, once it is known for which surface."""
    return lambda look, chosen: statements_figure(
        panel.claims,
        view.shown.mentions,
        months,
        look,
        titles={panel.kind: AXES},
        log=options.log,
        steps=options.steps,
        by_source=options.by_source,
        as_of=view.board.as_of,
        chosen=chosen,
        places=view.places,
    )


def _sentence(panel: Panel) -> str:
    """Say what a panel shows, under its own title: a kind can have several panels."""
    sentence = statements_sentence(panel.claims, panel.kind)
    return f"{panel.title}: {sentence.removeprefix(f'{KIND_TERMS[panel.kind].title}: ')}"


def panels(view: View, kinds: Sequence[Kind]) -> list[Panel]:
    """Cut the shown claims into charts: by kind, by what is no running total, by unit."""
    claims = _of(view.shown.claims, kinds, view)
    return [
        panel
        for kind in kinds
        for scope, claims_of_scope in _by_scope(claims[claims["kind"] == kind])
        for panel in _by_unit_and_item(kind, scope, claims_of_scope)
    ]


def _by_scope(claims: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Part what stands beside the running totals from them; "" names these."""
    yield "", claims[~claims["scope"].isin(SCOPE_TITLES)]
    for scope in SCOPE_TITLES:
        yield scope, claims[claims["scope"] == scope]


def _by_unit_and_item(kind: Kind, scope: str, claims: pd.DataFrame) -> Iterator[Panel]:
    """Give each unit and item a scale of its own.

    Two brigades are not compared with 6,000 people, nor howitzers with rocket launchers.
    """
    units = list(claims["unit"].value_counts().index)
    items = list(claims["item"].value_counts().index)
    for unit, item in claims[["unit", "item"]].value_counts().index:
        title, name = KIND_TERMS[kind].title, kind.value
        # A kind that is nothing but waves needs no title that says so.
        if scope and kind is not Kind.SENT_ADDITIONAL:
            title += f": {SCOPE_TITLES[Scope(scope)]}"
        if scope:
            name += f"_{scope}"
        if item and len(items) > 1:
            title += f": {item}"
            name += f"_{item.replace(' ', '_')}"
        if len(units) > 1:
            title += f", counted in {unit}"
        if unit != units[0]:
            name += f"_{unit}"
        of_panel = (claims["unit"] == unit) & (claims["item"] == item)
        yield Panel(kind, title, name, claims[of_panel])


def _of(claims: pd.DataFrame, kinds: Sequence[Kind], view: View) -> pd.DataFrame:
    """Keep what these charts draw: the kinds and the people asked for, no percentages."""
    populations = view.selection.populations or DRAWN
    return claims[
        claims["kind"].isin(kinds)
        & claims["population"].isin(populations)
        & (claims["unit"] != Unit.PERCENT)
        & (claims["scope"] != Scope.SHARE)
    ]


def _say_what_is_left_out(
    view: View, kinds: Sequence[Kind], drawn: Sequence[Panel], page: str
) -> None:
    """Count the shown claims that no chart draws, by who is counted, and the kinds without any."""
    of_page = view.shown.claims[view.shown.claims["kind"].isin(kinds)]
    ids = set().union(*(panel.claims["claim_id"] for panel in drawn))
    left = of_page[~of_page["claim_id"].isin(ids) & (of_page["unit"] != Unit.PERCENT)]
    parts = [
        f"{counted(number, 'claim')} on {POPULATION_LABELS[Population(population)]}"
        for population, number in left["population"].value_counts().items()
    ]
    without = [
        KIND_TERMS[kind].label for kind in kinds if kind not in {panel.kind for panel in drawn}
    ]
    sentences = []
    if parts:
        sentences.append(
            f"Not in the charts above: {', '.join(parts)}. To see them over time, choose them under "
            "“Who is counted, how, where”."
        )
    if without and not view.selection.kinds:
        sentences.append(f"Nothing shown for: {', '.join(without)}.")
        if not view.selection.incidents:
            sentences.append("Incidents and increments are not included.")
    if sentences:
        with st.container(key=f"prose_left_out_{page}"):
            st.caption(" ".join(sentences))
