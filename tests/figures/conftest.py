"""The shipped claims, and claims made up one by one, for the figures to draw."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.estimates import Estimates, estimate
from analysis.estimates.series import now
from analysis.figures.look import Look
from analysis.figures.map_scene import Scene, map_scene
from analysis.figures.map_tables import MapTables, map_tables
from analysis.figures.now import Now
from analysis.ledger import Ledger, load

MakeClaims = Callable[..., pd.DataFrame]


@pytest.fixture(scope="session")
def ledger(project: Path) -> Ledger:
    return load(project / "data")


@pytest.fixture(scope="session")
def board(ledger: Ledger) -> Estimates:
    return estimate(ledger)


@pytest.fixture(scope="session")
def tables(ledger: Ledger) -> MapTables:
    """The map's tables of the whole ledger."""
    return map_tables(ledger)


@pytest.fixture(scope="session")
def scene(board: Estimates, tables: MapTables) -> Scene:
    """The map of all claims, as print has it."""
    return map_scene(board, tables, Look())


@pytest.fixture(scope="session")
def now_of(board: Estimates, ledger: Ledger) -> Callable[[str], Now]:
    """Give who says what now, of a kind."""
    names = dict(zip(ledger.claimants["claimant"], ledger.claimants["short_name"], strict=True))
    places = dict(zip(ledger.locations["location"], ledger.locations["name"], strict=True))
    return lambda kind: now(board, kind, names, places)


@pytest.fixture(scope="session")
def articles(board: Estimates) -> pd.DataFrame:
    """Count the collected articles of each month."""
    months = board.mentions.drop_duplicates("document_id")["printed_on"].str[:7]
    counts = months.value_counts().sort_index()
    return pd.DataFrame({"month": counts.index, "articles": counts.to_numpy()})


@pytest.fixture(scope="session")
def standing(board: Estimates) -> Callable[..., pd.DataFrame]:
    """Choose the claims of kinds that a chart over time draws: no incidents, no shares."""

    def choose(*kinds: str) -> pd.DataFrame:
        claims = board.claims
        return claims[
            claims["kind"].isin(kinds) & claims["scope"].isin(["total", "stock", "planned"])
        ]

    return choose


@pytest.fixture(scope="session")
def make_claims(board: Estimates) -> MakeClaims:
    """Make claims from mappings of what differs from an exact 1,000 killed, said by NIS."""
    plain = board.claims.iloc[:1].to_dict("records")[0] | {
        "claim_id": "c0",
        "claimant": "nis",
        "source": "NIS",
        "bloc": "seoul",
        "kind": "killed",
        "scope": "total",
        "population": "soldiers",
        "unit": "people",
        "item": "",
        "modality": "actual",
        "bound": "exact",
        "low": 1000.0,
        "high": 1000.0,
        "said_on": "2025-02-10",
        "said_on_basis": "stated",
        "said_inferred": False,
        "status": "in_force",
        "in_force": True,
        "superseded_by": "",
        "location": "",
        "articles": 1,
    }

    def make(*changes: Mapping[str, object]) -> pd.DataFrame:
        rows = [plain | {"claim_id": f"c{i}"} | dict(change) for i, change in enumerate(changes)]
        claims = pd.DataFrame(rows).astype({"low": "float64", "high": "float64"})
        for column in ("said_first", "said_last"):
            given = [
                change.get(column, row["said_on"])
                for change, row in zip(changes, rows, strict=True)
            ]
            claims[column] = pd.to_datetime(pd.Series(given)).astype("datetime64[s]")
        return claims

    return make


@pytest.fixture(scope="session")
def every_bound(make_claims: MakeClaims) -> pd.DataFrame:
    """One claim of each bound, a month apart, and one of each further way to draw a mark."""
    none = np.nan
    bounds = [
        ("exact", 1000, 1000),
        ("about", 2000, 2000),
        ("at_least", 3000, none),
        ("more_than", 4000, none),
        ("up_to", none, 5000),
        ("less_than", none, 6000),
        ("range", 2500, 4500),
        ("vague", 2000, 9999),
    ]
    return make_claims(
        *(
            {"bound": bound, "low": low, "high": high, "said_on": f"2025-{month:02}-15"}
            for month, (bound, low, high) in enumerate(bounds, start=1)
        ),
        {"modality": "planned", "said_on": "2025-09-15"},
        {"modality": "denied", "said_on": "2025-10-15"},
        {"status": "revised", "in_force": False, "superseded_by": "c0", "said_on": "2024-12-01"},
        {"status": "drift_of_kind", "in_force": False, "said_on": "2025-11-15"},
        {"bloc": "unattributed", "claimant": "unattributed", "said_on": "2025-12-15"},
        {"said_on_basis": "printed", "said_on": "2026-01-15"},
        {"said_on_basis": "printed", "said_inferred": True, "said_on": "2026-02-15"},
        {"said_first": "2025-03-01", "said_last": "2025-03-31", "low": 500, "high": 500},
    )
