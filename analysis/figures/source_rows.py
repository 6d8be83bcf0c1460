"""The rows of a chart that has one for each source: by bloc, those with most to show kept."""

from collections.abc import Mapping

import pandas as pd

from analysis.codebook import BLOC_LABELS, Bloc
from analysis.figures.look import Look

# A chart of more rows is no overview; the table beneath has all of them.
MOST_SOURCES = 40

_ORDER = {bloc.value: number for number, bloc in enumerate(Bloc)}


def source_rows(
    weight: pd.Series, names: Mapping[str, str], blocs: Mapping[str, str], look: Look
) -> tuple[pd.DataFrame, int]:
    """Make a row for each claimant; returns the rows and how many are left out.

    ``weight``: a number by claimant; the heavier ones are kept, and come first in their bloc.
    Columns: voice (the claimant's id), weight, bloc, name, colour (of its text), starts (bool:
    the first of its bloc), heading (the bloc, there) and note (empty).
    """
    rows = pd.DataFrame({"voice": weight.index, "weight": weight.to_numpy()})
    kept = rows.sort_values("weight", ascending=False, kind="stable").head(MOST_SOURCES)
    kept = kept.assign(bloc=kept["voice"].map(blocs), name=kept["voice"].map(names))
    kept = kept.assign(order=kept["bloc"].map(_ORDER)).sort_values(
        ["order", "weight", "name"], ascending=[True, False, True], ignore_index=True
    )
    label = kept["bloc"].map({bloc.value: text for bloc, text in BLOC_LABELS.items()})
    palette = look.palette
    starts = ~kept["bloc"].duplicated()
    return (
        kept.assign(
            starts=starts,
            # A bloc of one source that has the bloc's name needs no heading.
            heading=label.where(starts & (label != kept["name"]), ""),
            colour=[palette.text(palette.bloc(bloc)) for bloc in kept["bloc"]],
            note="",
        ).drop(columns="order"),
        len(rows) - len(kept),
    )
