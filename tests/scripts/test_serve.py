"""Where the dashboard is served, and whether a browser is opened."""

import socket

import pytest

from scripts import serve
from scripts.serve import CannotStart


def test_the_port_asked_for_is_taken_if_it_is_free() -> None:
    with socket.create_server((serve.HOST, 0)) as chosen:
        port = chosen.getsockname()[1]
    assert serve.free_port(port) == port


def test_a_taken_port_is_passed_over() -> None:
    with socket.create_server((serve.HOST, 0)) as holder:
        taken = holder.getsockname()[1]
        assert not serve.is_free(taken)
        assert serve.free_port(taken) > taken


def test_after_fifty_taken_ports_the_start_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "is_free", lambda port: False)
    with pytest.raises(CannotStart, match="between 8501 and 8550"):
        serve.free_port(8501)


def test_the_last_port_of_all_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "is_free", lambda port: False)
    with pytest.raises(CannotStart, match="between 65530 and 65535"):
        serve.free_port(65_530)


@pytest.mark.parametrize(
    ("environment", "platform", "opened"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"DISPLAY": ":0", "CI": "1"}, "linux", False),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "linux", False),
        ({"CI": "true"}, "darwin", False),
    ],
)
def test_a_browser_is_opened_only_where_somebody_sees_it(
    environment: dict[str, str], platform: str, opened: bool
) -> None:
    assert serve.has_screen(environment, platform) is opened


def test_it_is_served_to_this_machine_alone() -> None:
    assert "--server.address=127.0.0.1" in serve.command(8501)


def test_nobody_answers_on_a_free_port() -> None:
    with socket.create_server((serve.HOST, 0)) as chosen:
        port = chosen.getsockname()[1]
    assert not serve.answers(port)
