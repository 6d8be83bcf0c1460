"""A web site on this machine for the tests of fetching, and where its names lead."""

import gzip
import http.server
import time

from analysis.ledger.intake.draft import MEGABYTE


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


def here(host: str, port: int) -> list[str]:
    """Resolve the site to this machine, and a name of the inside to a private network."""
    return ["127.0.0.1"] if host == "site.example" else ["10.0.0.1"]
