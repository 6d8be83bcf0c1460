"""Sources of numbers, and what an article has said so far of who speaks."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from analysis.extraction.attribution import Cue
from analysis.extraction.knowledge.claimant_names import AGENCIES, BODIES, CLASSES, MEDIA, PERSONS
from analysis.extraction.sentences import Sentence


class Source(NamedTuple):
    """A source with its claimants: empty ``ids`` where the words do not tell which one.

    ``text`` is how the article writes it; ``relay`` is who passed it on, split by ``;``.
    """

    ids: tuple[str, ...]
    text: str
    relay: str
    rule: str
    cue: Cue | None = None
    is_person: bool = False

    @property
    def claimant(self) -> str:
        """The first claimant; empty where there is none."""
        return self.ids[0] if self.ids else ""

    @property
    def is_named(self) -> bool:
        """Tell whether the claimant stands there by name, not by a word that points back."""
        return bool(self.ids) and "a name in" in self.rule

    @property
    def is_body(self) -> bool:
        """Tell whether the name is that of a body, not of a person."""
        return not self.is_person and _is_name_of_a_body(self.text, self.claimant)


# The last speakers are looked through again and again.
@lru_cache(maxsize=1_000)
def _is_name_of_a_body(text: str, claimant: str) -> bool:
    words = set(text.lower().replace("'s", "").replace("’s", "").split())
    if words & PERSONS:
        return False
    return claimant.endswith("_officials") or bool(words & BODIES) or text.isupper()


NOBODY_NAMED = Source((), "", "", "claimant: nobody named")


# A word that points back means one of so many speakers; further back nobody would look.
_REMEMBERED = 60


@dataclass
class Memory:
    """What the text has said so far: who spoke or was named, in order, and whose name is whose."""

    spoken: list[Source] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    briefed: bool = False
    chiefs: bool = False
    outlet: str = ""
    # The days on which each claimant spoke, with the numbers of their sentences, in order.
    stated: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    # An older day holds for its own paragraph: by claimant and paragraph, as above.
    recalled: dict[tuple[str, int], list[tuple[int, str]]] = field(default_factory=dict)
    first_said: dict[str, tuple[int, str]] = field(default_factory=dict)

    def day_of(self, claimant: str, sentence: Sentence, index: int) -> str:
        """Give the day on which a claimant last spoke, or the older one its paragraph tells of.

        Sentences behind ``index`` may have been heard already; their days do not count yet.
        """
        recalled = self.recalled.get((claimant, sentence.paragraph), ())
        for days in (recalled, self.stated.get(claimant, ())):
            for at, day in reversed(days):
                if at <= index:
                    return day
        return ""

    def last_of(self, wanted: str) -> Source | None:
        """Find the last speaker that a word such as "the agency" or "he" can mean."""
        recent = self.spoken[-_REMEMBERED:]
        if wanted == "body" and recent and recent[-1].cue is None and recent[-1].claimant in MEDIA:
            return recent[-1]
        allowed = CLASSES.get(wanted)
        if allowed is not None:
            found = next((one for one in reversed(recent) if one.claimant in allowed), None)
            if found is None and wanted == "agency":
                found = next((one for one in reversed(recent) if one.claimant in AGENCIES), None)
            return found
        spoke = [source for source in recent if source.cue is not None]
        for source in reversed(spoke if wanted == "person" and spoke else recent):
            if wanted == "any":
                return source
            if source.claimant not in MEDIA and (wanted == "body") == source.is_body:
                return source
        others = [source for source in recent if source.claimant not in MEDIA]
        return others[-1] if others else None


def joined(relay: str, more: str) -> str:
    if not more or more in relay.split(";"):
        return relay
    return f"{relay};{more}" if relay else more
