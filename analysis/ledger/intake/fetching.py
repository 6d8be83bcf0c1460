"""An article's page, fetched from its address: only from the open web, and never for long.

The name is resolved here, the address found is checked, and that very address is connected to: a
name that points elsewhere at the second look gains nothing. Each redirect goes through the same.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3

from analysis.ledger.intake.draft import LARGEST_UPLOAD, MEGABYTE, CannotRead

SETTING = "MUSTER_FETCH"
OFF = ("off", "no", "0", "false")
SECONDS = 20
MOST_REDIRECTS = 5
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
    """Fetch a page. Raises CannotRead for an address that is refused or gives nothing to read."""
    deadline = time.monotonic() + SECONDS
    here = url.strip()
    for _ in range(MOST_REDIRECTS + 1):
        parts = _web_address(here)
        answer = _get(parts, _open_address(parts, ask), deadline)
        with answer:
            moved = answer.get_redirect_location()
            if not moved:
                return _page(here, answer, deadline)
        here = urljoin(here, moved)
    raise CannotRead(f"{url}: it leads on and on. Open it in a browser and paste the text.")


def _web_address(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise CannotRead(f"{url}: this is no address of a page.") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise CannotRead(f"{url}: only addresses that begin with https:// or http:// are fetched.")
    if parts.username or parts.password:
        raise CannotRead(f"{parts.hostname}: an address with a name and password is not fetched.")
    if port not in (None, *PORTS.values()):
        raise CannotRead(
            f"{parts.hostname}: port {port} is not one of web pages; it is not fetched."
        )
    return parts


def _open_address(parts: SplitResult, ask: Resolve) -> str:
    """Find the host's address, and refuse a host that has any which is not on the open web."""
    host = parts.hostname or ""
    found = ask(host, parts.port or PORTS[parts.scheme])
    addresses = [ipaddress.ip_address(text.partition("%")[0]) for text in found]
    for address in addresses:
        if not _is_open(address):
            raise CannotRead(
                f"{host}: it leads into a private network ({address}) and is not fetched. Paste the text."
            )
    if not addresses:
        raise CannotRead(f"{host}: no such host. Check the address.")
    return str(addresses[0])


def _is_open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Tell whether an address is on the open web, also when it is wrapped in a newer one."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is not None:
            return _is_open(wrapped)
        if address.teredo is not None or address in NAT64:
            return False
    return address.is_global and not address.is_multicast


NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _get(parts: SplitResult, address: str, deadline: float) -> urllib3.BaseHTTPResponse:
    host = parts.hostname or ""
    port = parts.port or PORTS[parts.scheme]
    left = _time_left(host, deadline)
    timeout = urllib3.Timeout(connect=min(left, 10), read=min(left, 10))
    # Connected to the address that was checked; the certificate has to be the name's.
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address, port, timeout=timeout, server_hostname=host, assert_hostname=host
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    try:
        return pool.request(
            "GET",
            target,
            headers={
                "Host": parts.netloc,
                "Accept": ", ".join(ENDINGS),
                "Accept-Encoding": "gzip, deflate",
                "User-Agent": "Muster (reads one article for a person)",
            },
            redirect=False,
            retries=False,
            preload_content=False,
        )
    except (urllib3.exceptions.HTTPError, OSError, UnicodeError, ValueError) as error:
        raise CannotRead(
            f"{host}: it does not answer ({type(error).__name__}). Paste the text instead."
        ) from error


def _page(url: str, answer: urllib3.BaseHTTPResponse, deadline: float) -> Page:
    host = urlsplit(url).hostname or url
    if answer.status != 200:
        raise CannotRead(
            f"{host}: it answers {answer.status}. Open it in a browser and paste the text."
        )
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in ENDINGS:
        raise CannotRead(f"{host}: this is no page of text ({kind or 'unknown kind'}).")
    content = bytearray()
    try:
        while piece := answer.read(PIECE, decode_content=True):
            content += piece
            _time_left(host, deadline)
            if len(content) > LARGEST_UPLOAD:
                raise CannotRead(
                    f"{host}: the page is larger than {LARGEST_UPLOAD // MEGABYTE} MB. Paste the text."
                )
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise CannotRead(f"{host}: it broke off. Try again, or paste the text.") from error
    return Page(url, f"{host}{ENDINGS[kind]}", bytes(content))


def _time_left(host: str, deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise CannotRead(f"{host}: it took longer than {SECONDS} s. Paste the text instead.")
    return left
