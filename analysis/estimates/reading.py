"""Mentions as they are read on a day: in print by then, in order, with the day they were said."""

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from analysis.codebook import Basis
from analysis.estimates.grouping import Ints, options, places_among
from analysis.estimates.statements import DAYS, days_of
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
    article = _articles(mentions["document_id"], documents["document_id"])
    return _with_articles(mentions, documents, spans(documents["published_on"]), article)


def _articles(named: pd.Series, documents: pd.Series) -> Ints:
    """Find the row of each mention's article; the mentions of one mostly stand together.

    So each run of equal ids is looked up once.
    """
    ids = pa.array(named.array, type=pa.large_string())
    begins = np.ones(len(ids), dtype=bool)
    begins[1:] = pc.not_equal(ids[1:], ids[:-1])
    starts = np.flatnonzero(begins)
    found = places_among(named.take(starts), documents)
    return np.repeat(found, np.diff(starts, append=len(ids)))


def _with_articles(
    mentions: pd.DataFrame, documents: pd.DataFrame, printed: pd.DataFrame, article: Ints
) -> pd.DataFrame:
    columns = {
        name: documents[column].array.take(article) for column, name in FROM_DOCUMENT.items()
    }
    return mentions.assign(
        **columns,
        printed_first=printed["first"].to_numpy()[article],
        printed_last=printed["last"].to_numpy()[article],
        article=article,
    )


def printed_by(mentions: pd.DataFrame, known_on: str) -> pd.DataFrame:
    """Keep the mentions that were certainly in print by the last day of a date."""
    return mentions[mentions["printed_last"] <= pd.Timestamp(span(known_on).last)]


def as_printed(
    mentions: pd.DataFrame, documents: pd.DataFrame, known_on: str | None
) -> pd.DataFrame:
    """Give the mentions certainly in print by a day (None: all) with what their articles tell.

    Rows go by the latest day of printing, then the earliest, then by mention id, shorter ids first.
    Ids grow as mentions are added and follow an article's text, so they settle the order of one
    day's mentions whatever the order of the file.
    """
    article = _articles(mentions["document_id"], documents["document_id"])
    printed = spans(documents["published_on"])
    first, last = (days_of(printed[end]) for end in ("first", "last"))
    rows = _by_id(mentions["mention_id"])
    if known_on:
        known = last <= days_of(spans(pd.Series([known_on]))["last"])
        rows = rows[known[article[rows]]]
    # One number orders the days; what is in order already, as files mostly are, costs little.
    day = (last * DAYS + first)[article[rows]]
    rows = rows[np.argsort(day, kind="stable")]
    # Rows are moved before the articles' columns stand in them; often none has to be.
    if len(rows) < len(mentions) or (rows[1:] < rows[:-1]).any():
        mentions = mentions.take(rows)
    return _with_articles(mentions.reset_index(drop=True), documents, printed, article[rows])


def _by_id(ids: pd.Series) -> Ints:
    """Give the rows in the order of their ids, shorter ones first; files mostly have that order."""
    texts = pa.array(ids.array, type=pa.large_string())
    lengths = pc.binary_length(texts)
    ahead, behind = (lengths[:-1], texts[:-1]), (lengths[1:], texts[1:])
    in_order = pc.or_(
        pc.less(ahead[0], behind[0]),
        pc.and_(pc.equal(ahead[0], behind[0]), pc.less_equal(ahead[1], behind[1])),
    )
    if pc.all(in_order).as_py() in (True, None):
        return np.arange(len(ids))
    table = pa.table({"length": lengths, "id": texts})
    order = pc.sort_indices(table, sort_keys=[("length", "ascending"), ("id", "ascending")])
    return np.asarray(order, dtype=np.int64)


def with_said_days(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add ``is_stated``, ``said_basis``, and the span of days on which the figure can have been said.

    Nobody is quoted before he has spoken, so a partly known day ends with the printing at the
    latest. Where no day is stated the printing stands in for it. ``day_first`` and ``day_last`` are
    the span as days since 1970.
    """
    said = spans(mentions["stated_on"])
    is_stated = (mentions["stated_on"] != "").to_numpy(dtype=bool)
    printed_first, printed_last = (
        mentions[name].to_numpy() for name in ("printed_first", "printed_last")
    )
    first = np.where(is_stated, said["first"].to_numpy(), printed_first)
    last = np.where(is_stated, np.fmin(said["last"].to_numpy(), printed_last), printed_last)
    basis = options((Basis.PRINTED.value, Basis.STATED.value), is_stated.astype(np.int64))
    return mentions.assign(
        is_stated=is_stated,
        said_basis=basis.array,
        said_first=first,
        said_last=last,
        day_first=days_of(first),
        day_last=days_of(last),
    )
