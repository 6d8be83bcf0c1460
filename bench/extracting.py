"""How fast articles are read: ordinary news, articles on the subject, and texts made to take long.

.venv/bin/python -m bench.extracting [FOLDER]

FOLDER holds texts (.txt) of your own to measure beside the project's. To set other readers of numbers
and dates beside it in the same run, call it with an environment that has them:

python3 -m venv others && others/bin/pip install quantulum3 inflect num2words dateparser
others/bin/python -m bench.extracting
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from analysis.extraction import extract
from bench.hostile_texts import hostile_texts

PROJECT = Path(__file__).resolve().parent.parent
ARTICLES = PROJECT / "tests" / "extraction" / "articles"
DAY = date(2025, 2, 27)
ROUNDS = 3
# One article of so many is on the subject in ordinary news.
ORDINARY = 100
# Limits: bytes a second on ordinary news, seconds for a megabyte, times as fast as the others.
LEAST_SPEED, MOST_SECONDS, LONGEST_START = 3e6, 2.0, 0.5
TIMES = {"quantulum3": 20, "dateparser.search": 10}
# Without the subject an article is one of ordinary news, with the same numbers, days and speakers.
RENAMED = {
    "North": "South", "north": "south", "N. Korea": "S. Korea", "N Korea": "S Korea", "DPRK": "ROK", "Pyongyang": "Seoul", "Storm Corps": "a corps",
}  # fmt: skip
# The other readers take long: they get so many characters.
SAMPLE = 40_000


def on_the_subject() -> list[str]:
    """Read the English articles that were written for testing; half of them, as the rules know it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    return [text for text in texts if sum(map(str.isascii, text)) > 0.8 * len(text)]


def ordinary(articles: Sequence[str]) -> list[str]:
    """Make ordinary news of them: all but one article of a hundred name another country."""
    others = []
    for text in articles:
        for name, other in RENAMED.items():
            text = text.replace(name, other)
        others.append(text)
    every = len(others)
    return [
        articles[at // ORDINARY % every] if at % ORDINARY == 0 else others[at % every]
        for at in range(ORDINARY * every)
    ]


def best(read: Callable[[str], object], texts: Sequence[str], rounds: int = ROUNDS) -> float:
    """Measure the seconds of processor time of the fastest of a few rounds over some texts."""
    runs = []
    for _ in range(rounds):
        begun = time.process_time()
        for text in texts:
            read(text)
        runs.append(time.process_time() - begun)
    return min(runs)


def speed(read: Callable[[str], object], texts: Sequence[str], rounds: int = ROUNDS) -> float:
    """Measure bytes (UTF-8) a second."""
    return sum(len(text.encode()) for text in texts) / best(read, texts, rounds)


def ours(text: str) -> object:
    """Read a text with the rules."""
    return extract(text, DAY)


def compared(texts: Sequence[str]) -> bool:
    """Set the other readers beside ours on a sample of ordinary news; False where one is too near."""
    if find_spec("quantulum3") is None or find_spec("dateparser") is None:
        print("  quantulum3 and dateparser are not installed here; the module's text says how")
        return True
    sample: list[str] = []
    for text in texts[1:]:
        if sum(map(len, sample)) < SAMPLE:
            sample.append(text)
    others = {
        "quantulum3": import_module("quantulum3.parser").parse,
        "dateparser.search": import_module("dateparser.search").search_dates,
    }
    fast = True
    for name, read in others.items():
        read(sample[0])
        for kind, own in (("ordinary news", texts), ("on the subject", on_the_subject())):
            times = speed(ours, own) / speed(read, sample, 1)
            print(f"  {name}: ours is {times:,.0f} times as fast ({kind})")
            fast &= kind != "ordinary news" or times >= TIMES[name]
    return fast


def start_of_the_command_line() -> float:
    """Measure the seconds of the fastest of a few starts."""
    runs = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "analysis", "extract", "--help"],
            cwd=PROJECT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        runs.append(time.perf_counter() - begun)
    return min(runs)


def main() -> int:
    """Measure and print; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path)
    folder: Path | None = parser.parse_args().folder
    articles = on_the_subject()
    news = ordinary(articles)
    print(f"Reading articles, {datetime.now(UTC):%Y-%m-%d}, on one core, processor time")
    kinds = {f"ordinary news, 1 of {ORDINARY} on the subject": news, "on the subject": articles}
    if folder is not None:
        kinds[str(folder)] = [
            path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))
        ]
    speeds = {kind: speed(ours, texts) for kind, texts in kinds.items()}
    for kind, bytes_a_second in speeds.items():
        print(f"  {kind}: {bytes_a_second / 1e6:.2f} MB/s")
    fine = next(iter(speeds.values())) >= LEAST_SPEED
    fine &= compared(news)
    worst = {name: best(ours, [text], 1) for name, text in hostile_texts(1_000_000).items()}
    for name in sorted(worst, key=lambda name: -worst[name])[:3]:
        print(f"  1 MB of {name}: {worst[name]:.2f} s")
    start = start_of_the_command_line()
    print(f"  start of the command line: {start:.2f} s")
    return int(not fine or max(worst.values()) > MOST_SECONDS or start > LONGEST_START)


if __name__ == "__main__":
    sys.exit(main())
