"""Expressions of time in texts of the form of TimeBank: ``id``, ``text`` and ``dct`` in."""

import sys
from pathlib import Path

# Called as a file, Python looks beside it, not in the project.
sys.path.insert(0, str(Path(__file__).parents[2]))

from datetime import date

from analysis.extraction.dates import find_moments
from analysis.extraction.folding import fold
from analysis.extraction.tokens import tokenise
from bench.quality.forms import Row, main


def predict(row: Row) -> Row:
    """Find the expressions of one text, told from the day that it was written on."""
    tokens = tokenise(fold(row["text"]))
    moments = find_moments(tokens, row["text"], date.fromisoformat(row["dct"][:10]))
    found = [
        {
            "start": tokens.starts[moment.first],
            "end": tokens.ends[moment.last - 1],
            "value": moment.value,
        }
        for moment in moments
        if moment.value
    ]
    return {"id": row["id"], "timex": found}


if __name__ == "__main__":
    main(predict)
