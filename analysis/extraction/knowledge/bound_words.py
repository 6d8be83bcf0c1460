"""English words that hedge a number, left and right of it, with the bound each of them sets.

Rows come from the wordings of data/mentions.csv, from the codebook's definitions, and from the
comparative patterns of English grammar, which are written out below.
"""

from itertools import product

from analysis.codebook import Bound
from analysis.extraction.knowledge.table import phrase_set, word_set

_MORE = ("more", "greater", "larger", "bigger", "higher")
_LESS = ("less", "fewer", "smaller", "lower")


def _compared(words: tuple[str, ...], strict: Bound, inclusive: Bound) -> dict[str, Bound]:
    """Write out "more than", "more than or equal to", "equal to or more than" and their like."""
    rows: dict[str, Bound] = {}
    for word in words:
        rows[f"{word} than"] = strict
        for form in (
            "{} than or equal to",
            "{} than or equal",
            "{} or equal than",
            "{} or equal to",
            "equal to or {} than",
            "equal or {} than",
        ):
            rows[form.format(word)] = inclusive
    return rows


LEFT: dict[str, Bound] = {
    **_compared(_MORE, Bound.MORE_THAN, Bound.AT_LEAST),
    **_compared(_LESS, Bound.LESS_THAN, Bound.UP_TO),
    **dict.fromkeys(
        phrase_set(
            """
            tops; has passed; have passed; had passed; have topped; has topped;
            over; over than; above; beyond; north of; upwards of; upward of; >; excess of; exceed;
            exceeds; exceeded; exceeding; surpass; surpasses; surpassed; surpassing; topped;
            topping; in excess of; well over; just over; slightly over; well above; just above;
            slightly more than; well more than; far more than; many more than; much more than;
            a little over; at over
            """
        ),
        Bound.MORE_THAN,
    ),
    **dict.fromkeys(
        phrase_set(
            """
            at least; at the least; at the very least; at a minimum; a minimum of; min; min.;
            minimum of; minimum; at minimum; at least or equal to; >=; > =; ≥; as few as;
            as little as; as low as
            """
        )
        | {f"{no} {word} than" for no, word in product(("no", "not"), _LESS)},
        Bound.AT_LEAST,
    ),
    **dict.fromkeys(
        phrase_set(
            """
            up to; upto; as many as; as much as; as high as; as large as; at most; at the most;
            a maximum of; max; max.; maximum of; maximum; at maximum; not exceeding;
            does not exceed; do not exceed; not above; not over; <=; < =; ≤
            """
        )
        | {f"{no} {word} than" for no, word in product(("no", "not"), _MORE)},
        Bound.UP_TO,
    ),
    **dict.fromkeys(
        phrase_set(
            """
            under; below; just under; just below; just shy of; just short of; shy of; well under;
            well below; slightly under; slightly less than; sub -; <; just less than; a little under
            """
        ),
        Bound.LESS_THAN,
    ),
    **dict.fromkeys(
        phrase_set(
            """
            about; around; some; approximately; approx; approx.; roughly; nearly; almost; circa;
            ca.; estimated; an estimated; the estimated; estimated at; close to; approaching;
            approached; nearing; in the region of; on the order of; in the order of;
            in the neighborhood of; in the neighbourhood of; somewhere around; just about; ~; ≈;
            near; near to; more or less; something like; barely; perhaps; maybe; nearer; nearer to;
            closer to; nigh on; the level of; a round; virtually; practically; in the vicinity of;
            about some
            """
        ),
        Bound.ABOUT,
    ),
}

# Right behind the number. Those of two words may stand behind what is counted as well:
# "300 soldiers or more".
RIGHT: dict[str, Bound] = {
    **{f"or {word}": Bound.AT_LEAST for word in (*_MORE, "over", "above", "greater than")},
    **{f"or {word} than": Bound.AT_LEAST for word in _MORE},
    **{
        f"and {word}": Bound.AT_LEAST
        for word in ("more", "above", "over", "up", "upwards", "higher")
    },
    **{f"or {word}": Bound.UP_TO for word in (*_LESS, "under", "below")},
    **{f"or {word} than": Bound.UP_TO for word in _LESS},
    **{f"and {word}": Bound.UP_TO for word in ("below", "under", "less", "fewer")},
    "at least": Bound.AT_LEAST,
    "at a minimum": Bound.AT_LEAST,
    "at the minimum": Bound.AT_LEAST,
    "at the least": Bound.AT_LEAST,
    "and counting": Bound.AT_LEAST,
    ", no less": Bound.AT_LEAST,
    ", no more": Bound.UP_TO,
    "at the maximum": Bound.UP_TO,
    "minimum": Bound.AT_LEAST,
    "plus": Bound.AT_LEAST,
    "- plus": Bound.AT_LEAST,
    "+": Bound.AT_LEAST,
    "at most": Bound.UP_TO,
    "at the most": Bound.UP_TO,
    "tops": Bound.UP_TO,
    "maximum": Bound.UP_TO,
    "or so": Bound.ABOUT,
    "- odd": Bound.ABOUT,
    "odd": Bound.ABOUT,
    "or thereabouts": Bound.ABOUT,
    "give or take": Bound.ABOUT,
}
# "less than 5000 or equal": turns a strict bound into one that includes its number.
OR_EQUAL = ("or equal to", "or equal")
INCLUSIVE = {Bound.MORE_THAN: Bound.AT_LEAST, Bound.LESS_THAN: Bound.UP_TO}

EQUAL = ("equal to", "equals", "equals to", "equal", "equaling to", "equalling", "is equal to")

# May stand between a hedge and its number: "at least another 500", "over $3 million".
FILLERS = word_set(
    """
    a an another additional further extra total of other us $ € £ ¥ c ( " ' average combined
    whopping hk usd eur the reported equal to mark
    """
)
# Hedges that reach their number over any of these. The rest are prepositions as well ("over the
# three days", "about a 10-day march") and reach it only over a sign of money or "another".
LOOSE = phrase_set(
    """
    more than; at least; up to; as many as; as much as; no more than; no less than;
    no fewer than; exceed; exceeds; exceeded; exceeding; surpassed; topped; fewer than;
    less than; in excess of; upwards of; approximately; an estimated
    """
)
