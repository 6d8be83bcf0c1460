"""What is read: texts of a day in living memory, up to more than any article holds."""

from datetime import date

from analysis.errors import MusterError

# From such days all relative words ("99 decades ago") lead to years of four digits.
FIRST_YEAR, LAST_YEAR = 1900, 2199

# More numbers and dates on the subject than any article has, or any book per character: short
# articles have up to twenty in a thousand, what runs to a megabyte a few.
_NUMBERS_IN_ANY_TEXT = 2_000
_NUMBERS_PER_CHARACTER = 1 / 1_000
# Lists break their lines often, prose does not: its sentences have a hundred characters or so.
_SENTENCES_IN_ANY_TEXT = 10_000
_SENTENCES_PER_CHARACTER = 1 / 200


def most_numbers(text: str) -> int:
    """Say how many numbers and dates of a text are looked into."""
    return _NUMBERS_IN_ANY_TEXT + int(len(text) * _NUMBERS_PER_CHARACTER)


def most_sentences(text: str) -> int:
    """Say how many sentences of a text are looked at, headlines and lines of lists among them."""
    return _SENTENCES_IN_ANY_TEXT + int(len(text) * _SENTENCES_PER_CHARACTER)


class DayOutOfReach(MusterError):
    """A day of printing from which relative words would lead out of the calendar."""


def check_day(day: date) -> None:
    """Raise DayOutOfReach for a day that no article can be from."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DayOutOfReach(
            f"no article is from the year {day.year}: give a day from {FIRST_YEAR} to {LAST_YEAR}"
        )


def rest(text: str, end: int) -> int | None:
    """Give the place of what stands behind ``end``; None where nothing but space does.

    >>> rest("One. Two.", 4), rest("One. ", 4)
    (5, None)
    """
    behind = len(text) - len(text[end:].lstrip())
    return behind if behind < len(text) else None


def unread(start: int) -> str:
    """Say of a text that it was read up to a character, counted from 0, and no further.

    >>> unread(12_000)
    'Read for figures up to character 12,000: it holds more than is read of one text.'
    """
    return f"Read for figures up to character {start:,}: it holds more than is read of one text."
