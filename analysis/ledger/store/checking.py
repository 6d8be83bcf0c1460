"""Whether proposals could stand in the ledger as they are, told before anybody accepts them."""

from collections.abc import Iterable, Mapping

import pandas as pd

from analysis.ledger.csv_file import TEXT
from analysis.ledger.ledger import Ledger
from analysis.ledger.problem import Problem
from analysis.ledger.rows import check_rows, extended
from analysis.ledger.store.accepted import document_row
from analysis.ledger.store.records import Article, Fields


def check_document(ledger: Ledger, of: Article) -> tuple[Problem, ...]:
    """List what keeps an article out of the ledger's table of articles."""
    return check_rows(ledger, "documents", documents_table(ledger, of))


def check_mentions(
    ledger: Ledger, of: Article, fields_by_id: Mapping[str, Fields]
) -> dict[str, tuple[Problem, ...]]:
    """List, for each id, what keeps these cells out of the ledger's table of mentions.

    ``ledger`` is the shipped one, so that what was accepted already does not stand in its own way.
    An id here is any name; the row's own id is not checked.
    """
    if not fields_by_id or ledger.package is None:
        return {}
    with_article = ledger
    if not (ledger.documents["document_id"] == of.document_id).any():
        with_article = extended(ledger, {"documents": documents_table(ledger, of)})
    ids = {f"m-{'a' * 12}-{number}": name for number, name in enumerate(fields_by_id, start=1)}
    rows = [
        {**fields, "mention_id": mention_id, "document_id": of.document_id}
        for mention_id, fields in zip(ids, fields_by_id.values(), strict=True)
    ]
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in check_rows(with_article, "mentions", mentions_table(ledger, rows)):
        name = ids[problem.key]
        found[name] = (*found.get(name, ()), problem)
    return found


def documents_table(ledger: Ledger, of: Article) -> pd.DataFrame:
    """Make the table of one row of text that an article is among the ledger's articles."""
    return _table(ledger, "documents", [document_row(of)])


def mentions_table(ledger: Ledger, rows: Iterable[Fields]) -> pd.DataFrame:
    """Make a table of text in the columns of the ledger's mentions."""
    return _table(ledger, "mentions", rows)


def _table(ledger: Ledger, name: str, rows: Iterable[Fields]) -> pd.DataFrame:
    columns = ledger.package.tables[name].columns if ledger.package else ()
    found = list(rows)
    return pd.DataFrame(
        {
            column: pd.Series([row.get(column, "") for row in found], dtype=TEXT)
            for column in columns
        }
    )
