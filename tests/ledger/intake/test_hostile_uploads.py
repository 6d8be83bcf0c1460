"""Broken and hostile files give a text or a reason, never anything else, and never late.

The same script, with 10,000 files, is bench/reliability/uploads.py; here it runs small.
"""

import random

import pytest

from analysis.ledger.intake.reading import SECONDS
from bench.reliability import uploads
from bench.reliability.hostile_files import HOSTILE


@pytest.mark.slow
def test_whatever_is_uploaded_gives_a_text_or_a_reason() -> None:
    outcome = uploads.run(150, seed=5)
    assert outcome.otherwise == []
    assert sum(outcome.answers.values()) == 150
    assert outcome.of("text") > 10
    assert outcome.of("refused") > 10
    assert outcome.longest < SECONDS + uploads.GRACE


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_hostile_file_is_made_the_same_way_again(kind: str) -> None:
    name, content = HOSTILE[kind](random.Random(3))
    assert HOSTILE[kind](random.Random(3))[0] == name
    assert isinstance(content, bytes)
