"""The shipped wordings, real articles' words: their numbers, hedges and counted things as coded."""

import csv
from datetime import date
from pathlib import Path

import pytest

from analysis.extraction.article import Article
from analysis.extraction.counted import what_is_counted
from analysis.extraction.folding import fold
from analysis.extraction.lexicon import shipped
from analysis.extraction.noun_phrases import Counted
from analysis.extraction.quantities import Quantity

# What a wording alone cannot say, because the sentence around it does: who the counted were
# (workers, sappers, special forces), that a brigade's worth of guns is meant, or a cut number.
NEED_THEIR_SENTENCE = 40


def coded(project: Path) -> list[dict[str, str]]:
    """Give the English mentions of the ledger."""
    with (project / "data" / "documents.csv").open(encoding="utf-8", newline="") as file:
        languages = {row["document_id"]: row["language"] for row in csv.DictReader(file)}
    with (project / "data" / "mentions.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if languages[row["document_id"]] == "en"]


def read(wording: str) -> list[tuple[Quantity, Counted | None]]:
    """Read the numbers of a wording with what they count."""
    text = f"{wording}."
    article = Article(text, fold(text), date(2025, 1, 1), shipped())
    readings = [article.reading(index) for index in range(len(article.lines))]
    return [
        (quantity, what_is_counted(reading, quantity))
        for reading in readings
        for quantity in reading.quantities
    ]


def ends(row: dict[str, str], quantity: Quantity) -> bool:
    """Tell whether a quantity has the ends that a row codes; a share is coded in percent."""
    times = 100.0 if row["unit"] == "percent" and quantity.unit != "percent" else 1.0
    return all(
        end is None if not cell else end is not None and abs(end * times - float(cell)) < 0.1
        for end, cell in ((quantity.low, row["low"]), (quantity.high, row["high"]))
    )


def test_numbers_and_hedges_are_read_as_coded(project: Path) -> None:
    wrong = [
        row["wording"]
        for row in coded(project)
        if not any(
            ends(row, quantity) and quantity.bound.value == row["bound"]
            for quantity, _ in read(row["wording"])
        )
        and row["bound"] != "at_least"
    ]
    assert len(wrong) <= 12, wrong


def test_counted_things_are_read_as_coded(project: Path) -> None:
    wrong = []
    for row in coded(project):
        for quantity, counted in read(row["wording"]):
            if not ends(row, quantity) or counted is None or counted.noun is None:
                continue
            noun = counted.noun
            if (
                row["population"] not in ("mixed", noun.population.value)
                or row["unit"] not in ("percent", noun.unit.value)
                or noun.item != row["item"]
            ):
                wrong.append(row["wording"])
    assert len(wrong) <= NEED_THEIR_SENTENCE, wrong


@pytest.mark.parametrize(
    "wording",
    [
        "between 4 and 6 million shells",
        "2/3 killed",
        "more than half of the 11,000 North Korean troops",
    ],
)
def test_hard_forms_have_one_meaning(wording: str) -> None:
    assert read(wording)
