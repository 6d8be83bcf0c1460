"""Fixtures of the browser tests: a fresh server, a Chromium, and tabs that are watched.

``server`` lives for one file of tests; ``start_server`` starts as many as a test wants, each
untouched. ``open_tab`` opens a page and waits until it is ready; when the test ends, whatever the
watch has noted fails it.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from scripts import chromium
from tests.browser.served import Served, served
from tests.browser.watching import Watch, wait_ready

# Nothing in the background that would ask the network, and WebGL without a graphics card.
FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)

FOLDER = Path(__file__).resolve().parent

WIDE = {"width": 1440, "height": 1000}
NARROW = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that a run can leave them out."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser that is installed; without one the browser tests fail and say what to do."""
    found = chromium.find(os.environ)
    if found is None:
        pytest.fail(chromium.ADVICE)
    return found


# Not for the session: while Playwright is open, it keeps an event loop running in this thread,
# which other tests on the same worker would meet.
@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright, open for one file of tests."""
    with sync_playwright() as opened:
        yield opened


@pytest.fixture(scope="module")
def browser(chromium_path: Path, playwright: Playwright) -> Iterator[Browser]:
    """A Chromium without a window, for one file of tests."""
    launched = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for a file of tests, for those that do not care what was opened before."""
    with served(tmp_path_factory.mktemp("server") / "server.log") as running:
        yield running


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Start a server that nobody has visited: ``start_server({"MUSTER_DATA": "…"})``."""
    with ExitStack() as stack:
        started = 0

        def start(environment: Mapping[str, str] | None = None) -> Served:
            nonlocal started
            started += 1
            return stack.enter_context(served(tmp_path / f"server-{started}.log", environment))

        yield start


# Asks for ``start_server`` only so that the tabs close before the servers stop: a tab without its
# server notes failed requests.
@pytest.fixture
def new_context(
    browser: Browser, start_server: Callable[..., Served]
) -> Iterator[Callable[..., BrowserContext]]:
    """Make a browser context, as a person with a fresh profile; takes Playwright's options."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": WIDE, "locale": "en-GB", **options})
        watch = Watch()
        watch.attach(context)
        opened.append((context, watch))
        return context

    yield make
    for context, _ in opened:
        context.close()
    for _, watch in opened:
        watch.assert_clean()


@pytest.fixture
def open_tab(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Open an address in a fresh profile and wait for it: ``open_tab(url, color_scheme="dark")``.

    A second tab of the same person: ``page.context.new_page()``, then ``wait_ready``.
    """

    def open_address(address: str, **options: Any) -> Page:
        page = new_context(**options).new_page()
        page.goto(address)
        wait_ready(page)
        return page

    return open_address
