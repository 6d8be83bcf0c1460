"""English words of number."""

# Numerals of English grammar.
UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
DOZEN = "dozen"
HUNDRED = "hundred"

# Scales written behind digits, as news agencies and headlines abbreviate them.
SUFFIXES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9,
    "tn": 1e12, "trn": 1e12,
}  # fmt: skip
# These are units as well (metre, bit), so they count as a scale only touching the digits.
TIGHT_SUFFIXES = frozenset({"k", "m", "b"})

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

# Parts of a whole. A single part needs its counter ("one third"), for "third" alone is an ordinal.
FRACTIONS = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4,
    "quarters": 1 / 4, "fourth": 1 / 4, "fourths": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5,
    "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8, "tenth": 1 / 10,
    "tenths": 1 / 10,
}  # fmt: skip
SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}

# The codebook's ranges of vague words ("Vague words" in docs/columns.md), longest phrases included.
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999),
    "billions": (2e9, 9_999_999_999),
    "tens": (20, 99),
    "several dozen": (24, 99),
    "a few dozen": (24, 99),
    "several hundred": (200, 999),
    "a few hundred": (200, 999),
    "few hundred": (200, 999),
    "several hundreds": (200, 999),
    "several thousand": (2_000, 9_999),
    "several thousands": (2_000, 9_999),
    "a few thousand": (2_000, 9_999),
    "few thousand": (2_000, 9_999),
    "many thousands": (2_000, 9_999),
    "many hundreds": (200, 999),
    "several million": (2_000_000, 9_999_999),
    "several millions": (2_000_000, 9_999_999),
    "a few million": (2_000_000, 9_999_999),
    "tens of thousands": (20_000, 99_999),
    "several tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "several hundred thousand": (200_000, 999_999),
    "a few hundred thousand": (200_000, 999_999),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "tens of billions": (2e10, 99_999_999_999),
    "hundreds of billions": (2e11, 999_999_999_999),
}
# Three to nine; so weak a number that outside the subject nobody would call it one.
FEW = {
    "a few": (3, 9),
    "several": (3, 9),
    "a handful": (3, 9),
    "a handful of": (3, 9),
    "handful": (3, 9),
}
COUPLE = ("couple", "pair")
