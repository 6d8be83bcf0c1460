"""Nothing is a figure before it is accepted; then it stands in every claim with its evidence."""

from dataclasses import replace
from pathlib import Path

from analysis.estimates import estimate
from analysis.ledger import Ledger, load
from analysis.ledger.store.accepted import accepted_tables, revision, with_accepted
from analysis.ledger.store.articles import add_article, begin_blind_coding
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import decide, undo
from analysis.ledger.store.records import Action, Article
from tests.ledger.store.desk import ANNA, FIELDS, NOON, signed

SHIPPED = load(Path("data"))


def grown(store: Store) -> Ledger:
    ledger, problems = with_accepted(SHIPPED, accepted_tables(store, SHIPPED))
    assert problems == ()
    return ledger


def test_a_proposal_is_in_no_table(store: Store, added: Article) -> None:
    assert grown(store) is SHIPPED


def test_an_accepted_proposal_is_a_claim_that_revises_the_one_before(
    store: Store, added: Article
) -> None:
    decide(store, signed(), f"{added.document_id}.1.1", Action.ACCEPT)
    ledger = grown(store)
    assert len(ledger.mentions) == len(SHIPPED.mentions) + 1
    assert ledger.data_day == "2026-02-28"
    claims = estimate(ledger).claims
    nis = claims[(claims["claimant"] == "nis") & (claims["kind"] == "killed") & claims["in_force"]]
    assert nis["low"].tolist() == [2100]
    before = claims[claims["superseded_by"] == nis["claim_id"].iloc[0]]
    assert before["low"].tolist() == [2000]


def test_another_print_of_one_text_is_a_further_outlet_and_no_further_origin(
    store: Store, added: Article
) -> None:
    text = f"Two thousand dead, and more\n\n{added.text}"
    copy = replace(
        added,
        text=text,
        outlet="Second Gazette",
        agency=added.outlet,
        near_copy_of=added.document_id,
    )
    start = text.rindex("about 2,100")
    proposals = [(start, start + len("about 2,100"), FIELDS, {})]
    second = add_article(store, ANNA, copy, proposals, "extractor 1", NOON)
    before = estimate(SHIPPED).claims
    for article in (added, second):
        decide(store, signed(), f"{article.document_id}.1.1", Action.ACCEPT)
    claims = estimate(grown(store)).claims
    assert len(claims) == len(before) + 1
    claim = claims[(claims["claimant"] == "nis") & (claims["low"] == 2100)].iloc[0]
    assert (claim["mentions"], claim["articles"], claim["outlets"]) == (2, 2, 2)
    assert claim["origin"] == "nis"


def test_a_rejected_or_undone_one_leaves_no_trace_in_the_ledger(
    store: Store, added: Article
) -> None:
    proposal_id = f"{added.document_id}.1.1"
    decide(store, signed(), proposal_id, Action.ACCEPT)
    undo(store, signed(seen=1), proposal_id, 1)
    assert grown(store) is SHIPPED
    decide(store, signed(seen=2, reason="old"), proposal_id, Action.REJECT)
    assert grown(store) is SHIPPED


def test_a_blind_coding_never_reaches_the_ledger(store: Store, added: Article) -> None:
    coding_id = begin_blind_coding(store, ANNA, added.document_id, NOON)
    assert coding_id == begin_blind_coding(store, ANNA, added.document_id, NOON)
    assert grown(store) is SHIPPED


def test_every_decision_changes_the_revision(store: Store, added: Article) -> None:
    assert revision(store) == 0
    decide(store, signed(), f"{added.document_id}.1.1", Action.ACCEPT)
    assert revision(store) == 1


def test_a_row_that_no_longer_fits_stays_out_alone_and_is_told(
    store: Store, added: Article
) -> None:
    corrected = {**FIELDS, "claimant": "nobody_known"}
    decide(store, signed(), f"{added.document_id}.1.1", Action.CORRECT, corrected)
    ledger, problems = with_accepted(SHIPPED, accepted_tables(store, SHIPPED))
    assert len(ledger.mentions) == len(SHIPPED.mentions)
    assert [problem.column for problem in problems] == ["claimant"]
