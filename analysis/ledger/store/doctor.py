"""Whether the database is sound and fits this release and its tables; what is wrong and how to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from analysis.ledger.ledger import Ledger
from analysis.ledger.store.accepted import accepted_tables, with_accepted
from analysis.ledger.store.database import Store
from analysis.ledger.store.schema import article, coding, decision, metadata, proposal
from analysis.ledger.store.versions import form_of, newest


@dataclass(frozen=True)
class Finding:
    """Something that is wrong, and what to do about it."""

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what}. {self.remedy}"


RESTORE = "Restore the last backup into an empty database: python -m analysis restore FILE"


def counts(store: Store) -> dict[str, int]:
    """Count the rows of each table."""
    with store.reading() as connection:
        return {
            table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
        }


def findings(store: Store, ledger: Ledger) -> Iterator[Finding]:
    """Examine the database, from the file up to the rows that it adds to the ledger."""
    with store.reading() as connection:
        yield from _damage(connection)
        if form_of(connection) != newest():
            yield Finding(
                f"The database has form {form_of(connection)}, this release {newest()}",
                "Open the dashboard once with this release; it brings the database up to date.",
            )
        yield from _broken_chains(connection)
        yield from _misplaced(connection)
    yield from _strangers(store, ledger)


def _damage(connection: sa.Connection) -> Iterator[Finding]:
    """Ask SQLite for what PostgreSQL watches over by itself."""
    if connection.dialect.name != "sqlite":
        return
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if told != "ok":
            yield Finding(f"The database file is damaged: {told}", RESTORE)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(f"A row of {row[0]} points to a row of {row[2]} that is not there", RESTORE)


def _broken_chains(connection: sa.Connection) -> Iterator[Finding]:
    """Look for proposals whose decisions are not numbered one after the other."""
    chains = (
        sa.select(
            decision.c.proposal_id,
            sa.func.count().label("decisions"),
            sa.func.max(decision.c.number).label("last"),
        )
        .group_by(decision.c.proposal_id)
        .subquery()
    )
    gaps = sa.select(chains.c.proposal_id).where(chains.c.decisions != chains.c.last)
    for (proposal_id,) in connection.execute(gaps):
        yield Finding(f"Decisions on proposal {proposal_id} are missing", RESTORE)


def _misplaced(connection: sa.Connection) -> Iterator[Finding]:
    """Look for proposals that lie outside their article's text; imported ones have no text."""
    outside = (
        sa.select(proposal.c.proposal_id)
        .join(coding, coding.c.coding_id == proposal.c.coding_id)
        .join(article, article.c.document_id == coding.c.document_id)
        .where(article.c.text != "", proposal.c.end > sa.func.length(article.c.text))
    )
    for (proposal_id,) in connection.execute(outside):
        yield Finding(f"Proposal {proposal_id} lies outside its article's text", RESTORE)


def _strangers(store: Store, ledger: Ledger) -> Iterator[Finding]:
    """Look for accepted rows that do not fit to the tables as they are now."""
    if {"documents", "mentions"} & ledger.broken:
        yield Finding("The shipped tables have problems", "See python -m analysis check.")
        return
    _, problems = with_accepted(ledger, accepted_tables(store, ledger))
    for problem in problems:
        told = str(problem).removesuffix(".")
        remedy = "Correct it on the page Articles, or undo its acceptance there."
        yield Finding(f"An accepted row stays out of the ledger: {told}", remedy)
