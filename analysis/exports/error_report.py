"""The report of an error: a text with ids and present values, and room for what they should be.

Whoever keeps the ledger corrects a cell of a mention, or adds a judgement; both need the mention's
id. So a report about a claim names the mentions that it was folded from.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.codebook import label
from analysis.exports.citation import claim_words
from analysis.exports.notes import Edition
from analysis.figures.hover import Claim, said
from analysis.partial_dates import in_words

# Enough to find the wrong one; the others stand in the ledger.
MOST_MENTIONS = 40

WHAT_IS_WRONG = "What is wrong:"
WHERE_TO_CHECK = "Where that can be checked (address of an article, place in it):"

Row = Mapping[Any, Any]


def claim_report(
    claim: Claim, mentions: pd.DataFrame, edition: Edition, places: Mapping[str, str]
) -> str:
    """Write the report about a claim of the estimates; ``mentions`` are its own, as judged."""
    lines = [
        *_heading(edition),
        f"Claim {claim['claim_id']}: {claim['source']}, {claim_words(claim, places)}, {said(claim)}",
        "",
        "Mentions that it was folded from. Name the wrong ones, and say what they should be:",
        *(_mention_line(row) for row in mentions.head(MOST_MENTIONS).to_dict("records")),
    ]
    if len(mentions) > MOST_MENTIONS:
        lines.append(f"and {len(mentions) - MOST_MENTIONS:,} more")
    return "\n".join([*lines, *_questions()])


def mention_report(
    mention: Row, article: Row, judgements: pd.DataFrame, edition: Edition, claim_id: str
) -> str:
    """Write the report about one mention, cell by cell as coded.

    ``mention`` and ``article`` are rows of the ledger, ``judgements`` those about this mention;
    ``claim_id`` is "" where the mention belongs to no claim.
    """
    day = in_words(article["published_on"])
    lines = [
        *_heading(edition),
        f"Mention {mention['mention_id']} in article {article['document_id']}",
        f"Claim: {claim_id or 'none'}",
        f"Outlet: {article['outlet'] or 'not known'}; printed {day} ({article['published_basis']})",
        f"Title: {article['title'] or 'not recorded'}",
        f"Address: {article['url'] or article['copy_url'] or 'not known'}",
        "",
        "Cells as they are. Behind the arrow of a wrong one, write what it should be:",
        *(f"{name}: {_cell(value)} ->" for name, value in mention.items() if name not in IDS),
    ]
    if len(judgements):
        lines += ["", "Judged already:"]
        lines += [_judgement_line(row) for row in judgements.to_dict("records")]
    return "\n".join([*lines, *_questions()])


IDS = ("mention_id", "document_id")


def _heading(edition: Edition) -> list[str]:
    return [
        "Report of an error in the Muster ledger",
        f"Muster {edition.version}, articles to {in_words(edition.data_day)}",
        "",
    ]


def _questions() -> list[str]:
    return ["", WHAT_IS_WRONG, "", WHERE_TO_CHECK, ""]


def _mention_line(mention: Row) -> str:
    figure = label(mention["bound"], mention["low"], mention["high"], mention["unit"])
    return (
        f"- {mention['mention_id']} ({mention['document_id']}): “{mention['wording']}”, coded "
        f"{mention['claim_type']}, {mention['scope']}, {figure} ->"
    )


def _judgement_line(judgement: Row) -> str:
    kind, field, value = (judgement[name] for name in ("judgement", "field", "value"))
    what = " ".join(part for part in (kind, field, _cell(value)) if part)
    return f"{judgement['judgement_id']}: {what} ({judgement['reason']})"


def _cell(value: object) -> str:
    """Write a cell as the table has it: nothing as (empty), a whole number without a fraction."""
    if isinstance(value, float):
        return "(empty)" if pd.isna(value) else f"{value:.15g}"
    return str(value) if value != "" else "(empty)"
