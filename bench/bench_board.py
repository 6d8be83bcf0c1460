"""How long a reader waits for the board: reading and checking the tables, then folding them."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from analysis.estimates import estimate
from analysis.ledger import load

SHIPPED = Path(__file__).resolve().parent.parent / "data"

# Times the shipped 550 mentions: the ledger as it is, and 22,000.
COPIES = (1, 40)

# What must differ from copy to copy, and by which ending, in the form that the tables ask for.
OWN_KEYS = {
    "claimants": {"claimant": "_{}", "name": " {}", "short_name": " {}"},
    "documents": {"document_id": "-{}"},
    "mentions": {"mention_id": "{:03d}", "document_id": "-{}", "claimant": "_{}"},
}


def grown(copies: int, folder: Path) -> Path:
    """Write the shipped ledger so many times into one folder; the first copy is the real one.

    Each further copy has mentions, articles and claimants of its own, so that claims grow with
    mentions instead of collecting them.
    """
    shutil.copytree(SHIPPED, folder, dirs_exist_ok=True)
    for table, suffixes in OWN_KEYS.items():
        file = folder / f"{table}.csv"
        real = pd.read_csv(file, dtype=str, keep_default_na=False)
        more = [
            real.assign(**{c: real[c] + form.format(n) for c, form in suffixes.items()})
            for n in range(1, copies)
        ]
        pd.concat([real, *more]).to_csv(file, index=False)
    return folder


@pytest.fixture(scope="module", params=COPIES, ids=lambda copies: f"{copies}x")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of one of the sizes."""
    return grown(request.param, tmp_path_factory.mktemp("data"))


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
