"""An article as it came in, before a person has confirmed what it is."""

from dataclasses import dataclass, field

from analysis.errors import MusterError

MEGABYTE = 1024 * 1024
LARGEST_UPLOAD = 10 * MEGABYTE
# More text than any article has; what is longer is a book or an attack.
MOST_LETTERS = 1_000_000


class CannotRead(MusterError):
    """A file or a page gives no article; says why and what to do instead."""


@dataclass(frozen=True)
class Draft:
    """A text with what its page says about itself; everything but the text waits for confirmation.

    ``outlet``, ``published_on`` (YYYY-MM-DD), ``title`` and ``url`` are "" where the page does not
    say. ``language`` is two letters, guessed from the text; "" where it is too short to tell.
    """

    text: str = field(repr=False)
    title: str = ""
    outlet: str = ""
    published_on: str = ""
    language: str = ""
    url: str = ""
