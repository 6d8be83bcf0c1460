"""A reviewer in a process of its own: decides on proposals, and says each decision that was kept.

    .venv/bin/python -m bench.reliability.deciding URL NAME FIRST LAST

Prints ``PROPOSAL NUMBER`` for each decision once it is acknowledged, and ``told PROPOSAL`` where
somebody else was first. Other processes start it, watch what it prints, and may kill it at any time. It ends with
TOLD_OF_TROUBLE where the database failed and said so.
"""

import sys
from datetime import UTC, datetime

from analysis.ledger.store.articles import add_article
from analysis.ledger.store.database import Store, open_store
from analysis.ledger.store.decisions import DecidedMeanwhile, Signed, decide, history
from analysis.ledger.store.people import Person
from analysis.ledger.store.records import Action, Article, Versions
from analysis.ledger.store.trouble import StoreError

TOLD_OF_TROUBLE = 3

FIELDS = {
    "wording": "about 2,100",
    "part": "body",
    "claimant": "nis",
    "claim_type": "killed",
    "scope": "total",
    "population": "soldiers",
    "bound": "about",
    "low": "2100",
    "high": "2100",
    "unit": "people",
    "modality": "actual",
}
VERSIONS = Versions(codebook="1.0.0", extractor="1")


def article_with(store: Store, proposals: int) -> str:
    """Add an article with so many proposals; gives the beginning of their ids."""
    article = Article(
        document_id="",
        text="about 2,100 " * proposals,
        outlet="The Test Gazette",
        published_on="2026-02-28",
        published_basis="stated",
        language="en",
    )
    places = [
        (12 * n, 12 * n + 11, FIELDS | {"occurrence": str(n + 1)}, {}) for n in range(proposals)
    ]
    now = datetime.now(UTC)
    added = add_article(store, Person("setup"), article, places, "extractor 1", now)
    return f"{added.document_id}.1."


def decide_all(store: Store, name: str, ids: list[str]) -> None:
    """Accept each proposal that is still open, and say what was kept."""
    for proposal_id in ids:
        if history(store, proposal_id):
            continue
        signed = Signed(Person(name), datetime.now(UTC), VERSIONS, seen=0)
        try:
            kept = decide(store, signed, proposal_id, Action.ACCEPT)
        except DecidedMeanwhile:
            print("told", proposal_id, flush=True)
        else:
            print(proposal_id, kept.number, flush=True)


if __name__ == "__main__":
    url, name, stem, first, last = sys.argv[1:]
    ids = [f"{stem}{n}" for n in range(int(first), int(last) + 1)]
    try:
        decide_all(open_store(url), name, ids)
    except StoreError as error:
        print(error, file=sys.stderr)
        sys.exit(TOLD_OF_TROUBLE)
