"""Cells that a reviewer has changed and not decided on: kept for them, and for nobody else.

They are no decision and stand in no table of the ledger; a proposal is what its last decision says.
"""

from datetime import datetime

import sqlalchemy as sa

from analysis.ledger.store.database import Store
from analysis.ledger.store.people import Person, require_writer
from analysis.ledger.store.records import Fields, moment
from analysis.ledger.store.schema import proposal, unsaved
from analysis.ledger.store.upsert import upsert


def unsaved_of(store: Store, person: Person, coding_id: str) -> dict[str, dict[str, str]]:
    """Give the changed cells of this person in a coding, by proposal."""
    found = (
        sa.select(unsaved.c.proposal_id, unsaved.c.cells)
        .join(proposal, proposal.c.proposal_id == unsaved.c.proposal_id)
        .where(proposal.c.coding_id == coding_id, unsaved.c.owner == person.name)
    )
    with store.reading() as connection:
        return {row.proposal_id: dict(row.cells) for row in connection.execute(found)}


def keep_unsaved(
    store: Store, person: Person, proposal_id: str, cells: Fields, at: datetime
) -> None:
    """Keep the changed cells of a proposal; none of them forgets it. Raises NotAllowed, StoreError."""
    require_writer(person)
    own = (unsaved.c.owner == person.name) & (unsaved.c.proposal_id == proposal_id)
    row = {
        "owner": person.name,
        "proposal_id": proposal_id,
        "cells": dict(cells),
        "changed_at": moment(at),
    }
    with store.writing() as connection:
        connection.execute(
            upsert(connection, unsaved, row) if cells else sa.delete(unsaved).where(own)
        )
