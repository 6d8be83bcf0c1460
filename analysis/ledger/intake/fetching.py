"""An article's page, fetched from its address: only from the open web, and never for long.

The name is resolved here, the address found is checked, and that very address is connected to: a
name that points elsewhere at the second look gains nothing. Each redirect goes through the same.
Proxies that the environment names are not asked: they would connect without this look.
"""

import http.client
import ipaddress
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from string import ascii_letters, digits
from urllib.parse import urljoin, urlsplit

import urllib3

from analysis.ledger.intake.draft import LARGEST_UPLOAD, MEGABYTE, CannotRead

SETTING = "MUSTER_FETCH"
OFF = ("off", "no", "0", "false")
SECONDS = 20
MOST_REDIRECTS = 5
# A name with many addresses is tried at so many of them.
MOST_ADDRESSES = 3
LONGEST_SHOWN = 200
# Those of names, and of addresses with their scope.
LETTERS_OF_HOSTS = {*ascii_letters, *digits, *".-_:%"}
PIECE = 64 * 1024
PORTS = {"http": 80, "https": 443}
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}

# Gives the addresses of a name, as socket.getaddrinfo does.
Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True)
class Page:
    """What an address gave: the address in the end, a name with the ending of its kind, its bytes."""

    url: str
    name: str
    content: bytes = field(repr=False)


def is_allowed(environment: Mapping[str, str]) -> bool:
    """Tell whether this server may fetch at all: ``MUSTER_FETCH=off`` says no."""
    return environment.get(SETTING, "").strip().lower() not in OFF


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a name. Raises CannotRead where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CannotRead(f"{host}: no such host. Check the address.") from error
    return [str(entry[4][0]) for entry in found]


def fetch(url: str, ask: Resolve = resolve) -> Page:
    """Fetch a page. Raises CannotRead for an address that is refused or gives nothing to read.

    A site whose answer drips outlasts the limit of time in here; ``read_address`` sets one from outside.
    """
    deadline = time.monotonic() + SECONDS
    here = url.strip()
    for _ in range(MOST_REDIRECTS + 1):
        place = _place(here)
        answer = _answer(place, _open_addresses(place, ask), deadline)
        with answer:
            moved = answer.get_redirect_location()
            if not moved:
                return _page(place, answer, deadline)
        here = urljoin(place.url, moved)
    raise CannotRead(
        f"{shortened(here)}: it leads on and on. Open it in a browser and paste the text."
    )


@dataclass(frozen=True)
class _Place:
    """Where a page is: ``host`` in ASCII, ``target`` its path and query."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def header(self) -> str:
        """The host as a request names it: with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def _place(url: str) -> _Place:
    """Take an address apart, once. Raises CannotRead for what is no address of a page."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = _ascii(parts.hostname or "")
    except ValueError as error:
        raise CannotRead(f"{shortened(url)}: this is no address of a page.") from error
    if parts.scheme not in PORTS or not host:
        raise CannotRead(
            f"{shortened(url)}: only addresses that begin with https:// or http:// are fetched."
        )
    if "@" in parts.netloc:
        raise CannotRead(f"{host}: an address with a name and password is not fetched.")
    if port not in (None, *PORTS.values()):
        raise CannotRead(f"{host}: port {port} is not one of web pages; it is not fetched.")
    target = parts._replace(scheme="", netloc="", fragment="").geturl()
    # Two strokes at the beginning would name a host anew.
    target = "/" + target.lstrip("/")
    return _Place(url, parts.scheme, host, port or PORTS[parts.scheme], target)


def _ascii(host: str) -> str:
    """Write a name in the letters of the network. Raises ValueError for what is no name."""
    written = host if ":" in host else host.rstrip(".").encode("idna").decode()
    if not set(written) <= LETTERS_OF_HOSTS:
        raise ValueError(f"{host!r} is no name of a host")
    return written


def _open_addresses(place: _Place, ask: Resolve) -> list[str]:
    """Find the host's addresses, and refuse a host that has any which is not on the open web."""
    found = ask(place.host, place.port)
    addresses = [ipaddress.ip_address(text.partition("%")[0]) for text in found]
    for address in addresses:
        if not _is_open(address):
            raise CannotRead(
                f"{place.host}: it leads into a private network ({address}) and is not fetched. "
                "Paste the text."
            )
    if not addresses:
        raise CannotRead(f"{place.host}: no such host. Check the address.")
    return list(dict.fromkeys(map(str, addresses)))[:MOST_ADDRESSES]


def _is_open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Tell whether an address is on the open web, also when it is wrapped in a newer one."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is not None:
            return _is_open(wrapped)
        if address not in GIVEN_OUT or address.teredo is not None:
            return False
    return (
        address.is_global
        and not address.is_multicast
        and not any(address in network for network in NOT_OPEN)
    )


# All that IPv6 has given out so far. Python calls more than that global, wrapped forms of
# 127.0.0.1 among it.
GIVEN_OUT = ipaddress.ip_network("2000::/3")
# What Python 3.11 calls global though it is not: addresses for protocols, for relays between old and
# new addresses, for documentation; and the one at which Azure's machines ask for their settings.
NOT_OPEN = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32", "3fff::/20"),
    )
)


def _answer(place: _Place, addresses: list[str], deadline: float) -> urllib3.BaseHTTPResponse:
    """Ask the first of the addresses that can be connected to."""
    *others, last = addresses
    try:
        for address in others:
            try:
                return _get(place, address, deadline)
            except urllib3.exceptions.ConnectTimeoutError:
                continue
        return _get(place, last, deadline)
    except (
        *(urllib3.exceptions.HTTPError, http.client.HTTPException),
        *(OSError, ValueError),
    ) as error:
        raise CannotRead(
            f"{place.host}: it does not answer ({type(error).__name__}). Paste the text instead."
        ) from error


def _get(place: _Place, address: str, deadline: float) -> urllib3.BaseHTTPResponse:
    left = _time_left(place.host, deadline)
    timeout = urllib3.Timeout(connect=min(left, 10) / MOST_ADDRESSES, read=min(left, 10))
    # Connected to the address that was checked; the certificate has to be the name's.
    pool: urllib3.HTTPConnectionPool
    if place.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address,
            place.port,
            timeout=timeout,
            server_hostname=place.host,
            assert_hostname=place.host,
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, place.port, timeout=timeout)
    return pool.request(
        "GET",
        place.target,
        headers={
            "Host": place.header,
            "Accept": ", ".join(ENDINGS),
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": "Muster (reads one article for a person)",
        },
        redirect=False,
        retries=False,
        preload_content=False,
    )


def _page(place: _Place, answer: urllib3.BaseHTTPResponse, deadline: float) -> Page:
    host = place.host
    if answer.status != 200:
        raise CannotRead(
            f"{host}: it answers {answer.status}. Open it in a browser and paste the text."
        )
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in ENDINGS:
        raise CannotRead(f"{host}: this is no page of text ({shortened(kind) or 'unknown kind'}).")
    content = bytearray()
    try:
        # What has come, not what fills a piece: the time is looked at in between.
        while piece := answer.read1(PIECE, decode_content=True):
            content += piece
            _time_left(host, deadline)
            if len(content) > LARGEST_UPLOAD:
                raise CannotRead(
                    f"{host}: the page is larger than {LARGEST_UPLOAD // MEGABYTE} MB. Paste the text."
                )
    except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError) as error:
        raise CannotRead(f"{host}: it broke off. Try again, or paste the text.") from error
    return Page(place.url, f"{host}{ENDINGS[kind]}", bytes(content))


def _time_left(host: str, deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise CannotRead(f"{host}: it took longer than {SECONDS} s. Paste the text instead.")
    return left


def shortened(text: str) -> str:
    """Bring what somebody typed, or a site sent, into one line that can be shown."""
    return "".join(filter(str.isprintable, text))[:LONGEST_SHOWN]
