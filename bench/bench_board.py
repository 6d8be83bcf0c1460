"""How long a reader waits for the board: reading and checking the tables, then folding them."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from analysis.estimates import estimate
from analysis.ledger import load
from bench.synthetic import SHIPPED, synthetic, write

# Mentions: the shipped ledger as it is, and one forty times as large.
SIZES = (550, 22_000)


@pytest.fixture(scope="module", params=SIZES, ids=lambda mentions: f"{mentions:,}")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of one of the sizes."""
    if request.param == SIZES[0]:
        return SHIPPED
    return write(synthetic(request.param), tmp_path_factory.mktemp("data"))


def test_load(benchmark: BenchmarkFixture, folder: Path) -> None:
    ledger = benchmark.pedantic(load, args=(folder,), rounds=3, warmup_rounds=1)
    assert ledger.problems == ()


def test_estimate(benchmark: BenchmarkFixture, folder: Path) -> None:
    ledger = load(folder)
    est = benchmark.pedantic(estimate, args=(ledger,), rounds=3, warmup_rounds=1)
    assert len(est.mentions) > 0


def test_estimate_as_known_on_a_day(benchmark: BenchmarkFixture, folder: Path) -> None:
    ledger = load(folder)
    est = benchmark.pedantic(estimate, args=(ledger, "2025-02-01"), rounds=3, warmup_rounds=1)
    assert len(est.mentions) > 0
