"""A wire copy is told from an independent report of the same event."""

from analysis.ledger.intake.copies import near_copies

WIRE = (
    "SEOUL, Feb 28 - South Korea's spy agency told lawmakers on Friday that about 2,100 North Korean "
    "soldiers had died fighting for Russia. The agency had put the figure at about 2,000 last "
    "September. Two lawmakers who attended the closed session passed the number on. They said the "
    "agency saw no sign that Pyongyang would send a further brigade before the summer."
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
