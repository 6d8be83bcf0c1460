"""Imports run one way, and the rooms that only compute neither read a clock nor touch a file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# From the ground up: a room may import itself and whatever stands on a lower line.
ORDER = (
    ("codebook", "partial_dates", "wrapped_lines", "errors"),
    ("ledger",),
    ("extraction",),
    ("estimates",),
    ("figures",),
    ("exports",),
    ("corpus",),
    ("commands",),
    ("__main__",),
)
LEVELS = {room: level for level, rooms in enumerate(ORDER) for room in rooms}

# What these are given decides alone what they return.
PURE_ROOMS = ("codebook", "partial_dates", "wrapped_lines", "extraction", "estimates", "figures")

IMPURE_MODULES = frozenset(
    [
        "os",
        "pathlib",
        "shutil",
        "tempfile",
        "socket",
        "http",
        "urllib",
        "requests",
        "subprocess",
        "sqlite3",
        "random",
        "secrets",
        "time",
        "glob",
        "io",
    ]
)
CLOCK_CALLS = frozenset({"now", "utcnow", "today"})
CLOCK_WORDS = frozenset({"now", "today"})
FILE_CALLS = frozenset(
    [
        "open",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "read_csv",
        "read_json",
        "read_parquet",
        "read_excel",
        "read_table",
        "to_parquet",
        "write_image",
        "write_html",
        "write_json",
        "getenv",
        "iterdir",
    ]
)

PROJECT = Path(__file__).resolve().parent.parent


def sources(*folders: str) -> list[Path]:
    """List the Python files below these folders of the project."""
    return [path for folder in folders for path in sorted((PROJECT / folder).rglob("*.py"))]


def room_of(path: Path) -> str:
    """Name the room that a file of the library belongs to; empty for the package's own file."""
    parts = path.relative_to(PROJECT / "analysis").with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield every module that a file imports, with the names taken from a package spelled out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write imports from the package's top"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(tree: ast.AST) -> set[str]:
    """Name the rooms of the library that a file imports from."""
    names = (name.split(".") for name in imported(tree))
    return {parts[1] for parts in names if parts[0] == "analysis" and len(parts) > 1}


def impurities(tree: ast.AST) -> list[str]:
    """List where code asks a clock, a file, the environment or chance."""
    found = [name for name in imported(tree) if name.split(".")[0] in IMPURE_MODULES]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name in CLOCK_CALLS | FILE_CALLS:
            found.append(f"line {node.lineno}: {name}()")
        given = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if name in {"Timestamp", "to_datetime"} and CLOCK_WORDS.intersection(map(str, given)):
            found.append(f"line {node.lineno}: {name}() of the current day")
    return found


def parse(path: Path) -> ast.Module:
    """Read one source file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    """Name a file in a test's report."""
    return str(path.relative_to(PROJECT))


@pytest.mark.parametrize("path", sources("analysis"), ids=name_of)
def test_library_imports_downwards_only(path: Path) -> None:
    room = room_of(path)
    imports = rooms_imported(parse(path))
    assert room == "" or room in LEVELS, f"{room} has no place in ORDER yet"
    level = LEVELS.get(room, -1)
    upwards = {other for other in imports - {room} if LEVELS.get(other, 99) > level}
    assert not upwards, f"{room} must not import {sorted(upwards)}"


@pytest.mark.parametrize("path", sources("analysis"), ids=name_of)
def test_library_knows_neither_streamlit_nor_the_pages(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(parse(path))}
    assert not tops & {"streamlit", "app", "pages", "scripts", "tests"}


@pytest.mark.parametrize("path", sources("pages"), ids=name_of)
def test_pages_leave_commands_to_the_command_line(path: Path) -> None:
    assert not rooms_imported(parse(path)) & {"commands", "__main__"}


@pytest.mark.parametrize(
    "path", [path for path in sources("analysis") if room_of(path) in PURE_ROOMS], ids=name_of
)
def test_computing_rooms_ask_no_clock_and_no_file(path: Path) -> None:
    assert impurities(parse(path)) == []


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import date\ndate.today()",
        "import datetime\ndatetime.datetime.now(datetime.UTC)",
        "import pandas as pd\npd.Timestamp.now()",
        "import pandas as pd\npd.Timestamp('now')",
        "open('data/mentions.csv')",
        "import pandas as pd\npd.read_csv('data/mentions.csv')",
        "from pathlib import Path",
        "from os import environ",
        "import random",
    ],
)
def test_the_rule_notices(code: str) -> None:
    assert impurities(ast.parse(code))


@pytest.mark.parametrize(
    ("code", "rooms"),
    [
        ("from analysis.ledger import load", {"ledger"}),
        ("from analysis import codebook, figures", {"codebook", "figures"}),
        ("import analysis.estimates.series", {"estimates"}),
        ("def late():\n    from analysis.exports import table", {"exports"}),
        ("import pandas", set()),
    ],
)
def test_imports_are_found_in_every_form(code: str, rooms: set[str]) -> None:
    assert rooms_imported(ast.parse(code)) == rooms
