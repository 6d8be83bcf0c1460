"""Names of files: they say what is in them, and every system takes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exports.file_names import LONGEST, file_name

# Names that Windows keeps for devices, whatever ending they have.
DEVICES = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}


@pytest.mark.parametrize(
    ("subject", "chosen", "day", "ending", "name"),
    [
        (
            "killed by source",
            ["NIS", "Zelenskyy"],
            "2025-11-21",
            "svg",
            "killed-by-source_nis-zelenskyy_2025-11-21.svg",
        ),
        ("sent by source", [], "2026-02-27", "csv", "sent-by-source_2026-02-27.csv"),
        (
            "planned over time",
            ["NIS", "HUR", "UK MoD", "MSMT", "DPRK", "Kremlin"],
            "2025-02",
            "png",
            "planned-over-time_nis-hur-uk-mod-msmt-and-2-more_2025-02.png",
        ),
        ("in training", ["국정원"], "2026-02-27", "xlsx", "in-training_2026-02-27.xlsx"),
    ],
)
def test_a_name_says_what_is_in_the_file(
    subject: str, chosen: list[str], day: str, ending: str, name: str
) -> None:
    assert file_name(subject, chosen, day, ending) == name


@given(
    st.text(max_size=300),
    st.lists(st.text(max_size=80), max_size=12),
    st.sampled_from(["2026-02-27", "2025-02", "2025", ""]),
    st.sampled_from(["svg", "png", "pdf", "html", "csv", "xlsx", "json"]),
)
def test_every_system_takes_the_name(
    subject: str, chosen: list[str], day: str, ending: str
) -> None:
    name = file_name(subject, chosen, day, ending)
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.[a-z]+", name)
    assert len(name) <= LONGEST
    assert name.endswith(f".{ending}")
    assert day in name
    assert name.split(".")[0] not in DEVICES or not day
