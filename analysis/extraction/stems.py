"""Phrases of inflected languages, looked up by the stems of their words."""

from analysis.extraction.knowledge.table import Row
from analysis.extraction.seen import Near
from analysis.extraction.tokens import Tokens


class Stems:
    """A table of phrases whose words may be stems, marked by *."""

    def __init__(self, rows: "tuple[Row, ...]") -> None:
        self._by_start: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for row in rows:
            words = tuple(row.phrase.lower().split())
            if words:
                self._by_start.setdefault(words[0][:2], []).append((words, row.value))
        for phrases in self._by_start.values():
            phrases.sort(key=lambda item: -len(item[0]))

    def at(self, words: list[str], first: int) -> tuple[int, str] | None:
        """Find the longest phrase at a token: the token behind it and its value."""
        word = words[first]
        for phrase, value in self._by_start.get(word[:2], ()):
            if not fits(word, phrase[0]):
                continue
            last = first + len(phrase)
            if last <= len(words) and all(map(fits, words[first + 1 : last], phrase[1:])):
                return last, value
        return None

    def find(self, tokens: Tokens) -> list[Near]:
        """Find phrases from left to right, each token in one at most."""
        found, at = [], 0
        while at < len(tokens.words):
            hit = self.at(tokens.words, at)
            if hit is None:
                at += 1
                continue
            found.append(Near(tokens.starts[at], tokens.ends[hit[0] - 1], hit[1]))
            at = hit[0]
        return found


def fits(word: str, stem: str) -> bool:
    return word.startswith(stem[:-1]) if stem.endswith("*") else word == stem


def spread(table: dict[int, str]) -> tuple[Row, ...]:
    return tuple(
        Row(form, str(value), "numerals")
        for value, forms in table.items()
        for form in forms.split()
    )
