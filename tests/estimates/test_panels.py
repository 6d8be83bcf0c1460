"""Charts over time of the shipped ledger: one scale each, every claim in one of them."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.codebook import Kind
from analysis.estimates import estimate
from analysis.estimates.panels import DRAWN, drawn_over_time, panels
from analysis.exports.titles import panel_name, panel_title
from analysis.ledger import load


@pytest.fixture(scope="module")
def claims(project: Path) -> pd.DataFrame:
    return estimate(load(project / "data")).claims


def test_every_claim_is_in_one_panel(claims: pd.DataFrame) -> None:
    found = panels(claims, tuple(Kind))
    ids = [claim for panel in found for claim in panel.claims["claim_id"]]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(drawn_over_time(claims, tuple(Kind), DRAWN)["claim_id"])
    assert len({panel.name for panel in found}) == len(found)


def test_a_panel_has_one_kind_scope_unit_and_item(claims: pd.DataFrame) -> None:
    for panel in panels(claims, tuple(Kind)):
        assert set(panel.claims["kind"]) == {panel.kind}
        assert panel.claims["unit"].nunique() == 1
        assert panel.claims["item"].nunique() == 1
        apart = {"increment", "incident", "rate"} & set(panel.claims["scope"])
        assert apart == ({panel.scope} if panel.scope else set())


def test_howitzers_are_not_counted_with_rocket_launchers(claims: pd.DataFrame) -> None:
    names = [panel.name for panel in panels(claims, (Kind.ARTILLERY,)) if not panel.scope]
    assert names == [
        "artillery_guns_and_rocket_launchers",
        "artillery_170_mm_howitzers",
        "artillery_240_mm_rocket_launchers",
        "artillery_guns_and_rocket_launchers_units",
    ]


def test_titles_say_what_sets_a_panel_apart(claims: pd.DataFrame) -> None:
    totals, incidents = panels(claims, (Kind.KILLED,))
    assert totals.title == "Reported killed"
    assert incidents.title == "Reported killed: single incidents"
    assert panel_title(incidents) == "Reported killed: statements over time (single incidents)"
    assert panel_name(incidents) == "killed single incidents over time"
    (waves,) = panels(claims, (Kind.SENT_ADDITIONAL,))
    assert panel_title(waves) == "Sent in one wave or period: statements over time"
    assert not waves.apart_by_scope
