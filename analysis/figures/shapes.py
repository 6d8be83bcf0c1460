"""Which mark a claim gets: the rows of a table turned into what there is to draw.

One row, one mark. The number alone decides where a mark stands; a mark has one value where one was
given and two ends where two were given, and nothing in between is ever reckoned.
"""

from enum import StrEnum

import numpy as np
import pandas as pd

from analysis.codebook import CEILINGS, FLOORS, INTERVALS, Basis, Bloc, Bound, Modality
from analysis.figures.look import Look
from analysis.figures.palette import symbol


class Shape(StrEnum):
    """The outline of a mark: what was said about the two ends of a number."""

    POINT = "point"
    FLOOR = "floor"
    CEILING = "ceiling"
    INTERVAL = "interval"
    NOTHING = "nothing"


SHAPES = {
    bound: (
        Shape.INTERVAL
        if bound in INTERVALS
        else Shape.FLOOR
        if bound in FLOORS
        else Shape.CEILING
        if bound in CEILINGS
        else Shape.POINT
    )
    for bound in Bound
}

SHAPE_NAMES = {bound.value: shape.value for bound, shape in SHAPES.items()}

# Claims that stand beside their source's latest one: drawn pale.
NOT_LATEST = frozenset({"revised", "unsettled_fall"})
DRIFT_OF_KIND = "drift_of_kind"

# How much of its colour is left in a mark that still is its source's latest but was said long ago.
STALE_LEFT = 0.78


def outlines(claims: pd.DataFrame) -> pd.DataFrame:
    """Say for every claim what its number alone decides, as ``shapes`` does.

    ``claims`` needs bound, low and high. Returns shape, anchor, low, high and faint.
    """
    bound = claims["bound"].astype("str")
    shape = bound.map(SHAPE_NAMES).fillna(Shape.NOTHING.value)
    low, high = claims["low"], claims["high"]
    return pd.DataFrame(
        {
            "shape": shape,
            "anchor": np.where(shape == Shape.CEILING, high, low),
            "low": low,
            "high": high,
            "faint": bound.eq(Bound.VAGUE),
        },
        index=claims.index,
    )


def shapes(claims: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Say for every claim how its mark is drawn.

    ``claims`` needs the columns claim_id, claimant, bloc, bound, low, high, modality, status,
    said_on_basis and said_inferred; an empty bound (both ends open) has no mark. A column ``stale`` (bool) makes old marks paler. Returns,
    on the same index: claim_id, shape, anchor (the value at which the mark stands; an interval's
    low end), low, high, colour, symbol, and the bools pale, faint (a word instead of a number),
    hollow (planned, denied), struck (denied), apart (drift of kind), unnamed (nobody named),
    undated (dated by its printing only) and inferred (that printing day is itself inferred).
    """
    colours = look.palette
    outline = outlines(claims)
    apart = claims["status"].eq(DRIFT_OF_KIND)
    pale = claims["status"].isin(NOT_LATEST) | apart
    stale = claims["stale"].astype(bool) if "stale" in claims.columns else pale & False
    faint = outline["faint"]
    full = {bloc.value: colours.bloc(bloc) for bloc in Bloc}
    light = {bloc: colours.pale(hue) for bloc, hue in full.items()}
    older = {bloc: colours.pale(hue, STALE_LEFT) for bloc, hue in full.items()}
    colour = claims["bloc"].map(full)
    if stale.any():
        colour = colour.where(~stale, claims["bloc"].map(older))
    colour = colour.where(~(pale | faint), claims["bloc"].map(light))
    undated = claims["said_on_basis"].eq(Basis.PRINTED)
    return pd.DataFrame(
        {
            "claim_id": claims["claim_id"],
            **outline[["shape", "anchor", "low", "high"]],
            "colour": colour,
            "symbol": claims["claimant"].map(
                {name: symbol(name) for name in claims["claimant"].unique()}
            ),
            "pale": pale,
            "faint": faint,
            "hollow": claims["modality"].isin([Modality.PLANNED, Modality.DENIED]),
            "struck": claims["modality"].eq(Modality.DENIED),
            "apart": apart,
            "unnamed": claims["bloc"].eq(Bloc.UNATTRIBUTED),
            "undated": undated,
            "inferred": undated & claims["said_inferred"].astype(bool),
        },
        index=claims.index,
    )
