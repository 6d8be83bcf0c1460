"""Articles as the board has them: which were in print, what each holds, which a selection lists."""

from dataclasses import replace

import pandas as pd

from analysis.estimates.board import Estimates
from analysis.estimates.reading import printed_by
from analysis.estimates.selection import Selection, overlaps, select
from analysis.partial_dates import spans


def articles_in_print(
    board: Estimates, documents: pd.DataFrame, mentions: pd.DataFrame
) -> pd.DataFrame:
    """List the articles that were certainly in print on the board's day, with what each holds.

    ``documents`` and ``mentions`` are the ledger's tables. Returns the columns of documents and

    - ``printed_first``, ``printed_last`` (datetime64): the days on which it can have been printed;
    - ``mentions``: places in it where a number stands, as coded; 0 where it holds none;
    - ``claims``: distinct claims of the board that these belong to. A mention that was judged away
      belongs to none.
    """
    printed = spans(documents["published_on"])
    articles = documents.assign(printed_first=printed["first"], printed_last=printed["last"])
    if board.known_on:
        articles = printed_by(articles, board.known_on)
    per_article = board.mentions.groupby("document_id", sort=False)["claim_id"].nunique()
    return articles.assign(
        mentions=_counts(articles, mentions["document_id"].value_counts()),
        claims=_counts(articles, per_article),
    )


def select_articles(articles: pd.DataFrame, board: Estimates, selection: Selection) -> pd.DataFrame:
    """Keep the articles of ``articles_in_print`` that a selection lists, with ``fitting`` mentions.

    Outlet, language and days of printing choose articles by what they are. Every other choice keeps
    those in which at least one mention is of a claim so chosen, a place those in which a mention
    is tied to it; ``fitting`` counts these mentions. Incidents and increments are always listed:
    they are kept off scales, and an article has none.
    """
    keep = pd.Series(True, index=articles.index)
    if selection.outlets:
        keep &= articles["outlet"].isin(selection.outlets)
    if selection.languages:
        keep &= articles["language"].isin(selection.languages)
    if selection.clock == "printed":
        keep &= overlaps(articles["printed_first"], articles["printed_last"], selection)
    listed = articles[keep]
    of_claims = _of_claims(selection)
    if of_claims == Selection(incidents=True, clock=selection.clock) and not selection.places:
        return listed.assign(fitting=listed["mentions"])
    fitting = select(board, of_claims).mentions
    if selection.places:
        fitting = fitting[fitting["location"].isin(selection.places)]
    counted = listed.assign(fitting=_counts(listed, fitting["document_id"].value_counts()))
    return counted[counted["fitting"] > 0]


def of_articles(board: Estimates, document_ids: pd.Series) -> Estimates:
    """Keep of a board the mentions in these articles, and the claims that they belong to.

    Claims keep their counts, which are of all the articles that carry them.
    """
    mentions = board.mentions[board.mentions["document_id"].isin(document_ids)]
    claims = board.claims[board.claims["claim_id"].isin(mentions["claim_id"])]
    return replace(board, claims=claims, rows=mentions.index.to_numpy())


def _of_claims(selection: Selection) -> Selection:
    """Keep of a selection what chooses claims and not articles."""
    claims = replace(selection, outlets=(), languages=(), places=(), incidents=True)
    if selection.clock == "printed":
        return replace(claims, date_from="", date_to="")
    return claims


def _counts(articles: pd.DataFrame, counts: pd.Series) -> pd.Series:
    return articles["document_id"].map(counts).fillna(0).astype("int64")
