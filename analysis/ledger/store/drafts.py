"""Articles that were read and not yet confirmed: they wait for the person who brought them in.

A draft is nobody else's business and no part of the ledger. It lasts until its person adds the article
or leaves it out, through reloads of the page and restarts of the server.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from uuid import uuid4

import sqlalchemy as sa

from analysis.ledger.intake.draft import Draft
from analysis.ledger.store.database import Store
from analysis.ledger.store.people import Person, require_writer
from analysis.ledger.store.records import Fields, moment
from analysis.ledger.store.schema import draft


@dataclass(frozen=True)
class Waiting:
    """A draft with an id of its own; ``filled`` is what its person has put into the form so far."""

    draft_id: str
    read: Draft
    filled: Fields = field(default_factory=dict)

    def with_filled(self, filled: Fields) -> "Waiting":
        """Give the same draft with another form."""
        return replace(self, filled=dict(filled))


def waiting(read: Draft) -> Waiting:
    """Give a draft its id."""
    return Waiting(uuid4().hex, read)


def keep_drafts(store: Store, person: Person, new: Sequence[Waiting], at: datetime) -> None:
    """Keep drafts for this person, in their order. Raises NotAllowed and StoreError."""
    require_writer(person)
    rows = [
        {
            "draft_id": one.draft_id,
            "owner": person.name,
            "text": one.read.text,
            "said": {name: cell for name, cell in asdict(one.read).items() if name != "text"},
            "filled": dict(one.filled),
            "begun_at": moment(at),
            "number": number,
        }
        for number, one in enumerate(new)
    ]
    if rows:
        with store.writing() as connection:
            connection.execute(sa.insert(draft), rows)


def drafts_of(store: Store, person: Person) -> tuple[Waiting, ...]:
    """List the drafts of this person, the one read first first."""
    own = sa.select(draft).where(draft.c.owner == person.name)
    with store.reading() as connection:
        rows = connection.execute(own.order_by(draft.c.begun_at, draft.c.number)).all()
    return tuple(
        Waiting(row.draft_id, Draft(text=row.text, **row.said), row.filled) for row in rows
    )


def fill_draft(store: Store, person: Person, one: Waiting) -> None:
    """Keep what the person has put into the form of a draft. Raises NotAllowed and StoreError."""
    require_writer(person)
    with store.writing() as connection:
        connection.execute(
            sa.update(draft)
            .where(draft.c.draft_id == one.draft_id, draft.c.owner == person.name)
            .values(filled=dict(one.filled))
        )


def drop_draft(store: Store, person: Person, draft_id: str) -> None:
    """Forget a draft of this person's. Raises NotAllowed and StoreError."""
    require_writer(person)
    with store.writing() as connection:
        connection.execute(
            sa.delete(draft).where(draft.c.draft_id == draft_id, draft.c.owner == person.name)
        )
