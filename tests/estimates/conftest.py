"""The shipped ledger, folded once for all tests of this room."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from analysis.estimates import Estimates, estimate
from analysis.ledger import Ledger, load


@pytest.fixture(scope="session")
def ledger(project: Path) -> Ledger:
    return load(project / "data")


@pytest.fixture(scope="session")
def board(ledger: Ledger) -> Estimates:
    return estimate(ledger)


@pytest.fixture(scope="session")
def claim_with(board: Estimates) -> Callable[[str], pd.Series]:
    """Find the claim that a mention stands in."""

    def find(mention_id: str) -> pd.Series:
        claim_id = board.mentions.set_index("mention_id").loc[mention_id, "claim_id"]
        return board.claims.set_index("claim_id", drop=False).loc[claim_id]

    return find
