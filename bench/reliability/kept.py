"""What a database holds after it was put to the test: every decision once, and nothing wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from analysis.ledger import load
from analysis.ledger.store.database import Store
from analysis.ledger.store.doctor import findings
from analysis.ledger.store.schema import decision


@dataclass(frozen=True)
class Kept:
    """The decisions that are there, each as the reviewer's process acknowledged it.

    ``doubled``: how many are there for a proposal that has one already. ``wrong``: what the doctor
    finds.
    """

    decisions: tuple[str, ...]
    doubled: int
    wrong: tuple[str, ...]

    def lost(self, acknowledged: Sequence[str]) -> int:
        """Count the acknowledged decisions that are not there."""
        return len(set(acknowledged) - set(self.decisions))


def kept_in(store: Store, shipped: Path) -> Kept:
    """Read all decisions and examine the database; ``shipped``: the folder of the shipped tables."""
    with store.reading() as connection:
        rows = connection.execute(sa.select(decision.c.proposal_id, decision.c.number)).all()
    return Kept(
        decisions=tuple(f"{row.proposal_id} {row.number}" for row in rows),
        doubled=len(rows) - len({row.proposal_id for row in rows}),
        wrong=tuple(map(str, findings(store, load(shipped)))),
    )
