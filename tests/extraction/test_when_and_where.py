"""When a number was said, what period and what place it is about."""

from datetime import date

import pytest

from analysis.extraction import extract

# A Thursday.
DAY = date(2025, 2, 27)
LEAD = "The war goes on\n\nNorth Korea helps its ally. North Korean troops are at war.\n"

# The day of the statement, the period from and to, and a sentence.
DAYS = [
    (
        "2025-02-24",
        "2025-02-24",
        "2025-02-24",
        "The NIS said on Monday that 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-26",
        "2025-02-26",
        "2025-02-26",
        "The NIS said yesterday that 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-27",
        "2025-02-27",
        "2025-02-27",
        "The NIS said Thursday that 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-27",
        "2025-02-27",
        "2025-02-27",
        "On Thursday, the NIS said 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-01",
        "2025-01",
        "2025-01",
        "In January, the NIS said 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-01",
        "2025-01",
        "2025-01",
        "The NIS said last month that 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02",
        "2025-02",
        "2025-02",
        "The NIS said earlier this month that 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-01-13",
        "2025-01-13",
        "2025-01-13",
        "On January 13, the NIS said 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-01-13",
        "2025-01-13",
        "2025-01-13",
        "The NIS told lawmakers on Jan. 13 that 600 North Korean soldiers had been killed.",
    ),
    (
        "2024-12-19",
        "2024-12-19",
        "2024-12-19",
        "The NIS reported to parliament on 19 December that 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-24",
        "2025-02-24",
        "2025-02-24",
        "600 North Korean soldiers have been killed, the NIS said on Monday.",
    ),
    (
        "2025-02-24",
        "2025-02-24",
        "2025-02-24",
        "Speaking to reporters on Monday, Budanov said 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-24",
        "2025-02-24",
        "2025-02-24",
        "In a statement on Monday, the NIS said 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-25",
        "2025-01-01",
        "2025-01-01",
        "The NIS said on Tuesday that 600 North Korean soldiers had been killed on January 1.",
    ),
    (
        "2025-02-25",
        "2025-01",
        "2025-02",
        "The NIS said on Tuesday that 3,000 more North Korean soldiers were sent to Russia between January and February.",
    ),
    (
        "2025-02-25",
        "2024-10",
        "2024-12",
        "The NIS said on Tuesday that 3,000 more North Korean soldiers were sent to Russia from October to December 2024.",
    ),
    (
        "2025-02-25",
        "2024-08",
        "2025-02-25",
        "The NIS said on Tuesday that 600 North Korean soldiers had been killed since August.",
    ),
    (
        "2025-02-25",
        "2025-01",
        "2025-01",
        "The NIS said on Tuesday that 600 North Korean soldiers had been killed in January.",
    ),
    (
        "2025-02-25",
        "",
        "2025-12",
        "The NIS said on Tuesday that North Korea will send 3,000 soldiers by December.",
    ),
    (
        "2025-02-25",
        "2025-07",
        "2025-08",
        "The NIS said on Tuesday that North Korea will send 3,000 soldiers in July or August.",
    ),
    (
        "2025-02-25",
        "",
        "",
        "The NIS said on Tuesday that North Korea plans to send 3,000 soldiers.",
    ),
    ("", "", "", "The NIS said that 600 North Korean soldiers had been killed."),
    ("", "", "", "Some 600 North Korean soldiers have been killed."),
    ("", "2025-01", "2025-01", "Some 600 North Korean soldiers were killed in January."),
    (
        "2025-02-25",
        "2024",
        "2024",
        "The NIS said on Tuesday that 3,000 more North Korean soldiers were sent to Russia last year.",
    ),
    (
        "2025-02",
        "2025-02",
        "2025-02",
        "The NIS said this week that 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-25",
        "2025-02-22",
        "2025-02-22",
        "The NIS said on Tuesday that 60 North Korean soldiers were killed on Saturday.",
    ),
    (
        "2024-12-23",
        "2024-12-23",
        "2024-12-23",
        "On Dec. 23, 2024, Zelensky said 600 North Korean soldiers had been killed.",
    ),
    (
        "2025-02-25",
        "2023-09",
        "2025-02-25",
        "The NIS said on Tuesday that 13,000 North Korean containers had been sent to Russia since September 2023.",
    ),
    (
        "2025-02-25",
        "2025-01",
        "2025-01",
        "The NIS said on Tuesday that by mid-January 600 North Korean soldiers had been killed.",
    ),
]
# The place and its role.
PLACES = [
    (
        "kursk at",
        "The NIS said 600 North Korean soldiers had been killed in Russia's Kursk region.",
    ),
    ("kursk at", "The NIS said 4,000 North Korean soldiers are in Kursk Oblast."),
    ("russia to", "The NIS said North Korea had sent 4,000 soldiers to Russia."),
    ("russia at", "The NIS said 4,000 North Korean soldiers are in Russia."),
    ("vladivostok to", "The NIS said 4,000 North Korean soldiers were shipped to Vladivostok."),
    (
        "russian_far_east at",
        "The NIS said 4,000 North Korean soldiers are training in the Russian Far East.",
    ),
    (
        "eastern_russia at",
        "The NIS said 4,000 North Korean soldiers are training in eastern Russia.",
    ),
    ("kursk to", "The NIS said North Korea will send 4,000 soldiers to Kursk."),
    (
        "russia_ukraine_border at",
        "The NIS said 4,000 North Korean soldiers are stationed near the border between Russia and Ukraine.",
    ),
    ("donetsk at", "The NIS said 40 North Korean soldiers were killed near Donetsk."),
    (
        "tatarstan to",
        "The NIS said 4,000 North Korean workers will be sent to Alabuga in Tatarstan.",
    ),
    ("", "The NIS said 600 North Korean soldiers had been killed in Russia's war against Ukraine."),
    ("", "The NIS said North Korea had sent 4,000 soldiers."),
    ("kursk at", "The NIS said that in Kursk 600 North Korean soldiers had been killed."),
    ("russia to", "The NIS said North Korea had provided Russia with 4,000 missiles."),
    ("ukraine at", "The NIS said 600 North Korean soldiers had been killed in Ukraine."),
    (
        "russian_far_east at",
        "The NIS said 4,000 North Korean soldiers are at bases in Ussuriysk and Khabarovsk.",
    ),
    ("kursk to", "The NIS said 4,000 North Korean soldiers had been moved to the Kursk region."),
    (
        "north_korea to",
        "The NIS said 2,000 wounded North Korean soldiers were sent back to North Korea.",
    ),
    ("kursk at", "The NIS said 4,000 North Korean troops were deployed in Kursk."),
]


@pytest.mark.parametrize(("stated", "start", "end", "sentence"), DAYS)
def test_days(stated: str, start: str, end: str, sentence: str) -> None:
    (found,) = extract(LEAD + sentence + "\n", DAY).mentions
    assert (found.stated_on.value, found.event_from.value, found.event_to.value) == (
        stated,
        start,
        end,
    )


@pytest.mark.parametrize(("place", "sentence"), PLACES)
def test_places(place: str, sentence: str) -> None:
    found = extract(LEAD + sentence + "\n", DAY).mentions[0]
    assert f"{found.location.value} {found.location_role.value}".strip() == place


def test_a_whole_told_in_passing_is_not_where_its_part_fell() -> None:
    sentence = (
        "Kyiv said 900 North Korean soldiers, out of 5,000 sent, were killed in the Kursk region."
    )
    part, whole = extract(LEAD + sentence + "\n", DAY).mentions
    assert (part.low.value, part.location.value) == ("900", "kursk")
    assert (whole.low.value, whole.location.value) == ("5000", "")
