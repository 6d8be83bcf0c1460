"""Where the database is: at the address that a setting names, else in the project's own folder."""

from collections.abc import Mapping
from pathlib import Path

from analysis.ledger.store.database import FILE_NAME, file_of, sqlite_url

SETTING = "MUSTER_DATABASE_URL"
FOLDER = "store"


def store_url(environment: Mapping[str, str], project: Path) -> str:
    """Name the database by the setting; without it, a SQLite file in ``store/`` of the project."""
    return environment.get(SETTING) or sqlite_url(project / FOLDER / FILE_NAME)


def state_of(url: str) -> str:
    """Tell one database at an address from another that took its place; "" while none was made.

    A SQLite file that was moved away and restored is another file under the same name. A server is
    asked for its databases, not this function. Raises BadDatabaseAddress.
    """
    file = file_of(url)
    if file is None:
        return "on a server"
    try:
        found = file.stat()
    except FileNotFoundError:
        return ""
    return f"{found.st_dev} {found.st_ino}"
