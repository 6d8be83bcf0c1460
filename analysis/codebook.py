"""The vocabulary of the ledger: what a row may say, and how a hedged number is written.

Values and definitions are those of the codebook (the Method page prints them from
``data/datapackage.json``); tests hold the two together. Nothing in here reads a file or a clock.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import isnan


class Bound(StrEnum):
    """How a number is hedged."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


POINTS = frozenset({Bound.EXACT, Bound.ABOUT})
FLOORS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
CEILINGS = frozenset({Bound.UP_TO, Bound.LESS_THAN})
INTERVALS = frozenset({Bound.RANGE, Bound.VAGUE})


class Scope(StrEnum):
    """What stretch of time or which slice a number covers."""

    TOTAL = "total"
    INCREMENT = "increment"
    STOCK = "stock"
    INCIDENT = "incident"
    RATE = "rate"
    SHARE = "share"
    PLANNED = "planned"


class Population(StrEnum):
    """Who or what is counted."""

    SOLDIERS = "soldiers"
    OFFICERS = "officers"
    GENERALS = "generals"
    SPECIAL_FORCES = "special_forces"
    SAPPERS = "sappers"
    WORKERS = "workers"
    MIXED = "mixed"
    MATERIEL = "materiel"
    UNITS = "units"
    SITES = "sites"


class Unit(StrEnum):
    """What the number counts one by one."""

    PEOPLE = "people"
    CONTAINERS = "containers"
    SHELLS = "shells"
    MISSILES = "missiles"
    GUNS = "guns"
    VEHICLES = "vehicles"
    TONNES = "tonnes"
    SITES = "sites"
    UNITS = "units"
    PERCENT = "percent"


class Modality(StrEnum):
    """Whether a thing is put as done, as coming, or as not so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    DENIED = "denied"


class Part(StrEnum):
    """Where in the article the number stands; headlines shorten and drop qualifiers."""

    HEADLINE = "headline"
    BODY = "body"


class LocationRole(StrEnum):
    """How a place is tied to a number."""

    AT = "at"
    TO = "to"
    FROM = "from"
    VIA = "via"


class Basis(StrEnum):
    """Where a claim's said-on day comes from."""

    STATED = "stated"
    PRINTED = "printed"


class JudgementKind(StrEnum):
    """What a person decided about a mention or a claim."""

    SAME_ORIGIN = "same_origin"
    CORRECT = "correct"
    SET_ASIDE = "set_aside"
    MERGE = "merge"
    SPLIT = "split"
    SUPERSEDE = "supersede"
    REINSTATE = "reinstate"


class Stance(StrEnum):
    """What a claimant did without giving a number."""

    CONFIRMS = "confirms_without_number"
    DECLINES = "declines_to_comment"
    DOES_NOT_ACKNOWLEDGE = "does_not_acknowledge"
    DENIES = "denies"
    LEAVES_OPEN = "neither_confirms_nor_denies"


class RelayKind(StrEnum):
    """What somebody is who passed a figure on between claimant and outlet."""

    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICIAL = "official"
    JOURNALIST = "journalist"
    UNNAMED = "unnamed"


class Bloc(StrEnum):
    """Group of claimants that speak for one side or one trade."""

    SEOUL = "seoul"
    KYIV = "kyiv"
    WASHINGTON = "washington"
    WESTERN = "western"
    MOSCOW_PYONGYANG = "moscow_pyongyang"
    MEDIA = "media"
    EXPERTS = "experts"
    UNATTRIBUTED = "unattributed"


BLOC_LABELS = {
    Bloc.SEOUL: "Seoul",
    Bloc.KYIV: "Kyiv",
    Bloc.WASHINGTON: "Washington",
    Bloc.WESTERN: "Other Western",
    Bloc.MOSCOW_PYONGYANG: "Moscow and Pyongyang",
    Bloc.MEDIA: "Media",
    Bloc.EXPERTS: "Experts",
    Bloc.UNATTRIBUTED: "Unattributed",
}

POPULATION_LABELS = {
    Population.SOLDIERS: "soldiers",
    Population.OFFICERS: "officers",
    Population.GENERALS: "generals",
    Population.SPECIAL_FORCES: "special forces",
    Population.SAPPERS: "sappers",
    Population.WORKERS: "workers",
    Population.MIXED: "Russians and North Koreans together",
    Population.MATERIEL: "materiel",
    Population.UNITS: "units",
    Population.SITES: "sites",
}

SCOPE_LABELS = {
    Scope.TOTAL: "running total",
    Scope.INCREMENT: "increment",
    Scope.STOCK: "there at a time",
    Scope.INCIDENT: "incident",
    Scope.RATE: "per day",
    Scope.SHARE: "share",
    Scope.PLANNED: "planned",
}

MODALITY_LABELS = {
    Modality.ACTUAL: "put as done",
    Modality.PLANNED: "planned or expected",
    Modality.DENIED: "denied",
}

STANCE_LABELS = {
    Stance.CONFIRMS: "confirms without a number",
    Stance.DECLINES: "declines to comment",
    Stance.DOES_NOT_ACKNOWLEDGE: "does not acknowledge it",
    Stance.DENIES: "denies",
    Stance.LEAVES_OPEN: "neither confirms nor denies",
}

# Denial, silence and a confirmation without a number are three things, and none of them is nought.
DENIALS = frozenset({Stance.DENIES})
SILENCES = frozenset({Stance.DECLINES, Stance.DOES_NOT_ACKNOWLEDGE, Stance.LEAVES_OPEN})
CONFIRMATIONS = frozenset({Stance.CONFIRMS})

LANGUAGE_LABELS = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "ko": "Korean",
    "ru": "Russian",
    "uk": "Ukrainian",
}

# Several voices under one name: none of them revises another.
COLLECTIVE_CLAIMANT_KINDS = frozenset({"officials", "media", "experts", "none"})


class Page(StrEnum):
    """The page that a kind of claim is charted on."""

    TROOPS = "troops"
    CASUALTIES = "casualties"
    MATERIEL = "materiel"


class Kind(StrEnum):
    """Claim type: what is said to have happened to what is counted."""

    SENT_TOTAL = "sent_total"
    SENT_ADDITIONAL = "sent_additional"
    PRESENT = "present"
    IN_TRAINING = "in_training"
    PLANNED = "planned"
    WITHDRAWN = "withdrawn"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    MISSING = "missing"
    DESERTED = "deserted"
    CONTAINERS = "containers"
    SHELLS = "shells"
    MISSILES = "missiles"
    ARTILLERY = "artillery"
    EQUIPMENT = "equipment"
    MUNITIONS = "munitions"
    UNITS = "units"
    SITES = "sites"


@dataclass(frozen=True)
class KindTerms:
    """How a kind is named on the pages: a short label, a chart title, and its page."""

    label: str
    title: str
    page: Page


KIND_TERMS = {
    Kind.SENT_TOTAL: KindTerms("sent", "Sent to Russia so far", Page.TROOPS),
    Kind.SENT_ADDITIONAL: KindTerms("sent in a wave", "Sent in one wave or period", Page.TROOPS),
    Kind.PRESENT: KindTerms("present", "Present at a place", Page.TROOPS),
    Kind.IN_TRAINING: KindTerms("in training", "In training", Page.TROOPS),
    Kind.PLANNED: KindTerms("planned", "Planned or expected", Page.TROOPS),
    Kind.WITHDRAWN: KindTerms("withdrawn", "Withdrawn or sent home", Page.TROOPS),
    Kind.KILLED: KindTerms("killed", "Reported killed", Page.CASUALTIES),
    Kind.WOUNDED: KindTerms("wounded", "Reported wounded", Page.CASUALTIES),
    Kind.CASUALTIES: KindTerms(
        "casualties", "Reported casualties (killed and wounded together)", Page.CASUALTIES
    ),
    Kind.CAPTURED: KindTerms("captured", "Reported captured", Page.CASUALTIES),
    Kind.MISSING: KindTerms("missing", "Reported missing", Page.CASUALTIES),
    Kind.DESERTED: KindTerms("deserted", "Reported to have deserted", Page.CASUALTIES),
    Kind.CONTAINERS: KindTerms("containers", "Containers shipped", Page.MATERIEL),
    Kind.SHELLS: KindTerms("shells", "Shells supplied", Page.MATERIEL),
    Kind.MISSILES: KindTerms("missiles", "Missiles supplied", Page.MATERIEL),
    Kind.ARTILLERY: KindTerms("artillery", "Guns and rocket launchers supplied", Page.MATERIEL),
    Kind.EQUIPMENT: KindTerms("equipment", "Vehicles and other equipment", Page.MATERIEL),
    Kind.MUNITIONS: KindTerms("munitions", "Munitions by weight", Page.MATERIEL),
    Kind.UNITS: KindTerms("units", "Brigades and battalions", Page.TROOPS),
    Kind.SITES: KindTerms("sites", "Training sites", Page.TROOPS),
}

# The codebook's ranges for words of number; a range outside the table has no word of its own.
VAGUE_WORDS = {
    (3, 9): "a few",
    (24, 99): "dozens",
    (40, 99): "scores",
    (200, 999): "hundreds",
    (2_000, 9_999): "thousands",
    (20_000, 99_999): "tens of thousands",
    (200_000, 999_999): "hundreds of thousands",
    (2_000_000, 9_999_999): "millions",
}

SYMBOLS = {
    Bound.EXACT: "",
    Bound.ABOUT: "≈ ",
    Bound.AT_LEAST: "≥ ",
    Bound.MORE_THAN: "> ",
    Bound.UP_TO: "≤ ",
    Bound.LESS_THAN: "< ",
}

HEDGE_WORDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.UP_TO: "up to ",
    Bound.LESS_THAN: "less than ",
}


def number_text(value: float) -> str:
    """Write one number with thousands separators, and with decimals only where it has some.

    >>> number_text(11000.0), number_text(66.7)
    ('11,000', '66.7')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def vague_word(low: float, high: float) -> str:
    """Name the word of number that the codebook codes as this range; empty if there is none."""
    return VAGUE_WORDS.get((int(low), int(high)), "")


def _with_unit(text: str, unit: str) -> str:
    return f"{text} %" if unit == Unit.PERCENT else text


def label(bound: str, low: float, high: float, unit: str = Unit.PEOPLE) -> str:
    """Write a hedged number as short as a chart label needs it, hedge kept.

    ``low`` or ``high`` is NaN where the bound leaves it open.

    >>> label("more_than", 11000, float("nan")), label("range", 10000, 12000)
    ('> 11,000', '10,000–12,000')
    """
    return _phrase(bound, low, high, unit, SYMBOLS, "–")


def words(bound: str, low: float, high: float, unit: str = Unit.PEOPLE) -> str:
    """Write a hedged number in words, for sentences and text alternatives.

    >>> words("more_than", 11000, float("nan")), words("range", 10000, 12000)
    ('more than 11,000', '10,000 to 12,000')
    """
    return _phrase(bound, low, high, unit, HEDGE_WORDS, " to ")


def _phrase(
    bound: str, low: float, high: float, unit: str, hedges: dict[Bound, str], to: str
) -> str:
    bound = Bound(bound)
    if bound in INTERVALS:
        ends = _with_unit(f"{number_text(low)}{to}{number_text(high)}", unit)
        word = vague_word(low, high) if bound is Bound.VAGUE else ""
        return f"{word} ({ends})" if word else ends
    return _with_unit(hedges[bound] + number_text(high if isnan(low) else low), unit)
