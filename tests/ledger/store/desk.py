"""An article of our own words, a reviewer, and decisions signed at noon."""

from dataclasses import replace
from datetime import UTC, datetime

from analysis.ledger.store.decisions import Signed
from analysis.ledger.store.people import Person
from analysis.ledger.store.records import Article, Versions

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANNA = Person("anna")
VERSIONS = Versions(codebook="0.1.0", extractor="1")

TEXT = (
    "Seoul counts about 2,100 dead\n\n"
    "South Korea's spy agency put the dead at about 2,100 in a closed briefing on Friday."
)
FIELDS = {
    "wording": "about 2,100",
    "occurrence": "2",
    "part": "body",
    "claimant": "nis",
    "claimant_text": "South Korea's spy agency",
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
ARTICLE = Article(
    document_id="",
    text=TEXT,
    outlet="The Test Gazette",
    published_on="2026-02-28",
    published_basis="stated",
    language="en",
    title="Seoul counts about 2,100 dead",
)


def signed(seen: int = 0, person: Person = ANNA, reason: str = "") -> Signed:
    """Sign a decision at noon."""
    return Signed(person=person, at=NOON, versions=VERSIONS, seen=seen, reason=reason)


def retold(text: str) -> Article:
    """The article with another text."""
    return replace(ARTICLE, text=text)
