"""Articles listed by a selection, compared with the tables read by pandas alone."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.estimates import Estimates, Selection, estimate
from analysis.estimates.articles import articles_in_print, of_articles, select_articles
from analysis.ledger import Ledger


@pytest.fixture(scope="session")
def articles(board: Estimates, ledger: Ledger) -> pd.DataFrame:
    return articles_in_print(board, ledger.documents, ledger.mentions)


@pytest.fixture(scope="session")
def documents(project: Path) -> pd.DataFrame:
    return pd.read_csv(project / "data/documents.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="session")
def mentions(project: Path) -> pd.DataFrame:
    return pd.read_csv(project / "data/mentions.csv", dtype=str, keep_default_na=False)


def listed(articles: pd.DataFrame, board: Estimates, selection: Selection) -> set[str]:
    return set(select_articles(articles, board, selection)["document_id"])


def test_every_article_is_there_with_its_mentions_as_coded(
    articles: pd.DataFrame, mentions: pd.DataFrame, board: Estimates
) -> None:
    counts = articles.set_index("document_id")["mentions"]
    assert len(counts) == 129
    assert counts.sum() == 550
    assert counts[counts > 0].to_dict() == mentions.groupby("document_id").size().to_dict()
    assert counts["tass-2026-01-01-newyear"] == 0
    assert counts["seed-004"] == 6
    # Six mentions, each of a claim of its own.
    assert articles.set_index("document_id").loc["seed-004", "claims"] == 6
    # Six soldiers three times, more than 20 in all, six officers, at least three others.
    assert counts["kbs-2024-10-07-donetsk"] == 6
    assert articles.set_index("document_id").loc["kbs-2024-10-07-donetsk", "claims"] == 4
    assert listed(articles, board, Selection()) == set(articles["document_id"])


def test_incidents_and_increments_are_always_listed(
    articles: pd.DataFrame, board: Estimates, mentions: pd.DataFrame
) -> None:
    events = mentions["scope"].isin(["increment", "incident"])
    only = set(mentions["document_id"]) - set(mentions.loc[~events, "document_id"])
    assert len(only) == 3
    assert only <= listed(articles, board, Selection())
    assert only <= listed(articles, board, Selection(incidents=True))


def test_outlet_and_language_choose_articles_by_what_they_are(
    articles: pd.DataFrame, board: Estimates, documents: pd.DataFrame
) -> None:
    kbs = set(documents.loc[documents["outlet"] == "KBS World", "document_id"])
    assert kbs
    assert listed(articles, board, Selection(outlets=("KBS World",))) == kbs
    korean = set(documents.loc[documents["language"] == "ko", "document_id"])
    assert listed(articles, board, Selection(languages=("ko",))) == korean
    assert len(korean) == 3


def test_a_source_keeps_the_articles_that_print_it(
    articles: pd.DataFrame, board: Estimates, mentions: pd.DataFrame
) -> None:
    names = mentions["claimant"] + ";" + mentions["co_claimants"]
    own = mentions[names.str.split(";").map(lambda ids: "nis" in ids)]
    found = select_articles(articles, board, Selection(sources=("nis",)))
    fitting = found.set_index("document_id")["fitting"].to_dict()
    assert fitting == own.groupby("document_id").size().to_dict()


def test_source_and_outlet_have_to_meet_in_one_article(
    articles: pd.DataFrame, board: Estimates, mentions: pd.DataFrame, documents: pd.DataFrame
) -> None:
    printed = mentions.merge(documents, on="document_id")
    both = printed[(printed["outlet"] == "Kyiv Independent") & (printed["claimant"] == "nis")]
    chosen = Selection(outlets=("Kyiv Independent",), sources=("nis",))
    assert listed(articles, board, chosen) == set(both["document_id"])


def test_a_kind_keeps_the_articles_that_print_one(
    articles: pd.DataFrame, board: Estimates, mentions: pd.DataFrame
) -> None:
    killed = set(mentions.loc[mentions["claim_type"] == "killed", "document_id"])
    assert listed(articles, board, Selection(kinds=("killed",))) == killed


def test_days_of_printing_choose_articles_partly_known_ones_too(
    articles: pd.DataFrame, board: Estimates, documents: pd.DataFrame
) -> None:
    chosen = Selection(clock="printed", date_from="2025-02-10", date_to="2025-02-20")
    days = documents["published_on"]
    within = (days >= "2025-02-10") & (days <= "2025-02-20") | (days == "2025-02")
    assert within.any()
    assert listed(articles, board, chosen) == set(documents.loc[within, "document_id"])


def test_a_place_keeps_the_articles_that_tie_a_mention_to_it(
    articles: pd.DataFrame, board: Estimates
) -> None:
    tied = board.mentions[board.mentions["location"] == "kursk"]
    assert len(tied)
    chosen = Selection(places=("kursk",))
    assert listed(articles, board, chosen) == set(tied["document_id"])


def test_articles_printed_after_the_day_are_left_out(
    ledger: Ledger, documents: pd.DataFrame
) -> None:
    then = estimate(ledger, "2024-11-10")
    known = articles_in_print(then, ledger.documents, ledger.mentions)
    days = documents["published_on"]
    # "2024-11" may have been printed on the 30th.
    printed = documents[(days <= "2024-11-10") & (days != "2024-11")]
    assert set(known["document_id"]) == set(printed["document_id"])


def test_a_board_of_one_article_has_its_mentions_and_whole_claims(board: Estimates) -> None:
    own = of_articles(board, pd.Series(["seed-002"]))
    assert list(own.mentions["mention_id"]) == [f"m{number:04}" for number in range(327, 334)]
    assert set(own.claims["claim_id"]) == set(own.mentions["claim_id"])
    # NIS, about 300: this article is one of nine.
    nis = own.claims.set_index("claim_id").loc["cwzwtlko3ka"]
    assert (nis["articles"], nis["mentions"]) == (9, 9)
