"""The shipped package: whole, described, and the same as what was coded."""

import csv
import json
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from analysis import codebook
from analysis.ledger import Ledger
from analysis.ledger.package import TABLES, read_package

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_shipped_tables_have_no_problem(shipped: Ledger) -> None:
    assert [str(problem) for problem in shipped.problems] == []
    assert shipped.broken == frozenset()


def test_row_counts_are_those_counted_by_hand(shipped: Ledger) -> None:
    counts = {name: len(shipped.table(name)) for name in TABLES}
    assert counts == {
        "mentions": 550,
        "documents": 129,
        "claimants": 26,
        "locations": 20,
        "sightings": 32,
        "movements": 7,
        "stances": 17,
        "claim_types": 20,
        "judgements": 73,
        "shared_intelligence": 26,
        "relays": 57,
    }


def test_the_last_article_is_of_27_february_2026(shipped: Ledger) -> None:
    assert shipped.data_day == "2026-02-27"


def test_every_cell_is_what_the_file_says(shipped: Ledger, shipped_folder: Path) -> None:
    rows = rows_of(shipped_folder / "mentions.csv")
    for column in ("wording", "claimant", "event_from", "stated_on", "note"):
        assert shipped.mentions[column].tolist() == [row[column] for row in rows]
    for column in ("low", "high"):
        expected = [float(row[column]) if row[column] else None for row in rows]
        found = [None if pd.isna(value) else value for value in shipped.mentions[column]]
        assert found == expected


def test_bounds_leave_open_what_the_words_leave_open(shipped: Ledger) -> None:
    mentions = shipped.mentions
    counts = Counter(mentions["bound"])
    open_high = counts["at_least"] + counts["more_than"]
    open_low = counts["up_to"] + counts["less_than"]
    assert (open_high, open_low) == (94, 17)
    assert mentions["high"].isna().sum() == open_high
    assert mentions["low"].isna().sum() == open_low


def test_columns_have_the_promised_types(shipped: Ledger) -> None:
    types = shipped.mentions.dtypes.astype(str)
    numbers = {"low": "float64", "high": "float64", "occurrence": "int64"}
    assert {column: types[column] for column in numbers} == numbers
    assert set(types.drop(list(numbers))) == {"str"}
    assert set(shipped.locations.dtypes.astype(str)[["latitude", "radius_km"]]) == {"float64"}


@pytest.mark.skipif(not FACTS.is_dir(), reason="the coded facts are not beside the project")
@pytest.mark.parametrize(
    "table",
    ["mentions", "documents", "claimants", "locations", "sightings", "movements", "stances"],
)
def test_tables_are_as_coded(table: str, shipped_folder: Path) -> None:
    """Where a name stands on the map is ours; everything else is as it was coded."""
    ours = rows_of(shipped_folder / f"{table}.csv")
    coded = [
        {key: cell for key, cell in row.items() if key not in {"label_dx", "label_dy"}}
        for row in ours
    ]
    assert coded == rows_of(FACTS / f"{table}.csv")


@pytest.mark.skipif(not FACTS.is_dir(), reason="the coded facts are not beside the project")
def test_the_first_judgements_are_as_coded(shipped_folder: Path) -> None:
    ours = rows_of(shipped_folder / "judgements.csv")[:18]
    assert [{k: v for k, v in row.items() if k != "field"} for row in ours] == rows_of(
        FACTS / "judgements.csv"
    )


def test_claim_types_are_named_as_in_the_code(shipped: Ledger) -> None:
    rows = shipped.claim_types.set_index("claim_type")
    named = {
        kind: (terms.label, terms.title, terms.page) for kind, terms in codebook.KIND_TERMS.items()
    }
    assert (
        dict(
            zip(
                rows.index,
                zip(rows["label"], rows["title"], rows["page"], strict=True),
                strict=True,
            )
        )
        == named
    )


@pytest.mark.parametrize(
    ("table", "column", "vocabulary"),
    [
        ("mentions", "bound", codebook.Bound),
        ("mentions", "scope", codebook.Scope),
        ("mentions", "population", codebook.Population),
        ("mentions", "unit", codebook.Unit),
        ("mentions", "modality", codebook.Modality),
        ("mentions", "part", codebook.Part),
        ("mentions", "location_role", codebook.LocationRole),
        ("sightings", "modality", codebook.Modality),
        ("movements", "modality", codebook.Modality),
        ("claimants", "bloc", codebook.Bloc),
        ("claim_types", "page", codebook.Page),
        ("judgements", "judgement", codebook.JudgementKind),
        ("stances", "stance", codebook.Stance),
        ("relays", "kind", codebook.RelayKind),
    ],
)
def test_allowed_values_are_the_vocabulary(
    table: str, column: str, vocabulary: type, shipped_folder: Path
) -> None:
    field = read_package(shipped_folder).tables[table].field(column)
    assert list(field.allowed) == [member.value for member in vocabulary]


def test_the_collective_claimants_are_described_as_such(shipped_folder: Path) -> None:
    kinds = read_package(shipped_folder).tables["claimants"].field("kind").meanings
    assert {k for k, v in kinds.items() if "many voices" in v or "nobody" in v} == set(
        codebook.COLLECTIVE_CLAIMANT_KINDS
    )


def test_every_table_and_column_is_described(shipped_folder: Path) -> None:
    package = read_package(shipped_folder)
    assert tuple(package.tables) == TABLES
    assert package.licence == "CC-BY-4.0"
    for table in package.tables.values():
        assert table.title, table.name
        assert table.description.endswith("."), table.name
        for field in table.fields:
            where = f"{table.name}.{field.name}"
            assert field.title, where
            assert field.description.endswith("."), where
            assert all(field.meanings.values()), where
            assert not field.allowed or field.meanings, where


def test_every_table_is_told_of_in_the_readme(shipped_folder: Path) -> None:
    readme = (shipped_folder / "README.md").read_text(encoding="utf-8")
    assert all(f"{name}.csv" in readme for name in TABLES)


def test_the_package_has_what_the_standard_asks_for(shipped_folder: Path) -> None:
    package = json.loads((shipped_folder / "datapackage.json").read_text(encoding="utf-8"))
    for name in ("$schema", "name", "title", "version", "created", "licenses", "sources"):
        assert package[name], name
    for resource in package["resources"]:
        fields = {field["name"] for field in resource["schema"]["fields"]}
        assert set(resource["schema"]["primaryKey"]) <= fields
        assert (shipped_folder / resource["path"]).is_file()
        for key in resource["schema"].get("foreignKeys", []):
            target = next(
                r for r in package["resources"] if r["name"] == key["reference"]["resource"]
            )
            assert set(key["fields"]) <= fields
            assert set(key["reference"]["fields"]) <= {
                field["name"] for field in target["schema"]["fields"]
            }


def test_the_standard_library_of_data_packages_agrees(shipped_folder: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(shipped_folder / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []


def test_pairs_of_shared_intelligence_stand_once(shipped: Ledger) -> None:
    pairs = shipped.shared_intelligence[["claimant_a", "claimant_b"]].to_numpy().tolist()
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    assert {"nis", "ua_gur"} in [set(pair) for pair in pairs]
