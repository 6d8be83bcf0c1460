"""One article to read, and the rows of mentions.csv that the rules find in it."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from analysis.errors import MusterError
from analysis.extraction import FIELDS, Lexicon, extract
from analysis.extraction.limits import DayOutOfReach, unread

COLUMNS = (
    "mention_id", "document_id", "wording", "occurrence", *FIELDS, "start", "end", "rule",
)  # fmt: skip


class Job(NamedTuple):
    """An article with its day as its table gives it: in the file at ``path``, or as ``text``.

    ``trouble`` is why it cannot be read, where that is known before anybody tries.
    """

    document_id: str
    outlet: str
    published_on: str
    path: str = ""
    text: str | None = None
    trouble: str = ""


class Skipped(NamedTuple):
    """An article that was not read, or not to its end: which, where it should have been, and why.

    ``unread_from`` is the character from which on it was not read; None if none of it was.
    """

    document_id: str
    file: str
    reason: str
    unread_from: int | None = None

    def __str__(self) -> str:
        """Write it as one line of a report."""
        where = f" ({self.file})" if self.file else ""
        return f"{self.document_id}{where}: {self.reason}"


class BrokenArticle(MusterError):
    """An article that cannot be read: says why."""


def rows(job: Job, knowledge: Lexicon) -> tuple[list[dict[str, str]], Skipped | None]:
    """Give the mentions of an article as cells by column, and what of it was not read.

    Raises BrokenArticle.
    """
    try:
        day = date.fromisoformat(job.published_on)
    except ValueError as error:
        raise BrokenArticle(
            f"published_on {job.published_on!r} is no day such as 2025-02-27"
        ) from error
    try:
        read = extract(text_of(job), day, job.outlet, knowledge)
    except DayOutOfReach as error:
        raise BrokenArticle(f"published_on {job.published_on!r}: {error}") from error
    cells = [
        {
            "mention_id": f"{job.document_id}-{number:03d}",
            "document_id": job.document_id,
            **mention.row(),
        }
        for number, mention in enumerate(read.mentions, 1)
    ]
    if read.unread_from is None:
        return cells, None
    return cells, Skipped(job.document_id, job.path, unread(read.unread_from), read.unread_from)


def text_of(job: Job) -> str:
    """Give the text of an article, as it is. Raises BrokenArticle."""
    if job.trouble:
        raise BrokenArticle(job.trouble)
    if job.text is not None:
        return job.text
    try:
        with Path(job.path).open(encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        raise BrokenArticle(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BrokenArticle(f"no UTF-8 at byte {error.start}; save it as UTF-8") from error


def skipped(job: Job, reason: object) -> Skipped:
    """Say that an article is not read, and why."""
    return Skipped(job.document_id, job.path, str(reason))
