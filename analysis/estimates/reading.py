"""Mentions as they are read on a day: judged, with their article's day and the day they were said."""

import pandas as pd

from analysis.codebook import Basis
from analysis.partial_dates import span, spans

FROM_DOCUMENT = {
    "outlet": "outlet",
    "agency": "agency",
    "language": "language",
    "url": "url",
    "published_on": "printed_on",
    "published_basis": "printed_basis",
}


def with_articles(mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Add what the article tells: outlet, agency, language, url, ``printed_on`` and its span.

    ``printed_first`` and ``printed_last`` are datetime64 columns, ``article`` numbers the articles.
    """
    codes = pd.Index(documents["document_id"]).get_indexer(mentions["document_id"])
    printed = spans(documents["published_on"])
    columns = {
        name: documents[column].take(codes).to_numpy() for column, name in FROM_DOCUMENT.items()
    }
    return mentions.assign(
        **columns,
        printed_first=printed["first"].take(codes).to_numpy(),
        printed_last=printed["last"].take(codes).to_numpy(),
        article=codes,
    )


def printed_by(mentions: pd.DataFrame, known_on: str) -> pd.DataFrame:
    """Keep the mentions that were certainly in print by the last day of a date."""
    return mentions[mentions["printed_last"] <= pd.Timestamp(span(known_on).last)]


def with_said_days(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``is_stated``, ``said_basis``, and the span of days on which the figure can have been said.

    Nobody is quoted before he has spoken, so a partly known day ends with the printing at the
    latest. Where no day is stated the printing stands in for it.
    """
    said = spans(mentions["stated_on"])
    is_stated = mentions["stated_on"] != ""
    last = said["last"].where(~(said["last"] > mentions["printed_last"]), mentions["printed_last"])
    return mentions.assign(
        is_stated=is_stated,
        said_basis=is_stated.map({True: Basis.STATED.value, False: Basis.PRINTED.value}),
        said_first=said["first"].where(is_stated, mentions["printed_first"]),
        said_last=last.where(is_stated, mentions["printed_last"]),
    )


def in_order_of_printing(mentions: pd.DataFrame) -> pd.DataFrame:
    """Sort by the latest day of printing, then the earliest, then by mention id, shorter ids first.

    Ids grow as mentions are added and follow an article's text, so they settle the order of one
    day's mentions whatever the order of the file.
    """
    ids = mentions["mention_id"]
    if not ids.is_monotonic_increasing:
        mentions = mentions.loc[
            ids.to_frame().assign(length=ids.str.len()).sort_values(["length", "mention_id"]).index
        ]
    return mentions.sort_values(["printed_last", "printed_first"], kind="stable", ignore_index=True)
