"""A large stock of articles read on one process and on several: speed, speed-up, memory.

.venv/bin/python -m bench.corpus [--articles 100000] [--processes 2] [--rounds 1] [--about 20]

Each round reads the stock on one process and then on several, so that what else the machine does
falls on both. Memory is what the system counts as resident; it and the seconds of a processor are
read from /proc (Linux).
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corpus.batches import batches
from analysis.corpus.parquet_articles import parquet_articles

ROOT = Path(__file__).resolve().parents[1]
# The half of the own articles that rules were written on; the other half is for scores alone.
TEXTS = ROOT / "tests" / "extraction" / "articles"
GROUP = 1_000
MOMENTS = (0.1, 0.5, 1.0)

# Sentences of ordinary news, with numbers and without the subject; the figures vary.
PLAIN = (
    "The council voted {a} to {b} for the new tram line, which is to open within {c} years.",
    "Rain fell on {a} of the {c} days of the month, the weather service said on Tuesday.",
    "The orchestra sold {a},{b} tickets for its summer season, more than ever before.",
    "A ferry with {a} passengers was held up for {c} hours by fog off the northern coast.",
    "Its mayor expects that about {a} families will move into the quarter by next spring.",
    "The company hired {a} people last quarter and means to hire another {b} this year.",
    "Researchers counted {a} nests on the island, {c} fewer than a year before.",
    "The bridge has stood since {c} winters, and nobody remembers it without scaffolding.",
    "Two of the {c} lifts were out of order, so that visitors climbed {a} steps.",
    "“We had hoped for {a} guests and got {b},” the head of the museum told a local paper.",
    "The harvest came to {a},000 tonnes, according to the growers' association.",
    "Trains between the two towns will run every {c} minutes from Monday on.",
)


def texts(number: int, about: int) -> Iterator[str]:
    """Make texts, the same each time: of a hundred, ``about`` are on the subject, of one of ours.

    In those the figures vary; all are as long as an article of a news agency.
    """
    chance = random.Random(20_250_227)
    own = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    for place in range(number):
        article = own[place % len(own)] if place % 100 < about else ""
        varied = re.sub(r"\b[1-9]\d?(?=,\d{3}\b)", lambda _: str(chance.randint(1, 14)), article)
        sentences = [
            chance.choice(PLAIN).format(
                a=chance.randint(11, 980), b=chance.randint(110, 990), c=chance.randint(2, 30)
            )
            for _ in range(chance.randint(15, 40))
        ]
        yield varied + " ".join(sentences) + "\n"


def stock(path: Path, number: int, about: int) -> int:
    """Write a stock of articles as Parquet; gives the bytes of their texts."""
    size = 0
    made = texts(number, about)
    columns = ("document_id", "outlet", "published_on", "language", "text")
    schema = pa.schema([(name, pa.string()) for name in columns])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for first in range(0, number, GROUP):
            group = list(islice(made, GROUP))
            size += sum(len(text.encode()) for text in group)
            many = len(group)
            ids = [f"article-{first + one:07d}" for one in range(many)]
            rows = [ids, ["Bench"] * many, ["2025-02-27"] * many, ["en"] * many, group]
            writer.write_table(pa.table(dict(zip(columns, rows, strict=True)), schema=schema))
    return size


@dataclass
class Run:
    """One run: how long it took, and what its processes had taken when a share was done."""

    seconds: float = 0
    taken: dict[float, list["Taken"]] = field(default_factory=dict)


@dataclass(frozen=True)
class Taken:
    """What a process has taken so far: memory that it holds, in MB, and seconds of a processor."""

    memory: float
    seconds: float

    def __str__(self) -> str:
        """Write both."""
        return f"{self.memory:.0f} MB and {self.seconds:.1f} s"


def read(source: Path, processes: int, parts: int) -> Run:
    """Read a stock by the command, and look at its processes on the way."""
    run = Run()
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        out = Path(folder) / "found.parquet"
        command = [sys.executable, "-m", "analysis", "extract", str(source), "-o", str(out)]
        begun = time.perf_counter()
        with subprocess.Popen(
            [*command, "--processes", str(processes)], cwd=ROOT, stderr=subprocess.DEVNULL
        ) as process:
            kept = Path(f"{out}.parts")
            while process.poll() is None:
                done = sum(name.endswith(".parquet") for name in _names(kept)) / parts
                for moment in MOMENTS:
                    if done >= moment and (moment not in run.taken or moment == 1):
                        run.taken[moment] = _taken(process.pid) or run.taken.get(moment, [])
                time.sleep(0.1)
        run.seconds = time.perf_counter() - begun
        if process.returncode:
            raise SystemExit(f"extract ended with {process.returncode}")
    return run


def _names(folder: Path) -> Sequence[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return ()


def _taken(parent: int) -> list[Taken]:
    """Look at the parent of a run and at the processes that its helper has forked."""
    try:
        workers = [one for helper in _children(parent) for one in _children(helper)]
        return [_taken_by(one) for one in (parent, *workers)]
    except (OSError, ValueError, IndexError):
        # It has just ended.
        return []


def _children(process: int) -> list[int]:
    return [
        int(word)
        for task in Path(f"/proc/{process}/task").iterdir()
        for word in (task / "children").read_text().split()
    ]


def _taken_by(process: int) -> Taken:
    folder = Path(f"/proc/{process}")
    pages = int((folder / "statm").read_text().split()[1])
    # The name of the process, in brackets, may hold blanks.
    fields = (folder / "stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    return Taken(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, ticks / os.sysconf("SC_CLK_TCK"))


def _tell(processes: int, run: Run, articles: int, size: int) -> None:
    print(
        f"{processes} process{'es' if processes > 1 else ''}: {run.seconds:.1f} s,"
        f" {articles / run.seconds:,.0f} articles/s, {size / 1e6 / run.seconds:.2f} MB/s"
    )
    for moment, (parent, *workers) in sorted(run.taken.items()):
        print(
            f"  at {moment:.0%}: parent {parent}, workers {'; '.join(map(str, workers)) or 'ended'}"
        )


def main() -> None:
    """Make the stock, read it, print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=2, help="read on so many, and on one")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--about", type=int, default=20, help="of a hundred, on the subject")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.parquet"
        size = stock(source, args.articles, args.about)
        parts = sum(1 for _ in batches(parquet_articles(source).jobs()))
        print(f"{args.articles:,} articles, {size / 1e6:.0f} MB, {args.about} % on the subject")
        ratios = []
        for _ in range(args.rounds):
            runs = {many: read(source, many, parts) for many in (1, args.processes)}
            for many, run in runs.items():
                _tell(many, run, args.articles, size)
            ratios.append(runs[1].seconds / runs[args.processes].seconds)
            print(f"speed-up {ratios[-1]:.2f}; load {os.getloadavg()[0]:.1f}")
        print(f"speed-up, median of {args.rounds}: {median(ratios):.2f}")


if __name__ == "__main__":
    main()
