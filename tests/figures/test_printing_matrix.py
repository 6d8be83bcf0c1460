"""Who prints whom as drawn: each pair's articles, the largest first, the rest said to be left out."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.estimates import Estimates
from analysis.estimates.printings import chains, counted, printings, relay_names
from analysis.figures.look import Look
from analysis.figures.printing_matrix import (
    MOST_ROWS,
    Link,
    printing_key,
    printing_matrix_figure,
)
from analysis.figures.source_sentences import printing_sentence
from analysis.ledger import Ledger
from tests.figures.reading import strict_json

Draw = Callable[..., go.Figure]


@pytest.fixture(scope="module")
def rows(board: Estimates, ledger: Ledger) -> pd.DataFrame:
    numbered = chains(board.mentions, relay_names(ledger.relays))
    return printings(numbered, board.mentions.index)


@pytest.fixture(scope="module")
def links(ledger: Ledger) -> dict[str, Link]:
    claimants = ledger.claimants
    names = dict(zip(claimants["claimant"], claimants["short_name"], strict=True))
    blocs = dict(zip(claimants["claimant"], claimants["bloc"], strict=True))
    return {
        "voice": Link(names, blocs, "sources"),
        "way": Link({"": "nobody named between"}, {}, "relays"),
        "outlet": Link({"": "outlet not known"}, {}, "outlets"),
    }


@pytest.fixture(scope="module")
def draw(rows: pd.DataFrame, links: dict[str, Link]) -> Draw:
    def figure(row: str, column: str, look: Look, chosen: str = "") -> go.Figure:
        cells = counted(rows, row, column).rename(columns={row: "row", column: "column"})
        totals = tuple(counted(rows, one).set_index(one)["articles"] for one in (row, column))
        return printing_matrix_figure(cells, totals, links[row], links[column], look, chosen)

    return figure


@pytest.mark.parametrize("pair", [("outlet", "voice"), ("way", "voice"), ("outlet", "way")])
@pytest.mark.parametrize("width", [340, 940])
def test_each_tile_is_the_count_of_its_pair(
    rows: pd.DataFrame, draw: Draw, pair: tuple[str, str], width: int
) -> None:
    figure = draw(*pair, Look(width=width))
    expected = counted(rows, *pair).set_index(list(pair))["articles"]
    by_key = {printing_key(*key): articles for key, articles in expected.items()}
    bars, *written = figure.data
    found = [point[0] for point in bars.customdata]
    assert len(set(found)) == len(found) > 20
    counts = {(x, y): int(t) for w in written for x, y, t in zip(w.x, w.y, w.text, strict=True)}
    middles = [(b + x / 2, y) for b, x, y in zip(bars.base, bars.x, bars.y, strict=True)]
    for key, (x, y) in zip(found, middles, strict=True):
        close = [n for (a, b), n in counts.items() if abs(a - x) < 1 and abs(b - y) < 1]
        assert close == [by_key[key]]
    strict_json(figure)


def test_the_outlets_with_most_articles_are_drawn_and_the_others_counted(
    rows: pd.DataFrame, draw: Draw
) -> None:
    figure = draw("outlet", "voice", Look(width=1200))
    names = [note.text for note in figure.layout.annotations]
    assert any("<b>Kyiv Independent</b>" in name and ">9<" in name for name in names)
    outlets = rows["outlet"].nunique()
    (note,) = figure.layout.meta["notes"]
    assert f"{outlets - MOST_ROWS} more outlets" in note


def test_an_unnamed_outlet_or_relay_is_called_so(draw: Draw) -> None:
    figure = draw("outlet", "way", Look(width=940))
    texts = " ".join(note.text for note in figure.layout.annotations)
    assert "outlet not known" in texts
    assert "nobody named between" in texts


def test_the_chosen_tile_has_a_frame(draw: Draw) -> None:
    chosen = printing_key("Kyiv Independent", "nis")
    bars = draw("outlet", "voice", Look(), chosen).data[0]
    framed = [p[0] for p, w in zip(bars.customdata, bars.marker.line.width, strict=True) if w]
    assert framed == [chosen]


def test_hostile_names_are_text(links: dict[str, Link]) -> None:
    cells = pd.DataFrame(
        {"row": ["<b>x"], "column": ["<script>"], "articles": [1], "mentions": [2]}
    )
    totals = (pd.Series({"<b>x": 1}), pd.Series({"<script>": 1}))
    figure = printing_matrix_figure(cells, totals, links["outlet"], links["way"], Look())
    shown = [note.text for note in figure.layout.annotations] + list(figure.data[0].hovertext)
    assert not any("<script>" in text for text in shown)
    assert any("&lt;script&gt;" in text for text in shown)


def test_the_sentence_names_the_pair_with_most_articles() -> None:
    cells = pd.DataFrame({"row": ["A", "B"], "column": ["x", "x"], "articles": [1, 3]})
    sentence = printing_sentence(cells, "outlets", "sources")
    assert sentence.startswith(
        "2 outlets and 1 sources. Most articles together: B and x, 3 articles."
    )


def test_nothing_is_said_in_words(links: dict[str, Link]) -> None:
    cells = pd.DataFrame({"row": [], "column": [], "articles": [], "mentions": []})
    empty = (pd.Series(dtype="int64"), pd.Series(dtype="int64"))
    figure = printing_matrix_figure(cells, empty, links["outlet"], links["voice"], Look())
    assert "No article" in figure.layout.annotations[0].text
