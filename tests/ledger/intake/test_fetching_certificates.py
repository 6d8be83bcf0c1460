"""Fetching over TLS: the certificate is the name's, though the checked address is connected to."""

import http.server
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from analysis.ledger.intake import fetching
from analysis.ledger.intake.draft import CannotRead
from analysis.ledger.intake.fetching import fetch
from tests.ledger.intake.site import Site


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
