"""The stock of articles that is made for measuring: the same each time, and known in its shares."""

from pathlib import Path

from analysis.corpus.parquet_articles import parquet_articles
from bench.corpus import stock, texts


def test_texts_are_the_same_each_time_and_no_two_alike() -> None:
    made = list(texts(200, 20))
    assert made == list(texts(200, 20))
    assert len(set(made)) == 200
    plain = [text for place, text in enumerate(made) if place % 100 >= 20]
    assert len(plain) == 160
    assert not any("Korea" in text for text in plain)


def test_a_stock_can_be_read_by_the_command(tmp_path: Path) -> None:
    size = stock(tmp_path / "articles.parquet", 1_050, 20)
    jobs = list(parquet_articles(tmp_path / "articles.parquet").jobs())
    assert len(jobs) == 1_050
    assert sum(len((job.text or "").encode()) for job in jobs) == size
