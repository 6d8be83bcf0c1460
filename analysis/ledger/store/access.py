"""Who may add and decide: anybody on a computer of one's own, elsewhere the listed reviewers.

A computer of one's own is known by several things at once: the server listens to this machine
only, the page was asked for by this machine's name and from a page of this machine, no proxy stands
between, and nobody set up a sign-in. Each alone can be had from outside: a proxy on the same machine
connects from loopback and may hide itself, and a page of somebody else can send a browser to a name
that leads here.
"""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from analysis.ledger.store.people import Person

SETTING = "MUSTER_REVIEWERS"

READ_ONLY = (
    "This server is read-only: no sign-in is set up on it. Whoever runs it finds in the README, "
    "under “A server for a team”, how to let reviewers in."
)
SIGN_IN = "Sign in to add articles and to decide."
NOT_LISTED = "You are signed in as {login}, which is not on this server's list of reviewers."
NOT_VERIFIED = "The sign-in service has not verified the address {login}."

# What proxies add to a request; any of them means that somebody stands between.
PROXY_HEADERS = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"})


@dataclass(frozen=True)
class Visitor:
    """What is known of whoever sent a request.

    ``listens_on`` is the address that the server listens on ("" for all of them), ``headers`` those
    of the request, ``peer`` the address that it came from ("" where it is this machine). ``login``
    is the e-mail address that the sign-in service gave, "" for somebody who is not signed in.
    """

    listens_on: str
    headers: Mapping[str, str]
    peer: str = ""
    login: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Rules:
    """How this server is set up: whether people can sign in, and who of them is a reviewer."""

    sign_in: bool
    reviewers: frozenset[str]


def reviewers_in(setting: str) -> frozenset[str]:
    """Read the list of reviewers: e-mail addresses, parted by commas or blanks.

    >>> sorted(reviewers_in("Anna@example.org, ben@example.org"))
    ['anna@example.org', 'ben@example.org']
    """
    return frozenset(setting.replace(",", " ").casefold().split())


def person_of(visitor: Visitor, rules: Rules, own_name: str) -> Person:
    """Tell who a visitor is and whether they may write.

    ``own_name`` signs decisions on a computer of one's own, where nobody signs in.
    """
    if visitor.login:
        login = visitor.login.strip().casefold()
        if not visitor.verified:
            return Person(login, NOT_VERIFIED.format(login=login))
        if login not in rules.reviewers:
            return Person(login, NOT_LISTED.format(login=login))
        return Person(login)
    if rules.sign_in:
        return Person("", SIGN_IN)
    return Person(own_name) if is_own_computer(visitor) else Person("", READ_ONLY)


def is_own_computer(visitor: Visitor) -> bool:
    """Tell whether the server and whoever asks are the same computer; when in doubt, no."""
    headers = {name.casefold(): value for name, value in visitor.headers.items()}
    # A browser says of which page a connection is, and a proxy seldom thinks of changing that.
    origin = headers.get("origin", "").partition("://")[2]
    return (
        _is_loopback(visitor.listens_on)
        and not PROXY_HEADERS.intersection(headers)
        and _is_loopback(_host(headers.get("host", "")))
        and ("origin" not in headers or _is_loopback(_host(origin)))
        and (not visitor.peer or _is_loopback(visitor.peer))
    )


def _host(header: str) -> str:
    """Take the name out of a Host header, without its port."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
