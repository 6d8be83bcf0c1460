"""docs/columns.md describes what the listings print, in their order."""

import json
import re
from pathlib import Path

from analysis.estimates import CLAIM_COLUMNS
from analysis.exports.columns import EXPORTED_MENTION


def described(project: Path, heading: str) -> list[str]:
    text = (project / "docs" / "columns.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [name for name in re.findall(r"^\| (\w+) \|", section, re.MULTILINE) if name != "column"]


def test_every_column_of_claims_is_described_in_order(project: Path) -> None:
    assert described(project, "claims") == list(CLAIM_COLUMNS)


def test_every_column_of_mentions_is_described_here_or_in_the_data_package(project: Path) -> None:
    package = json.loads((project / "data" / "datapackage.json").read_text(encoding="utf-8"))
    in_package = {
        field["name"]
        for resource in package["resources"]
        if resource["name"] in {"mentions", "documents"}
        for field in resource["schema"]["fields"]
    }
    assert set(EXPORTED_MENTION) == set(described(project, "mentions")) | (
        set(EXPORTED_MENTION) & in_package
    )


def test_every_column_of_the_data_package_has_a_description(project: Path) -> None:
    package = json.loads((project / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert len(field["description"]) > 10, (resource["name"], field["name"])
