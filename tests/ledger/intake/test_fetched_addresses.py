"""Which addresses are fetched: those of the open web, however the others are written."""

import ipaddress

import pytest

from analysis.ledger.intake import fetching
from analysis.ledger.intake.draft import CannotRead
from analysis.ledger.intake.fetching import fetch

OPEN = "93.184.215.14"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "ff02::1",
        # Older, longer and rarer ways to write the same.
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b:1::7f00:1",
        "2001:0:7f00:1::",
        "2002:a9fe:a9fe::",
        "fec0::1",
        "fd00:ec2::254",
        "2001:db8::1",
        "3fff::1",
        "5f00::1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "192.88.99.1",
        "198.18.0.1",
        "240.0.0.1",
    ],
)
def test_no_address_inside_a_network_is_ever_connected_to(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_get", lambda *_: pytest.fail("it connected"))
    with pytest.raises(CannotRead, match="private network"):
        fetch("https://site.example/", lambda host, port: [address])
    # One such address among good ones is enough.
    with pytest.raises(CannotRead, match="private network"):
        fetch("https://site.example/", lambda host, port: [OPEN, address])


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://site.example/",
        "//site.example/",
        "site.example",
        "javascript:alert(1)",
        "http://",
        "http://[",
        "https://name:word@site.example/",
        "https://name@site.example/",
        "https://@site.example/",
        "https://open.example@127.0.0.1/",
        "gopher://site.example/",
        "data:text/html,600",
        "http://site..example/",
        "http://a b.example/",
        "https://site.example:22/",
        "https://site.example:99999/",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    with pytest.raises(CannotRead):
        fetch(url, lambda host, port: pytest.fail("it asked for the name"))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://0/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://\uff11\uff12\uff17.0.0.1/",
        "http://127\u3002 0.0.1/".replace(" ", ""),
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:ffff:a00:1]/",
        "http://[fe80::1%25lo]/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_this_machine_is_refused_however_it_is_written(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_get", lambda *_: pytest.fail("it connected"))
    # Told as what it is, or not known to the system's own lookup at all.
    with pytest.raises(CannotRead, match=r"private network|no such host|no address of a page"):
        fetch(url)


@pytest.mark.parametrize(
    "address", [OPEN, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2002:5db8:d70e::"]
)
def test_addresses_of_the_open_web_are_open(address: str) -> None:
    assert fetching._is_open(ipaddress.ip_address(address))


def test_a_name_is_asked_for_once_and_what_was_checked_is_connected_to(site: str) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    assert fetch(f"{site}/page", lambda host, port: next(answers)).name == "site.example.html"
    assert list(answers) == [["10.0.0.1"]]


def test_a_redirect_back_to_the_same_name_is_checked_anew(site: str) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with pytest.raises(CannotRead, match="private network"):
        fetch(f"{site}/to//page", lambda host, port: next(answers))
