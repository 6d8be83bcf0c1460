"""Whether a text is nearly that of another article: a wire copy is a further outlet, not an origin."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Wire copies share runs of this many words; two reports of the same event hardly any.
RUN = 5
# The share of the shorter text's runs that both have. Cut, retitled copies of wire texts lie above
# 0.7, independent reports of one briefing below 0.1; see tests.
NEAR = 0.5

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class NearCopy:
    """An article whose text is nearly the same, and how much of the shorter text both share."""

    document_id: str
    share: float


def near_copies(text: str, others: Iterable[tuple[str, str]]) -> list[NearCopy]:
    """Find the articles that a text nearly repeats, the nearest first.

    ``others`` gives id and text of each article. A part taken out of a longer article counts: the
    share is that of the shorter of the two.
    """
    runs = _runs(text)
    shares = ((document_id, _shared(runs, _runs(other))) for document_id, other in others)
    near = [NearCopy(document_id, share) for document_id, share in shares if share >= NEAR]
    return sorted(near, key=lambda copy: (-copy.share, copy.document_id))


def _runs(text: str) -> frozenset[int]:
    """Number each run of words; a number takes less room than the words."""
    words = WORD.findall(text.lower())
    return frozenset(hash(tuple(words[n : n + RUN])) for n in range(len(words) - RUN + 1))


def _shared(one: frozenset[int], other: frozenset[int]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
