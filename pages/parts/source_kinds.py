"""Source by kind: what each source has in force, and since when."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.codebook import KIND_TERMS, Kind, Page
from analysis.estimates.in_force import in_force, in_force_cells, returned
from analysis.estimates.panels import DRAWN
from analysis.figures.kind_matrix import KindView, kind_matrix_figure
from analysis.figures.source_sentences import kinds_sentence
from analysis.partial_dates import in_words
from pages.parts.chart import show_chart
from pages.parts.empty import show_nothing
from pages.parts.source_choices import SourceChoices, choose_segment
from pages.parts.view import View
from pages.parts.wording import counted

PLACE = "sources in_force"

MAIN = (
    Kind.SENT_TOTAL,
    Kind.PRESENT,
    Kind.PLANNED,
    Kind.KILLED,
    Kind.WOUNDED,
    Kind.CASUALTIES,
)
# Waves are no running totals: none is ever in force.
GROUPS = {
    "main": MAIN,
    **{
        page.value: tuple(
            kind
            for kind, term in KIND_TERMS.items()
            if term.page is page and kind is not Kind.SENT_ADDITIONAL
        )
        for page in Page
    },
}
LABELS = {
    "main": "Main types",
    "troops": "Troops",
    "casualties": "Casualties",
    "materiel": "Materiel",
}

# Columns of the exported rows.
ROWS = [
    "source",
    "kind",
    "modality",
    "population",
    "item",
    "location",
    "bound",
    "low",
    "high",
    "unit",
    "since_on",
    "since_basis",
    "age_days",
    "origin",
    "claim_id",
]


def show(view: View, choices: SourceChoices) -> None:
    """Show the matrix of the chosen kinds; where kinds are filtered, of those."""
    st.header("Who says what, and since when", anchor=False)
    if view.selection.kinds:
        kinds = tuple(kind for kind in Kind if kind in view.selection.kinds)
        title = "The chosen claim types"
    else:
        group = choose_segment("columns", choices.columns, "Claim types", LABELS)
        kinds, title = GROUPS[group], LABELS[group]
    drawn = view.remember(f"in force {kinds}", lambda: _drawn(view, kinds))
    if drawn.figures.empty:
        show_nothing(
            view,
            "figure in force of these types",
            lambda claims: claims[claims["in_force"] & claims["kind"].isin(kinds)],
            "sources_kinds",
        )
        return
    show_chart(
        view,
        PLACE,
        f"{title}: in force on {in_words(view.board.as_of)}",
        lambda look, chosen: kind_matrix_figure(drawn, look, chosen),
        drawn.figures.drop_duplicates("claim_id"),
        kinds_sentence(drawn),
        variant=repr(drawn.kinds),
        marked=drawn.figures.iloc[:0],
        rows=view.remember(f"in force rows {kinds}", lambda: _rows(view, drawn.figures)),
        name="in force by source",
    )
    _say_what_is_missing(kinds, drawn.kinds)


def _drawn(view: View, kinds: tuple[Kind, ...]) -> KindView:
    """Find what the chart draws: the chosen kinds of which somebody has a figure in force."""
    populations = tuple(view.selection.populations or DRAWN)
    figures = in_force(view.shown, returns(view), populations)
    figures = figures[figures["kind"].isin(kinds)]
    used = set(figures["kind"])
    return KindView(
        cells=in_force_cells(figures),
        figures=figures,
        kinds=[kind for kind in kinds if kind in used],
        names=view.names,
        blocs=blocs(view),
        places=view.places,
        as_of=view.board.as_of,
    )


def returns(view: View) -> pd.DataFrame:
    """Give the claims that their source had left and came back to."""
    return view.remember_board("returned", lambda: returned(view.board, view.ledger.judgements))


def blocs(view: View) -> dict[str, str]:
    """Give the bloc of each claimant."""
    claimants = view.ledger.claimants
    return dict(zip(claimants["claimant"], claimants["bloc"], strict=True))


def _rows(view: View, figures: pd.DataFrame) -> pd.DataFrame:
    """List every figure behind the matrix, a joint one under each of its sources."""
    named = figures.assign(source=figures["voice"].map(view.names))
    return named.sort_values(["source", "kind"], kind="stable")[ROWS].reset_index(drop=True)


def _say_what_is_missing(kinds: Sequence[str], used: Sequence[str]) -> None:
    """Say which kinds nobody has a figure of, and what stands elsewhere."""
    lacking = [KIND_TERMS[Kind(kind)].label for kind in kinds if kind not in used]
    with st.container(key="prose_sources_kinds"):
        st.caption(
            "Running totals, numbers there at a time, and plans. A joint statement stands under each "
            "of its sources. Waves, incidents, percentages and numbers that stand elsewhere under "
            "another kind are never in force."
            + (
                f" {counted(len(lacking), 'type')} without a figure: {', '.join(lacking)}."
                if lacking
                else ""
            )
        )
