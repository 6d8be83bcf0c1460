"""Articles in the database: added once, found again by their text."""

from base64 import b32encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from analysis.errors import MusterError
from analysis.ledger.store.database import Store
from analysis.ledger.store.people import Person, require_writer
from analysis.ledger.store.records import Article, Fields, Proposal, moment
from analysis.ledger.store.schema import article, coding, proposal

# The reading that all reviewers share, and the only one that feeds the ledger.
SHARED = ""


class SameArticle(MusterError):
    """The text is in the database already; ``document_id`` says as which article."""

    def __init__(self, document_id: str) -> None:
        self.document_id = document_id
        super().__init__(f"This text is here already, as article {document_id}. Nothing was added.")


class NoSuchArticle(MusterError):
    """An article was asked for that the database does not hold."""


def text_hash(text: str) -> str:
    """Tell a text from every other, however its lines are broken and its blanks are set.

    >>> text_hash("Two  words\\r\\n") == text_hash("Two words")
    True
    """
    return sha256(" ".join(text.split()).encode()).hexdigest()


def document_id_of(text: str) -> str:
    """Make an article's id from its text: 60 bits of the hash, in letters that are easy to read."""
    return f"added-{b32encode(bytes.fromhex(text_hash(text))).decode().lower()[:12]}"


def is_added(document_id: str) -> bool:
    """Tell by its id whether a person added an article with its text."""
    return document_id.startswith("added-")


def add_article(
    store: Store,
    person: Person,
    new: Article,
    proposals: Sequence[tuple[int, int, Fields, Fields]],
    made_by: str,
    at: datetime,
) -> Article:
    """Add an article with what the extractor proposes, all of it or nothing.

    ``new`` needs no id yet: it follows from the text. ``proposals`` are start, end, fields and rules
    of each. ``made_by`` names the extractor with its version. Raises NotAllowed, SameArticle, and
    StoreError where the database cannot be written.
    """
    require_writer(person)
    added = replace(
        new, document_id=document_id_of(new.text), added_by=person.name, added_at=moment(at)
    )
    row = asdict(added) | {"text_hash": text_hash(new.text)}
    coding_id = f"{added.document_id}.1"
    with store.writing() as connection:
        # Whoever comes second waits here for the first one, and then finds its row.
        if connection.scalar(_insert_new(connection, row)) is None:
            raise SameArticle(added.document_id)
        connection.execute(
            sa.insert(coding),
            {
                "coding_id": coding_id,
                "document_id": added.document_id,
                "coder": SHARED,
                "begun_by": person.name,
                "begun_at": added.added_at,
            },
        )
        if proposals:
            connection.execute(
                sa.insert(proposal),
                [
                    {
                        "proposal_id": f"{coding_id}.{number}",
                        "coding_id": coding_id,
                        "start": start,
                        "end": end,
                        "fields": dict(fields),
                        "rules": dict(rules),
                        "made_by": made_by,
                        "made_at": added.added_at,
                    }
                    for number, (start, end, fields, rules) in enumerate(proposals, start=1)
                ],
            )
    return added


def add_proposal(
    store: Store,
    person: Person,
    coding_id: str,
    place: tuple[int, int],
    fields: Fields,
    at: datetime,
) -> Proposal:
    """Add a phrase that the extractor missed, marked by a person from ``place`` start to end.

    Raises NotAllowed, NoSuchArticle where there is no such coding, and StoreError.
    """
    require_writer(person)
    start, end = place
    with store.writing() as connection:
        # Two people who mark phrases at once get their numbers one after the other.
        locked = sa.select(coding.c.coding_id).where(coding.c.coding_id == coding_id)
        if not connection.execute(locked.with_for_update()).first():
            raise NoSuchArticle(f"There is no coding {coding_id}. Open the article anew.")
        own = proposal.c.coding_id == coding_id
        number = connection.scalar(sa.select(sa.func.count()).select_from(proposal).where(own)) or 0
        added = Proposal(
            f"{coding_id}.{number + 1}", coding_id, start, end, fields, {}, person.name, moment(at)
        )
        connection.execute(
            sa.insert(proposal), asdict(added) | {"fields": dict(fields), "rules": {}}
        )
    return added


def begin_blind_coding(store: Store, person: Person, document_id: str, at: datetime) -> str:
    """Begin, or take up again, this person's own coding of an article; give its id.

    What the shared coding and others say is not in it. Raises NotAllowed, NoSuchArticle, StoreError.
    """
    require_writer(person)
    with store.writing() as connection:
        locked = sa.select(article.c.document_id).where(article.c.document_id == document_id)
        if not connection.execute(locked.with_for_update()).first():
            raise NoSuchArticle(f"There is no article {document_id} in the database.")
        codings = connection.execute(
            sa.select(coding.c.coding_id, coding.c.coder).where(coding.c.document_id == document_id)
        ).all()
        own = next((row.coding_id for row in codings if row.coder == person.name), None)
        if own is not None:
            return str(own)
        coding_id = f"{document_id}.{len(codings) + 1}"
        connection.execute(
            sa.insert(coding),
            {
                "coding_id": coding_id,
                "document_id": document_id,
                "coder": person.name,
                "begun_by": person.name,
                "begun_at": moment(at),
            },
        )
    return coding_id


def article_of(store: Store, document_id: str) -> Article:
    """Read an article with its text. Raises NoSuchArticle and StoreError."""
    with store.reading() as connection:
        row = (
            connection.execute(sa.select(article).where(article.c.document_id == document_id))
            .mappings()
            .one_or_none()
        )
    if row is None:
        raise NoSuchArticle(f"There is no article {document_id} in the database.")
    return _article(row)


def find_article(store: Store, text: str) -> str:
    """Give the id of the article with this text; "" where there is none."""
    with store.reading() as connection:
        found = connection.scalar(
            sa.select(article.c.document_id).where(article.c.text_hash == text_hash(text))
        )
    return found or ""


def articles(connection: sa.Connection) -> tuple[Article, ...]:
    """List all articles, in the order in which they were added."""
    rows = connection.execute(
        sa.select(article).order_by(article.c.added_at, article.c.document_id)
    )
    return tuple(_article(row) for row in rows.mappings())


def _insert_new(connection: sa.Connection, row: Mapping[str, Any]) -> sa.Executable:
    """Insert an article unless its text is there; each database has its own way to say so."""
    insert = (
        postgresql.insert(article)
        if connection.dialect.name == "postgresql"
        else sqlite.insert(article)
    )
    return insert.values(**row).on_conflict_do_nothing().returning(article.c.document_id)


def _article(row: Mapping[Any, Any]) -> Article:
    return Article(**{name: value for name, value in row.items() if name != "text_hash"})
