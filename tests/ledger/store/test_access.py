"""Who may write: on one's own computer anybody, elsewhere listed reviewers, and nobody by a trick."""

import pytest

from analysis.ledger.store.access import (
    READ_ONLY,
    SIGN_IN,
    SWITCHED_OFF,
    Rules,
    Visitor,
    person_of,
    reviewers_in,
    rules_of,
)

ALONE = Rules(sign_in=False, reviewers=frozenset())
TEAM = Rules(sign_in=True, reviewers=reviewers_in("anna@example.org, ben@example.org"))
AT_HOME = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
READ_HERE = Rules(sign_in=False, reviewers=frozenset(), read_only=True)


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
    headers = {"Host": host, "Origin": f"http://{host}"}
    person = person_of(Visitor(listens_on, headers), ALONE, "me")
    assert person.may_write
    assert person.name == "me"


@pytest.mark.parametrize(
    ("listens_on", "headers", "peer"),
    [
        ("", AT_HOME, ""),
        ("0.0.0.0", AT_HOME, ""),
        ("192.168.1.5", AT_HOME, ""),
        *(
            ("localhost", {"Host": host, "Origin": f"http://{host}"}, "")
            for host in (
                "muster.example.org",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost@evil.example",
                "",
                "[::1",
            )
        ),
        ("localhost", {}, ""),
        ("localhost", {"Host": "localhost:8501"}, ""),
        *(
            ("localhost", {**AT_HOME, name: "127.0.0.1"}, "")
            for name in (
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-Forwarded-Proto",
                "x-real-ip",
                "Forwarded",
                "Via",
                "CF-Connecting-IP",
            )
        ),
        *(
            ("localhost", {**AT_HOME, "Origin": origin}, "")
            for origin in (
                "https://muster.example.org",
                "null",
                "",
                "http://localhost:3000",
                "http://localhost:8501.evil.example",
                "http://localhost:8501@evil.example",
            )
        ),
        # Sent twice, headers may reach us joined.
        ("localhost", {**AT_HOME, "Host": "localhost:8501, muster.example.org"}, ""),
        ("localhost", AT_HOME, "203.0.113.9"),
        ("localhost", AT_HOME, "not an address"),
    ],
)
def test_from_anywhere_else_a_server_without_sign_in_is_read_only(
    listens_on: str, headers: dict[str, str], peer: str
) -> None:
    assert person_of(Visitor(listens_on, headers, peer), ALONE, "me").why_not == READ_ONLY
    assert person_of(Visitor(listens_on, headers, peer), TEAM, "me").why_not == SIGN_IN


def reviewer(login: str, verified: bool | None = True) -> Visitor:
    return Visitor("0.0.0.0", {"Host": "muster.example.org"}, "203.0.113.9", login, verified)


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


def test_a_service_that_says_nothing_is_trusted_only_where_that_is_set() -> None:
    said_nothing = reviewer("anna@example.org", verified=None)
    assert "does not say" in person_of(said_nothing, TEAM, "me").why_not
    trusting = rules_of(
        {"MUSTER_REVIEWERS": "anna@example.org", "MUSTER_TRUST_EMAIL": "on"}, sign_in=True
    )
    assert person_of(said_nothing, trusting, "me").may_write
    # A plain no is never overruled, and the list still decides.
    assert not person_of(reviewer("anna@example.org", verified=False), trusting, "me").may_write
    assert not person_of(reviewer("eve@example.org", verified=None), trusting, "me").may_write


@pytest.mark.parametrize("setting", ["", "off", "no", "0", "yes"])
def test_trust_has_to_be_spelled_out(setting: str) -> None:
    rules = rules_of(
        {"MUSTER_REVIEWERS": "anna@example.org", "MUSTER_TRUST_EMAIL": setting}, sign_in=True
    )
    assert not person_of(reviewer("anna@example.org", verified=None), rules, "me").may_write


@pytest.mark.parametrize("login", ["mar\u212a@example.org", "mark@\u017ftrasse.example"])
def test_letters_that_only_look_alike_in_small_make_nobody_a_reviewer(login: str) -> None:
    rules = Rules(True, reviewers_in("mark@example.org, mark@strasse.example"))
    assert not person_of(reviewer(login), rules, "me").may_write


def test_a_server_that_is_switched_to_reading_lets_nobody_write() -> None:
    assert person_of(Visitor("localhost", AT_HOME), READ_HERE, "me").why_not == SWITCHED_OFF
    team = rules_of(
        {"MUSTER_REVIEWERS": "anna@example.org", "MUSTER_READ_ONLY": "on"}, sign_in=True
    )
    assert person_of(reviewer("anna@example.org"), team, "me").why_not == SWITCHED_OFF
