"""Start the dashboard: find a free port, serve it to this machine only, open the browser.

    .venv/bin/python scripts/serve.py [--port 8501] [--no-browser]

Stands in front of ``streamlit run`` because that command either stops at a port that is taken or
moves on without a word, and at its very first start waits for an e-mail address.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app.py"
HOST = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 50
# A ledger of a million mentions takes a minute or two to read.
START_SECONDS = 600.0


class CannotStart(Exception):
    """The dashboard cannot be served; the text says why."""


def is_free(port: int) -> bool:
    """Tell whether a server could listen on this port of this machine now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # Without it, a port stays taken for a minute after a server has stopped. Windows means
        # something else by the same name: there two servers could share one port.
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                return False
            raise
    return True


def free_port(first: int = FIRST_PORT) -> int:
    """Find the first free port from ``first`` on. Raises CannotStart after fifty."""
    last = min(first + PORTS_TRIED, 65_536)
    for port in range(first, last):
        if is_free(port):
            return port
    raise CannotStart(f"No free port between {first} and {last - 1}. Choose one with --port.")


def address(port: int) -> str:
    """Write the address that a reader opens."""
    return f"http://localhost:{port}"


def command(port: int, app: Path = APP) -> list[str]:
    """Write the command that serves an app to this machine alone.

    The dashboard's own server reads the tables before it answers (``scripts/server.py``).
    Everything that is the same at every start stands in ``.streamlit/config.toml``.
    """
    return [
        sys.executable,
        *("-m", "scripts.server" if app == APP else "streamlit", "run", str(app)),
        f"--server.port={port}",
        f"--server.address={HOST}",
        # Headless: no question at the first start, and no browser before the server answers.
        "--server.headless=true",
        "--logger.hideWelcomeMessage=true",
    ]


def answers(port: int) -> bool:
    """Tell whether a Streamlit server answers on this port."""
    # A proxy that is set for the outside must not be asked for this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{HOST}:{port}/_stcore/health", timeout=2) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def wait_until_it_answers(server: subprocess.Popen[bytes], port: int) -> None:
    """Return as soon as the server answers. Raises CannotStart if it stops or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise CannotStart(f"The server stopped at its start (exit code {server.returncode}).")
        if answers(port):
            return
        time.sleep(0.1)
    raise CannotStart(f"The server has not answered within {START_SECONDS:.0f} seconds.")


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether somebody sits before a browser on this machine, and wants it opened."""
    if environment.get("CI") or environment.get("SSH_CONNECTION"):
        return False
    if platform.startswith(("win", "darwin")):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server, at first by asking."""
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def serve(first: int, browser: bool) -> int:
    """Serve until the server ends or somebody presses Ctrl+C; returns the exit code."""
    port = free_port(first)
    if port != first:
        print(f"Port {first} is taken; using {port}.", flush=True)
    server = subprocess.Popen(command(port), cwd=ROOT, stdin=subprocess.DEVNULL)
    try:
        wait_until_it_answers(server, port)
        print(f"Muster is at {address(port)} (Ctrl+C ends it)", flush=True)
        if browser:
            webbrowser.open(address(port))
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        stop(server)


def main(arguments: list[str]) -> int:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(description="Start the dashboard on this machine.")
    parser.add_argument(
        "--port", type=int, default=FIRST_PORT, help="first port to try (%(default)s)"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    chosen = parser.parse_args(arguments)
    # A stop asked for by the system ends the server too, as Ctrl+C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return serve(chosen.port, has_screen(os.environ, sys.platform) and not chosen.no_browser)
    except CannotStart as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
