"""Reports of errors, checked by hand on rows of the shipped ledger."""

from pathlib import Path

import pytest

from analysis.estimates import Estimates, estimate
from analysis.exports.error_report import MOST_MENTIONS, claim_report, mention_report
from analysis.exports.notes import Edition
from analysis.ledger import Ledger, load

EDITION = Edition("0.1.0", "2026-02-27")


@pytest.fixture(scope="module")
def ledger(project: Path) -> Ledger:
    return load(project / "data")


@pytest.fixture(scope="module")
def board(ledger: Ledger) -> Estimates:
    return estimate(ledger)


def report_of_mention(ledger: Ledger, mention_id: str, claim_id: str) -> list[str]:
    mention = ledger.mentions.set_index("mention_id", drop=False).loc[mention_id].to_dict()
    articles = ledger.documents.set_index("document_id", drop=False)
    judged = ledger.judgements[ledger.judgements["mention_id"] == mention_id]
    article = articles.loc[mention["document_id"]].to_dict()
    return mention_report(mention, article, judged, EDITION, claim_id).splitlines()


def test_a_mention_is_reported_cell_by_cell(ledger: Ledger) -> None:
    lines = report_of_mention(ledger, "m0324", "c1")
    assert lines[:8] == [
        "Report of an error in the Muster ledger",
        "Muster 0.1.0, articles to 27 Feb 2026",
        "",
        "Mention m0324 in article seed-000",
        "Claim: c1",
        "Outlet: not known; printed 27 Feb 2025 (inferred)",
        "Title: not recorded",
        "Address: not known",
    ]
    cells = [line for line in lines if line.endswith("->")]
    assert [line.partition(":")[0] for line in cells] == [
        name for name in ledger.mentions.columns if name not in ("mention_id", "document_id")
    ]
    assert "wording: over 11,000 North Korean troops ->" in cells
    assert "low: 11000 ->" in cells
    assert "high: (empty) ->" in cells
    assert lines[-4:] == [
        "",
        "What is wrong:",
        "",
        "Where that can be checked (address of an article, place in it):",
    ]


def test_what_was_judged_already_is_told(ledger: Ledger) -> None:
    lines = report_of_mention(ledger, "m0080", "")
    assert "Claim: none" in lines
    judged = lines[lines.index("Judged already:") + 1 :]
    assert judged[0].startswith("j019: correct low 10900 (a slip of the article")
    assert judged[1].startswith("j020: correct high 10900 (")


def test_a_claim_is_reported_with_the_mentions_it_was_folded_from(board: Estimates) -> None:
    claim = board.claims.set_index("claim_id", drop=False).loc["cwzwtlko3ka"].to_dict()
    own = board.mentions[board.mentions["claim_id"] == "cwzwtlko3ka"]
    lines = claim_report(claim, own, EDITION, {}).splitlines()
    assert lines[3] == "Claim cwzwtlko3ka: NIS, about 300 reported killed, said 13 Jan 2025"
    mentions = [line for line in lines if line.endswith("->")]
    assert len(mentions) == len(own)
    assert (
        "- m0330 (seed-002): “around 300\xa0North Korean soldiers”, coded killed, total, ≈ 300 ->"
    ) in mentions


def test_a_long_claim_is_cut_and_says_so(board: Estimates) -> None:
    claim = board.claims.iloc[0].to_dict()
    many = board.mentions.head(MOST_MENTIONS + 3)
    text = claim_report(claim, many, EDITION, {})
    assert text.count("->") == MOST_MENTIONS
    assert "and 3 more" in text
