"""Articles and mentions to take along: the list found, and the mentions of one article."""

from dataclasses import replace

import pandas as pd

from analysis.exports.columns import article_rows, mention_rows
from analysis.figures.hover import Claim
from analysis.partial_dates import in_words
from pages.parts.article_list import with_incidents
from pages.parts.empty import EVERYTHING
from pages.parts.export import offer_table
from pages.parts.view import View

AS_JUDGED = "Mentions as read after judgements; those set aside are left out."


def offer_list(view: View, articles: pd.DataFrame) -> None:
    """Offer the articles found, all of them, in their order."""
    of_these = _only(with_incidents(view), articles["document_id"])
    offer_table(
        of_these,
        "articles list",
        "Articles",
        lambda: {"articles": article_rows(articles)},
        about=_claims(of_these),
    )


def offer_mentions(view: View, article: Claim) -> None:
    """Offer the mentions of one article, whatever is filtered."""
    whole = replace(view, selection=EVERYTHING)
    of_this = _only(whole, pd.Series([article["document_id"]]))
    claims = _claims(of_this)
    outlet, day = article["outlet"] or "an outlet not known", in_words(article["published_on"])
    offer_table(
        of_this,
        "articles mentions",
        f"Mentions in one article: {outlet}, {day}, {article['document_id']}",
        lambda: {"mentions": mention_rows(of_this.board.mentions, claims)},
        about=claims,
        remarks=(AS_JUDGED,),
        name=f"mentions {article['document_id']}",
    )


def _only(view: View, documents: pd.Series) -> View:
    """Give the view with the mentions of these articles alone, so that the notes count them."""
    mentions = view.board.mentions
    own = mentions[mentions["document_id"].isin(documents)]
    return replace(view, board=replace(view.board, mentions=own))


def _claims(view: View) -> pd.DataFrame:
    claims = view.board.claims
    return claims[claims["claim_id"].isin(view.board.mentions["claim_id"])]
