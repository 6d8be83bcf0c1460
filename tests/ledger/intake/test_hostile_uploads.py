"""Broken and hostile files give a text or a reason, never anything else, and never late.

The same script, with 10,000 files, is bench/reliability/uploads.py; here it runs small.
"""

import pytest

from analysis.ledger.intake.reading import SECONDS
from bench.reliability import uploads


@pytest.mark.slow
def test_whatever_is_uploaded_gives_a_text_or_a_reason() -> None:
    outcome = uploads.run(150, seed=5)
    assert outcome.otherwise == ()
    assert outcome.texts + outcome.refused == 150
    assert outcome.refused > 10
    assert outcome.longest < SECONDS
