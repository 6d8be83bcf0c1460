"""Judgements applied to mentions before they fold: corrections, mentions set aside, merges, splits.

The mentions themselves are never edited: what comes out is a reading of them, and each judgement
stays beside it with its reason.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.codebook import JudgementKind
from analysis.estimates.grouping import NO_ROW, Ints, options, rows_of

NUMBERS = frozenset({"low", "high"})


@dataclass(frozen=True)
class Decisions:
    """The judgements that act on claims, as pairs of mention ids that stand for their claims.

    merges and supersedes lead from a mention to the mention named in the judgement's value.
    """

    merges: dict[str, str]
    supersedes: tuple[tuple[str, str], ...]
    reinstated: frozenset[str]
    origins: dict[str, str]


def judged(mentions: pd.DataFrame, judgements: pd.DataFrame) -> tuple[pd.DataFrame, Decisions]:
    """Read mentions as judged; returns them without those set aside, with ``split_label``.

    A judgement about a mention that is not among the rows (not printed yet, say) does nothing.
    """
    rows = rows_of(judgements["mention_id"], mentions["mention_id"])
    judgements, rows = judgements[rows != NO_ROW], rows[rows != NO_ROW]
    of_kind = {kind: (judgements["judgement"] == kind).to_numpy() for kind in JudgementKind}
    by_kind = {kind: judgements[chosen] for kind, chosen in of_kind.items()}
    split = of_kind[JudgementKind.SPLIT]
    labels, names = pd.factorize(judgements.loc[split, "value"])
    label_of = np.zeros(len(mentions), dtype=np.int64)
    label_of[rows[split]] = labels + 1
    read = mentions.assign(
        **_corrected(mentions, judgements, rows), split_label=options(["", *names], label_of).array
    )
    aside = rows[of_kind[JudgementKind.SET_ASIDE]]
    kept = read.drop(index=read.index[aside]).reset_index(drop=True) if len(aside) else read
    return kept, Decisions(
        merges=_pairs(by_kind[JudgementKind.MERGE]),
        supersedes=tuple(
            by_kind[JudgementKind.SUPERSEDE][["mention_id", "value"]].itertuples(
                index=False, name=None
            )
        ),
        reinstated=frozenset(by_kind[JudgementKind.REINSTATE]["mention_id"]),
        origins=_pairs(by_kind[JudgementKind.SAME_ORIGIN]),
    )


def _corrected(
    mentions: pd.DataFrame, judgements: pd.DataFrame, rows: Ints
) -> dict[str, pd.Series]:
    """Give the columns that judgements correct, with the corrected cells in place.

    ``rows`` names the row of each judgement's mention.
    """
    is_correction = judgements["judgement"] == JudgementKind.CORRECT
    columns = {}
    for field in judgements.loc[is_correction, "field"].unique():
        chosen = is_correction & (judgements["field"] == field)
        values = judgements.loc[chosen, "value"]
        column = mentions[field].copy()
        column.iloc[rows[chosen]] = (pd.to_numeric(values) if field in NUMBERS else values).array
        columns[field] = column
    return columns


def _pairs(judgements: pd.DataFrame) -> dict[str, str]:
    return dict(zip(judgements["mention_id"], judgements["value"], strict=True))
