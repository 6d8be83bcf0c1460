"""What the cells of one row must agree on: the codebook's rules as a table, the matching as code."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.codebook import CEILINGS, FLOORS, INTERVALS, POINTS, VAGUE_WORDS, Bound, Scope, Unit
from analysis.ledger.fault import Fault, Rows, sound_rows
from analysis.partial_dates import spans

# Guns are of several makes, shells and missiles too; their figures are compared item by item.
UNITS_WITH_ITEM = frozenset({Unit.GUNS, Unit.SHELLS, Unit.MISSILES})


@dataclass(frozen=True)
class RowRule:
    """One rule: the columns it reads, which rows break it, and what is said of them.

    ``breaks`` takes a frame with typed columns and returns a boolean column, True where broken.
    The first column of ``columns`` is the one that is blamed.
    """

    columns: tuple[str, ...]
    breaks: Callable[[pd.DataFrame], pd.Series]
    reason: str
    remedy: str


def row_faults(frame: pd.DataFrame, table: str, bad_rows: Mapping[str, Rows]) -> Iterator[Fault]:
    """Yield the rows that break a rule of their table.

    ``bad_rows`` names, for each column, the rows whose cell is wrong by itself; a rule passes over
    rows in which one of its columns is wrong already, so that one slip is told once.
    """
    for rule in RULES.get(table, ()):
        if not set(rule.columns) <= set(frame.columns):
            continue
        sound = sound_rows(frame, rule.columns, bad_rows)
        broken = rule.breaks(sound)
        rows = sound.index.to_numpy()[broken.to_numpy(dtype=bool)]
        yield Fault(rows, rule.columns[0], rule.reason, rule.remedy)


def _certainly_after(later: pd.Series, earlier: pd.Series) -> pd.Series:
    return spans(later)["first"] > spans(earlier)["last"]


def _point_ends_differ(rows: pd.DataFrame) -> pd.Series:
    both = rows["low"].notna() & rows["high"].notna()
    return rows["bound"].isin(POINTS) & both & (rows["low"] != rows["high"])


def _ends_out_of_order(rows: pd.DataFrame) -> pd.Series:
    both = rows["low"].notna() & rows["high"].notna()
    return rows["bound"].isin(INTERVALS) & both & (rows["low"] >= rows["high"])


def _no_word_for(rows: pd.DataFrame) -> pd.Series:
    worded = pd.Series(False, rows.index)
    for low, high in VAGUE_WORDS:
        worded |= (rows["low"] == low) & (rows["high"] == high)
    return (rows["bound"] == Bound.VAGUE) & (rows["low"] < rows["high"]) & ~worded


def _of_two_kinds(rows: pd.DataFrame) -> pd.Series:
    first = rows.drop_duplicates("relay").set_index("relay")["kind"]
    return rows["kind"] != rows["relay"].map(first)


def _named_twice(rows: pd.DataFrame) -> pd.Series:
    together = rows["claimant"] + ";" + rows["co_claimants"]
    doubled = [text for text in together.unique() if len(set(text.split(";"))) <= text.count(";")]
    return together.isin(doubled)


EVENT_ORDER = RowRule(
    ("event_to", "event_from"),
    lambda rows: _certainly_after(rows["event_from"], rows["event_to"]),
    "event_from is certainly after event_to",
    "A period cannot end before it begins.",
)


# "printed_on" is not a column of these tables: the loader joins it from the articles.
STATED_BEFORE_PRINTED = RowRule(
    ("stated_on", "printed_on"),
    lambda rows: _certainly_after(rows["stated_on"], rows["printed_on"]),
    "said on a day certainly after the article was published",
    "Mend the day or the article's day of publication.",
)

MENTION_RULES = (
    RowRule(
        ("low", "bound"),
        lambda rows: rows["bound"].isin(POINTS | FLOORS | INTERVALS) & rows["low"].isna(),
        "this bound needs a low end",
        "Give the number, or choose the bound that the words have.",
    ),
    RowRule(
        ("high", "bound"),
        lambda rows: rows["bound"].isin(POINTS | CEILINGS | INTERVALS) & rows["high"].isna(),
        "this bound needs a high end",
        "Give the number, or choose the bound that the words have.",
    ),
    RowRule(
        ("high", "bound"),
        lambda rows: rows["bound"].isin(FLOORS) & rows["high"].notna(),
        "at_least and more_than have no high end",
        "Empty the cell, or choose the bound that the words have.",
    ),
    RowRule(
        ("low", "bound"),
        lambda rows: rows["bound"].isin(CEILINGS) & rows["low"].notna(),
        "up_to and less_than have no low end",
        "Empty the cell, or choose the bound that the words have.",
    ),
    RowRule(
        ("high", "low", "bound"),
        _point_ends_differ,
        "exact and about need low and high to be the same number",
        "Write the number in both cells, or choose range.",
    ),
    RowRule(
        ("high", "low", "bound"),
        _ends_out_of_order,
        "the low end of a range must be below its high end",
        "Swap or mend the ends.",
    ),
    RowRule(
        ("high", "low", "bound"),
        _no_word_for,
        "no word of number has these ends",
        "Use the ends that the codebook gives the word, or choose range.",
    ),
    RowRule(
        ("low", "unit"),
        lambda rows: (rows["unit"] == Unit.PERCENT) & (rows["low"] > 100),
        "a percentage above 100",
        "Mend the number or the unit.",
    ),
    RowRule(
        ("high", "unit", "low"),
        lambda rows: (rows["unit"] == Unit.PERCENT) & (rows["high"] > 100) & ~(rows["low"] > 100),
        "a percentage above 100",
        "Mend the number or the unit.",
    ),
    RowRule(
        ("share_of", "scope"),
        lambda rows: (rows["scope"] == Scope.SHARE) & (rows["share_of"] == ""),
        "a share of what is not said",
        "Name the base of the percentage.",
    ),
    RowRule(
        ("share_of", "scope"),
        lambda rows: (rows["scope"] != Scope.SHARE) & (rows["share_of"] != ""),
        "a base is named, but the scope is no share",
        "Empty the cell, or use the scope share.",
    ),
    RowRule(
        ("unit", "scope"),
        lambda rows: (rows["scope"] == Scope.SHARE) != (rows["unit"] == Unit.PERCENT),
        "shares, and only they, are counted in percent",
        "Let scope and unit agree.",
    ),
    RowRule(
        ("item", "unit"),
        lambda rows: rows["unit"].isin(UNITS_WITH_ITEM) & (rows["item"] == ""),
        "guns, shells and missiles need their item",
        "Name what exactly is counted.",
    ),
    RowRule(
        ("location_role", "location"),
        lambda rows: (rows["location"] == "") != (rows["location_role"] == ""),
        "a place and its role go together",
        "Give both, or neither.",
    ),
    RowRule(
        ("stated_on", "claimant"),
        lambda rows: (rows["claimant"] == "unattributed") & (rows["stated_on"] != ""),
        "nobody is named, so nobody said it on a day",
        "Empty the cell, or name the claimant.",
    ),
    RowRule(
        ("co_claimants", "claimant"),
        _named_twice,
        "a claimant is named twice in one statement",
        "Name each claimant once.",
    ),
    EVENT_ORDER,
    STATED_BEFORE_PRINTED,
)

RULES: dict[str, tuple[RowRule, ...]] = {
    "mentions": MENTION_RULES,
    "movements": (
        EVENT_ORDER,
        STATED_BEFORE_PRINTED,
        RowRule(
            ("to_location", "from_location"),
            lambda rows: (rows["to_location"] == "") & (rows["from_location"] == ""),
            "neither end of the movement is known",
            "Give one of the two places, or make it a sighting.",
        ),
    ),
    "stances": (STATED_BEFORE_PRINTED,),
    "locations": (
        RowRule(
            ("longitude", "latitude"),
            lambda rows: rows["latitude"].isna() != rows["longitude"].isna(),
            "latitude and longitude go together",
            "Give both, or neither.",
        ),
        RowRule(
            ("radius_km", "latitude"),
            lambda rows: rows["radius_km"].notna() & rows["latitude"].isna(),
            "a radius without a point",
            "Give the point, or empty the radius.",
        ),
        RowRule(
            ("label_dy", "label_dx"),
            lambda rows: rows["label_dx"].isna() != rows["label_dy"].isna(),
            "the offset of a name needs both of its parts",
            "Give label_dx and label_dy, or neither.",
        ),
    ),
    "shared_intelligence": (
        RowRule(
            ("claimant_b", "claimant_a"),
            lambda rows: rows["claimant_a"] == rows["claimant_b"],
            "a claimant is paired with itself",
            "Name two claimants.",
        ),
    ),
    "relays": (
        RowRule(
            ("spelling",),
            lambda rows: rows["spelling"].str.contains(";", regex=False),
            "a semicolon parts relays in a cell, so that no spelling has one",
            "Give each relay its own row.",
        ),
        RowRule(
            ("kind", "relay"),
            _of_two_kinds,
            "a row above has the same relay as of another kind",
            "Let the kinds agree, or tell the names apart.",
        ),
    ),
}
