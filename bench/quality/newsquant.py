"""Hedged numbers in sentences of the form of NewsQuant: ``id`` and ``text`` in, quantities out."""

import sys
from pathlib import Path

# Called as a file, Python looks beside it, not in the project.
sys.path.insert(0, str(Path(__file__).parents[2]))

from datetime import date
from math import floor, log10

from analysis.codebook import Bound
from analysis.extraction.dates import find_moments
from analysis.extraction.folding import fold
from analysis.extraction.labels import is_label
from analysis.extraction.numerals import Number
from analysis.extraction.quantities import Quantity, find_quantities
from analysis.extraction.tokens import Tokens, tokenise
from bench.quality.forms import Row, main

# The sentences carry no day, and none is asked for: dates are only told from counts.
DAY = date(2019, 6, 1)


def predict(row: Row) -> Row:
    """Find the quantities of one sentence, without dates, "few" and what only labels something."""
    text = row["text"]
    tokens = tokenise(fold(text))
    dated = {
        at for moment in find_moments(tokens, text, DAY) for at in range(moment.first, moment.last)
    }
    found = [
        _written(tokens, quantity)
        for quantity in find_quantities(tokens, dated)
        if quantity.form != "few" and not is_label(tokens, text, _number(quantity))
    ]
    return {"id": row["id"], "quantities": found}


def _number(quantity: Quantity) -> Number:
    low = quantity.low if quantity.low is not None else quantity.size
    return Number(quantity.number_first, quantity.number_last, low, quantity.size, quantity.form)


def _written(tokens: Tokens, quantity: Quantity) -> Row:
    """Write a quantity in the set's convention: "thousands" are 1,000 to 10,000, and exact."""
    low, high, bound = quantity.low, quantity.high, quantity.bound
    if bound is Bound.VAGUE and low:
        scale = 10 ** floor(log10(low))
        dozens = tokens.words[quantity.number_first] == "dozens"
        low, high = (12, 120) if dozens else (scale, scale * 10)
        bound = Bound.EXACT
    return {"low": low, "high": high, "bound": (quantity.hedge or bound).value}


if __name__ == "__main__":
    main(predict)
