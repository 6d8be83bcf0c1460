"""A person's decision about a mention, in words."""

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


def decision(judgement: Claim) -> str:
    """Say what a row of the table of judgements decides, as Markdown.

    >>> decision({"judgement": "correct", "field": "low", "value": "10900"})
    'low read as 10900'
    >>> decision({"judgement": "correct", "field": "location", "value": ""})
    'location read as empty'
    """
    words = DECISIONS[JudgementKind(judgement["judgement"])]
    return plain(words.format(field=judgement["field"], value=judgement["value"] or "empty"))
