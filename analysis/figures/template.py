"""The one chart template: every figure names it, so that no theme of a host shows through."""

from functools import cache

import plotly.graph_objects as go

from analysis.figures.look import Look

# Streamlit serves Source Sans under its first name. The others are what a picture finds on a
# machine where the page's own font is not at hand: label widths are reckoned for Arial, which is
# the widest of the list.
FONT = "'Source Sans', 'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

# Pictures are drawn in what every machine has: an SVG carries no font, and in a browser the page's
# own would be measured, then not be at hand where the picture is drawn.
PRINT_FONT = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

TEXT_SIZE = 13
SMALL_TEXT_SIZE = 11


def template(look: Look) -> go.layout.Template:
    """Build the template for a surface: type, colours, axes and hover, and nothing that counts."""
    return _template(look.dark)


@cache
def _template(dark: bool) -> go.layout.Template:
    colours = Look(dark=dark).palette
    axis = {
        "gridcolor": colours.grid,
        "linecolor": colours.axis,
        "tickcolor": colours.axis,
        "tickfont": {"size": SMALL_TEXT_SIZE, "color": colours.muted},
        "zeroline": False,
        "showline": False,
        "automargin": False,
        "separatethousands": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": TEXT_SIZE, "color": colours.ink},
            "paper_bgcolor": colours.surface,
            "plot_bgcolor": colours.surface,
            "colorway": list(dict.fromkeys(colours.blocs.values())),
            "separators": ".,",
            "showlegend": False,
            "hovermode": "closest",
            "hoverdistance": 24,
            "clickmode": "event+select",
            "dragmode": False,
            "barmode": "overlay",
            "hoverlabel": {
                "bgcolor": colours.surface,
                "bordercolor": colours.axis,
                "align": "left",
                "font": {"family": FONT, "size": TEXT_SIZE, "color": colours.ink},
            },
            "annotationdefaults": {"showarrow": False, "font": {"color": colours.ink}},
            "xaxis": axis,
            "yaxis": axis,
        }
    )
