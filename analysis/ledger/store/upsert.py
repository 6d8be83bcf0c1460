"""A row put in, or in the place of the one that has its key."""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def upsert(connection: sa.Connection, table: sa.Table, row: Mapping[str, object]) -> sa.Executable:
    """Write the statement that inserts a row or replaces it; each database has its own way to say so.

    ``row`` has every column of the table; its primary key says which row is meant.
    """
    insert = (
        postgresql.insert(table)
        if connection.dialect.name == "postgresql"
        else sqlite.insert(table)
    )
    key = [column.name for column in table.primary_key.columns]
    changes = {name: cell for name, cell in row.items() if name not in key}
    return insert.values(**row).on_conflict_do_update(index_elements=key, set_=changes)
