"""The shipped ledger, folded once, and charts of it as the command line makes them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.codebook import Kind
from analysis.commands.board import Board, Chart
from analysis.commands.charts import now_chart, statements_chart
from analysis.estimates import Selection, estimate
from analysis.ledger import Ledger, load

MakeChart = Callable[..., Chart]


@pytest.fixture(scope="session")
def ledger(project: Path) -> Ledger:
    return load(project / "data")


@pytest.fixture(scope="session")
def board(ledger: Ledger) -> Board:
    return Board(ledger, estimate(ledger), Selection(), version="0.1.0")


@pytest.fixture(scope="session")
def killed(board: Board) -> Chart:
    chart = now_chart(board, Kind.KILLED)
    assert chart is not None
    return chart


@pytest.fixture(scope="session")
def killed_over_time(board: Board) -> Chart:
    chart = statements_chart(board, Kind.KILLED)
    assert chart is not None
    return chart
