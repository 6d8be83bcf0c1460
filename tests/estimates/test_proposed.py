"""A proposal joins a claim, is a new one, or revises: told from the shipped ledger."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.estimates import estimate
from analysis.estimates.proposed import Match, Place, proposed
from analysis.ledger import load

LEDGER = load(Path("data"))
BOARD = estimate(LEDGER)
COLUMNS = list(LEDGER.mentions.columns)

ROW = {
    "mention_id": "m-abcdefghijkl-1",
    "document_id": "added-abcdefghijkl",
    "wording": "about 2,100",
    "occurrence": "1",
    "part": "body",
    "claimant": "nis",
    "claim_type": "killed",
    "scope": "total",
    "population": "soldiers",
    "bound": "about",
    "low": "2100",
    "high": "2100",
    "unit": "people",
    "stated_on": "2026-02-27",
    "modality": "actual",
}
DOCUMENTS = pd.DataFrame(
    [
        {
            "document_id": "added-abcdefghijkl",
            "outlet": "The Test Gazette",
            "published_on": "2026-02-28",
            "published_basis": "stated",
            "language": "en",
        }
    ]
).reindex(columns=list(LEDGER.documents.columns), fill_value="")


def match_of(**changes: str) -> Match:
    rows = pd.DataFrame([{**ROW, **changes}]).reindex(columns=COLUMNS, fill_value="")
    return proposed(LEDGER, BOARD, DOCUMENTS, rows).matches[ROW["mention_id"]]


def claim(claimant: str, kind: str, low: float) -> pd.Series:
    claims = BOARD.claims
    found = claims[
        (claims["claimant"] == claimant)
        & (claims["kind"] == kind)
        & (claims["low"] == low)
        & (claims["scope"] == "total")
    ]
    assert len(found) == 1
    return found.iloc[0]


def test_a_later_number_of_the_same_source_revises_the_one_in_force() -> None:
    match = match_of()
    assert (match.place, match.others) == (Place.REVISES, 0)
    assert match.revised == (claim("nis", "killed", 2000)["claim_id"],)


def test_a_number_that_is_there_gains_a_mention() -> None:
    joined = claim("nis", "killed", 300)
    match = match_of(low="300", high="300", stated_on="2025-01-13")
    assert (match.place, match.claim_id) == (Place.JOINS, joined["claim_id"])
    assert match.others == joined["mentions"]


def test_a_number_of_a_source_that_gave_none_is_new() -> None:
    match = match_of(claimant="ru_kremlin", low="70", high="70")
    assert (match.place, match.others, match.revised) == (Place.NEW, 0, ())


@pytest.mark.parametrize("column", ["mentions", "documents"])
def test_the_ledger_itself_stays_as_it_is(column: str) -> None:
    before = len(LEDGER.table(column))
    match_of()
    assert len(LEDGER.table(column)) == before
