"""A sign-in service of the tests' own: OpenID Connect on loopback, for whoever one says one is."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwk, jwt

CLIENT, SECRET = "muster", "a secret of the tests"

# What the service says of an address, by what is written into its form; left empty, nothing.
VERIFIED: dict[str, dict[str, object]] = {
    "yes": {"email_verified": True},
    "text": {"email_verified": "true"},
    "no": {"email_verified": False},
    "": {},
}


@dataclass
class Provider:
    """The service: its address, its key, and what each code that it gave out stands for."""

    address: str = ""
    key: jwk.RSAKey = field(
        default_factory=lambda: jwk.RSAKey.generate_key(2048, {"kid": "tests", "use": "sig"})
    )
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def secrets(self, port: int) -> str:
        """Write the secrets of a dashboard that lets people sign in here."""
        return (
            "[auth]\n"
            f'redirect_uri = "http://localhost:{port}/oauth2callback"\n'
            'cookie_secret = "a long secret for the cookies of the tests"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
            f'server_metadata_url = "{self.address}/.well-known/openid-configuration"\n'
        )

    def token(self, code: str) -> dict[str, object]:
        """Change a code for an identity; a code is good once."""
        asked = self.codes.pop(code)
        moment = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": asked["login"],
            "email": asked["login"],
            **VERIFIED[asked.get("verified", "")],
            "nonce": asked["nonce"],
            "iat": moment,
            "exp": moment + 600,
        }
        identity = jwt.encode({"alg": "RS256", "kid": "tests"}, claims, self.key)
        return {
            "access_token": "none",
            "token_type": "Bearer",
            "expires_in": 600,
            "id_token": identity,
        }

    def configuration(self) -> dict[str, object]:
        """Say where what is, as the standard has it."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }


PAGE = """<!doctype html><title>Sign in</title><form action="/decide">{hidden}
<label>Address <input name="login"></label>
<label>Verified <input name="verified" value="yes"></label><button>Go on</button></form>"""


@contextmanager
def provider() -> Iterator[Provider]:
    """Run the service while the block runs."""
    service = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.path == "/.well-known/openid-configuration":
                self._answer(json.dumps(service.configuration()))
            elif parts.path == "/keys":
                self._answer(json.dumps({"keys": [service.key.as_dict(private=False)]}))
            elif parts.path == "/authorize":
                names = ("state", "nonce", "redirect_uri")
                hidden = "".join(
                    f'<input type="hidden" name="{name}" value="{asked[name]}">' for name in names
                )
                self._answer(PAGE.format(hidden=hidden), "text/html")
            elif parts.path == "/decide":
                code = f"code-{time.monotonic_ns()}"
                service.codes[code] = asked
                query = urlencode({"code": code, "state": asked["state"]})
                self.send_response(302)
                self.send_header("Location", f"{asked['redirect_uri']}?{query}")
                self.end_headers()
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            sent = parse_qs(self.rfile.read(length).decode())
            self._answer(json.dumps(service.token(sent["code"][0])))

        def _answer(self, text: str, kind: str = "application/json") -> None:
            content = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


def write_secrets(service: Provider, port: int, folder: Path) -> Path:
    """Write the secrets of a dashboard on this port to a file."""
    file = folder / "secrets.toml"
    file.write_text(service.secrets(port), encoding="utf-8")
    return file
