"""The web site of the tests of fetching, under a name of the open web."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from analysis.ledger.intake import fetching
from tests.ledger.intake.site import Site


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
