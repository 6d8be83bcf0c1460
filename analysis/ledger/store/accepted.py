"""What was accepted, as rows of the ledger, and the ledger that has both: shipped and accepted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd
import sqlalchemy as sa

from analysis.ledger.csv_file import TEXT
from analysis.ledger.ledger import Ledger
from analysis.ledger.problem import Problem
from analysis.ledger.rows import check_rows, extended
from analysis.ledger.store.articles import SHARED, articles
from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import accepted
from analysis.ledger.store.records import Article, Standing
from analysis.ledger.store.schema import decision


@dataclass(frozen=True)
class Accepted:
    """Accepted mentions and their articles, as tables of text in the ledger's columns."""

    documents: pd.DataFrame = field(repr=False)
    mentions: pd.DataFrame = field(repr=False)


def revision(store: Store) -> int:
    """Number the state of the decisions: what was made of an older state is out of date.

    Counted, because numbers given out by PostgreSQL need not become visible in their order.
    """
    with store.reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(decision)) or 0


def accepted_tables(store: Store, ledger: Ledger) -> Accepted:
    """Read what was accepted in everybody's coding; articles without any accepted mention are left out."""
    with store.reading() as connection:
        standings = accepted(connection, SHARED)
        of_coding = {standing.proposal.coding_id for standing in standings}
        added = [one for one in articles(connection) if f"{one.document_id}.1" in of_coding]
    package = ledger.package
    if package is None:
        return Accepted(pd.DataFrame(), pd.DataFrame())
    return Accepted(
        documents=_table(map(document_row, added), package.tables["documents"].columns),
        mentions=_table(map(mention_row, standings), package.tables["mentions"].columns),
    )


def with_accepted(ledger: Ledger, more: Accepted) -> tuple[Ledger, tuple[Problem, ...]]:
    """Add accepted rows to a ledger; give it, and what is wrong with rows that had to stay out.

    Rows were checked when they were accepted. They are checked again, because the shipped tables
    that they point to may have changed since; one that no longer fits stays out, alone, and is told.
    """
    if more.mentions.empty or {"documents", "mentions"} & ledger.broken:
        return ledger, ()
    problems = check_rows(ledger, "documents", more.documents)
    bad = {problem.key for problem in problems}
    documents = more.documents[~more.documents["document_id"].isin(bad)]
    with_documents = extended(ledger, {"documents": documents})
    of_sound = more.mentions[more.mentions["document_id"].isin(documents["document_id"])]
    wrong = check_rows(with_documents, "mentions", of_sound)
    mentions = of_sound[~of_sound["mention_id"].isin({problem.key for problem in wrong})]
    return extended(with_documents, {"mentions": mentions}), (*problems, *wrong)


def mention_id_of(proposal_id: str) -> str:
    """Name the mention that a proposal becomes.

    >>> mention_id_of("added-abcdefghijkl.1.3")
    'm-abcdefghijkl-3'
    """
    found = re.fullmatch(r"added-([a-z2-7]{12})\.1\.([0-9]+)", proposal_id)
    if not found:
        raise ValueError(f"{proposal_id}: only proposals of the shared coding become mentions")
    return f"m-{found[1]}-{found[2]}"


def mention_row(standing: Standing) -> dict[str, str]:
    """Make the row of the ledger that an accepted proposal is; an imported one keeps its id."""
    of = standing.proposal
    own = standing.fields.get("mention_id") or mention_id_of(of.proposal_id)
    return {**standing.fields, "mention_id": own, "document_id": of.coding_id.removesuffix(".1")}


def document_row(added: Article) -> dict[str, str]:
    """Make the row of the ledger that an added article is."""
    return {
        name: getattr(added, name)
        for name in (
            "document_id",
            "outlet",
            "agency",
            "url",
            "copy_url",
            "title",
            "published_on",
            "published_basis",
            "language",
        )
    }


def _table(rows: Iterable[dict[str, str]], columns: tuple[str, ...]) -> pd.DataFrame:
    found = list(rows)
    return pd.DataFrame(
        {name: pd.Series([row.get(name, "") for row in found], dtype=TEXT) for name in columns}
    )
