"""Pages come from the open web alone: every way into a private network is refused."""

import gzip
import http.server
import ipaddress
import ssl
import threading
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from analysis.ledger.intake import fetching
from analysis.ledger.intake.apart import BrokeOff, run_apart
from analysis.ledger.intake.draft import MEGABYTE, CannotRead
from analysis.ledger.intake.fetching import Page, fetch, is_allowed
from analysis.ledger.intake.reading import read_address

OPEN = "93.184.215.14"
# Never reached: nobody answers on this port of this machine.
NOBODY = "http://127.0.0.1:1"


class Site(http.server.BaseHTTPRequestHandler):
    """A web site on this machine: pages by path."""

    def do_GET(self) -> None:
        """Answer a page, a redirect, or something that is no page."""
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
            return
        if self.path == "/slow-beginning":
            self._drip(b"HTTP/1.0 200 OK" + b" " * 500)
            return
        kinds = {"/page": "text/html; charset=utf-8", "/image": "image/png", "/none": ""}
        plain = ("/big", "/bomb", "/host", "/drip", "/%D1%81%D1%82%D1%80?a=b%20c")
        known = self.path in kinds or self.path in plain
        self.send_response(200 if known else 404)
        if kind := kinds.get(self.path, "text/plain" if known else "text/html"):
            self.send_header("Content-Type", kind)
        if self.path == "/bomb":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self._content()

    def _content(self) -> None:
        if self.path == "/big":
            for _ in range(11):
                self.wfile.write(b"x" * MEGABYTE)
        if self.path == "/bomb":
            self.wfile.write(BOMB)
        if self.path == "/drip":
            self._drip(b"x" * 500)
        if self.path == "/host":
            self.wfile.write(self.headers["Host"].encode())
            return
        self.wfile.write(b"<p>about 2,100</p>")

    def _drip(self, letters: bytes) -> None:
        """Send letter by letter, as long as anybody listens."""
        try:
            for letter in letters:
                self.wfile.write(bytes([letter]))
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Keep the tests' output free of requests."""


# A few kilobytes that unpack to 400 MB.
BOMB = gzip.compress(b"0" * MEGABYTE) * 400


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
    return ["127.0.0.1"] if host == "site.example" else ["10.0.0.1"]


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
        ("/none", "no page of text"),
        ("/big", "larger than 10 MB"),
        ("/bomb", "larger than 10 MB"),
        ("/to/http://inside.example/page", "private network"),
        ("/to/http://2130706433/", "private network"),
        ("/to/https://inside.example/page", "private network"),
        ("/to/http://inside.example:22/page", "not one of web pages"),
        ("/to/http://name@inside.example/", "name and password"),
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
        # Older, longer and rarer ways to write the same.
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b:1::7f00:1",
        "2001:0:7f00:1::",
        "2002:a9fe:a9fe::",
        "fec0::1",
        "fd00:ec2::254",
        "2001:db8::1",
        "3fff::1",
        "5f00::1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "192.88.99.1",
        "198.18.0.1",
        "240.0.0.1",
    ],
)
def test_no_address_inside_a_network_is_ever_connected_to(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_get", lambda *_: pytest.fail("it connected"))
    with pytest.raises(CannotRead, match="private network"):
        fetch("https://site.example/", lambda host, port: [address])
    # One such address among good ones is enough.
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
        "https://name@site.example/",
        "https://@site.example/",
        "https://open.example@127.0.0.1/",
        "gopher://site.example/",
        "data:text/html,600",
        "http://site..example/",
        "http://a b.example/",
        "https://site.example:22/",
        "https://site.example:99999/",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    with pytest.raises(CannotRead):
        fetch(url, lambda host, port: pytest.fail("it asked for the name"))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://0/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://\uff11\uff12\uff17.0.0.1/",
        "http://127\u3002 0.0.1/".replace(" ", ""),
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:ffff:a00:1]/",
        "http://[fe80::1%25lo]/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_this_machine_is_refused_however_it_is_written(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_get", lambda *_: pytest.fail("it connected"))
    # Told as what it is, or not known to the system's own lookup at all.
    with pytest.raises(CannotRead, match=r"private network|no such host|no address of a page"):
        fetch(url)


@pytest.mark.parametrize(
    "address", [OPEN, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2002:5db8:d70e::"]
)
def test_addresses_of_the_open_web_are_open(address: str) -> None:
    assert fetching._is_open(ipaddress.ip_address(address))


def test_a_name_is_asked_for_once_and_what_was_checked_is_connected_to(site: str) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    assert fetch(f"{site}/page", lambda host, port: next(answers)).name == "site.example.html"
    assert list(answers) == [["10.0.0.1"]]


def test_a_redirect_back_to_the_same_name_is_checked_anew(site: str) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with pytest.raises(CannotRead, match="private network"):
        fetch(f"{site}/to//page", lambda host, port: next(answers))


def test_the_next_address_is_tried_where_one_does_not_answer(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_is_open", lambda _: True)
    # Nothing listens on the second of this machine's own addresses.
    page = fetch(f"{site}/page", lambda host, port: ["127.0.0.2", "127.0.0.1"])
    assert page.content == b"<p>about 2,100</p>"


def test_the_site_is_told_its_own_name(site: str) -> None:
    assert fetch(f"{site}/host", here).content == b"site.example"


def test_letters_of_an_address_are_encoded(site: str) -> None:
    assert fetch(f"{site}/стр?a=b c", here).content == b"<p>about 2,100</p>"


def test_a_name_in_other_letters_is_asked_for_as_the_network_writes_it(site: str) -> None:
    asked: list[str] = []
    fetch("http://пример.example/page", lambda host, port: asked.append(host) or ["127.0.0.1"])
    assert asked == ["xn--e1afmkfd.example"]


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_not_asked(
    site: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, NOBODY)
    assert fetch(f"{site}/page", here).name == "site.example.html"


def test_what_unpacks_to_much_is_not_unpacked(site: str) -> None:
    tracemalloc.start()
    with pytest.raises(CannotRead, match="larger than 10 MB"):
        fetch(f"{site}/bomb", here)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 40 * MEGABYTE


def test_a_page_that_drips_is_ended(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(CannotRead, match="longer than 1 s"):
        fetch(f"{site}/drip", here)
    assert time.monotonic() - begun < 10


def _fetch_from(port: int, url: str) -> Page:
    """Fetch from this machine, in the other process."""
    fetching.PORTS = {"http": port, "https": 443}
    fetching._is_open = lambda _: True
    return fetch(url, here)


@pytest.mark.slow
def test_an_answer_that_never_begins_is_ended_from_outside(site: str) -> None:
    port = fetching.PORTS["http"]
    assert run_apart(20, _fetch_from, port, f"{site}/page").content == b"<p>about 2,100</p>"
    begun = time.monotonic()
    with pytest.raises(BrokeOff, match="longer than 2 s"):
        run_apart(2, _fetch_from, port, f"{site}/slow-beginning")
    assert time.monotonic() - begun < 20


@pytest.mark.slow
def test_fetching_happens_in_another_process_with_the_same_refusals() -> None:
    with pytest.raises(CannotRead, match="leads into a private network"):
        read_address("http://127.0.0.1/", {})


def test_where_fetching_is_off_the_library_refuses_too() -> None:
    with pytest.raises(CannotRead, match="Nothing is fetched from this server"):
        read_address("https://site.example/", {"MUSTER_FETCH": "off"})


@pytest.fixture
def secure_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The site behind TLS, with a certificate for site.example; gives the names that it was asked for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "site.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("site.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    own = tmp_path / "own.pem"
    own.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    trusted = tmp_path / "trusted.pem"
    trusted.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own)
    asked: list[str] = []
    context.sni_callback = lambda _, name, __: asked.append(name)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(fetching, "PORTS", {"http": 80, "https": server.server_address[1]})
    monkeypatch.setattr(fetching, "_is_open", lambda _: True)
    yield asked
    server.shutdown()
    server.server_close()


def test_the_certificate_has_to_be_the_names_though_the_address_is_connected_to(
    secure_site: list[str],
) -> None:
    assert fetch("https://site.example/page", lambda *_: ["127.0.0.1"]).name == "site.example.html"
    assert secure_site == ["site.example"]
    with pytest.raises(CannotRead, match="SSLError"):
        fetch("https://other.example/page", lambda *_: ["127.0.0.1"])
    assert secure_site == ["site.example", "other.example"]


def test_a_certificate_that_nobody_vouches_for_is_refused(
    secure_site: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(CannotRead, match="SSLError"):
        fetch("https://site.example/page", lambda *_: ["127.0.0.1"])


@pytest.mark.parametrize(
    ("value", "allowed"), [("", True), ("on", True), ("off", False), ("OFF ", False), ("0", False)]
)
def test_a_setting_switches_fetching_off(value: str, allowed: bool) -> None:
    assert is_allowed({"MUSTER_FETCH": value}) is allowed
