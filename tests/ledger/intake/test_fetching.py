"""What comes of fetching a page: its text with its kind, within limits of size and time."""

import time
import tracemalloc

import pytest

from analysis.ledger.intake import fetching
from analysis.ledger.intake.apart import BrokeOff, run_apart
from analysis.ledger.intake.draft import MEGABYTE, CannotRead
from analysis.ledger.intake.fetching import Page, fetch, is_allowed
from analysis.ledger.intake.reading import read_address
from tests.ledger.intake.site import here

# Never reached: nobody answers on this port of this machine.
NOBODY = "http://127.0.0.1:1"


def test_a_page_comes_with_its_kind(site: str) -> None:
    page = fetch(f"{site}/page", here)
    assert (page.name, page.content) == ("site.example.html", b"<p>about 2,100</p>")


def test_a_redirect_is_followed(site: str) -> None:
    assert fetch(f"{site}/to//page", here).url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answers 404"),
        ("/image", "no page of text"),
        ("/none", "no page of text"),
        ("/big", "larger than 10 MB"),
        ("/bomb", "larger than 10 MB"),
        ("/to/http://inside.example/page", "private network"),
        ("/to/http://2130706433/", "private network"),
        ("/to/https://inside.example/page", "private network"),
        ("/to/http://inside.example:22/page", "not one of web pages"),
        ("/to/http://name@inside.example/", "name and password"),
        ("/to/file:///etc/passwd", "only addresses that begin with"),
        ("/to/ftp://site.example/", "only addresses that begin with"),
        ("/to/" * 8 + "page", "leads on and on"),
    ],
)
def test_what_is_no_page_or_leads_astray_is_refused(site: str, path: str, reason: str) -> None:
    with pytest.raises(CannotRead, match=reason):
        fetch(f"{site}{path}", here)


def test_the_next_address_is_tried_where_one_does_not_answer(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_is_open", lambda _: True)
    # Nothing listens on the second of this machine's own addresses.
    page = fetch(f"{site}/page", lambda host, port: ["127.0.0.2", "127.0.0.1"])
    assert page.content == b"<p>about 2,100</p>"


def test_the_site_is_told_its_own_name(site: str) -> None:
    assert fetch(f"{site}/host", here).content == b"site.example"


def test_letters_of_an_address_are_encoded(site: str) -> None:
    assert fetch(f"{site}/стр?a=b c", here).content == b"<p>about 2,100</p>"


def test_a_name_in_other_letters_is_asked_for_as_the_network_writes_it(site: str) -> None:
    asked: list[str] = []
    fetch("http://пример.example/page", lambda host, port: asked.append(host) or ["127.0.0.1"])
    assert asked == ["xn--e1afmkfd.example"]


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_not_asked(
    site: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, NOBODY)
    assert fetch(f"{site}/page", here).name == "site.example.html"


def test_what_unpacks_to_much_is_not_unpacked(site: str) -> None:
    tracemalloc.start()
    with pytest.raises(CannotRead, match="larger than 10 MB"):
        fetch(f"{site}/bomb", here)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 40 * MEGABYTE


def test_a_page_that_drips_is_ended(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(CannotRead, match="longer than 1 s"):
        fetch(f"{site}/drip", here)
    assert time.monotonic() - begun < 10


def _fetch_from(port: int, url: str) -> Page:
    """Fetch from this machine, in the other process."""
    fetching.PORTS = {"http": port, "https": 443}
    fetching._is_open = lambda _: True
    return fetch(url, here)


@pytest.mark.slow
def test_an_answer_that_never_begins_is_ended_from_outside(site: str) -> None:
    port = fetching.PORTS["http"]
    assert run_apart(20, _fetch_from, port, f"{site}/page").content == b"<p>about 2,100</p>"
    begun = time.monotonic()
    with pytest.raises(BrokeOff, match="longer than 2 s"):
        run_apart(2, _fetch_from, port, f"{site}/slow-beginning")
    assert time.monotonic() - begun < 20


@pytest.mark.slow
def test_fetching_happens_in_another_process_with_the_same_refusals() -> None:
    with pytest.raises(CannotRead, match="leads into a private network"):
        read_address("http://127.0.0.1/", {})


def test_where_fetching_is_off_the_library_refuses_too() -> None:
    with pytest.raises(CannotRead, match="Nothing is fetched from this server"):
        read_address("https://site.example/", {"MUSTER_FETCH": "off"})


@pytest.mark.parametrize(
    ("value", "allowed"), [("", True), ("on", True), ("off", False), ("OFF ", False), ("0", False)]
)
def test_a_setting_switches_fetching_off(value: str, allowed: bool) -> None:
    assert is_allowed({"MUSTER_FETCH": value}) is allowed
