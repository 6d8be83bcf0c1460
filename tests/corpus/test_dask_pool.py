"""Reading on a Dask cluster: the same result, also where a worker is killed on the way."""

import os
import signal
from collections.abc import Iterator

import pytest
from distributed import LocalCluster

from analysis.corpus import dask_pool
from analysis.corpus.dask_pool import ClusterTrouble, DaskPool
from analysis.corpus.part import Part
from analysis.corpus.reading import read
from analysis.corpus.running import Work, read_all
from tests.corpus.hazards import HANGER, KILLER, work
from tests.corpus.stock import batch, plain, text, values


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    """A cluster of two worker processes on this machine."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as running:
        yield running


def pool(cluster: LocalCluster, doing: Work = read, seconds: float = 60) -> DaskPool:
    return DaskPool(cluster.scheduler_address, seconds, doing)


def test_killing_a_worker_changes_no_result(cluster: LocalCluster) -> None:
    batches = plain(30, articles=20)
    parts: dict[int, Part] = {}
    victim = cluster.workers[0].pid
    with pool(cluster) as workers:
        for one, part in read_all(iter(batches), workers):
            if not parts:
                os.kill(victim, signal.SIGKILL)
            parts[one.number] = part
    assert cluster.workers[0].pid != victim
    assert parts == {one.number: read(one) for one in batches}


def test_an_article_that_kills_workers_is_found(cluster: LocalCluster) -> None:
    # By default Dask gives a task up after its fourth worker; each takes seconds to start.
    cluster.scheduler.allowed_failures = 0
    batches = [*plain(3), batch(3, [text(901), KILLER, text(902)])]
    with pool(cluster, work) as workers:
        parts = {one.number: part for one, part in read_all(iter(batches), workers)}
    assert sorted(parts) == [0, 1, 2, 3]
    assert values(parts[3]) == [901, 902]
    (skipped,) = parts[3].facts.skipped
    assert skipped.document_id == "b3-1"
    assert "the processes that read it ended" in skipped.reason
    assert all(parts[one.number] == read(one) for one in batches[:3])


def test_an_article_that_hangs_is_found(cluster: LocalCluster) -> None:
    batches = [batch(0, [text(901), HANGER]), *plain(3)[1:]]
    with pool(cluster, work, seconds=4) as workers:
        parts = {one.number: part for one, part in read_all(iter(batches), workers)}
    assert values(parts[0]) == [901]
    assert [one.reason for one in parts[0].facts.skipped] == ["it took longer than 4 s"]
    assert parts[2] == read(batches[2])


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_pool, "PATIENCE_SECONDS", 1)
    with pytest.raises(ClusterTrouble, match=r"127\.0\.0\.1:1: no Dask scheduler answers there"):
        DaskPool("tcp://127.0.0.1:1", 60)


def test_workers_of_another_version_are_refused(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = dask_pool.rules_version()
    versions = iter([theirs])
    monkeypatch.setattr(dask_pool.Client, "run", lambda *_, **__: {"tcp://w": next(versions)})
    monkeypatch.setattr(dask_pool, "rules_version", lambda: "other")
    with pytest.raises(ClusterTrouble, match="tcp://w: other rules than here"):
        pool(cluster)


def test_workers_that_do_not_find_muster_are_refused(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = {"tcp://w": ModuleNotFoundError("No module named 'analysis'")}
    monkeypatch.setattr(dask_pool.Client, "run", lambda *_, **__: lost)
    with pytest.raises(ClusterTrouble, match="tcp://w: Muster is not found there"):
        pool(cluster)
