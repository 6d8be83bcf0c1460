"""Articles and mentions to take along: the list found, and the mentions of one article."""

from dataclasses import replace

import pandas as pd

from analysis.estimates import Estimates
from analysis.estimates.articles import of_articles
from analysis.exports.columns import article_rows, mention_rows
from analysis.figures.hover import Claim
from analysis.partial_dates import in_words
from pages.parts.article_list import with_incidents
from pages.parts.empty import EVERYTHING
from pages.parts.export import offer_table
from pages.parts.view import View

AS_JUDGED = "Mentions as read after judgements; those set aside are left out."


def offer_list(view: View, board: Estimates, articles: pd.DataFrame) -> None:
    """Offer the articles found, all of them, in their order; ``board`` is what rests on them."""
    # The notes then count the mentions of these articles alone.
    narrowed = replace(with_incidents(view), board=board)
    offer_table(
        narrowed,
        "articles list",
        "Articles",
        lambda: {"articles": article_rows(articles)},
        about=board.claims,
    )


def offer_mentions(view: View, article: Claim) -> None:
    """Offer the mentions of one article, whatever is filtered."""
    board = of_articles(view.board, pd.Series([article["document_id"]]))
    outlet, day = article["outlet"] or "an outlet not known", in_words(article["published_on"])
    offer_table(
        replace(view, selection=EVERYTHING, board=board),
        "articles mentions",
        f"Mentions in one article: {outlet}, {day}, {article['document_id']}",
        lambda: {"mentions": mention_rows(board.mentions, board.claims)},
        about=board.claims,
        remarks=(AS_JUDGED,),
        name=f"mentions {article['document_id']}",
        what="these mentions",
    )
