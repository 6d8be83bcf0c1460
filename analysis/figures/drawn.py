"""Which claims a figure draws: what a test, or an export's table, holds against the rows."""

import plotly.graph_objects as go

ROLES = ("mark", "earlier", "mention")


def drawn_claims(figure: go.Figure, role: str = "mark") -> set[str]:
    """Collect the ids of the claims that are drawn in a role.

    Roles: ``mark`` (a claim of the chart), ``earlier`` (a pale tick for what the same source said
    before).
    """
    return {claim_id for claim_id, _ in drawn_marks(figure, role)}


def drawn_marks(figure: go.Figure, role: str = "mark") -> list[tuple[str, str]]:
    """List every drawn mark as (claim id, name of its x axis), once for each time it is drawn."""
    return [
        (point[0], trace.xaxis)
        for trace in figure.data
        if (trace.meta or {}).get("role") == role
        for point in trace.customdata
    ]
