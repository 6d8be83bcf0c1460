"""The figure that is drawn when there is nothing to draw: it says so in words."""

import plotly.graph_objects as go

from analysis.figures.look import Look
from analysis.figures.template import template
from analysis.figures.text_width import wrapped

NOTHING = "No source in this selection gives such a figure."

HEIGHT = 96


def blank_figure(look: Look, text: str = NOTHING) -> go.Figure:
    """Draw no axes and one sentence: silence is not zero, so there is no empty scale either."""
    figure = go.Figure(layout={"template": template(look), "width": look.width, "height": HEIGHT})
    figure.update_xaxes(visible=False, range=[0, 1])
    figure.update_yaxes(visible=False, range=[0, 1])
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, meta={"notes": [text]})
    figure.add_annotation(
        text="<br>".join(wrapped(text, 13, look.width - 24)),
        x=0,
        y=0.5,
        xref="paper",
        yref="paper",
        xanchor="left",
        xshift=4,
        align="left",
        font={"color": look.palette.muted},
    )
    return figure
