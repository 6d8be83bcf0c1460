"""A wire copy is told from an independent report of the same event, whatever was done to it."""

from itertools import combinations
from pathlib import Path

import pytest

from analysis.ledger.intake.copies import NEAR, near_copies

WIRE = (
    "SEOUL, Feb 28 - South Korea's spy agency told lawmakers on Friday that about 2,100 North Korean "
    "soldiers had died fighting for Russia. The agency had put the figure at about 2,000 last "
    "September. Two lawmakers who attended the closed session passed the number on. They said the "
    "agency saw no sign that Pyongyang would send a further brigade before the summer."
)
LONG = (
    f"{WIRE}\n\n"
    "The service told the committee that some 10,000 combat troops were still near the border, with "
    "about 1,000 engineers clearing mines. A further group of builders had been on its way since "
    "September, one of the lawmakers said, and part of it had arrived. Neither Moscow nor Pyongyang "
    "has published a number of its own, and no outside body has been able to check those of Seoul.\n\n"
    "Families of the dead were moved to new flats in the capital, the agency added, where a memorial "
    "is being built. It did not say how it had learnt of that. The ministry of defence declined to "
    "comment on the session and referred questions to the service, which keeps silent about it."
)
STATEMENT = (
    "We assess that the deployment goes on, that losses have been high for a force of that size, and "
    "that the next weeks will show whether the units are to be relieved or filled up again"
)
CUT = (
    "Two of our readers asked. South Korea's spy agency told lawmakers on Friday that about 2,100 "
    "North Korean soldiers had died fighting for Russia. The agency had put the figure at about "
    "2,000 last September."
)
OWN_REPORT = (
    "About 2,100 troops from the North have been killed at the front, the intelligence service in "
    "Seoul estimates. Members of parliament heard the number behind closed doors. In autumn it had "
    "stood at roughly 2,000, and no new unit is on its way."
)


def test_a_cut_copy_is_near_and_an_own_report_is_not() -> None:
    found = near_copies(CUT, [("wire", WIRE), ("own", OWN_REPORT)])
    assert [copy.document_id for copy in found] == ["wire"]
    assert found[0].share > 0.7


def test_the_nearest_comes_first() -> None:
    found = near_copies(WIRE, [("cut", CUT), ("same", WIRE)])
    assert [copy.document_id for copy in found] == ["same", "cut"]
    assert found[0].share == 1


def test_a_text_of_a_few_words_is_near_to_nothing() -> None:
    assert near_copies("about 2,100", [("wire", WIRE), ("empty", "")]) == []


def changed(text: str, every: int) -> str:
    """Put another word in the place of each so-manieth one."""
    words = text.split()
    words[every // 2 :: every] = ["elsewhere"] * len(words[every // 2 :: every])
    return " ".join(words)


COPIES = {
    "another headline": "More than two thousand dead\n\n" + LONG.partition(" - ")[2],
    "cut to its first half": " ".join(LONG.split()[: len(LONG.split()) // 2]),
    "cut to its second half": " ".join(LONG.split()[len(LONG.split()) // 2 :]),
    "a further paragraph": LONG
    + "\n\nOur own reporter saw few members who wished to talk about it.",
    "as long again": LONG + "\n\n" + OWN_REPORT * 4,
    "every tenth word changed": changed(LONG, 10),
    "every eighth word changed": changed(LONG, 8),
    "curly signs and dashes": LONG.replace("'", "\u2019").replace(" - ", " \u2013 "),
    "capitals": LONG.upper(),
    "signs for breaks in words": LONG.replace("sol", "sol\u00ad").replace("agen", "agen\u00ad"),
    "broken lines": LONG.replace("soldiers", "sol-\ndiers").replace("lawmakers", "law-\nmakers"),
    "joined letters of a PDF": LONG.replace("fi", "\ufb01").replace("fl", "\ufb02"),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copy_is_near_whatever_was_done_to_it(copy: str) -> None:
    assert [found.document_id for found in near_copies(copy, [("wire", LONG)])] == ["wire"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WIRE, OWN_REPORT),
        (LONG, OWN_REPORT),
        # Both quote one statement at length.
        (f"{LONG} {STATEMENT}.", f"{OWN_REPORT} {changed(LONG, 3)} {STATEMENT}."),
        (changed(LONG, 4), LONG),
    ],
    ids=["short", "long and short", "one statement", "written anew"],
)
def test_reports_of_one_briefing_are_not_near(one: str, other: str) -> None:
    assert near_copies(one, [("other", other)]) == []


def test_texts_without_blanks_between_words_are_compared_too() -> None:
    text = "韓国の情報機関は、北朝鮮兵およそ600人がロシアで死亡したと議員に説明した。負傷者の数は示していない。"
    other = "ウクライナ軍は、クルスク州で北朝鮮の部隊に大きな損害が出たと発表したが、独自の確認はできていない。"
    copy = text.replace("およそ", "約")
    found = near_copies(copy, [("same", text), ("other", other)])
    assert [one.document_id for one in found] == ["same"]


def test_different_articles_on_the_subject_are_far_from_near(project: Path) -> None:
    """The articles of our own words that the extractor is tested with: every pair of them."""
    texts = [
        path.read_text(encoding="utf-8")
        for folder in ("articles", "held")
        for path in sorted((project / "tests/extraction" / folder).glob("*.txt"))
    ]
    assert len(texts) > 30
    assert not any(near_copies(one, [("other", other)]) for one, other in combinations(texts, 2))
    assert NEAR > 3 * 0.06
