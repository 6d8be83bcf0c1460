"""The start as a reader meets it: one command, an address, a page; nothing leaves the machine."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from scripts import serve
from tests.browser.served import unused_port

ADDRESS = re.compile(r"Muster is at (\S+)")


@contextmanager
def started(port: int, output: Path, environment: dict[str, str]) -> Iterator[str]:
    """Run the starter as ``make run`` does; yields the address that it prints."""
    command = [sys.executable, str(serve.ROOT / "scripts" / "serve.py"), "--port", str(port)]
    with output.open("wb") as log:
        starter = subprocess.Popen(
            [*command, "--no-browser"],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield printed_address(starter, output)
        finally:
            starter.terminate()
            starter.wait(timeout=20)


def printed_address(starter: subprocess.Popen[bytes], output: Path) -> str:
    """Wait for the line with the address."""
    deadline = time.monotonic() + serve.START_SECONDS
    while time.monotonic() < deadline and starter.poll() is None:
        if found := ADDRESS.search(output.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.1)
    pytest.fail(f"no address was printed:\n{output.read_text(encoding='utf-8')}")


@pytest.fixture
def outside() -> Iterator[socket.socket]:
    """A proxy that lets nothing through: whoever turns to the network knocks here instead."""
    with socket.create_server((serve.HOST, 0)) as trap:
        trap.setblocking(False)
        yield trap


def test_starts_shows_a_page_and_asks_nobody(
    tmp_path: Path, open_tab: Callable[..., Page], outside: socket.socket
) -> None:
    proxy = f"http://{serve.HOST}:{outside.getsockname()[1]}"
    through_proxy = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), proxy)
    with started(unused_port(), tmp_path / "output", through_proxy) as address:
        page = open_tab(address)
        assert page.get_by_role("heading", level=1).count() == 1
        assert "Muster" in page.title()
        page.context.close()
    with pytest.raises(BlockingIOError):
        outside.accept()


def test_a_port_that_is_taken_is_passed_over_and_named(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with socket.create_server((serve.HOST, 0)) as holder:
        taken = holder.getsockname()[1]
        with started(taken, output, {}) as address:
            chosen = urlsplit(address).port
            assert chosen is not None
            assert chosen > taken
            assert serve.answers(chosen)
            assert f"Port {taken} is taken; using {chosen}." in output.read_text(encoding="utf-8")


def test_ending_the_starter_ends_the_server(tmp_path: Path) -> None:
    with started(unused_port(), tmp_path / "output", {}) as address:
        port = urlsplit(address).port
        assert port is not None
    assert serve.is_free(port)
    assert not serve.answers(port)
