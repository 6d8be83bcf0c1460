"""Pages come from the open web alone: every way into a private network is refused."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from analysis.ledger.intake import fetching
from analysis.ledger.intake.draft import CannotRead
from analysis.ledger.intake.fetching import fetch, is_allowed

OPEN = "93.184.215.14"


class Site(http.server.BaseHTTPRequestHandler):
    """A web site on this machine: pages by path."""

    def do_GET(self) -> None:
        """Answer a page, a redirect, or something that is no page."""
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
            return
        kinds = {"/page": "text/html; charset=utf-8", "/image": "image/png", "/big": "text/plain"}
        self.send_response(200 if self.path in kinds else 404)
        self.send_header("Content-Type", kinds.get(self.path, "text/html"))
        self.end_headers()
        if self.path == "/big":
            for _ in range(11):
                self.wfile.write(b"x" * 1024 * 1024)
        self.wfile.write(b"<p>about 2,100</p>")

    def log_message(self, *_: object) -> None:
        """Keep the tests' output free of requests."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The site under a name of the open web, which leads to this machine once it has been checked."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    monkeypatch.setattr(fetching, "PORTS", {"http": port, "https": 443})
    monkeypatch.setattr(fetching, "_is_open", lambda address: str(address) == "127.0.0.1")
    yield "http://site.example"
    server.shutdown()
    server.server_close()


def here(host: str, port: int) -> list[str]:
    """Resolve the site to this machine, and a name of the inside to a private network."""
    return ["10.0.0.1"] if "inside" in host else ["127.0.0.1"]


def test_a_page_comes_with_its_kind(site: str) -> None:
    page = fetch(f"{site}/page", here)
    assert (page.name, page.content) == ("site.example.html", b"<p>about 2,100</p>")


def test_a_redirect_is_followed(site: str) -> None:
    assert fetch(f"{site}/to//page", here).url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answers 404"),
        ("/image", "no page of text"),
        ("/big", "larger than 10 MB"),
        ("/to/http://inside.example/page", "private network"),
        ("/to/file:///etc/passwd", "only addresses that begin with"),
        ("/to/ftp://site.example/", "only addresses that begin with"),
        ("/to/" * 8 + "page", "leads on and on"),
    ],
)
def test_what_is_no_page_or_leads_astray_is_refused(site: str, path: str, reason: str) -> None:
    with pytest.raises(CannotRead, match=reason):
        fetch(f"{site}{path}", here)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "ff02::1",
    ],
)
def test_no_address_inside_a_network_is_ever_connected_to(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_get", lambda *_: pytest.fail("it connected"))
    with pytest.raises(CannotRead, match="private network"):
        fetch("https://site.example/", lambda host, port: [address])
    with pytest.raises(CannotRead, match="private network"):
        fetch("https://site.example/", lambda host, port: [OPEN, address])


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://site.example/",
        "//site.example/",
        "site.example",
        "javascript:alert(1)",
        "http://",
        "http://[",
        "https://name:word@site.example/",
        "https://site.example:22/",
        "https://site.example:99999/",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    with pytest.raises(CannotRead):
        fetch(url, lambda host, port: pytest.fail("it asked for the name"))


@pytest.mark.parametrize(
    ("value", "allowed"), [("", True), ("on", True), ("off", False), ("OFF ", False), ("0", False)]
)
def test_a_setting_switches_fetching_off(value: str, allowed: bool) -> None:
    assert is_allowed({"MUSTER_FETCH": value}) is allowed
