"""Charts of shares: those that follow from two figures, and those that sources stated."""

from dataclasses import replace

import plotly.graph_objects as go

from analysis.codebook import Kind
from analysis.commands.board import SHARES, STATED, Board, Chart
from analysis.estimates import select
from analysis.estimates.shares import (
    PARTS,
    WHOLES,
    collective_claimants,
    share_claims,
    share_figures,
    share_rows,
    stated_shares,
)
from analysis.exports.columns import share_table
from analysis.exports.exhibit import claim_tables
from analysis.exports.reading_table import plain_table
from analysis.exports.titles import (
    shares_name,
    shares_remarks,
    shares_title,
    stated_name,
    stated_title,
)
from analysis.figures.look import Look
from analysis.figures.shares import (
    FOOT,
    share_marks,
    share_texts,
    shares_figure,
    stated_rows,
)


def shares_chart(
    board: Board, kind: Kind, whole: Kind | None = None, whole_source: str = ""
) -> Chart | None:
    """Make the chart of a kind as a share of another; None where no source gives both numbers.

    ``whole``: the kind to divide by (default: the first other one that shares are taken of).
    ``whole_source``: whose number to divide by; "" takes that of the part's own source.
    """
    whole = whole or next(other for other in WHOLES if other is not kind)
    if kind not in PARTS:
        return None
    selection = board.selection
    parts = share_figures(board.estimates, selection, kind, board.names, board.places)
    wholes = share_figures(
        board.estimates, selection, whole, board.names, board.places, of_any_source=True
    )
    several = collective_claimants(board.ledger.claimants)
    rows, lacking = share_rows(parts, wholes, whole_source, several)
    if rows.empty:
        return None
    claims = share_claims(rows, parts, wholes)
    worded = share_texts(rows, claims)

    def draw(look: Look) -> go.Figure:
        return shares_figure(worded, look, foot=FOOT)

    more = ["--whole", whole.value]
    more += ["--whole-source", whole_source] if whole_source else []
    notes = board.notes(
        shares_title(kind, whole),
        replace(selection, kinds=tuple(dict.fromkeys((kind.value, whole.value))), scopes=()),
        claims,
        board.address_of(kind, SHARES, *more),
    )
    return Chart(
        shares_name(kind, whole),
        notes.with_remarks(shares_remarks(lacking, same_source=not whole_source)),
        draw,
        marked=share_marks(rows),
        tables={"shares": share_table(worded)} | claim_tables(claims, board.estimates.mentions),
        package=board.ledger.package,
        read=plain_table,
        kind=kind,
    )


def stated_chart(board: Board, kind: Kind) -> Chart | None:
    """Make the chart of the percentages that sources stated; None where there are none."""
    selection = replace(board.selection, kinds=(kind.value,), scopes=())
    shown = select(board.estimates, selection)
    claims = stated_shares(shown.claims)
    if claims.empty:
        return None
    rows = stated_rows(claims)

    def draw(look: Look) -> go.Figure:
        return shares_figure(rows, look, foot=FOOT)

    address = board.address_of(kind, STATED)
    return Chart(
        stated_name(kind),
        board.notes(stated_title(kind), selection, claims, address),
        draw,
        marked=share_marks(rows),
        tables=claim_tables(claims, shown.mentions, drawn="mark"),
        package=board.ledger.package,
        kind=kind,
    )
