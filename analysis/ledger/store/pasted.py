"""A text that somebody has pasted and not yet had read: it waits in the form for its own person.

It is no draft: nobody has read it, and nothing is known of it. There is one for each person, the
last one that they left the field with.
"""

from datetime import datetime

import sqlalchemy as sa

from analysis.ledger.store.database import Store
from analysis.ledger.store.people import Person, require_writer
from analysis.ledger.store.records import moment
from analysis.ledger.store.schema import pasted
from analysis.ledger.store.upsert import upsert


def pasted_by(store: Store, person: Person) -> str:
    """Give the text that this person has pasted and not had read, "" for none. Raises StoreError."""
    own = sa.select(pasted.c.text).where(pasted.c.owner == person.name)
    with store.reading() as connection:
        return connection.execute(own).scalar() or ""


def keep_pasted(store: Store, person: Person, text: str, at: datetime) -> None:
    """Keep a pasted text; "" forgets it. Raises NotAllowed and StoreError."""
    require_writer(person)
    # No database keeps the sign that is none.
    row = {"owner": person.name, "text": text.replace("\0", ""), "changed_at": moment(at)}
    with store.writing() as connection:
        if text:
            connection.execute(upsert(connection, pasted, row))
        else:
            connection.execute(sa.delete(pasted).where(pasted.c.owner == person.name))
