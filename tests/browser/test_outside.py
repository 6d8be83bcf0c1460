"""Servers that others can reach: read-only without a sign-in, behind a silent proxy too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.proxy import silent_proxy
from tests.browser.served import Served, served
from tests.browser.watching import wait_ready

OpenTab = Callable[..., Page]

DEEP = "articles?part_of_articles=Add+an+article"


def is_read_only(page: Page, told: str) -> None:
    """Assert that a page says that it is read-only, and offers nothing to write with."""
    expect(page.get_by_text(told)).to_be_visible()
    assert page.get_by_text("Add an article").filter(visible=True).count() == 0
    assert page.get_by_role("textbox", name="Text of the article").count() == 0


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_a_server_that_listens_to_others_is_read_only(
    tmp_path: Path, open_tab: OpenTab, address: str
) -> None:
    with served(tmp_path / "log", options=[f"--server.address={address}"]) as running:
        page = open_tab(f"{running.address}/{DEEP}")
        is_read_only(page, "no sign-in is set up on it")
        page.context.close()


def test_a_proxy_that_hides_itself_opens_nothing(server: Served, open_tab: OpenTab) -> None:
    own = open_tab(f"{server.address}/{DEEP}")
    expect(own.get_by_role("textbox", name="Text of the article")).to_be_visible()
    with silent_proxy(server.port) as port:
        page = open_tab(f"http://localhost:{port}/{DEEP}")
        wait_ready(page)
        is_read_only(page, "no sign-in is set up on it")
        page.context.close()


def test_a_server_can_be_switched_to_reading(
    start_server: Callable[..., Served], open_tab: OpenTab
) -> None:
    running = start_server({"MUSTER_READ_ONLY": "on"})
    page = open_tab(f"{running.address}/{DEEP}")
    is_read_only(page, "has switched adding and deciding off")
