"""Who sits before the dashboard and whether they may write, and the database that they write to."""

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from analysis.errors import MusterError
from analysis.ledger.store.access import Visitor, person_of, rules_of
from analysis.ledger.store.database import Store, open_store
from analysis.ledger.store.people import Person
from analysis.ledger.store.place import state_of, store_url

PROJECT = Path(__file__).resolve().parents[2]
# For so long a database that could not be opened is not asked again.
PATIENCE_SECONDS = 10


@dataclass(frozen=True)
class Desk:
    """Somebody, and the database as it is for them.

    ``store`` is None while nobody has added anything, and where the database cannot be opened;
    ``trouble`` says why in the second case. ``key`` tells one database from another. ``sign_in``
    says whether people can sign in here, ``signed_in`` whether this person has.
    """

    person: Person
    store: Store | None = field(repr=False)
    key: str = ""
    trouble: str = ""
    sign_in: bool = False
    signed_in: bool = False


class Database(NamedTuple):
    """The database as it is found: see ``Desk`` for its three fields."""

    store: Store | None
    key: str
    trouble: str


def open_desk() -> Desk:
    """Tell who is here, and open the database if there is one."""
    visitor = visitor_here()
    rules = rules_of(os.environ, sign_in_is_set_up())
    person = person_of(visitor, rules, _own_name())
    return Desk(person, *database(), rules.sign_in, bool(visitor.login))


def database() -> Database:
    """Open the database if there is one."""
    try:
        url = store_url(os.environ, PROJECT)
        state = state_of(url)
        store = _opened(url, state) if state else None
    except MusterError as error:
        return Database(None, "", str(error))
    if isinstance(store, str):
        return Database(None, "", store)
    return Database(store, f"{url} {state}", "")


def store_to_write() -> Store:
    """Open the database for somebody who may write, and make it if nobody has so far.

    Raises StoreError and BadDatabaseAddress where it cannot be had.
    """
    url = store_url(os.environ, PROJECT)
    state = state_of(url)
    return _store(url, state) if state else open_store(url)


def now() -> datetime:
    """Tell the time at which somebody writes."""
    return datetime.now(UTC)


def visitor_here() -> Visitor:
    """Gather what is known of whoever looks at this page."""
    user: Mapping[str, object] = st.user
    signed_in = bool(user.get("is_logged_in"))
    return Visitor(
        listens_on=st.get_option("server.address") or "",
        headers=st.context.headers,
        peer=st.context.ip_address or "",
        login=str(user.get("email") or "unnamed") if signed_in else "",
        verified=_verified(user.get("email_verified")) if signed_in else False,
    )


def _verified(said: object) -> bool | None:
    """Read what the sign-in service says of an address; some write it as text, some leave it out."""
    return None if said is None else said in (True, "true")


def sign_in_is_set_up() -> bool:
    """Tell whether ``[auth]`` stands in the secrets: only then Streamlit knows about signing in."""
    return "is_logged_in" in st.user


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # An account without a name, as containers have them.
        return "owner"


@st.cache_resource(max_entries=4, show_spinner=False)
def _store(url: str, state: str) -> Store:
    return open_store(url)


@st.cache_resource(ttl=PATIENCE_SECONDS, max_entries=4, show_spinner=False)
def _opened(url: str, state: str) -> Store | str:
    """Open a database, or say why it cannot be; whoever comes next need not wait for it again."""
    try:
        return _store(url, state)
    except MusterError as error:
        return str(error)
