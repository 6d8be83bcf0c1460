"""Judgements applied to mentions before they fold: corrections, mentions set aside, merges, splits.

The mentions themselves are never edited: what comes out is a reading of them, and each judgement
stays beside it with its reason.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.codebook import JudgementKind
from analysis.estimates.grouping import NO_ROW, Ints, options, rows_of, with_texts_at
from analysis.ledger.judgement_rules import VALUE_IS_MENTION

NUMBERS = frozenset({"low", "high"})


@dataclass(frozen=True)
class Decisions:
    """The judgements that act on claims, by the rows of the mentions that stand for their claims.

    ``merges`` leads from a mention to the one whose claim it joins, ``supersedes`` pairs a mention
    with the one whose claim it supersedes, ``origins`` names whose own estimate a mention is.
    """

    merges: dict[int, int]
    supersedes: tuple[tuple[int, int], ...]
    reinstated: tuple[int, ...]
    origins: pd.Series


def judged(mentions: pd.DataFrame, judgements: pd.DataFrame) -> tuple[pd.DataFrame, Decisions]:
    """Read mentions as judged; returns them without those set aside, with ``split_label``.

    A judgement about a mention that is not among the rows (not printed yet, say) does nothing.
    """
    of_kind = {kind: (judgements["judgement"] == kind).to_numpy() for kind in JudgementKind}
    named = judgements["value"].where(judgements["judgement"].isin(VALUE_IS_MENTION), "")
    rows, values = np.split(
        rows_of(pd.concat([judgements["mention_id"], named]), mentions["mention_id"]), 2
    )
    read = mentions.assign(
        **_corrected(mentions, judgements, rows),
        split_label=_split_labels(judgements, rows, len(mentions)).array,
    )
    aside = rows[of_kind[JudgementKind.SET_ASIDE]]
    aside = aside[aside != NO_ROW]
    if len(aside):
        kept = np.ones(len(mentions), dtype=bool)
        kept[aside] = False
        read = read[kept].reset_index(drop=True)
        moved = np.append(np.where(kept, kept.cumsum() - 1, NO_ROW), NO_ROW)
        rows, values = moved[rows], moved[values]
    here = rows != NO_ROW

    def pairs_of(kind: JudgementKind) -> list[tuple[int, int]]:
        chosen = here & of_kind[kind] & (values != NO_ROW)
        return list(zip(rows[chosen].tolist(), values[chosen].tolist(), strict=True))

    origins = here & of_kind[JudgementKind.SAME_ORIGIN]
    return read, Decisions(
        merges=dict(pairs_of(JudgementKind.MERGE)),
        supersedes=tuple(pairs_of(JudgementKind.SUPERSEDE)),
        reinstated=tuple(rows[here & of_kind[JudgementKind.REINSTATE]].tolist()),
        origins=pd.Series(judgements["value"].array[origins], index=rows[origins]),
    )


def _corrected(
    mentions: pd.DataFrame, judgements: pd.DataFrame, rows: Ints
) -> dict[str, pd.Series]:
    """Give the columns that judgements correct, with the corrected cells in place.

    ``rows`` names the row of each judgement's mention, -1 where it is not there.
    """
    chosen = (judgements["judgement"] == JudgementKind.CORRECT).to_numpy() & (rows != NO_ROW)
    corrections = judgements.loc[chosen, ["field", "value"]].assign(row=rows[chosen])
    columns = {}
    for field, cells in corrections.groupby("field"):
        at = cells["row"].to_numpy()
        if field in NUMBERS:
            column = mentions[field].copy()
            column.iloc[at] = pd.to_numeric(cells["value"]).array
        else:
            column = with_texts_at(mentions[field], at, cells["value"])
        columns[str(field)] = column
    return columns


def _split_labels(judgements: pd.DataFrame, rows: Ints, count: int) -> pd.Series:
    """Give the label that tells a mention from the others of its claim; "" for most."""
    split = (judgements["judgement"] == JudgementKind.SPLIT).to_numpy() & (rows != NO_ROW)
    codes, labels = pd.factorize(judgements["value"].array[split])
    place = np.zeros(count, dtype=np.int64)
    place[rows[split]] = codes + 1
    return options(["", *labels], place)
