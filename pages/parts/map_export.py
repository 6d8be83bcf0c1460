"""Save or cite the map: the print version, the rows, the point of view in each of them."""

import plotly.graph_objects as go

from analysis.exports.map_rows import NAME, map_rows, map_title
from analysis.figures.look import Look
from analysis.figures.map_scene import map_scene
from analysis.figures.map_words import caption
from analysis.figures.static_map import printed_map
from pages.parts.export import offer_chart
from pages.parts.map_chart import WHOLE, figures_of, ground, tables_of
from pages.parts.options import Options
from pages.parts.view import View


def offer_map(view: View, options: Options) -> None:
    """Offer the map as it stands: the part that is chosen, else the whole of it."""
    part = options.map_view or WHOLE[0]
    kind = figures_of(view)
    tables = tables_of(view)
    claims, mentions = view.shown.claims, view.shown.mentions

    def draw(look: Look, _: str) -> go.Figure:
        return printed_map(map_scene(view.shown, tables, look, part, kind), ground())

    offer_chart(
        view,
        "map whole",
        map_title(kind, part),
        draw,
        # Its marks are explained by its own key.
        claims.iloc[:0],
        about=claims[claims["claim_id"].isin(mentions.loc[mentions["location"] != "", "claim_id"])],
        rows=view.remember("map rows", lambda: map_rows(view.shown, tables)),
        remarks=caption(not tables.movements.empty, bool(kind)),
        name=NAME,
    )
