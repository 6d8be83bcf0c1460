"""The map, as the command line draws it: the static one, for all kinds or for a single one."""

from dataclasses import replace
from pathlib import Path

import plotly.graph_objects as go

from analysis.commands.board import MAP, NOW, Board, Chart
from analysis.estimates import select
from analysis.exports.exhibit import claim_tables
from analysis.exports.map_rows import NAME, map_rows, map_title
from analysis.exports.reading_table import plain_table
from analysis.figures.look import Look
from analysis.figures.map_scene import map_scene
from analysis.figures.map_tables import map_tables
from analysis.figures.map_words import caption
from analysis.figures.static_map import printed_map
from analysis.ledger.outlines import read_ground

STATIC = Path(__file__).resolve().parents[2] / "static"


def map_chart(board: Board, kinds: tuple[str, ...] = ()) -> Chart:
    """Make the map of these claim types, of all where none is given.

    With a single one, its figures stand under the names. The point of view is in the notes, as are
    the other sentences of the map's caption. Raises NoOutlines where the outlines cannot be read.
    """
    selection = replace(board.selection, kinds=kinds)
    shown = select(board.estimates, selection)
    tables = map_tables(board.ledger, shown.known_on, selection)
    ground = read_ground(STATIC)
    kind = kinds[0] if len(kinds) == 1 else ""

    def draw(look: Look) -> go.Figure:
        return printed_map(map_scene(shown, tables, look, kind=kind), ground)

    placed = shown.mentions.loc[shown.mentions["location"] != "", "claim_id"]
    about = shown.claims[shown.claims["claim_id"].isin(placed)]
    notes = board.notes(map_title(kind), selection, about, board.address_of(MAP, NOW))
    return Chart(
        NAME,
        notes.with_remarks(caption(not tables.movements.empty, bool(kind))),
        draw,
        # Its marks are explained by its own key.
        marked=about.iloc[:0],
        tables={"rows": map_rows(shown, tables), **claim_tables(about, shown.mentions)},
        package=board.ledger.package,
        read=plain_table,
        kind=None,
    )
