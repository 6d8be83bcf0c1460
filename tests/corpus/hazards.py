"""Reading that goes wrong on purpose: an article's text says how."""

import os
import signal
import time
from pathlib import Path

from analysis.corpus.batches import Batch
from analysis.corpus.job import text_of
from analysis.corpus.part import Part
from analysis.corpus.reading import read

KILLER = "This text kills whoever reads it."
HANGER = "This text never ends."
BREAKER = "This text breaks the rules."
# Kills once, and leaves a file by which it knows that it did.
ONCE = "This text kills once: "


def work(batch: Batch) -> Part:
    """Read a batch as ever, but for the articles that make trouble."""
    for job in batch.jobs:
        text = text_of(job)
        if text == KILLER:
            os.kill(os.getpid(), signal.SIGKILL)
        if text == HANGER:
            time.sleep(3600)
        if text == BREAKER:
            raise ZeroDivisionError
        if text.startswith(ONCE) and not Path(text.removeprefix(ONCE)).exists():
            Path(text.removeprefix(ONCE)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return read(batch)
