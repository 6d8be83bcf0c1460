"""Where wordings stand in a text: found letter by letter, the asked occurrence, nothing lost."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.wordings import Located, Piece, Span, Wording, cut, locate
from analysis.ledger import load

# A few letters only, so that words repeat and overlap; a no-break space and an astral letter too.
TEXTS = st.text(alphabet="ab3 ,\xa0\n한\U0001f600", max_size=60)


@st.composite
def texts_with_wordings(draw: st.DrawFn) -> tuple[str, list[Wording]]:
    """A text and wordings, most of them cut out of it, of any occurrence."""
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    wordings = []
    for number in range(draw(st.integers(0, 6))):
        one, other = sorted((draw(places), draw(places)))
        words = draw(st.one_of(st.just(text[one:other]), TEXTS))
        wordings.append(Wording(f"m{number}", words, draw(st.integers(-1, 4))))
    return text, wordings


def places_of(text: str, words: str) -> list[int]:
    """Every place where the words begin, looked up letter by letter."""
    return [at for at in range(len(text)) if words and text.startswith(words, at)]


@given(texts_with_wordings())
def test_every_span_equals_its_words_at_the_asked_occurrence(
    case: tuple[str, list[Wording]],
) -> None:
    text, wordings = case
    found = locate(text, wordings)
    spans = {span.mention_id: span for span in found.spans}
    assert len(found.spans) + len(found.missing) == len(wordings)
    for mention_id, words, occurrence in wordings:
        places = places_of(text, words)
        if 1 <= occurrence <= len(places):
            start, end, _ = spans[mention_id]
            assert text[start:end] == words
            assert start == places[occurrence - 1]
        else:
            assert mention_id in found.missing


@given(texts_with_wordings())
def test_the_pieces_are_the_text_and_each_mention_has_all_of_its_words(
    case: tuple[str, list[Wording]],
) -> None:
    text, wordings = case
    found = locate(text, wordings)
    pieces = cut(text, found.spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    for start, end, mention_id in found.spans:
        own = "".join(piece.text for piece in pieces if mention_id in piece.mention_ids)
        assert own == text[start:end]


@given(texts_with_wordings())
def test_the_shortest_speaks(case: tuple[str, list[Wording]]) -> None:
    text, wordings = case
    found = locate(text, wordings)
    length = {span.mention_id: span.end - span.start for span in found.spans}
    for piece in cut(text, found.spans):
        lengths = [length[mention_id] for mention_id in piece.mention_ids]
        assert lengths == sorted(lengths)


def test_overlapping_occurrences_all_count() -> None:
    assert locate("aaa", [Wording("m1", "aa", 2)]).spans == (Span(1, 3, "m1"),)


def test_equally_short_ones_speak_by_their_beginning_then_as_given() -> None:
    spans = locate("abc", [Wording("m3", "bc", 1), Wording("m2", "ab", 1), Wording("m1", "ab", 1)])
    assert cut("abc", spans.spans) == [
        Piece("a", ("m2", "m1")),
        Piece("b", ("m2", "m1", "m3")),
        Piece("c", ("m3",)),
    ]


def test_nothing_is_normalised() -> None:
    """The ledger keeps a no-break space where the article has one."""
    assert locate("around 300\xa0men", [Wording("m1", "around 300 men", 1)]).missing == ("m1",)
    assert locate("Over 300", [Wording("m1", "over 300", 1)]).missing == ("m1",)


def test_an_empty_text_has_no_pieces() -> None:
    assert cut("", ()) == []
    assert locate("", []) == Located((), ())


def test_every_mention_of_the_seed_articles_is_found(project: Path) -> None:
    """26 mentions."""
    seeds = project.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the texts of the seed articles are not shipped")
    ledger = load(project / "data")
    documents = ledger.documents[ledger.documents["file"] != ""]
    located = 0
    for document, file in zip(documents["document_id"], documents["file"], strict=True):
        text = (seeds / file).read_text(encoding="utf-8")
        own = ledger.mentions[ledger.mentions["document_id"] == document]
        found = locate(text, _wordings(own))
        assert found.missing == ()
        located += len(found.spans)
    assert located == 26


def _wordings(mentions: pd.DataFrame) -> list[Wording]:
    rows = mentions[["mention_id", "wording", "occurrence"]]
    return [Wording(*row) for row in rows.itertuples(index=False, name=None)]
