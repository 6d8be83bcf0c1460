"""Articles put together to batches: what one process reads at a time, and one part holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from analysis.corpus.job import BrokenArticle, Job, text_of

# A batch takes about a second, so that little is lost when a run breaks off.
MOST_ARTICLES = 100
MOST_BYTES = 500_000

Alias = tuple[str, str, str]


@dataclass(frozen=True)
class Batch:
    """Articles in their order; ``digest`` changes whenever one of them does.

    Of a file, its name, size and day of change are looked at, not its letters. ``aliases`` are a
    user's own rows: table, value, phrase.
    """

    number: int
    digest: str
    jobs: tuple[Job, ...]
    aliases: tuple[Alias, ...] = ()

    def singles(self) -> Iterator["Batch"]:
        """Give each article as a batch of its own."""
        return (replace(self, jobs=(job,)) for job in self.jobs)

    def with_texts(self) -> "Batch":
        """Read the files, for a process that does not have them."""
        return replace(self, jobs=tuple(map(_with_text, self.jobs)))


def batches(jobs: Iterable[Job], aliases: tuple[Alias, ...] = ()) -> Iterator[Batch]:
    """Cut articles into batches of at most MOST_ARTICLES, and of about MOST_BYTES."""
    number, taken, size, digest = 0, [], 0, blake2b(digest_size=16)
    for job in jobs:
        state, length = _state(job)
        taken.append(job)
        size += length
        for cell in (job.document_id, job.outlet, job.published_on, job.path, state):
            digest.update(cell.encode("utf-8", "surrogatepass") + b"\0")
        if len(taken) == MOST_ARTICLES or size >= MOST_BYTES:
            yield Batch(number, digest.hexdigest(), tuple(taken), aliases)
            number, taken, size, digest = number + 1, [], 0, blake2b(digest_size=16)
    if taken:
        yield Batch(number, digest.hexdigest(), tuple(taken), aliases)


def _state(job: Job) -> tuple[str, int]:
    """Tell what a text is known by, and its length in bytes."""
    if job.text is not None:
        return job.text, len(job.text)
    try:
        state = Path(job.path).stat()
    except OSError as error:
        return f"not there: {error.strerror}", 0
    return f"{state.st_size} {state.st_mtime_ns}", state.st_size


def _with_text(job: Job) -> Job:
    try:
        return job._replace(text=text_of(job))
    except BrokenArticle as error:
        return job._replace(trouble=str(error))
