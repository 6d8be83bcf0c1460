"""Phrases found in tokens: a table of what words stand for, and the longest match at a place."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from analysis.extraction.folding import fold
from analysis.extraction.tokens import Tokens, tokenise

Value = TypeVar("Value")


class Hit(NamedTuple, Generic[Value]):
    """A phrase found: its first token, the one after its last, and what it stands for."""

    first: int
    last: int
    value: Value


class _Node(Generic[Value]):
    """What may follow the words read so far, and what they stand for if they are a phrase."""

    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.value: Value | None = None


class Phrases(Generic[Value]):
    """A table from phrases to values; of several that fit at one place, the longest counts."""

    def __init__(self, rows: Iterable[tuple[str, Value]]) -> None:
        """Take the phrases with their values; a later row replaces an earlier one's value."""
        root: _Node[Value] = _Node()
        for phrase, value in rows:
            node = root
            for word in tokenise(fold(phrase)).words:
                node = node.next.setdefault(word, _Node())
            if node is not root:
                node.value = value
        self._first = root.next
        self.first_words = frozenset(root.next)

    def at(self, words: list[str], first: int, stop: int | None = None) -> Hit[Value] | None:
        """Find the longest phrase that begins with this token, and ends before ``stop``."""
        node = self._first.get(words[first])
        if node is None:
            return None
        end = len(words) if stop is None else stop
        last = first + 1
        hit = None
        while node is not None:
            if node.value is not None and last <= end:
                hit = Hit(first, last, node.value)
            if last >= end:
                break
            node = node.next.get(words[last])
            last += 1
        return hit

    def find(self, tokens: Tokens, first: int = 0, last: int | None = None) -> list[Hit[Value]]:
        """Find phrases from left to right; after one, the search goes on behind it."""
        words = tokens.words
        known = self._first
        stop = len(words) if last is None else min(last, len(words))
        found: list[Hit[Value]] = []
        behind = first
        near = words if not first and stop == len(words) else words[first:stop]
        for place in [at for at, word in enumerate(near, first) if word in known]:
            if place < behind:
                continue
            hit = self.at(words, place, stop)
            if hit is not None:
                found.append(hit)
                behind = hit.last
        return found


class Endings(Generic[Value]):
    """The same, read backwards: the longest phrase that ends before a token."""

    def __init__(self, rows: Iterable[tuple[str, Value]]) -> None:
        """Take the phrases with their values."""
        self._values: dict[tuple[str, ...], Value] = {
            tuple(tokenise(fold(phrase)).words): value for phrase, value in rows
        }
        self._last_words = {words[-1] for words in self._values if words}
        self._longest = max((len(words) for words in self._values), default=0)

    def before(self, words: list[str], last: int) -> Hit[Value] | None:
        """Find the longest phrase whose last word stands right before this token."""
        if last < 1 or words[last - 1] not in self._last_words:
            return None
        for first in range(max(0, last - self._longest), last):
            value = self._values.get(tuple(words[first:last]))
            if value is not None:
                return Hit(first, last, value)
        return None
