"""Another Muster's data package, taken in: its new articles and mentions, accepted by a person.

What both have stays as it is here. What stands in both and differs is listed and left alone: which
of the two is right is for a person to say.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

import pandas as pd
import sqlalchemy as sa

from analysis.errors import MusterError
from analysis.ledger.ledger import Ledger
from analysis.ledger.rows import check_rows, extended
from analysis.ledger.store.articles import SHARED
from analysis.ledger.store.database import Store
from analysis.ledger.store.people import Person, require_writer
from analysis.ledger.store.records import Action, Article, State, Versions, moment
from analysis.ledger.store.schema import article, coding, decision, proposal

TABLES = ("documents", "mentions")


class CannotImport(MusterError):
    """A data package does not fit to the tables here; says which rows do not and why."""


@dataclass(frozen=True)
class Imported:
    """What an import did: articles and mentions that are new, and ids that differ and were left."""

    documents: int
    mentions: int
    differing: tuple[str, ...]


def import_package(
    store: Store,
    person: Person,
    ledger: Ledger,
    other: Ledger,
    origin: str,
    at: datetime,
    versions: Versions,
) -> Imported:
    """Take the articles that ``ledger`` lacks, with their mentions, from another ledger.

    ``ledger`` is shipped + accepted, as it stands here. ``origin`` names the other one in the reason
    of each decision. Offsets into texts are not part of a package, so that an imported mention has
    none. Raises NotAllowed, and CannotImport, with nothing written, where a row does not fit.
    """
    require_writer(person)
    documents = _new(ledger, other, "documents", "document_id")
    mentions = other.mentions[other.mentions["document_id"].isin(documents["document_id"])]
    _require_fit(ledger, documents, mentions)
    if len(documents):
        with store.writing() as connection:
            _insert(connection, person, documents, mentions, origin, at, versions)
    return Imported(len(documents), len(mentions), tuple(_differing(ledger, other)))


def _new(ledger: Ledger, other: Ledger, table: str, key: str) -> pd.DataFrame:
    rows = other.table(table)
    return rows[~rows[key].isin(ledger.table(table)[key])]


def _require_fit(ledger: Ledger, documents: pd.DataFrame, mentions: pd.DataFrame) -> None:
    problems = [*check_rows(ledger, "documents", _as_text(documents))]
    with_documents = extended(ledger, {"documents": _as_text(documents)})
    problems += check_rows(with_documents, "mentions", _as_text(mentions))
    if problems:
        shown = "\n".join(map(str, problems[:20]))
        more = f"\nand {len(problems) - 20} more" if len(problems) > 20 else ""
        raise CannotImport(
            f"{len(problems)} cells do not fit to the tables here; nothing was taken in.\n{shown}{more}"
        )


def _differing(ledger: Ledger, other: Ledger) -> Iterable[str]:
    """Name the rows that both have under one id and that are not the same."""
    for table, key in (("documents", "document_id"), ("mentions", "mention_id")):
        here, there = _as_text(ledger.table(table)), _as_text(other.table(table))
        columns = [name for name in here.columns if name in there.columns]
        both = here[columns].merge(there[columns], on=key, suffixes=("", " there"))
        same = pd.Series(True, both.index)
        for name in columns:
            if name != key:
                same &= both[name] == both[f"{name} there"]
        yield from both.loc[~same, key]
    known = other.mentions[other.mentions["document_id"].isin(ledger.documents["document_id"])]
    yield from known.loc[~known["mention_id"].isin(ledger.mentions["mention_id"]), "mention_id"]


def _as_text(rows: pd.DataFrame) -> pd.DataFrame:
    """Write typed cells as the text that a file would hold."""
    return rows.apply(_text_column) if len(rows) else rows.astype("str")


def _text_column(column: pd.Series) -> pd.Series:
    if pd.api.types.is_float_dtype(column):
        return column.map(lambda cell: "" if pd.isna(cell) else f"{cell:.15g}").astype("str")
    return column.astype("str")


def _insert(
    connection: sa.Connection,
    person: Person,
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    origin: str,
    at: datetime,
    versions: Versions,
) -> None:
    when = moment(at)
    signed = {"added_by": person.name, "added_at": when}
    rows = _records(documents)
    connection.execute(
        sa.insert(article),
        [
            {**asdict(Article(**_of_article(row), text="", **signed)), "text_hash": None}
            for row in rows
        ],
    )
    connection.execute(
        sa.insert(coding),
        [
            {
                "coding_id": f"{row['document_id']}.1",
                "document_id": row["document_id"],
                "coder": SHARED,
                "begun_by": person.name,
                "begun_at": when,
            }
            for row in rows
        ],
    )
    fields = _records(mentions)
    if not fields:
        return
    ids = [f"{row['document_id']}.1.{row['mention_id']}" for row in fields]
    connection.execute(
        sa.insert(proposal),
        [
            {
                "proposal_id": proposal_id,
                "coding_id": f"{row['document_id']}.1",
                "start": 0,
                "end": 0,
                "fields": row,
                "rules": {},
                "made_by": origin,
                "made_at": when,
            }
            for proposal_id, row in zip(ids, fields, strict=True)
        ],
    )
    connection.execute(
        sa.insert(decision),
        [
            {
                "proposal_id": proposal_id,
                "number": 1,
                "action": Action.ACCEPT.value,
                "state": State.ACCEPTED.value,
                "before": row,
                "after": row,
                "reason": f"imported from {origin}",
                "undoes": 0,
                "decided_by": person.name,
                "decided_at": when,
                "codebook_version": versions.codebook,
                "extractor_version": versions.extractor,
            }
            for proposal_id, row in zip(ids, fields, strict=True)
        ],
    )


def _records(rows: pd.DataFrame) -> list[dict[str, str]]:
    records = _as_text(rows).to_dict("records")
    return [{str(name): str(cell) for name, cell in row.items()} for row in records]


def _of_article(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if name != "file"}
