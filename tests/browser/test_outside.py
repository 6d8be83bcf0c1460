"""Servers that others can reach: read-only without a sign-in, behind a silent proxy too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

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
    assert upload(page, running) == 413


def test_a_file_sent_past_the_page_reaches_no_database(tmp_path: Path, open_tab: OpenTab) -> None:
    """Streamlit takes it for an open page and holds it in memory; nothing here ever reads it."""
    file = tmp_path / "store" / "muster.sqlite3"
    with served(
        tmp_path / "log",
        {"MUSTER_DATABASE_URL": f"sqlite:///{file.as_posix()}"},
        options=["--server.address=0.0.0.0"],
    ) as running:
        page = open_tab(f"{running.address}/{DEEP}")
        assert upload(page, running) == 204
        page.reload()
        wait_ready(page)
        is_read_only(page, "no sign-in is set up on it")
        assert not file.exists()
        page.context.close()


def upload(page: Page, running: Served) -> int:
    """Send a file to Streamlit's endpoint with the page's own session; gives the answer's status."""
    sessions: list[str] = []

    def read(frame: bytes | str) -> None:
        message = ForwardMsg()
        message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.HasField("new_session"):
            sessions.append(message.new_session.initialize.session_id)

    page.on("websocket", lambda socket: socket.on("framereceived", read))
    page.reload()
    wait_ready(page)
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    answer = page.request.put(
        f"{running.address}/_stcore/upload_file/{sessions[-1]}/any-name",
        headers={"X-Xsrftoken": cookies["_streamlit_xsrf"]},
        multipart={
            "file": {"name": "article.txt", "mimeType": "text/plain", "buffer": b"about 600"}
        },
    )
    return answer.status
