"""What the extractor gets right, measured now: the seeds, the own articles, the benchmarks.

``python -m scripts.score [SHARED]``. The seeds, the scorers and the benchmarks are no part of the
project; where their folder is missing, that is said.
"""

import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

PROJECT = Path(__file__).parents[1]
ARTICLES = PROJECT / "tests" / "extraction"
# What the project's own coded articles are called, and their folders.
OWN_ARTICLES = {
    "articles, tune half": "articles",
    "articles, held half": "held",
    "later, used": "second",
    "later, held": "second_held",
}
BENCHMARKS = {
    "newsquant": ("newsquant_even.jsonl", "score_newsquant.py", "strict   value+bound"),
    "ranges": ("rt_numberrange.jsonl", "score_spans.py", "span+value"),
    "timex": ("timex_timebank.jsonl", "score_timex.py", "span + value  "),
    "polnear": ("polnear_dev.jsonl", "score_attribution.py", "source  "),
}


def main() -> int:
    """Print every score with the day and the hour; 1 where the scorers are missing."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    print(f"{datetime.now().astimezone():%Y-%m-%d %H:%M %Z}")
    if not (shared / "tools").is_dir():
        print(f"{shared}: no scorers there; name their folder: python -m scripts.score FOLDER")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        facts = shared / "facts"
        articles(shared, "seeds", facts / "documents.csv", shared / "seeds", facts, out)
        for name, half in OWN_ARTICLES.items():
            texts = ARTICLES / half
            articles(shared, name, texts / "documents.csv", texts, texts, out)
        for name, (file, scorer, wanted) in BENCHMARKS.items():
            benchmark(shared, name, file, scorer, wanted, out)
    return 0


def articles(shared: Path, name: str, table: Path, texts: Path, gold: Path, out: Path) -> None:
    """Score the mentions found in coded articles: only totals, never a row."""
    found = out / "found.csv"
    _run("-m", "analysis", "extract", str(table), "--texts", str(texts), "-o", str(found))
    scored = _run(
        *(str(shared / "tools" / "score_extraction.py"), "--texts", str(texts)),
        *("--documents", str(table), "--gold", str(gold / "mentions.csv")),
        *("--found", str(found)),
    )
    for line in scored.splitlines():
        if line.startswith(("figure", "core")):
            print(f"{name:20} {line}")


def benchmark(shared: Path, name: str, file: str, scorer: str, wanted: str, out: Path) -> None:
    """Score the predictions on one benchmark's file."""
    gold, predictions = shared / "benchmarks" / file, out / f"{name}.jsonl"
    _run(str(PROJECT / "bench" / "quality" / f"{name}.py"), str(gold), str(predictions))
    scored = _run(str(shared / "tools" / scorer), str(gold), str(predictions))
    for line in scored.splitlines():
        if line.strip().startswith(wanted):
            print(f"{name:20} {line.strip()}")


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr or f"{arguments[0]}: exit code {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
