"""Reading on this machine's cores: what dies, hangs or breaks costs one article and no other."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from analysis.corpus.batches import Batch
from analysis.corpus.local_pool import LocalPool
from analysis.corpus.part import Part
from analysis.corpus.reading import read
from analysis.corpus.running import Work, read_all
from tests.corpus.hazards import BREAKER, HANGER, KILLER, ONCE, work
from tests.corpus.stock import batch, plain, text, values


def parts_of(
    batches: Sequence[Batch], processes: int, doing: Work = read, seconds: float = 60
) -> dict[int, Part]:
    with LocalPool(processes, seconds, doing) as pool:
        return {one.number: part for one, part in read_all(iter(batches), pool)}


def test_any_number_of_processes_gives_the_same_parts() -> None:
    batches = plain(7)
    one, two = parts_of(batches, 1), parts_of(batches, 2)
    assert one == two == {each.number: read(each) for each in batches}
    assert values(one[2]) == [106, 107, 108]


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (KILLER, "the process that read it ended with -9"),
        (HANGER, "it took longer than 3 s"),
        (BREAKER, "reading it failed (ZeroDivisionError)"),
    ],
)
def test_an_article_that_cannot_be_read_costs_no_other(trouble: str, reason: str) -> None:
    batches = [*plain(3), batch(3, [text(901), trouble, text(902)])]
    parts = parts_of(batches, 2, work, seconds=3)
    assert sorted(parts) == [0, 1, 2, 3]
    assert values(parts[3]) == [901, 902]
    (skipped,) = parts[3].facts.skipped
    assert skipped.document_id == "b3-1"
    assert skipped.reason.startswith(reason)
    assert parts[3].facts.digest == batches[3].digest
    assert parts[3].facts.articles == 3
    assert all(parts[one.number] == read(one) for one in batches[:3])


def test_a_process_that_dies_once_loses_nothing(tmp_path: Path) -> None:
    once = batch(0, [text(901), f"{ONCE}{tmp_path / 'died'}", text(902)])
    parts = parts_of([once, *plain(3)[1:]], 2, work)
    assert (tmp_path / "died").exists()
    assert parts[0].facts.skipped == ()
    assert values(parts[0]) == [901, 902]


def test_more_trouble_than_processes_is_survived() -> None:
    batches = [batch(number, [text(900 + number), KILLER]) for number in range(5)]
    parts = parts_of(batches, 1, work)
    assert [values(parts[number]) for number in range(5)] == [[900], [901], [902], [903], [904]]
    assert [len(parts[number].facts.skipped) for number in range(5)] == [1] * 5
