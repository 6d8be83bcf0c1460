"""How one copy of the shipped ledger differs from another: days, numbers, claimants, outlets.

All of it is drawn once, by copy, so that the mentions of one claim still agree with one another:
whatever moves a day, a number or a name in one of them moves it in all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.codebook import Bound, Unit
from analysis.ledger import Ledger
from analysis.ledger.csv_file import TEXT
from analysis.partial_dates import span, spans
from bench.likenesses import Likenesses

# A copy's days lie up to a month before the real ones, so that the last day of the data stays.
MOST_DAYS = 30

# As the real table names new claimants and outlets when it is read in its order, from its middle to
# its end: with these powers of its length.
CLAIMANT_GROWTH = 0.45
OUTLET_GROWTH = 0.8

# Nobody is named only once, however much is printed.
NOBODY = "unattributed"

# Standard deviation of the logarithm of the factors. Below SMALL there are few whole numbers to
# choose from, and with narrow factors nearly all copies would say the same one.
SPREAD = 0.7
SMALL = 100
SMALL_SPREAD = 1.5
DIGITS = 5
# Below this, numbers are mostly written as words.
IN_DIGITS_FROM = 10
# How thousands are parted in the wordings; "": not at all.
MARKS = (",", ".", " ", "\N{NO-BREAK SPACE}", "")

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Draws:
    """What was drawn for each copy; in the first everything is as in the real ledger.

    ``days``: how far its days move back. ``claimants`` and ``outlets``: who stands for whom.
    ``factors``: what the numbers of each real claimant are multiplied by.
    """

    days: Ints
    claimants: Likenesses
    outlets: Likenesses
    factors: Floats

    @property
    def copies(self) -> int:
        """How many copies there are, the last one perhaps in part."""
        return len(self.days)

    @classmethod
    def draw(cls, real: Ledger, mentions: int, rng: np.random.Generator) -> "Draws":
        """Draw for as many copies as so many mentions take."""
        copies = -(-mentions // len(real.mentions))
        growth = max(mentions / len(real.mentions), 1)
        days = rng.integers(0, MOST_DAYS + 1, size=copies)
        days[0] = 0
        claimants = real.claimants["claimant"]
        said = real.mentions["claimant"].value_counts().reindex(claimants, fill_value=0)
        printed = real.documents["outlet"].value_counts().drop("", errors="ignore")
        factors = np.exp(rng.normal(0, SPREAD, size=(copies, len(claimants))))
        factors[0] = 1
        return cls(
            days,
            Likenesses.draw(
                said.where(said.index != NOBODY, 0), growth**CLAIMANT_GROWTH, copies, rng, "_"
            ),
            Likenesses.draw(printed, growth**OUTLET_GROWTH, copies, rng, " "),
            factors,
        )

    def claimant_ids(self, claimants: pd.Series, rows: Ints, copy: Ints) -> pd.Series:
        """Name the claimants of real rows (by their places) in the copies."""
        return self.claimants.names_in(claimants, rows, copy)

    def lists_of_claimants(self, lists: pd.Series, rows: Ints, copy: Ints) -> pd.Series:
        """Name the claimants of ";"-separated lists in the copies."""
        named = lists.array.take(rows).astype(object)
        for place in np.flatnonzero(named != ""):
            names = [self.claimants.name_in(name, copy[place]) for name in named[place].split(";")]
            named[place] = ";".join(names)
        return pd.Series(named, dtype=TEXT)

    def outlet_names(self, real: Ledger, articles: Ints, copy: Ints) -> pd.Series:
        """Name the outlets of real articles (by their places) in the copies."""
        return self.outlets.names_in(real.documents["outlet"], articles, copy)

    def claimant_table(self, real: Ledger) -> pd.DataFrame:
        """Make the table of claimants: each likeness is of the same kind, country and bloc."""
        like = self.claimants
        frame = real.claimants.iloc[like.of_real].reset_index(drop=True)
        nth = pd.Series([f" {n}" if n > 1 else "" for n in like.number], dtype=TEXT)
        return frame.assign(
            claimant=pd.Series(like.names, dtype=TEXT),
            name=frame["name"] + nth,
            short_name=frame["short_name"] + nth,
        )

    def shared_intelligence(self, real: Ledger) -> pd.DataFrame:
        """Pair likenesses as the real ones are paired, the first with the first, and so on."""
        like = self.claimants
        numbered = pd.DataFrame({"real": like.of_real, "number": like.number, "name": like.names})
        places = pd.Series(range(len(real.claimants)), index=real.claimants["claimant"])
        pairs = real.shared_intelligence
        for side in ("claimant_a", "claimant_b"):
            pairs = pairs.assign(real=pairs[side].map(places)).merge(
                numbered, on=["real", "number"] if "number" in pairs else "real"
            )
            pairs = pairs.assign(**{side: pairs["name"]}).drop(columns=["real", "name"])
        return pairs[real.shared_intelligence.columns].astype(TEXT)


def moved_days(
    texts: pd.Series, rows: Ints, days: Ints, at_end: NDArray[np.bool_] | None = None
) -> pd.Series:
    """Move partial dates back by so many days, each to the month or day that it falls on then.

    ``texts`` are the real cells, ``rows`` and ``days`` say for each cell wanted which one it comes
    from and how far it moves. A month moves with its first day, or with its last one where
    ``at_end``. A year stays.
    """
    codes, distinct = pd.factorize(texts)
    width = MOST_DAYS + 1
    table = [
        _moved(text, day, last)
        for last in (False, True)
        for text in distinct
        for day in range(width)
    ]
    place = codes[rows] * width + days
    if at_end is not None:
        place = place + np.where(at_end, len(distinct) * width, 0)
    return pd.Series(pd.array(table, dtype=TEXT).take(place))


def _moved(text: str, days: int, at_end: bool) -> str:
    if len(text) <= len("2025"):
        return text
    known = span(text)
    day: date = (known.last if at_end else known.first) - timedelta(days=days)
    return day.isoformat()[: len(text)]


def moved_periods(frame: pd.DataFrame, rows: Ints, days: Ints) -> tuple[pd.Series, pd.Series]:
    """Move both ends of periods; one month stays one month, and no end comes before its start."""
    start, end = frame["event_from"], frame["event_to"]
    moved_start = moved_days(start, rows, days)
    moved_end = moved_days(end, rows, days, (start != end).to_numpy(dtype=bool)[rows])
    # Years stay where they are, so that what moved out of its year may pass them.
    passed = spans(moved_start)["first"] > spans(moved_end)["last"]
    return moved_start.mask(passed, moved_end), moved_end


def renumbered(
    real: Ledger, rows: Ints, copy: Ints, draws: Draws
) -> tuple[pd.Series, Floats, Floats]:
    """Multiply the numbers of real mentions; returns the wordings with them, low ends, high ends."""
    mentions = real.mentions
    claimant = pd.Index(real.claimants["claimant"]).get_indexer(mentions["claimant"])
    factor = draws.factors[copy, claimant[rows]]
    ends = mentions[["low", "high", "bound", "unit"]].iloc[rows]
    low, high = other_numbers(
        ends["low"].to_numpy(), ends["high"].to_numpy(), ends["bound"], ends["unit"], factor
    )
    number = mentions["low"].fillna(mentions["high"])
    written = number.where(mentions["bound"] != Bound.VAGUE, 0)
    parts = [_parts(*pair) for pair in zip(mentions["wording"], written, strict=True)]
    before, mark, after = (np.array(side, dtype=object) for side in zip(*parts, strict=True))
    new = number_texts(np.where(np.isnan(low), high, low), mark[rows])
    sides = (pd.Series(pd.array(side[rows], dtype=TEXT)) for side in (before, after))
    return next(sides) + new + next(sides), low, high


def other_numbers(
    low: Floats, high: Floats, bound: pd.Series, unit: pd.Series, factor: Floats
) -> tuple[Floats, Floats]:
    """Give the two ends after multiplying; words of number keep theirs, shares stay below 100."""
    percent = (unit == Unit.PERCENT).to_numpy(dtype=bool)
    keep = (bound == Bound.VAGUE).to_numpy(dtype=bool) | (factor == 1)
    new_low, new_high = (
        np.where(keep, end, np.where(percent, _share(end, factor), _count(end, factor)))
        for end in (low, high)
    )
    # Two ends that fall together are no range any more.
    closed = (low < high) & (new_low >= new_high)
    return new_low, np.where(closed, new_low + 1, new_high)


def _count(number: Floats, factor: Floats) -> Floats:
    product = number * np.where(number < SMALL, factor ** (SMALL_SPREAD / SPREAD), factor)
    scale = 10.0 ** np.maximum(np.floor(np.log10(np.maximum(product, 1))) - DIGITS + 1, 0)
    return np.where(number == 0, 0, np.maximum(np.round(product / scale) * scale, 1))


def _share(number: Floats, factor: Floats) -> Floats:
    return np.round(100 * (1 - (1 - np.minimum(number, 100) / 100) ** factor), 1)


def _parts(wording: str, number: float) -> tuple[str, str | None, str]:
    """Cut a wording at its number: before, the mark between thousands, after.

    Where the number does not stand there in digits, the whole wording is "before", the mark None.
    """
    if number >= IN_DIGITS_FROM and float(number).is_integer():
        for mark in MARKS:
            before, found, after = wording.partition(f"{int(number):,}".replace(",", mark))
            if found:
                return before, mark, after
    return wording, None, ""


def number_texts(numbers: Floats, marks: Sequence[str | None]) -> pd.Series:
    """Write each number with its mark between thousands; "" where there is no mark."""
    pairs = pd.MultiIndex.from_arrays([numbers, pd.Series(marks, dtype=object).fillna("-")])
    codes, distinct = pd.factorize(pairs)
    texts = [
        "" if mark == "-" else f"{number:,.0f}".replace(",", mark) for number, mark in distinct
    ]
    return pd.Series(pd.array(texts, dtype=TEXT).take(codes))
