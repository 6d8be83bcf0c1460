"""Who is at the desk, and whether they may write. Every function that writes asks here first.

Hiding a button keeps nobody out; the rule therefore stands in the way of the write itself.
"""

from dataclasses import dataclass

from analysis.errors import MusterError


class NotAllowed(MusterError):
    """Somebody who may only read tried to write."""


@dataclass(frozen=True)
class Person:
    """Somebody who uses Muster. ``name`` signs what they decide; ``why_not`` is "" for a reviewer.

    ``why_not`` says to everybody else why they may only read, and what would change that.
    """

    name: str
    why_not: str = ""

    @property
    def may_write(self) -> bool:
        """Tell whether this person may add articles and decide."""
        return not self.why_not


def require_writer(person: Person) -> None:
    """Let nobody pass who may only read. Raises NotAllowed with the reason."""
    if not person.may_write:
        raise NotAllowed(f"Nothing was saved. {person.why_not}")
    if not person.name.strip():
        raise NotAllowed("Nothing was saved. A decision needs the name of who made it.")
