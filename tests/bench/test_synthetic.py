"""Generated ledgers: sound by the loader's rules, like the shipped one, the same each time."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.estimates import estimate
from analysis.ledger import Ledger, load
from analysis.partial_dates import spans
from bench.synthetic import synthetic, write

SIZE = 1000

VOCABULARY = ("part", "claim_type", "scope", "population", "bound", "unit", "modality", "location")
OFTEN_EMPTY = ("co_claimants", "relay", "item", "share_of", "event_from", "stated_on", "note")


@pytest.fixture(scope="module")
def real(project: Path) -> Ledger:
    return load(project / "data")


@pytest.fixture(scope="module")
def grown() -> Ledger:
    return synthetic(SIZE)


def test_the_loader_finds_nothing_wrong_and_reads_the_same_tables_back(
    grown: Ledger, tmp_path: Path
) -> None:
    read = load(write(grown, tmp_path / "data"))
    assert read.problems == ()
    assert len(read.mentions) == SIZE
    for name, frame in grown.tables.items():
        pd.testing.assert_frame_equal(frame, read.tables[name], obj=name)


def test_the_first_copy_is_the_shipped_ledger(real: Ledger) -> None:
    same = synthetic(len(real.mentions))
    for name, frame in real.tables.items():
        pd.testing.assert_frame_equal(frame, same.tables[name], obj=name)


def test_the_same_size_gives_the_same_ledger(grown: Ledger) -> None:
    again = synthetic(SIZE)
    for name, frame in grown.tables.items():
        pd.testing.assert_frame_equal(frame, again.tables[name], obj=name)


def test_another_seed_gives_another_ledger(grown: Ledger) -> None:
    assert not synthetic(SIZE, seed=1).mentions.equals(grown.mentions)


@pytest.mark.parametrize("column", VOCABULARY)
def test_what_is_said_is_spread_as_in_the_shipped_ledger(
    real: Ledger, grown: Ledger, column: str
) -> None:
    shares = [ledger.mentions[column].value_counts(normalize=True) for ledger in (real, grown)]
    assert shares[0].sub(shares[1], fill_value=0).abs().max() < 0.05


@pytest.mark.parametrize("column", OFTEN_EMPTY)
def test_cells_are_empty_as_often_as_in_the_shipped_ledger(
    real: Ledger, grown: Ledger, column: str
) -> None:
    given = [(ledger.mentions[column] != "").mean() for ledger in (real, grown)]
    assert given[0] == pytest.approx(given[1], abs=0.05)


def test_dates_are_as_partial_as_in_the_shipped_ledger(real: Ledger, grown: Ledger) -> None:
    lengths = [
        ledger.mentions["stated_on"].str.len().value_counts(normalize=True)
        for ledger in (real, grown)
    ]
    assert lengths[0].sub(lengths[1], fill_value=0).abs().max() < 0.05


def test_claims_grow_with_mentions(real: Ledger, grown: Ledger) -> None:
    per_claim = [len(board.mentions) / len(board.claims) for board in map(estimate, (real, grown))]
    assert per_claim[0] == pytest.approx(per_claim[1], rel=0.05)


def test_articles_and_claimants_grow_too(real: Ledger, grown: Ledger) -> None:
    per_article = [len(ledger.mentions) / len(ledger.documents) for ledger in (real, grown)]
    assert per_article[0] == pytest.approx(per_article[1], rel=0.1)
    assert len(grown.claimants) > len(real.claimants)
    assert len(grown.judgements) > len(real.judgements)
    assert len(grown.sightings) > len(real.sightings)


def test_ids_follow_the_order_of_printing(grown: Ledger) -> None:
    assert grown.mentions["mention_id"].is_monotonic_increasing
    printed = grown.documents.set_index("document_id")["published_on"]
    days = grown.mentions["document_id"].map(printed)
    assert spans(days)["first"].is_monotonic_increasing


def test_a_number_in_digits_stands_in_its_wording(grown: Ledger) -> None:
    mentions = grown.mentions
    number = mentions["low"].fillna(mentions["high"]).map("{:,.0f}".format)
    written = [n in text for n, text in zip(number, mentions["wording"], strict=True)]
    assert sum(written) / len(written) > 0.6
