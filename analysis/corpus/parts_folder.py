"""The folder of parts beside an output: what a run has read so far, and where it goes on."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from analysis.corpus import manifest
from analysis.corpus.batches import Batch
from analysis.corpus.part import Facts, Part, facts_of
from analysis.errors import MusterError


class PartsFolder:
    """A folder with one part for each batch; a part is there whole or not at all."""

    def __init__(self, path: Path, run: Mapping[str, str]) -> None:
        """Open the folder of a run, or begin it. Raises MusterError."""
        self.path = path
        self.resumed = path.exists()
        if self.resumed:
            manifest.check(path, run)
            return
        try:
            path.mkdir(parents=True)
            manifest.write(path, run)
        except OSError as error:
            raise MusterError(f"{path}: cannot be written: {error.strerror}") from error

    def file(self, number: int) -> Path:
        """Name the file of a part."""
        return self.path / f"{number:07d}.parquet"

    def facts(self, number: int) -> Facts | None:
        """Give what is known of a part that is there; None for one that is not."""
        return facts_of(self.file(number))

    def has(self, batch: Batch) -> bool | None:
        """Tell whether the part of a batch is there; None where its articles have changed since."""
        facts = self.facts(batch.number)
        if facts is None:
            return False
        return True if facts.digest == batch.digest else None

    def keep(self, batch: Batch, part: Part) -> None:
        """Keep a part. Raises MusterError."""
        file = self.file(batch.number)
        begun = file.with_suffix(f".{os.getpid()}")
        try:
            begun.write_bytes(part.data)
            begun.replace(file)
        except OSError as error:
            raise MusterError(f"{file}: cannot be written: {error.strerror}") from error

    def all(self, batches: int) -> Iterator[tuple[Path, Facts]]:
        """Give the parts in the order of the articles. Raises MusterError where one is missing."""
        for number in range(batches):
            facts = self.facts(number)
            if facts is None:
                raise MusterError(f"{self.file(number)}: gone or broken. Run the command again.")
            yield self.file(number), facts

    def remove(self) -> None:
        """Remove the folder with its parts, which the output holds now."""
        shutil.rmtree(self.path, ignore_errors=True)
