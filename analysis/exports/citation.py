"""How to cite: the data set, a view of it, and one claim, whose source and article come first."""

import re
from collections.abc import Mapping

import pandas as pd

from analysis.codebook import (
    POPULATION_LABELS,
    Basis,
    Kind,
    LocationRole,
    Modality,
    Population,
    Scope,
    Unit,
    words,
)
from analysis.exports.file_names import slug
from analysis.exports.notes import LICENCE, NOT_VERIFIED, SUBJECT, Edition, Notes, data_words
from analysis.figures.hover import LOCATION_WORDS, Claim, count_text
from analysis.partial_dates import in_words

AUTHORS = "The Muster contributors"
DATA_SET = "Muster ledger: numeric claims about North Korean troops in Russia"

# What follows the number in a sentence.
PHRASES = {
    Kind.SENT_TOTAL: "reported sent so far",
    Kind.SENT_ADDITIONAL: "reported sent in one wave or period",
    Kind.PRESENT: "reported present",
    Kind.IN_TRAINING: "reported in training",
    Kind.PLANNED: "planned or expected",
    Kind.WITHDRAWN: "reported withdrawn",
    Kind.KILLED: "reported killed",
    Kind.WOUNDED: "reported wounded",
    Kind.CASUALTIES: "reported casualties",
    Kind.CAPTURED: "reported captured",
    Kind.MISSING: "reported missing",
    Kind.DESERTED: "reported to have deserted",
    Kind.CONTAINERS: "reported shipped",
    Kind.SHELLS: "reported supplied",
    Kind.MISSILES: "reported supplied",
    Kind.ARTILLERY: "reported supplied",
    Kind.EQUIPMENT: "reported supplied",
    Kind.MUNITIONS: "reported supplied",
    Kind.UNITS: "reported",
    Kind.SITES: "reported",
}
# What is said to come, of things; of people the number stands alone.
PLANNED_PHRASES = {
    "reported shipped": "planned or expected to be shipped",
    "reported supplied": "planned or expected to be supplied",
}
PLACE_WORDS = {**LOCATION_WORDS, LocationRole.AT: "in"}
SCOPE_WORDS = {Scope.RATE: " per day", Scope.INCIDENT: " in one incident"}
KEY_WORDS = 5
# More outlets than these on the first day are counted, not named.
FIRST_OUTLETS = 2

_VERSION = re.compile(r"^version: *[\"']?([^\s\"']+)", re.MULTILINE)


def version_in(citation_file: str) -> str:
    """Read the version out of the text of CITATION.cff; "" if it names none.

    >>> version_in('cff-version: 1.2.0\\nversion: 0.1.0\\n')
    '0.1.0'
    """
    found = _VERSION.search(citation_file)
    return found[1] if found else ""


def cite_data_set(edition: Edition) -> str:
    """Cite the whole ledger in one line."""
    return (
        f"{AUTHORS}. {DATA_SET}. Version {edition.version}, data to "
        f"{in_words(edition.data_day)}. {LICENCE}."
    )


def data_set_bibtex(edition: Edition) -> str:
    """Cite the whole ledger as a BibTeX entry."""
    return _bibtex(f"muster_{edition.data_day}", DATA_SET, edition, "", "")


def cite_view(notes: Notes) -> str:
    """Cite one chart or table: title, filters, version, data day, and how to come back to it."""
    address = f" {notes.address}" if notes.address else ""
    return (
        f"{AUTHORS}. {notes.title} ({notes.filters}). {SUBJECT}. {notes.data_words()}. "
        f"{LICENCE}.{address}"
    )


def view_bibtex(notes: Notes) -> str:
    """Cite one chart or table as a BibTeX entry."""
    is_page = notes.address.startswith(("http://", "https://"))
    note = f"{notes.filters}; {notes.data_words()}"
    if notes.address and not is_page:
        note += f"; {notes.address}"
    address = notes.address if is_page else ""
    words = "-".join(slug(notes.title).split("-")[:KEY_WORDS])
    key = f"muster_{words}_{notes.day}"
    return _bibtex(key, f"{notes.title}. {SUBJECT}", notes.edition, note, address)


def cite_claim(
    claim: Claim,
    mentions: pd.DataFrame,
    edition: Edition,
    places: Mapping[str, str],
    known_on: str = "",
) -> str:
    """Cite one claim in a line: who, how many, when; who printed it first, and where; its ids.

    ``claim``: a row of the claims of the estimates. ``mentions``: mentions in the order of
    printing, those of other claims are passed over. ``places``: names of places by id.
    """
    own = mentions[mentions["claim_id"] == claim["claim_id"]]
    printed = count_text(int(claim["articles"]), "article")
    first = own.iloc[0]
    address = f" ({first['url']})" if first["url"] else ""
    more = f" and {len(own) - 1:,} more" if len(own) > 1 else ""
    data = data_words(edition, known_on)
    return (
        f"{claim['source']}, {claim_words(claim, places)}, {_said(claim)}; {printed}, "
        f"{_first_printing(own)}{address}. {NOT_VERIFIED} {SUBJECT}. {data}, claim {claim['claim_id']}, "
        f"mention {first['mention_id']}{more}."
    )


def claim_words(claim: Claim, places: Mapping[str, str]) -> str:
    """Say a claim's number with its hedge and what is counted, without its source and day."""
    number = words(claim["bound"], claim["low"], claim["high"], claim["unit"])
    if claim["unit"] == Unit.PERCENT:
        number = f"{number} of {claim['share_of']},"
    phrase = PHRASES[Kind(claim["kind"])]
    if claim["modality"] == Modality.PLANNED:
        phrase = PLANNED_PHRASES.get(phrase, PHRASES[Kind.PLANNED])
    denied = ", denied" if claim["modality"] == Modality.DENIED else ""
    scope = SCOPE_WORDS.get(claim["scope"], "")
    place = places.get(claim["location"], "") if claim["scope"] == Scope.STOCK else ""
    where = f" {PLACE_WORDS.get(claim['location_role'], 'in')} {place}" if place else ""
    return " ".join(f"{number} {_counted(claim)} {phrase}{scope}{where}{denied}".split())


def _counted(claim: Claim) -> str:
    """Name what is counted where it is not the plain soldier."""
    population = Population(claim["population"])
    if claim["item"]:
        item = str(claim["item"])
        # "20 240 mm rocket launchers" would read as one number.
        return f"× {item}" if item[0].isdigit() else item
    if population is Population.MATERIEL:
        return "" if claim["unit"] == Unit.PERCENT else str(claim["unit"])
    if population is Population.SOLDIERS:
        return "" if claim["unit"] in {Unit.PEOPLE, Unit.PERCENT} else str(claim["unit"])
    if population is Population.MIXED:
        return f"({POPULATION_LABELS[population]})"
    return POPULATION_LABELS[population]


def _said(claim: Claim) -> str:
    if claim["said_on_basis"] == Basis.STATED:
        return f"said {in_words(claim['said_on'])}"
    return "day of the statement not given"


def _first_printing(mentions: pd.DataFrame) -> str:
    """Say who printed a claim first, and when; several outlets of one day stand together."""
    first = mentions.iloc[0]
    same_day = mentions[
        (mentions["printed_on"] == first["printed_on"])
        & (mentions["printed_basis"] == first["printed_basis"])
    ].drop_duplicates("document_id")
    outlets = list(dict.fromkeys(name for name in same_day["outlet"] if name))
    if not outlets:
        by = "an outlet that is not named"
    elif len(outlets) > FIRST_OUTLETS:
        others = count_text(len(outlets) - 1, "other outlet")
        by = f"{outlets[0]} and {others}"
    else:
        by = " and ".join(outlets)
    on = "on" if first["printed_basis"] == Basis.STATED else "about"
    if len(str(first["printed_on"])) < len("2025-02-01") and on == "on":
        on = "in"
    return f"first printed by {by} {on} {in_words(str(first['printed_on']))}"


def _bibtex(key: str, title: str, edition: Edition, note: str, address: str) -> str:
    """Write an entry; the year is that of the data's last day, never today's."""
    fields = {
        "author": f"{{{AUTHORS}}}",
        "title": f"{{{_tex(title)}}}",
        "year": edition.data_day[:4],
        "version": _tex(edition.version),
        "note": _tex(note or f"Data to {in_words(edition.data_day)}. {LICENCE}"),
        # A brace would end the field early.
        "url": address.replace("{", "%7B").replace("}", "%7D"),
    }
    body = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items() if text)
    return f"@misc{{{key},\n{body}\n}}\n"


def _tex(text: str) -> str:
    """Escape what TeX would take for a command, and what would end a field early."""
    swaps = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}"}
    swaps |= {"^": r"\textasciicircum{}"} | {sign: f"\\{sign}" for sign in "#$%&_"}
    return "".join(swaps.get(letter, letter) for letter in text)
