"""A batch read to a part: what a process does that was handed one."""

from functools import cache

from analysis.corpus.batches import Alias, Batch
from analysis.corpus.job import BrokenArticle, rows, skipped
from analysis.corpus.part import Part, part_of
from analysis.extraction import Lexicon, Row, compiled, shipped


def read(batch: Batch) -> Part:
    """Read the articles of a batch; the part says which ones could not be, and why."""
    words = knowledge(batch.aliases)
    found, left_out = [], []
    for job in batch.jobs:
        try:
            cells, unread = rows(job, words)
        except BrokenArticle as error:
            left_out.append(skipped(job, error))
            continue
        found += cells
        if unread is not None:
            left_out.append(unread)
    return part_of(batch, found, left_out)


@cache
def knowledge(aliases: tuple[Alias, ...]) -> Lexicon:
    """Compile the tables once in a process, a user's own rows before them. Raises UnknownWord."""
    if not aliases:
        return shipped()
    return compiled((name, Row(phrase, value, "own names")) for name, value, phrase in aliases)
