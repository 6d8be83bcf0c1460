"""Ranges and bounded numbers, of the form of Recognizers-Text's NumberRange: ``id``, ``text`` in."""

import sys
from pathlib import Path

# Called as a file, Python looks beside it, not in the project.
sys.path.insert(0, str(Path(__file__).parents[2]))

from analysis.codebook import Bound
from analysis.extraction.folding import fold
from analysis.extraction.quantities import find_quantities
from analysis.extraction.tokens import tokenise
from bench.quality.forms import Row, main

OPEN = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.UP_TO, Bound.LESS_THAN, Bound.RANGE})


def predict(row: Row) -> Row:
    """Find the numbers of one text that have two ends or an open one."""
    tokens = tokenise(fold(row["text"]))
    found = [
        {
            "start": tokens.starts[quantity.first],
            "end": tokens.ends[quantity.last - 1],
            "low": quantity.low,
            "high": quantity.high,
            "bound": quantity.bound.value,
        }
        for quantity in find_quantities(tokens)
        if quantity.bound in OPEN or quantity.bound_rule == "bound: equal to"
    ]
    return {"id": row["id"], "quantities": found}


if __name__ == "__main__":
    main(predict)
