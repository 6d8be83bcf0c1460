"""A calm sentence put anywhere into an article changes no mention but its place, save those that lean.

A mention leans on a neighbour where its own sentence leaves something out that the sentence before
or behind it says: who speaks ("the sentence before", "the next sentence names it"), what happened
("that of the number before"), what is counted ("of them"). The neighbour is the very next sentence;
for a first sentence of a paragraph, the paragraph before. A sentence put between the two cuts them
apart, for a reader too. Whatever a headline takes from such a mention goes with it.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.extraction import Found, extract
from analysis.extraction.sentences import Sentence, split

FOLDERS = [Path(__file__).parent / name for name in ("articles", "second")]
CALM = "The weather over the harbour was calm."
# By these rules a mention takes something from the sentence or the paragraph beside it.
LEANING = (
    "claimant: the sentence before",
    "claimant: the paragraph before",
    "claimant: the next sentence names it",
    "claimant: who introduces the list",
    "claimant: named near",
    "type: that of the number before",
    "counted: what the number before did",
    "counted: 'of these' before the number",
    "counted: nothing named",
)
# Behind the sentence that they lean on, these stand at most so many sentences on.
REACH = 2
ALWAYS = ("bound", "low", "high", "unit", "population", "part")


class Place:
    """A place for a sentence: before sentence ``index``, with what is put there."""

    def __init__(self, index: int, at: int, text: str) -> None:
        self.index, self.at, self.text = index, at, text


@cache
def articles() -> tuple[tuple[str, str, date, str], ...]:
    found = []
    for folder in FOLDERS:
        with (folder / "documents.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                text = (folder / row["file"]).read_bytes().decode()
                day = date.fromisoformat(row["published_on"])
                found.append((row["file"], text, day, row["outlet"]))
    return tuple(found)


def places(text: str, sentences: list[Sentence]) -> Iterator[Place]:
    """Give the places before, between paragraphs and sentences, and behind the text."""
    yield Place(0, sentences[0].start, f"{CALM}\n")
    for index, (before, sentence) in enumerate(pairwise(sentences), 1):
        is_new = before.paragraph != sentence.paragraph
        yield Place(index, sentence.start, CALM + ("\n" if is_new else " "))
    yield Place(len(sentences), sentences[-1].end, f" {CALM}")
    yield Place(len(sentences), len(text), f"\n{CALM}")


def changed(before: tuple[Found, ...], after: tuple[Found, ...], place: Place) -> list[Found]:
    """Name the mentions that are not what they were, but for their places and their rules."""
    steps = len(place.text)
    there = {one.start: one for one in after}
    others = []
    for one in before:
        start = one.start + steps * (one.start >= place.at)
        same = there.get(start)
        if same is None or cells(one) != cells(same):
            others.append(one)
        if same is not None:
            assert (one.wording, one.occurrence) == (same.wording, same.occurrence)
            for name in ALWAYS:
                assert getattr(one, name).value == getattr(same, name).value
    assert len(after) <= len(before), "a sentence without a number brings no mention"
    return others


def cells(one: Found) -> dict[str, str]:
    left_out = ("start", "end", "rule")
    return {name: cell for name, cell in one.row().items() if name not in left_out}


def leans(one: Found, place: Place, sentences: list[Sentence]) -> bool:
    """Tell whether a mention takes something over the place, from a sentence beside its own."""
    own = next(index for index, each in enumerate(sentences) if one.start < each.end)
    is_near = own - REACH < place.index <= own + 1
    return is_near and any(rule in one.rule for rule in LEANING)


@pytest.mark.parametrize("name", [name for name, *_ in articles()])
def test_a_calm_sentence_changes_only_what_leans_over_it(name: str) -> None:
    _, text, day, outlet = next(each for each in articles() if each[0] == name)
    found = extract(text, day, outlet).mentions
    sentences = split(text)
    for place in places(text, sentences):
        more = text[: place.at] + place.text + text[place.at :]
        others = changed(found, extract(more, day, outlet).mentions, place)
        leaning = [one for one in found if leans(one, place, sentences)]
        assert [
            (one.wording, one.rule, text[place.at : place.at + 60])
            for one in others
            if one not in leaning and not (leaning and one.part.value == "headline")
        ] == []
