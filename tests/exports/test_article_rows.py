"""Articles as an exported table: every row with its counts, every column with its meaning."""

from analysis.commands.board import Board
from analysis.estimates import Selection
from analysis.estimates.articles import articles_in_print, select_articles
from analysis.exports.columns import EXPORTED_ARTICLE, article_rows, meanings


def test_every_column_of_the_articles_is_explained(board: Board) -> None:
    told = meanings(EXPORTED_ARTICLE, board.ledger.package)
    assert [name for name, meaning in told.items() if not meaning] == []


def test_articles_keep_their_counts_and_partial_days(board: Board) -> None:
    ledger = board.ledger
    articles = articles_in_print(board.estimates, ledger.documents, ledger.mentions)
    chosen = Selection(sources=("nis",))
    rows = article_rows(select_articles(articles, board.estimates, chosen))
    by_id = rows.set_index("document_id")
    # Two of seven mentions are the NIS's: about 300 killed, about 2,700 wounded.
    counts = by_id.loc["seed-002", ["mentions_in_it", "claims_in_it", "mentions_chosen"]]
    assert counts.tolist() == [7, 7, 2]
    assert by_id.loc["okaynews-2026-02-saeppyol", "published_on"] == "2026-02"
