"""A backup: every row of the database in one file that either database can be restored from.

A ZIP archive with one JSON line for each row, and a manifest that says which form of the tables it
holds and how many rows, so that a cut or changed file is noticed before anything is written.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from analysis.errors import MusterError
from analysis.ledger.store.database import Store
from analysis.ledger.store.schema import metadata
from analysis.ledger.store.versions import form_of, newest

MANIFEST = "manifest.json"
# Rows go into the database in bunches, so that memory stays flat.
BUNCH = 1_000


class BadBackup(MusterError):
    """A file is no whole backup that this release can restore."""


class NotEmpty(MusterError):
    """A backup is restored into an empty database only."""


def write_backup(store: Store, file: Path) -> dict[str, int]:
    """Write everything in the database, as of one moment, to a file; give the rows of each table.

    The file appears whole or not at all. Raises MusterError where it cannot be written.
    """
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            counts = _write(store, archive)
        # On the disk before it takes the name of the backup before it.
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.replace(file)
    except OSError as error:
        raise MusterError(f"{file}: the backup cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return counts


def _write(store: Store, archive: zipfile.ZipFile) -> dict[str, int]:
    manifest: dict[str, Any] = {"tables": {}}
    with store.reading() as connection:
        manifest["form"] = form_of(connection)
        for table in metadata.sorted_tables:
            digest, count = hashlib.sha256(), 0
            rows = connection.execute(sa.select(table).order_by(*table.primary_key.columns))
            with archive.open(_member(table), "w") as member:
                for row in rows.mappings():
                    line = json.dumps(dict(row), ensure_ascii=False).encode() + b"\n"
                    member.write(line)
                    digest.update(line)
                    count += 1
            manifest["tables"][table.name] = {"rows": count, "sha256": digest.hexdigest()}
    archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return {name: told["rows"] for name, told in manifest["tables"].items()}


def restore_backup(store: Store, file: Path) -> dict[str, int]:
    """Put a backup into an empty database, all of it or nothing; give the rows of each table.

    Raises BadBackup, before anything is written, for a file that is cut, changed or of a newer
    release, and NotEmpty where the database holds rows.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _checked(archive, file)
            return _restore(store, archive, manifest)
    except FileNotFoundError as error:
        raise BadBackup(f"{file}: no such file.") from error
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise BadBackup(f"{file}: this is no whole backup ({error}).") from error


def _checked(archive: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    """Read the manifest and compare every table with it."""
    try:
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
        form, tables = str(manifest["form"]), dict(manifest["tables"])
        told = {name: (table["rows"], table["sha256"]) for name, table in tables.items()}
    except (KeyError, TypeError, ValueError) as error:
        raise BadBackup(f"{file}: this is no backup of Muster's database ({error!r}).") from error
    if form != newest():
        raise BadBackup(
            f"{file}: a backup of form {form}; this release has form {newest()}. Restore it with the "
            "release that wrote it, and let this one open the database then."
        )
    for table in metadata.sorted_tables:
        digest, count = hashlib.sha256(), 0
        for line in _lines(archive, table):
            digest.update(line)
            count += 1
        if told.get(table.name) != (count, digest.hexdigest()):
            raise BadBackup(f"{file}: the table {table.name} in it is cut or was changed.")
    return manifest


def _restore(store: Store, archive: zipfile.ZipFile, manifest: dict[str, Any]) -> dict[str, int]:
    with store.writing() as connection:
        for table in metadata.sorted_tables:
            if connection.execute(sa.select(table).limit(1)).first():
                raise NotEmpty(
                    f"{store.name}: the database holds rows. Name an empty one, or move this one "
                    "away first; nothing was changed."
                )
        for table in metadata.sorted_tables:
            bunch: list[dict[str, Any]] = []
            for line in _lines(archive, table):
                bunch.append(json.loads(line))
                if len(bunch) == BUNCH:
                    connection.execute(sa.insert(table), bunch)
                    bunch = []
            if bunch:
                connection.execute(sa.insert(table), bunch)
        _go_on_counting(connection)
    return {name: table["rows"] for name, table in manifest["tables"].items()}


def _go_on_counting(connection: sa.Connection) -> None:
    """Let PostgreSQL count decisions on from the last one; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            sa.text(
                "SELECT setval(pg_get_serial_sequence('decision', 'decision_id'), "
                "(SELECT coalesce(max(decision_id), 0) + 1 FROM decision), false)"
            )
        )


def _member(table: sa.Table) -> str:
    return f"{table.name}.jsonl"


def _lines(archive: zipfile.ZipFile, table: sa.Table) -> Iterator[bytes]:
    try:
        with archive.open(_member(table)) as member:
            yield from member
    except KeyError:
        return
