"""Judgements applied to mentions before they fold: corrections, mentions set aside, merges, splits.

The mentions themselves are never edited: what comes out is a reading of them, and each judgement
stays beside it with its reason.
"""

from dataclasses import dataclass

import pandas as pd

from analysis.codebook import JudgementKind

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
    judged_mentions = mentions["mention_id"].isin(judgements["mention_id"])
    present = mentions.loc[judged_mentions, "mention_id"]
    judgements = judgements[judgements["mention_id"].isin(present)]
    by_kind = {kind: judgements[judgements["judgement"] == kind] for kind in JudgementKind}
    aside = mentions["mention_id"].isin(by_kind[JudgementKind.SET_ASIDE]["mention_id"])
    kept = (mentions[~aside] if aside.any() else mentions).reset_index(drop=True)
    corrections = by_kind[JudgementKind.CORRECT]
    touched = kept.loc[kept["mention_id"].isin(corrections["mention_id"]), "mention_id"]
    row_of = pd.Series(touched.index, index=touched)
    for field, rows in corrections.groupby("field"):
        values = rows.set_index("mention_id")["value"].reindex(touched).dropna()
        column = kept[field].copy()
        column[row_of[values.index]] = (
            pd.to_numeric(values).to_numpy() if field in NUMBERS else values.to_numpy()
        )
        kept[field] = column
    splits = _pairs(by_kind[JudgementKind.SPLIT])
    kept["split_label"] = kept["mention_id"].map(splits).fillna("") if splits else ""
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


def _pairs(judgements: pd.DataFrame) -> dict[str, str]:
    return dict(zip(judgements["mention_id"], judgements["value"], strict=True))
