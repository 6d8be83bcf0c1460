"""Statements over time: a chart for each kind, what is no running total in charts of its own."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, POPULATION_LABELS, Kind, Population, Unit
from analysis.estimates.coverage import articles_per_month
from analysis.estimates.panels import DRAWN, Panel, claims_of, drawn_over_time, panels
from analysis.exports.titles import panel_name, panel_title
from analysis.figures.alt import statements_sentence
from analysis.figures.legend import READ
from analysis.figures.statements import AXES, statements_figure
from analysis.figures.strip import MENTION_COLUMNS
from analysis.figures.thinning import MOST_MARKS
from pages.parts.chart import explain_marks, show_chart
from pages.parts.empty import show_nothing
from pages.parts.export import Draw
from pages.parts.options import Options
from pages.parts.view import View
from pages.parts.wording import counted

# What the charts of one page draw together at most, so that a browser has it all without delay.
MOST_ON_PAGE = 1_200


def show_kinds(view: View, options: Options, kinds: Sequence[Kind], page: str) -> None:
    """Show a chart for each of these kinds that has claims, and say which have none, and why."""
    drawn = view.remember(
        f"panels of {page}", lambda: panels(view.shown.claims, kinds, _populations(view))
    )
    if not drawn:
        labels = ", ".join(KIND_TERMS[kind].label for kind in kinds)
        show_nothing(
            view,
            f"claim for this page ({labels})",
            lambda claims: drawn_over_time(claims, kinds, _populations(view)),
            page,
        )
        return
    explain_marks(view, page, lambda: claims_of(drawn, READ), upright=True)
    months = view.remember_board(
        "articles per month",
        lambda: articles_per_month(view.ledger.documents, view.board.known_on),
    )
    most = min(MOST_MARKS, MOST_ON_PAGE // len(drawn))
    for panel in drawn:
        show_chart(
            view,
            f"{page} {panel.name}",
            panel.title,
            _figure_of(view, options, panel, months, most),
            panel.claims,
            view.remember(f"{page} {panel.name} sentence", partial(_sentence, panel)),
            variant=repr((options.log, options.steps, options.by_source)),
            printed=panel_title(panel),
            upright=True,
            name=panel_name(panel),
        )
    sentences = view.remember(f"left out of {page}", lambda: _what_is_left_out(view, kinds, drawn))
    if sentences:
        with st.container(key=f"prose_left_out_{page}"):
            st.caption(" ".join(sentences))


def _figure_of(view: View, options: Options, panel: Panel, months: pd.DataFrame, most: int) -> Draw:
    """Tell how a panel is drawn, with how many marks, once it is known for which surface."""
    return lambda look, chosen: statements_figure(
        panel.claims,
        view.shown.mentions_of(panel.claims, *MENTION_COLUMNS),
        months,
        look,
        titles={panel.kind: AXES},
        log=options.log,
        steps=options.steps,
        by_source=options.by_source,
        as_of=view.board.as_of,
        chosen=chosen,
        places=view.places,
        most=most,
    )


def _sentence(panel: Panel) -> str:
    """Say what a panel shows, under its own title: a kind can have several panels."""
    sentence = statements_sentence(panel.claims, panel.kind)
    return f"{panel.title}: {sentence.removeprefix(f'{KIND_TERMS[panel.kind].title}: ')}"


def _populations(view: View) -> tuple[str, ...]:
    return view.selection.populations or DRAWN


def _what_is_left_out(view: View, kinds: Sequence[Kind], drawn: Sequence[Panel]) -> list[str]:
    """Count the shown claims that no chart draws, by who is counted, and the kinds without any."""
    of_page = view.shown.claims[view.shown.claims["kind"].isin(kinds)]
    in_charts = of_page.index.isin(claims_of(drawn, ()).index)
    left = of_page[~in_charts & (of_page["unit"] != Unit.PERCENT)]
    parts = [
        f"{counted(number, 'claim')} on {POPULATION_LABELS[Population(str(population))]}"
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
    return sentences
