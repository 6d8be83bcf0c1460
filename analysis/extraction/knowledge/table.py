"""How the tables of words are written: a value, where its phrases come from, and the phrases."""

from collections.abc import Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """A phrase of a table: what it stands for, and where it comes from."""

    phrase: str
    value: str
    origin: str


def rows(origin: str, text: str) -> tuple[Row, ...]:
    """Read lines of ``value: phrase; phrase; …`` that all come from one place.

    >>> rows("ledger", "nis: NIS; Seoul's spy agency")[1]
    Row(phrase="Seoul's spy agency", value='nis', origin='ledger')
    """
    return tuple(_rows(origin, text))


def _rows(origin: str, text: str) -> Iterator[Row]:
    for line in text.strip().splitlines():
        value, _, phrases = line.strip().partition(":")
        for phrase in phrases.split(";"):
            if phrase.strip():
                yield Row(phrase.strip(), value.strip(), origin)


def combined(
    origin: str, owners: dict[str, str], offices: dict[str, str], pattern: str = "{} {}"
) -> tuple[Row, ...]:
    """Write out every owner's form before every office: "Ukraine's" and "military intelligence".

    ``owners`` gives an owner's forms and ``offices`` an office's names, each split by ``;``. The
    value is the owner's key and the office's, joined by ``_``.
    """
    return tuple(
        Row(pattern.format(form.strip(), name.strip()), f"{owner}_{office}", origin)
        for owner, forms in owners.items()
        for form in forms.split(";")
        for office, names in offices.items()
        for name in names.split(";")
    )


def word_set(text: str) -> frozenset[str]:
    """Read a set of words written one after another."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Read a set of phrases set apart by semicolons."""
    return frozenset(phrase.strip() for phrase in text.split(";"))
