"""Measure with a real browser: servers, the time to the first chart, the bytes of a page."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from scripts import chromium, serve
from tests.browser.conftest import FLAGS, WIDE
from tests.browser.served import unused_port
from tests.browser.watching import wait_ready

# Drawn: Plotly has laid out the first chart of the page.
FIRST_CHART = "[data-testid=stPlotlyChart] .main-svg"
# Written as soon as the tables are read and folded, which takes its time where they are large.
HEADING = "[data-testid=stMain] h1"
PATIENCE = 600_000


@contextmanager
def serving(
    app: Path, environment: Mapping[str, str] | None = None, before: Sequence[str] = ()
) -> Iterator[str]:
    """Serve a script of Streamlit's while the block runs; gives its address.

    ``before``: what is put before Streamlit's command, to run it inside another program.
    """
    port = unused_port()
    command = serve.command(port, app)
    if before:
        command = [sys.executable, *before, "streamlit", *command[command.index("run") :]]
    server = subprocess.Popen(
        command,
        cwd=serve.ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        serve.wait_until_it_answers(server, port)
        yield serve.address(port)
    finally:
        serve.stop(server)


@contextmanager
def chromium_browser() -> Iterator[Browser]:
    """Start the browser of the tests."""
    path = chromium.find(os.environ)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(path) if path else None, args=list(FLAGS)
        )
        yield browser
        browser.close()


def seconds_to_first_chart(browser: Browser, address: str) -> float:
    """Open a page in a tab without a cache and wait until its first chart is drawn."""
    context = browser.new_context(viewport=WIDE)
    try:
        page = context.new_page()
        begun = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_selector(FIRST_CHART, timeout=PATIENCE)
        return time.perf_counter() - begun
    finally:
        context.close()


@dataclass(frozen=True)
class Weight:
    """What a page was sent of its own data, in bytes as they came over the wire."""

    websocket: int
    http: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.websocket + self.http


def weight_of(browser: Browser, address: str) -> Weight:
    """Open a page, wait until it is ready, and add up its own data.

    Streamlit's own program (its scripts, styles and fonts) is the same for every page and is kept
    by the browser; it is left out.
    """
    context = browser.new_context(viewport=WIDE)
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        frames: list[int] = []
        paths: dict[str, str] = {}
        http: list[int] = []
        session.on(
            "Network.webSocketFrameReceived",
            lambda event: frames.append(len(event["response"]["payloadData"]) * 3 // 4),
        )
        session.on(
            "Network.responseReceived",
            lambda event: paths.update({event["requestId"]: event["response"]["url"]}),
        )

        def finished(event: dict[str, object]) -> None:
            path = urlsplit(paths.get(str(event["requestId"]), "")).path
            if is_own_data(path):
                http.append(int(str(event["encodedDataLength"]).partition(".")[0]))

        session.on("Network.loadingFinished", finished)
        page.goto(address)
        page.wait_for_selector(HEADING, timeout=PATIENCE)
        wait_ready(page, timeout=PATIENCE)
        return Weight(sum(frames), sum(http))
    finally:
        context.close()


def is_own_data(path: str) -> bool:
    """Tell the files of the dashboard from those of Streamlit's own program.

    >>> is_own_data("/app/static/outlines.geojson"), is_own_data("/static/js/index.js")
    (True, False)
    """
    return path.startswith(("/app/static/", "/media/"))
