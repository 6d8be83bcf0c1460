"""Articles for the tests of this room, plain and with known mentions, and what a part holds."""

from collections.abc import Iterable
from io import BytesIO

import pyarrow.parquet as pq

from analysis.corpus.batches import Batch
from analysis.corpus.job import Job
from analysis.corpus.part import Part

TEXT = "The NIS said on Wednesday that some {} North Korean soldiers were killed.\n"


def text(number: int) -> str:
    """Give a text with one mention, of this number."""
    return TEXT.format(number)


def batch(number: int, texts: Iterable[str]) -> Batch:
    """Make a batch of texts; its articles are named after it and their place."""
    jobs = tuple(
        Job(f"b{number}-{place}", "Somewhere", "2025-02-27", text=one)
        for place, one in enumerate(texts)
    )
    return Batch(number, f"digest {number}", jobs)


def plain(batches: int, articles: int = 3) -> list[Batch]:
    """Make batches in which every article has one mention, and no two the same number."""
    return [
        batch(number, [text(100 + number * articles + place) for place in range(articles)])
        for number in range(batches)
    ]


def values(part: Part) -> list[float]:
    """Give the numbers that were found, in their order."""
    numbers: list[float] = pq.read_table(BytesIO(part.data))["low"].to_pylist()
    return numbers
