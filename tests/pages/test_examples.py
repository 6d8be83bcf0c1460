"""The examples in the docstrings of the pages' parts are true."""

import doctest
import importlib
from pathlib import Path

import pytest

PARTS = Path(__file__).resolve().parents[2] / "pages" / "parts"


@pytest.mark.parametrize("part", sorted(path.stem for path in PARTS.glob("*.py")))
def test_examples(part: str) -> None:
    module = importlib.import_module(f"pages.parts.{part}")
    assert doctest.testmod(module).failed == 0
