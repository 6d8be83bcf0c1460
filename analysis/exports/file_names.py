"""What a downloaded file is called: its name says what is in it, on every system."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from analysis.codebook import BLOC_LABELS, Bloc
from analysis.estimates import Selection

# Some systems take no more than 255 bytes with the folder's own name before them.
LONGEST = 100
LONGEST_ENDING = 8
NAMED = 4

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Write a text in lower-case ASCII letters, digits and hyphens; may come out empty.

    >>> slug("Présent à Koursk, 2025"), slug("국정원")
    ('present-a-koursk-2025', '')
    """
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode("ascii")
    return _OTHER.sub("-", plain).strip("-")


def chosen_words(
    selection: Selection, names: Mapping[str, str], places: Mapping[str, str]
) -> list[str]:
    """List what narrows a view besides the claim type, in the words that name its files."""
    return [
        *(BLOC_LABELS[Bloc(bloc)] for bloc in selection.blocs),
        *(names.get(source, source) for source in selection.sources),
        *selection.populations,
        *selection.modalities,
        *selection.outlets,
        *selection.languages,
        *(places.get(place, place) for place in selection.places),
    ]


def file_name(subject: str, chosen: Sequence[str], day: str, ending: str) -> str:
    """Name a file: what it shows, what was chosen, the day of the data, and the format.

    ``chosen`` are the filters that narrow it, in words; of more than NAMED the rest is counted.

    >>> file_name("Killed by source", ["NIS", "Zelenskyy"], "2025-11-21", "svg")
    'killed-by-source_nis-zelenskyy_2025-11-21.svg'
    """
    words = [word for word in map(slug, chosen) if word]
    more = len(words) - NAMED
    if more > 0:
        words = [*words[:NAMED], f"and-{more}-more"]
    tail = [slug(day)] if slug(day) else []
    room = LONGEST - LONGEST_ENDING - 1 - sum(len(part) + 1 for part in tail)
    stem = "_".join(part for part in (slug(subject) or "muster", "-".join(words)) if part)
    ending = (slug(ending) or "txt")[:LONGEST_ENDING]
    return "_".join([stem[:room].rstrip("-_"), *tail]) + f".{ending}"
