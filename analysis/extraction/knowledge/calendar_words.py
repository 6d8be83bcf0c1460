"""English words of the calendar and of time told from the day of writing."""

from analysis.extraction.knowledge.table import word_set

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    # Abbreviations of the Associated Press and of British papers.
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
# Ordinary words as well, or parts of names: a date only with a capital, or with a day beside it.
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "dec", "jan"})
ABBREVIATED_WEEKDAYS = word_set("mon tue tues wed thu thur thurs fri sat sun")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# First and last month, as the ledger reads a season (m0291: "the fall" = September to November).
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}

DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
PERIODS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "quarter": "quarter", "quarters": "quarter", "year": "year",
    "years": "year", "weekend": "weekend", "decade": "decade", "decades": "decade",
}  # fmt: skip
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night", "noon", "midnight"])

# How many periods away from the one that the day of writing lies in.
STEPS = {
    "last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "same": 0, "next": 1,
    "coming": 1, "following": 1, "latest": 0,
}  # fmt: skip
# Words before a period that say which part of it; they belong to the expression.
PARTS_OF_PERIOD = frozenset(["early", "late", "mid", "earlier", "later", "mid-"])
EDGES = frozenset(["end", "beginning", "start", "middle"])
AGO = frozenset(["ago", "earlier"])

# Words that point forward from the clause that a bare day or month stands in.
FUTURE = word_set(
    """
    will 'll shall would scheduled slated due expected expects upcoming payable effective until
    intends expires begins deadline record next forthcoming redemption supposed
    """
)
# Past verbs that do not end in -ed. A bare day behind one of them is the day that it happened.
PAST = word_set(
    """
    said told was were had did has have began came went sent took made left fell rose saw met
    fought won lost shot struck held gave got found fled hit led put ran wrote spoke sold bought since
    """
)
