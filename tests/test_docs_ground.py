"""What the README and the settings promise: commands, settings, packages, counts, contrast."""

import re
import shlex
import tomllib
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from analysis.__main__ import COMMANDS
from analysis.__main__ import parser as command_line

# Settings are spelled out in code, in make and here; nothing else may start with this word.
SETTING = re.compile(r"\bMUSTER_[A-Z]+(?:_[A-Z]+)*\b")
EXAMPLE = re.compile(r"-m analysis ([a-z]+)")
PIN = re.compile(r"^([a-z0-9.-]+)==(\S+(?: ; .*?)?) \\$", re.MULTILINE)
REQUIREMENT = re.compile(r"^([a-z0-9-]+)(?:\[[a-z]+\])? >=", re.MULTILINE)
TABLE_ROW = re.compile(r"^\| ([a-z0-9-]+) \|", re.MULTILINE)

# WCAG 2.2, level AA, for text below 18 pt.
ENOUGH = 4.5


@pytest.fixture(scope="module")
def readme(project: Path) -> str:
    return (project / "README.md").read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Cut one section out of a Markdown text."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_every_make_target_is_documented(project: Path, readme: str) -> None:
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) - {"dev"}
    assert targets == {"run", "test", "check", "bench", "score", "lock", "outlines"}
    assert [target for target in targets if f"make {target}" not in readme] == []


def test_every_recipe_stands_beside_it_for_those_without_make(project: Path, readme: str) -> None:
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    recipes = re.findall(r"^\t@\$\((?:PYTHON|VENV)\) (.+)$", makefile, re.MULTILINE)
    by_hand = [re.sub(r" (--port )?\$\(\w+\)", "", recipe) for recipe in recipes]
    assert len(by_hand) >= 8
    # Renewing the locks is for those who have make; it takes three lines of options.
    missing = [line for line in by_hand if line not in readme and "uv" not in line]
    assert missing == []


def test_every_setting_is_documented_and_every_documented_one_exists(
    project: Path, readme: str
) -> None:
    files = [project / "app.py", project / "Makefile"]
    for folder in ("analysis", "pages", "scripts"):
        files += (project / folder).rglob("*.py")
    used = {name for file in files for name in SETTING.findall(file.read_text(encoding="utf-8"))}
    assert used == set(SETTING.findall(readme))


def help_of(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        command_line(*COMMANDS).parse_args([*arguments, "--help"])
    return capsys.readouterr().out


def test_every_command_and_option_is_documented(
    readme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    documented = section(readme, "Pages")
    commands = list(COMMANDS)
    options = {
        option
        for command in commands
        for option in re.findall(r"--[a-z][a-z-]+", help_of([command], capsys))
    } - {"--help"}
    assert sorted(commands) == sorted(set(EXAMPLE.findall(documented)))
    assert options == set(re.findall(r"--[a-z][a-z-]+", documented))


def test_every_example_can_be_typed(readme: str) -> None:
    examples = re.findall(r"-m analysis (.+)$", readme, re.MULTILINE)
    assert len(examples) >= 4
    for example in examples:
        command_line(*COMMANDS).parse_args(shlex.split(example, comments=True))


def test_every_page_has_its_line(project: Path, readme: str) -> None:
    listed = re.findall(r"^\| ([A-Z][a-z]+) \|", section(readme, "Pages"), re.MULTILINE)
    assert sorted(page.lower() for page in listed) == sorted(
        page.stem for page in (project / "pages").glob("*.py")
    )


@pytest.mark.parametrize("part", ["run", "development"])
def test_every_dependency_has_its_reason(project: Path, readme: str, part: str) -> None:
    run, development = section(readme, "Dependencies").split("For development only:")
    name, text = {
        "run": ("requirements.txt", run),
        "development": ("requirements-dev.txt", development),
    }[part]
    required = REQUIREMENT.findall((project / name).read_text(encoding="utf-8"))
    given = [row for row in TABLE_ROW.findall(text) if row != "package"]
    assert given == required


def test_the_development_lock_contains_the_other(project: Path) -> None:
    run, development = (
        set(PIN.findall((project / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert len(run) > 20
    assert run < development


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash_and_no_address(project: Path, lock: str) -> None:
    text = (project / lock).read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "index-url" not in text


def test_the_counts_are_those_of_the_tables(project: Path, readme: str) -> None:
    mentions, documents, claimants = (
        pd.read_csv(project / "data" / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("mentions", "documents", "claimants")
    )
    text = " ".join(section(readme, "Data").split())
    assert f"{len(mentions)} mentions from {len(documents)} articles" in text
    named = documents.loc[documents["outlet"] != "", "outlet"]
    assert f"of {named.nunique()} outlets" in text
    assert f"put to {len(claimants)} claimants" in text
    assert documents["published_on"].min() == "2024-10-07"
    assert documents["published_on"].max() == "2026-02-27"
    assert "from 7 October 2024 to 27 February 2026" in text
    assert set(documents["language"]) == {"en", "ko", "ru", "uk", "es", "de"}


def test_one_version_everywhere(project: Path, readme: str) -> None:
    citation = (project / "CITATION.cff").read_text(encoding="utf-8")
    found = re.search(r"^version: (\S+)$", citation, re.MULTILINE)
    assert found is not None
    changelog = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([\d.]+)\]", changelog, re.MULTILINE)
    assert newest is not None
    assert newest[1] == found[1]
    assert f"Muster {found[1]}" in section(readme, "Cite")


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_can_be_read_in_both_themes(project: Path, mode: str) -> None:
    settings = tomllib.loads((project / ".streamlit/config.toml").read_text(encoding="utf-8"))
    theme = settings["theme"][mode]
    sidebar = theme["sidebar"]
    surfaces = ("backgroundColor", "secondaryBackgroundColor")
    grounds = [theme[name] for name in surfaces] + [sidebar[name] for name in surfaces]
    pairs = list(product((theme["textColor"], theme["linkColor"]), grounds))
    pairs += [
        (theme[f"{hue}TextColor"], theme[f"{hue}BackgroundColor"])
        for hue in ("blue", "yellow", "red")
    ]
    # Streamlit writes white on the primary colour, whatever the theme.
    pairs.append(("#ffffff", theme["primaryColor"]))
    assert [pair for pair in pairs if contrast(*pair) < ENOUGH] == []


def test_nothing_is_reported_to_anybody(project: Path) -> None:
    settings = tomllib.loads((project / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    # Unset, Streamlit asks an outside host for this machine's address when it starts headless.
    assert settings["server"]["address"] == "localhost"
