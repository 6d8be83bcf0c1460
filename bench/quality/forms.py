"""Files of one JSON object per line, as the benchmarks' texts and the predictions on them come."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def lines(path: Path) -> Iterator[Row]:
    """Read the objects of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def main(predict: Callable[[Row], Row]) -> None:
    """Predict on each line of the first argument's file; write to the second's, or the screen."""
    if len(sys.argv) not in (2, 3):
        sys.exit(f"usage: {Path(sys.argv[0]).name} FILE.jsonl [PREDICTIONS.jsonl]")
    predictions = (json.dumps(predict(row), ensure_ascii=False) for row in lines(Path(sys.argv[1])))
    if len(sys.argv) == 2:
        print(*predictions, sep="\n")
        return
    Path(sys.argv[2]).write_text("".join(f"{line}\n" for line in predictions), encoding="utf-8")
