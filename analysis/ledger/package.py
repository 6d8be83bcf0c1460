"""What ``datapackage.json`` says about the tables: their columns, types, allowed values and keys.

The file follows the Data Package standard, version 2. Three custom properties of a field are read:
``partialDate`` (see analysis.partial_dates), ``listSeparator`` with ``listReferences`` (several keys
of another table in one cell), and ``meanings`` (what each allowed value means).
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.ledger.problem import Problem

DESCRIPTOR = "datapackage.json"

TABLES = (
    "mentions",
    "documents",
    "claimants",
    "locations",
    "sightings",
    "movements",
    "stances",
    "claim_types",
    "judgements",
    "shared_intelligence",
    "relays",
)


@dataclass(frozen=True)
class Field:
    """One column: what it means and what may stand in it."""

    name: str
    title: str
    description: str
    type: str
    example: str
    required: bool
    unique: bool
    allowed: tuple[str, ...]
    meanings: dict[str, str]
    pattern: str
    minimum: float | None
    maximum: float | None
    partial_date: bool
    separator: str
    list_reference: tuple[str, str] | None


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values are keys of another table."""

    column: str
    table: str
    key: str


@dataclass(frozen=True)
class TableSchema:
    """One table: its file, its columns in order, its keys."""

    name: str
    title: str
    description: str
    path: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    unique_keys: tuple[tuple[str, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Name the columns in the order of the file."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """Find a column by its name; KeyError where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


@dataclass(frozen=True)
class Package:
    """The whole description: title, licence, version, and every table by name."""

    title: str
    version: str
    licence: str
    tables: dict[str, TableSchema]


class UnreadablePackage(ValueError):
    """datapackage.json cannot be used; the message says why."""


def read_package(folder: Path) -> Package:
    """Read ``datapackage.json`` in a folder. Raises UnreadablePackage, saying what is wrong."""
    try:
        text = (folder / DESCRIPTOR).read_text(encoding="utf-8-sig")
        descriptor = json.loads(text)
    except FileNotFoundError as error:
        raise UnreadablePackage("the file is missing") from error
    except OSError as error:
        raise UnreadablePackage(f"the file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadablePackage("the file is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise UnreadablePackage(f"no JSON: {error}") from error
    try:
        return _package(descriptor)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadablePackage(f"not the description of a data package: {error!r}") from error


def _package(descriptor: dict[str, Any]) -> Package:
    tables = [_table(resource) for resource in descriptor["resources"]]
    return Package(
        title=str(descriptor.get("title", "")),
        version=str(descriptor.get("version", "")),
        licence=str(descriptor["licenses"][0]["name"]) if descriptor.get("licenses") else "",
        tables={table.name: table for table in tables},
    )


def _table(resource: dict[str, Any]) -> TableSchema:
    schema = resource["schema"]
    return TableSchema(
        name=resource["name"],
        title=resource.get("title", ""),
        description=resource.get("description", ""),
        path=resource["path"],
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=tuple(schema.get("primaryKey", ())),
        foreign_keys=tuple(
            ForeignKey(
                key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0]
            )
            for key in schema.get("foreignKeys", ())
        ),
        unique_keys=tuple(tuple(columns) for columns in schema.get("uniqueKeys", ())),
    )


def _field(field: dict[str, Any]) -> Field:
    constraints = field.get("constraints", {})
    references = field.get("listReferences")
    return Field(
        name=field["name"],
        title=field.get("title", ""),
        description=field.get("description", ""),
        type=field["type"],
        example=str(field.get("example", "")),
        required=bool(constraints.get("required", False)),
        unique=bool(constraints.get("unique", False)),
        allowed=tuple(constraints.get("enum", ())),
        meanings=dict(field.get("meanings", {})),
        pattern=constraints.get("pattern", ""),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
        partial_date=bool(field.get("partialDate", False)),
        separator=field.get("listSeparator", ""),
        list_reference=(references["resource"], references["field"]) if references else None,
    )


def missing_tables(package: Package) -> list[Problem]:
    """List the tables that Muster needs and the description does not know."""
    return [
        Problem(
            name,
            0,
            "",
            "",
            "",
            f"{DESCRIPTOR} does not describe this table",
            "Take its description from the package that Muster ships.",
        )
        for name in TABLES
        if name not in package.tables
    ]
