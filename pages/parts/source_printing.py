"""Who prints whom: source, relay or agency, and outlet, as a matrix of articles."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.estimates.printings import Copies, copies
from analysis.figures.look import Look
from analysis.figures.printing_matrix import printing_key, printing_matrix_figure
from analysis.figures.source_sentences import printing_sentence
from pages.parts import source_printed, source_relays
from pages.parts.export import offer_chart
from pages.parts.source_choices import SourceChoices, choose_segment, hold
from pages.parts.source_links import (
    CHOICES,
    articles_of,
    board_chains,
    link,
    named,
    shown_printings,
)
from pages.parts.tile_chart import show_tiles
from pages.parts.view import View
from pages.parts.wording import counted, plain

PLACE = "sources printing"
# Agencies that the sentence on copies names.
MOST_NAMED = 5


@dataclass(frozen=True)
class Chain:
    """One matrix: which link makes the rows and which the columns, its name and its title."""

    rows: str
    columns: str
    label: str
    title: str


CHAINS = {
    "outlets": Chain("outlet", "voice", "Outlet and source", "Which outlet prints which source"),
    "relays": Chain("way", "voice", "Relay and source", "By way of whom sources are printed"),
    "through": Chain("outlet", "way", "Outlet and relay", "From whom outlets have their figures"),
}


def show(view: View, choices: SourceChoices) -> None:
    """Show one of the matrices, and the articles where a reader looks."""
    st.header("Who prints whom", anchor=False)
    if shown_printings(view).empty:
        st.markdown("No article in this selection prints anybody.")
        return
    _say_what_is_copied(
        view.remember("copies", lambda: copies(board_chains(view), view.shown.mention_index))
    )
    names = {key: chain.label for key, chain in CHAINS.items()}
    chain = CHAINS[choose_segment("chain", choices.chain, "Rows and columns", names)]
    _show_matrix(view, chain, choices)
    source_relays.show_chain(view)
    source_relays.show_spellings(view)


def _say_what_is_copied(found: Copies) -> None:
    named_first = [f"{name} {number:,}" for name, number in found.wire.head(MOST_NAMED).items()]
    if len(found.wire) > MOST_NAMED:
        named_first.append(f"{len(found.wire) - MOST_NAMED} more")
    wire, quoting = int(found.wire.sum()), found.quoting
    listed = f" ({', '.join(named_first)})" if named_first else ""
    with st.container(key="prose_sources_copies"):
        st.markdown(
            plain(
                f"Of {counted(found.articles, 'article')}, {wire:,} "
                f"{'prints' if wire == 1 else 'print'} the text of an agency or of another "
                f"outlet{listed}; copies of one text are no independent printings. "
                f"{quoting:,} more {'names' if quoting == 1 else 'name'} somebody from whom they "
                "have a figure. Where an article does not tell, nobody is named between."
            )
        )


def _show_matrix(view: View, chain: Chain, choices: SourceChoices) -> None:
    """Draw the matrix of two links."""
    rows, columns = link(view, chain.rows), link(view, chain.columns)
    cells = articles_of(view, chain.rows, chain.columns)
    placed = cells.rename(columns={chain.rows: "row", chain.columns: "column"})
    totals = (_totals(view, chain.rows), _totals(view, chain.columns))

    def draw(look: Look, tile: str) -> go.Figure:
        return printing_matrix_figure(placed, totals, rows, columns, look, tile)

    told = view.remember(f"told {chain.label}", lambda: named(view, cells))
    sentence = printing_sentence(
        told.set_axis(["row", "column", "articles", "mentions"], axis=1), rows.many, columns.many
    )
    show_tiles(
        view,
        PLACE,
        chain.title,
        draw,
        sentence,
        chosen=printing_key(
            getattr(choices, CHOICES[chain.rows]), getattr(choices, CHOICES[chain.columns])
        ),
        choose=lambda tile: _choose(tile, chain),
        variant=chain.label,
    )
    source_printed.show(view, choices)
    offer_chart(
        view,
        PLACE,
        chain.title,
        draw,
        view.shown.claims.iloc[:0],
        about=view.shown.claims,
        rows=told,
    )


def _totals(view: View, which: str) -> pd.Series:
    return articles_of(view, which).set_index(which)["articles"]


def _choose(tile: str, chain: Chain) -> None:
    row, _, column = tile.partition("\n")
    nothing = dict.fromkeys(CHOICES.values(), "")
    hold(**{**nothing, CHOICES[chain.rows]: row, CHOICES[chain.columns]: column})
