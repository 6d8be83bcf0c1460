"""Signing in at a service of the tests' own: outsiders read, listed reviewers write."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.oidc import provider, write_secrets
from tests.browser.served import Served, served, unused_port
from tests.browser.watching import grave_findings, wait_ready

OpenTab = Callable[..., Page]

# An invisible joiner keeps Streamlit from making a link of the address.
NAMED = re.compile("Signed in as anna@.?example.org")


@contextmanager
def team_server(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Run a dashboard with a sign-in and one reviewer."""
    port = unused_port()
    with provider() as service:
        environment = {
            "STREAMLIT_SECRETS_FILES": str(write_secrets(service, port, folder)),
            "MUSTER_REVIEWERS": "anna@example.org",
            "MUSTER_DATABASE_URL": f"sqlite:///{(folder / 'team.sqlite3').as_posix()}",
            **(settings or {}),
        }
        with served(folder / "server.log", environment, port) as running:
            yield running


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard of a team."""
    with team_server(tmp_path_factory.mktemp("team")) as running:
        yield running


@pytest.fixture(scope="module")
def trusting_team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One that takes addresses for verified of which the service says nothing."""
    folder = tmp_path_factory.mktemp("trusting")
    with team_server(folder, {"MUSTER_TRUST_EMAIL": "on"}) as running:
        yield running


def sign_in(page: Page, team: Served, login: str, verified: str = "yes") -> None:
    """Sign in from the Articles page, and come back to it."""
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Address").fill(login)
    page.get_by_label("Verified").fill(verified)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"{team.address}/**")
    wait_ready(page)
    page.goto(f"{team.address}/articles")
    wait_ready(page)


@pytest.mark.parametrize("deep", ["", "?part_of_articles=Add+an+article"])
def test_an_outsider_finds_nothing_to_add_with(team: Served, open_tab: OpenTab, deep: str) -> None:
    page = open_tab(f"{team.address}/articles{deep}")
    expect(page.get_by_text("Sign in to add articles and to decide.")).to_be_visible()
    assert page.get_by_text("Add an article").filter(visible=True).count() == 0
    assert page.get_by_role("textbox", name="Text of the article").count() == 0
    assert grave_findings(page) == []


def test_whoever_is_not_listed_reads_and_is_told_so(team: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{team.address}/articles")
    sign_in(page, team, "eve@example.org")
    expect(page.get_by_text("which is not on this server's list of reviewers")).to_be_visible()
    assert page.get_by_text("Add an article").filter(visible=True).count() == 0


def test_an_address_that_is_not_verified_is_nobody(team: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{team.address}/articles")
    sign_in(page, team, "anna@example.org", verified="no")
    expect(page.get_by_text("has not verified the address")).to_be_visible()


def test_a_service_that_says_nothing_of_addresses_lets_nobody_in(
    team: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{team.address}/articles")
    sign_in(page, team, "anna@example.org", verified="")
    expect(page.get_by_text("does not say whether it has verified the address")).to_be_visible()
    assert page.get_by_text("Add an article").filter(visible=True).count() == 0


def test_such_a_service_is_trusted_where_that_is_set(
    trusting_team: Served, open_tab: OpenTab
) -> None:
    page = open_tab(f"{trusting_team.address}/articles")
    sign_in(page, trusting_team, "anna@example.org", verified="")
    expect(page.get_by_text(NAMED)).to_be_visible()
    expect(page.get_by_text("Add an article").first).to_be_visible()


def test_a_plain_no_is_believed_there_too(trusting_team: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{trusting_team.address}/articles")
    sign_in(page, trusting_team, "anna@example.org", verified="no")
    expect(page.get_by_text("has not verified the address")).to_be_visible()
    assert page.get_by_text("Add an article").filter(visible=True).count() == 0


def test_yes_may_be_written_as_text(team: Served, open_tab: OpenTab) -> None:
    page = open_tab(f"{team.address}/articles")
    sign_in(page, team, "anna@example.org", verified="text")
    expect(page.get_by_text(NAMED)).to_be_visible()


def test_a_listed_reviewer_adds_under_their_own_name(
    team: Served, open_tab: OpenTab, tmp_path: Path
) -> None:
    page = open_tab(f"{team.address}/articles")
    sign_in(page, team, "anna@example.org")
    expect(page.get_by_text(NAMED)).to_be_visible()
    page.get_by_text("Add an article").first.click()
    wait_ready(page)
    text = (
        "Seoul counts its neighbour's dead\n\nAbout 600 North Korean soldiers were killed, it said."
    )
    page.get_by_role("textbox", name="Text of the article").fill(text)
    page.get_by_role("button", name="Read it").click()
    wait_ready(page)
    page.get_by_role("textbox", name="Title *").fill("Seoul counts its neighbour's dead")
    page.get_by_role("textbox", name="Outlet *").fill("Harbour Gazette")
    page.get_by_role("textbox", name="Printed on *").fill("2025-04-30")
    page.get_by_text("stated on the page").click()
    page.get_by_role("button", name="Add it").click()
    wait_ready(page)
    expect(page.get_by_text(re.compile("Added by anna@.?example.org"))).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_timeout(500)
    wait_ready(page)
    page.goto(f"{team.address}/articles?part_of_articles=Review+queue")
    wait_ready(page)
    expect(page.get_by_text("Sign in to add articles and to decide.")).to_be_visible()
