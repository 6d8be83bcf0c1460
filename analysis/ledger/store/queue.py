"""What waits to be decided and what was: every coding with its counts, every decision in order."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from analysis.ledger.store.database import Store
from analysis.ledger.store.decisions import decision_of
from analysis.ledger.store.records import Decision, State
from analysis.ledger.store.schema import article, coding, decision, proposal


@dataclass(frozen=True)
class Queued:
    """One coding of an article, and how many of its proposals stand where.

    ``coder`` is "" for the coding that all share. ``deciders`` are those who decided anything in it.
    """

    coding_id: str
    document_id: str
    coder: str
    begun_by: str
    begun_at: str
    title: str
    outlet: str
    published_on: str
    near_copy_of: str
    added_by: str
    added_at: str
    open: int
    accepted: int
    rejected: int
    deciders: tuple[str, ...]

    @property
    def proposals(self) -> int:
        """Count all proposals, wherever they stand."""
        return self.open + self.accepted + self.rejected


@dataclass(frozen=True)
class Logged:
    """A decision with the coding that it belongs to, and whether it is the last on its proposal."""

    document_id: str
    coding_id: str
    coder: str
    is_last: bool
    decision: Decision = field(repr=False)


def queue(store: Store, document_id: str = "") -> tuple[Queued, ...]:
    """List codings, those of the article added last first; of one article, if one is named."""
    with store.reading() as connection:
        counts = _counts(connection)
        deciders = _deciders(connection)
        codings = (
            sa.select(coding, *(article.c[name] for name in ARTICLE_COLUMNS))
            .join(article, article.c.document_id == coding.c.document_id)
            .order_by(article.c.added_at.desc(), coding.c.document_id, coding.c.coding_id)
        )
        if document_id:
            codings = codings.where(coding.c.document_id == document_id)
        rows = connection.execute(codings).mappings().all()
    return tuple(
        Queued(
            **row,
            open=counts.get((row["coding_id"], State.OPEN), 0),
            accepted=counts.get((row["coding_id"], State.ACCEPTED), 0),
            rejected=counts.get((row["coding_id"], State.REJECTED), 0),
            deciders=deciders.get(row["coding_id"], ()),
        )
        for row in rows
    )


ARTICLE_COLUMNS = ("title", "outlet", "published_on", "near_copy_of", "added_by", "added_at")


def log(store: Store, most: int, document_id: str = "") -> tuple[Logged, ...]:
    """List decisions, the latest first, ``most`` of them; of one article, if one is named."""
    newest = sa.select(
        decision.c.proposal_id, sa.func.max(decision.c.number).label("newest")
    ).group_by(decision.c.proposal_id)
    last = newest.subquery()
    found = (
        sa.select(decision, coding.c.document_id, coding.c.coding_id, coding.c.coder, last.c.newest)
        .join(proposal, proposal.c.proposal_id == decision.c.proposal_id)
        .join(coding, coding.c.coding_id == proposal.c.coding_id)
        .join(last, last.c.proposal_id == decision.c.proposal_id)
        .order_by(decision.c.decision_id.desc())
        .limit(most)
    )
    if document_id:
        found = found.where(coding.c.document_id == document_id)
    with store.reading() as connection:
        rows = connection.execute(found).mappings().all()
    return tuple(
        Logged(
            document_id=row["document_id"],
            coding_id=row["coding_id"],
            coder=row["coder"],
            is_last=row["newest"] == row["number"],
            decision=decision_of({column.name: row[column.name] for column in decision.columns}),
        )
        for row in rows
    )


def _counts(connection: sa.Connection) -> dict[tuple[str, str], int]:
    """Count the proposals of each coding by where they stand."""
    newest = (
        sa.select(decision.c.proposal_id, sa.func.max(decision.c.number).label("number"))
        .group_by(decision.c.proposal_id)
        .subquery()
    )
    now = (
        sa.select(decision.c.proposal_id, decision.c.state)
        .join(
            newest,
            (newest.c.proposal_id == decision.c.proposal_id)
            & (newest.c.number == decision.c.number),
        )
        .subquery()
    )
    state = sa.func.coalesce(now.c.state, State.OPEN.value)
    counted = (
        sa.select(proposal.c.coding_id, state.label("state"), sa.func.count().label("proposals"))
        .outerjoin(now, now.c.proposal_id == proposal.c.proposal_id)
        .group_by(proposal.c.coding_id, state)
    )
    return {(row.coding_id, row.state): row.proposals for row in connection.execute(counted)}


def _deciders(connection: sa.Connection) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(
        sa.select(proposal.c.coding_id, decision.c.decided_by)
        .join(decision, decision.c.proposal_id == proposal.c.proposal_id)
        .distinct()
        .order_by(proposal.c.coding_id, decision.c.decided_by)
    )
    found: dict[str, tuple[str, ...]] = {}
    for coding_id, name in rows:
        found[coding_id] = (*found.get(coding_id, ()), name)
    return found
