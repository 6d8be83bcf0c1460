"""Who may add and decide: anybody on a computer of one's own, elsewhere the listed reviewers.

A computer of one's own is known by several things at once: the server listens to this machine
only, the page was asked for by this machine's name and from a page of this very server, no proxy
stands between, and nobody set up a sign-in. Each alone can be had from outside: a proxy on the same
machine connects from loopback and may hide itself, and a page of somebody else can send a browser to a
name that leads here. A proxy that hides itself, together with a visitor who forges what browsers say,
cannot be told from this machine; whoever puts a proxy before Muster therefore sets up a sign-in or
switches writing off.
"""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from analysis.ledger.store.people import Person

SETTING = "MUSTER_REVIEWERS"
TRUST_SETTING = "MUSTER_TRUST_EMAIL"
READ_ONLY_SETTING = "MUSTER_READ_ONLY"

READ_ONLY = (
    "This server is read-only: no sign-in is set up on it. Whoever runs it finds in the README, "
    "under “A server for a team”, how to let reviewers in."
)
SIGN_IN = "Sign in to add articles and to decide."
NOT_LISTED = "You are signed in as {login}, which is not on this server's list of reviewers."
NOT_VERIFIED = "The sign-in service has not verified the address {login}."
NOT_SAID = (
    "The sign-in service does not say whether it has verified the address {login}. Whoever runs this "
    "server finds in the README, under “A server for a team”, what can be done."
)
SWITCHED_OFF = "This server is read-only: whoever runs it has switched adding and deciding off."

# What proxies add to a request; any of them means that somebody stands between.
PROXY_HEADERS = frozenset(
    {
        "cf-connecting-ip",
        "client-ip",
        "forwarded",
        "true-client-ip",
        "via",
        "x-client-ip",
        "x-cluster-client-ip",
        "x-envoy-external-address",
        "x-original-host",
        "x-real-ip",
    }
)
PROXY_BEGINNING = "x-forwarded"


@dataclass(frozen=True)
class Visitor:
    """What is known of whoever sent a request.

    ``listens_on`` is the address that the server listens on ("" for all of them), ``headers`` those
    of the request, ``peer`` the address that it came from ("" where it is this machine). ``login``
    is the e-mail address that the sign-in service gave, "" for somebody who is not signed in;
    ``verified`` what the service says about it, None where it says nothing.
    """

    listens_on: str
    headers: Mapping[str, str]
    peer: str = ""
    login: str = ""
    verified: bool | None = False


@dataclass(frozen=True)
class Rules:
    """How this server is set up: whether people can sign in, and who of them is a reviewer.

    ``trust_email``: the sign-in service gives verified addresses alone, though it does not say so.
    ``read_only``: nobody adds or decides, wherever they are.
    """

    sign_in: bool
    reviewers: frozenset[str]
    trust_email: bool = False
    read_only: bool = False


def rules_of(settings: Mapping[str, str], sign_in: bool) -> Rules:
    """Read the rules from the settings."""
    return Rules(
        sign_in,
        reviewers_in(settings.get(SETTING, "")),
        trust_email=_is_on(settings.get(TRUST_SETTING, "")),
        read_only=_is_on(settings.get(READ_ONLY_SETTING, "")),
    )


def _is_on(setting: str) -> bool:
    return setting.strip().lower() == "on"


def reviewers_in(setting: str) -> frozenset[str]:
    """Read the list of reviewers: e-mail addresses, parted by commas or blanks.

    >>> sorted(reviewers_in("Anna@example.org, ben@example.org"))
    ['anna@example.org', 'ben@example.org']
    """
    return frozenset(map(_folded, setting.replace(",", " ").split()))


def _folded(login: str) -> str:
    """Leave capitals out of account, in ASCII alone.

    Elsewhere different letters fold to one, and with them the addresses of different people.
    """
    return login.lower() if login.isascii() else login


def person_of(visitor: Visitor, rules: Rules, own_name: str) -> Person:
    """Tell who a visitor is and whether they may write.

    ``own_name`` signs decisions on a computer of one's own, where nobody signs in.
    """
    if visitor.login:
        login = _folded(visitor.login.strip())
        if rules.read_only:
            return Person(login, SWITCHED_OFF)
        if visitor.verified is None and not rules.trust_email:
            return Person(login, NOT_SAID.format(login=login))
        # A service that says no is believed, whatever the setting.
        if visitor.verified is False:
            return Person(login, NOT_VERIFIED.format(login=login))
        if login not in rules.reviewers:
            return Person(login, NOT_LISTED.format(login=login))
        return Person(login)
    if rules.read_only:
        return Person("", SWITCHED_OFF)
    if rules.sign_in:
        return Person("", SIGN_IN)
    return Person(own_name) if is_own_computer(visitor) else Person("", READ_ONLY)


def is_own_computer(visitor: Visitor) -> bool:
    """Tell whether the server and whoever asks are the same computer; when in doubt, no."""
    headers = {name.lower(): value for name, value in visitor.headers.items()}
    host = headers.get("host", "")
    # A browser says of which page a connection is, and a proxy seldom thinks of changing that. A
    # page of another server on this machine is another one's page.
    origin = headers.get("origin", "").partition("://")[2]
    return (
        _is_loopback(visitor.listens_on)
        and not any(map(_is_of_a_proxy, headers))
        and _is_loopback(_host(host))
        and origin.lower() == host.lower()
        and (not visitor.peer or _is_loopback(visitor.peer))
    )


def _is_of_a_proxy(header: str) -> bool:
    return header in PROXY_HEADERS or header.startswith(PROXY_BEGINNING)


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
