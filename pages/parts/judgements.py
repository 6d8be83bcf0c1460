"""A person's decision about a mention, in words."""

from collections.abc import Mapping

from analysis.codebook import JudgementKind
from analysis.figures.hover import Claim
from pages.parts.wording import plain

DECISIONS = {
    JudgementKind.SAME_ORIGIN: "own estimate of {value}",
    JudgementKind.CORRECT: "{field} read as {value}",
    JudgementKind.SET_ASIDE: "set aside",
    JudgementKind.MERGE: "joined to the claim of {value}",
    JudgementKind.SPLIT: "split off as {value}",
    JudgementKind.SUPERSEDE: "its claim revises that of {value}",
    JudgementKind.REINSTATE: "its claim is in force again",
}
# Columns that hold ids of claimants.
NAMING = ("claimant", "co_claimants")


def decision(judgement: Claim, names: Mapping[str, str]) -> str:
    """Say what a row of the table of judgements decides, as Markdown; ``names``: of claimants.

    >>> decision({"judgement": "same_origin", "field": "", "value": "nis"}, {"nis": "NIS"})
    'own estimate of NIS'
    >>> decision({"judgement": "correct", "field": "low", "value": "10900"}, {})
    'low read as 10900'
    >>> decision({"judgement": "correct", "field": "location", "value": ""}, {})
    'location read as empty'
    """
    kind = JudgementKind(judgement["judgement"])
    value = judgement["value"] or "empty"
    if kind == JudgementKind.SAME_ORIGIN or judgement["field"] in NAMING:
        # Co-claimants are several ids in one cell.
        value = ", ".join(names.get(one, one) for one in value.split(";"))
    return plain(DECISIONS[kind].format(field=judgement["field"], value=value))
