"""Ledgers of any size, made from the shipped one: honest in everything that costs time.

The shipped ledger is copied so many times, article by article and claim by claim, and in each copy
the days are moved, the numbers multiplied, the claimants and outlets replaced by others like them.
So a claim of four mentions, two of them in headlines, one with another hedge, stays one; claims grow
with mentions, and articles, judgements, sightings, movements and stances with both. The first copy
is the shipped ledger itself. Ids are given anew, in the order of printing, as the real ones are.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pa_csv

from analysis.ledger import Ledger, load
from analysis.ledger.csv_file import TEXT
from analysis.ledger.package import DESCRIPTOR
from bench.copied_judgements import copied_judgements
from bench.variation import Draws, Ints, moved_days, moved_periods, renumbered

SHIPPED = Path(__file__).resolve().parent.parent / "data"
SEED = 20_260_227


def synthetic(mentions: int, shipped: Path = SHIPPED, seed: int = SEED) -> Ledger:
    """Make a ledger of so many mentions out of the one in a folder; the same one each time."""
    real = load(shipped)
    rng = np.random.default_rng(seed)
    draws = Draws.draw(real, mentions, rng)
    articles = _articles(real, mentions, draws, rng)
    rows = _rows(real, articles)
    tables = {
        **real.tables,
        "documents": _documents(real, articles, draws),
        "mentions": _mentions(real, articles, rows, draws),
        "claimants": draws.claimant_table(real),
        "shared_intelligence": draws.shared_intelligence(real),
        "judgements": copied_judgements(real, rows.place, draws),
        **{name: _beside(real, name, articles, rows, draws) for name in BESIDE},
    }
    return Ledger(tables, (), real.package)


def write(ledger: Ledger, folder: Path, shipped: Path = SHIPPED) -> Path:
    """Write a ledger as a data package that a server can be started with."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(shipped / DESCRIPTOR, folder)
    for name, frame in ledger.tables.items():
        table = pa.Table.from_pandas(frame, preserve_index=False)
        pa_csv.write_csv(table, folder / f"{name}.csv")
    return folder


@dataclass(frozen=True)
class Articles:
    """The articles in the order of printing: of which copy, of which real one, how many mentions.

    ``place`` finds an article by copy and real one; -1 where it was left out.
    """

    copy: Ints
    real: Ints
    count: Ints
    printed_on: pd.Series
    place: Ints


@dataclass(frozen=True)
class Rows:
    """The mentions in the order of their articles: of which article, of which real mention.

    ``place`` finds a mention by copy and real one; -1 where it was left out.
    """

    article: Ints
    real: Ints
    copy: Ints
    place: Ints


def _articles(real: Ledger, mentions: int, draws: Draws, rng: np.random.Generator) -> Articles:
    """Choose the articles: whole copies, and of one more as many, in random order, as are wanted."""
    published = real.documents["published_on"]
    held = _held(real)
    whole, rest = divmod(mentions, len(real.mentions))
    copy, article = np.divmod(np.arange(whole * len(held)), len(held))
    count = held[article]
    if rest:
        order = rng.permutation(len(held))
        before = held[order].cumsum() - held[order]
        order, before = order[before < rest], before[before < rest]
        copy = np.append(copy, np.full(len(order), whole))
        article = np.append(article, order)
        count = np.append(count, np.minimum(held[order], rest - before))
    printed = moved_days(published, article, draws.days[copy], np.ones(len(copy), dtype=bool))
    by_day = np.argsort(pd.factorize(printed, sort=True)[0], kind="stable")
    place = np.full((draws.copies, len(held)), -1, dtype=np.int64)
    place[copy[by_day], article[by_day]] = np.arange(len(by_day))
    return Articles(
        copy[by_day], article[by_day], count[by_day], _text(printed.array.take(by_day)), place
    )


def _held(real: Ledger) -> Ints:
    """Count the mentions of each real article."""
    return np.bincount(_article_of(real, "mentions"), minlength=len(real.documents))


def _article_of(real: Ledger, table: str) -> Ints:
    keys = pd.Index(real.documents["document_id"])
    return keys.get_indexer(real.table(table)["document_id"]).astype(np.int64)


def _rows(real: Ledger, articles: Articles) -> Rows:
    """Choose the mentions: for each article its real ones, in their order, as many as it keeps."""
    of_real = _article_of(real, "mentions")
    by_article = np.argsort(of_real, kind="stable")
    held = _held(real)
    start = held.cumsum() - held
    article = np.repeat(np.arange(len(articles.count)), articles.count)
    nth = np.arange(len(article)) - (articles.count.cumsum() - articles.count)[article]
    row = by_article[start[articles.real[article]] + nth]
    copy = articles.copy[article]
    place = np.full((len(articles.place), len(real.mentions)), -1, dtype=np.int64)
    place[copy, row] = np.arange(len(row))
    return Rows(article, row, copy, place)


def _documents(real: Ledger, articles: Articles, draws: Draws) -> pd.DataFrame:
    documents = _taken(real.documents, articles.real)
    edition = _edition(articles.copy)
    return documents.assign(
        document_id=documents["document_id"] + edition,
        outlet=draws.outlet_names(real, articles.real, articles.copy),
        url=(documents["url"] + edition).where(documents["url"] != "", ""),
        published_on=articles.printed_on,
    )


def _edition(copy: Ints) -> pd.Series:
    """Write what tells the ids of one copy from those of another; nothing for the real ones."""
    endings = ["", *(f"-{number}" for number in range(1, int(copy.max(initial=0)) + 1))]
    return _text(pd.array(endings, dtype=TEXT).take(copy))


def _mentions(real: Ledger, articles: Articles, rows: Rows, draws: Draws) -> pd.DataFrame:
    mentions = _taken(real.mentions, rows.real)
    documents = real.documents["document_id"].array.take(articles.real)
    document_id = _text(documents) + _edition(articles.copy)
    stated = moved_days(real.mentions["stated_on"], rows.real, draws.days[rows.copy])
    event_from, event_to = moved_periods(real.mentions, rows.real, draws.days[rows.copy])
    wording, low, high = renumbered(real, rows.real, rows.copy, draws)
    return mentions.assign(
        mention_id=_ids("m{:04d}", len(rows.real)),
        document_id=_text(document_id.array.take(rows.article)),
        wording=wording,
        claimant=draws.claimant_ids(real.mentions["claimant"], rows.real, rows.copy),
        co_claimants=draws.lists_of_claimants(real.mentions["co_claimants"], rows.real, rows.copy),
        low=low,
        high=high,
        event_from=event_from,
        event_to=event_to,
        stated_on=stated,
    )


# What articles say beside their numbers, by the form of its ids.
BESIDE = {
    "sightings": ("sighting_id", "s{:02d}"),
    "movements": ("movement_id", "v{:02d}"),
    "stances": ("stance_id", "t{:02d}"),
}


def _beside(real: Ledger, name: str, articles: Articles, rows: Rows, draws: Draws) -> pd.DataFrame:
    """Copy a table that hangs on the articles: a row in each copy that has its article."""
    frame = real.table(name)
    copy, row = np.divmod(np.arange(draws.copies * len(frame)), len(frame))
    article = articles.place[copy, _article_of(real, name)[row]]
    mention = np.full(len(row), -1, dtype=np.int64)
    if "mention_id" in frame:
        known = pd.Index(real.mentions["mention_id"]).get_indexer(frame["mention_id"])[row]
        mention = np.where(known < 0, -1, rows.place[copy, known])
        article = np.where((known >= 0) & (mention < 0), -1, article)
    kept = np.flatnonzero(article >= 0)
    copy, row, mention, article = copy[kept], row[kept], mention[kept], article[kept]
    ids = _text(real.documents["document_id"].array.take(articles.real[article]))
    changes = {"document_id": ids + _edition(copy)}
    if "mention_id" in frame:
        changes["mention_id"] = mention_ids(mention)
    if "claimant" in frame:
        changes["claimant"] = draws.claimant_ids(frame["claimant"], row, copy)
    if "stated_on" in frame:
        changes["stated_on"] = moved_days(frame["stated_on"], row, draws.days[copy])
    if "event_from" in frame:
        changes["event_from"], changes["event_to"] = moved_periods(frame, row, draws.days[copy])
    id_column, form = BESIDE[name]
    return _taken(frame, row).assign(**changes, **{id_column: _ids(form, len(row))})


def mention_ids(places: Ints) -> pd.Series:
    """Write the ids of mentions by their places; "" for -1."""
    return _text(pd.array(["" if n < 0 else f"m{n + 1:04d}" for n in places], dtype=TEXT))


def _ids(form: str, count: int) -> pd.Series:
    return _text(pd.array([form.format(number) for number in range(1, count + 1)], dtype=TEXT))


def _taken(frame: pd.DataFrame, rows: Ints) -> pd.DataFrame:
    return pd.DataFrame({name: frame[name].array.take(rows) for name in frame.columns})


def _text(values: pd.api.extensions.ExtensionArray) -> pd.Series:
    return pd.Series(values, dtype=TEXT)
