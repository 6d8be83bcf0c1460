"""What is wrong with a table, told so that a person can find the cell and mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.errors import MusterError


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one table.

    ``line`` counts the lines of the file from 1 (the header); 0 where the file as a whole is meant,
    or a row that stands in no file.
    ``key`` is the row's own id, "" where there is none. ``column`` is "" where no single column is
    to blame. ``remedy`` says what to do.
    """

    table: str
    line: int
    key: str
    column: str
    value: str
    reason: str
    remedy: str

    @property
    def row(self) -> str:
        """Name the row as a person looks for it: its line in the file, and its id.

        >>> Problem("mentions", 4, "m0003", "low", "x", "", "").row
        'line 4, m0003'
        """
        if not self.line:
            return self.key or "whole file"
        return f"line {self.line}, {self.key}" if self.key else f"line {self.line}"

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.table, self.row, self.column) if part)
        shown = f" (found {self.value!r})" if self.value else ""
        return f"{place}: {self.reason}{shown}. {self.remedy}"


class BrokenTable(MusterError):
    """A table was asked for that cannot be used; carries every problem behind it."""

    def __init__(self, table: str, problems: Iterable[Problem]) -> None:
        self.table = table
        self.problems = tuple(problems)
        super().__init__(f"The table {table} cannot be used: {len(self.problems)} problem(s).")
