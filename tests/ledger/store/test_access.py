"""Who may write: on one's own computer anybody, elsewhere listed reviewers, and nobody by a trick."""

import pytest

from analysis.ledger.store.access import (
    READ_ONLY,
    SIGN_IN,
    Rules,
    Visitor,
    person_of,
    reviewers_in,
)

ALONE = Rules(sign_in=False, reviewers=frozenset())
TEAM = Rules(sign_in=True, reviewers=reviewers_in("anna@example.org, ben@example.org"))
AT_HOME = {"Host": "localhost:8501"}


@pytest.mark.parametrize(
    ("listens_on", "host"),
    [
        ("localhost", "localhost:8501"),
        ("127.0.0.1", "127.0.0.1:8501"),
        ("::1", "[::1]:8501"),
        ("localhost", "LOCALHOST"),
    ],
)
def test_on_a_computer_of_ones_own_anybody_may_write(listens_on: str, host: str) -> None:
    person = person_of(Visitor(listens_on, {"Host": host}), ALONE, "me")
    assert person.may_write
    assert person.name == "me"


@pytest.mark.parametrize(
    ("listens_on", "headers", "peer"),
    [
        ("", AT_HOME, ""),
        ("0.0.0.0", AT_HOME, ""),
        ("192.168.1.5", AT_HOME, ""),
        ("localhost", {"Host": "muster.example.org"}, ""),
        ("localhost", {"Host": "localhost.evil.example"}, ""),
        ("localhost", {"Host": "127.0.0.1.evil.example"}, ""),
        ("localhost", {"Host": "localhost@evil.example"}, ""),
        ("localhost", {}, ""),
        ("localhost", {"Host": ""}, ""),
        ("localhost", {"Host": "[::1"}, ""),
        ("localhost", {**AT_HOME, "X-Forwarded-For": "203.0.113.9"}, ""),
        ("localhost", {**AT_HOME, "x-real-ip": "203.0.113.9"}, ""),
        ("localhost", {**AT_HOME, "Forwarded": "for=127.0.0.1"}, ""),
        ("localhost", {**AT_HOME, "Via": "1.1 proxy"}, ""),
        ("localhost", {**AT_HOME, "Origin": "https://muster.example.org"}, ""),
        ("localhost", {**AT_HOME, "origin": "null"}, ""),
        ("localhost", AT_HOME, "203.0.113.9"),
        ("localhost", AT_HOME, "not an address"),
    ],
)
def test_from_anywhere_else_a_server_without_sign_in_is_read_only(
    listens_on: str, headers: dict[str, str], peer: str
) -> None:
    assert person_of(Visitor(listens_on, headers, peer), ALONE, "me").why_not == READ_ONLY
    assert person_of(Visitor(listens_on, headers, peer), TEAM, "me").why_not == SIGN_IN


def reviewer(login: str, verified: bool = True) -> Visitor:
    return Visitor("0.0.0.0", {"Host": "muster.example.org"}, "203.0.113.9", login, verified)


def test_a_page_of_this_machine_is_known_by_its_origin() -> None:
    headers = {**AT_HOME, "Origin": "http://localhost:8501"}
    assert person_of(Visitor("localhost", headers), ALONE, "me").may_write


def test_where_a_sign_in_is_set_up_this_machine_signs_in_too() -> None:
    assert person_of(Visitor("localhost", AT_HOME), TEAM, "me").why_not == SIGN_IN


@pytest.mark.parametrize("login", ["anna@example.org", "Anna@Example.org "])
def test_a_listed_reviewer_may_write_and_signs_with_the_address(login: str) -> None:
    person = person_of(reviewer(login), TEAM, "me")
    assert person.may_write
    assert person.name == "anna@example.org"


@pytest.mark.parametrize("login", ["eve@example.org", "anna@example.org.evil.example", "anna"])
def test_whoever_is_signed_in_but_not_listed_may_only_read(login: str) -> None:
    assert login in person_of(reviewer(login), TEAM, "me").why_not


def test_an_address_that_the_service_has_not_verified_counts_for_nothing() -> None:
    assert not person_of(reviewer("anna@example.org", verified=False), TEAM, "me").may_write


def test_an_empty_list_lets_nobody_in() -> None:
    nobody = Rules(sign_in=True, reviewers=reviewers_in(" , "))
    assert not person_of(reviewer("anna@example.org"), nobody, "me").may_write
