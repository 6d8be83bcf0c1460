"""The articles made for testing: their coding stands in their texts and obeys the ledger's rules."""

import csv
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.ledger import load
from analysis.ledger.sanity import findings

HERE = Path(__file__).resolve().parent

# The folder of each half: rules are written while looking at the first, never at the second.
HALVES = {"tune": HERE / "articles", "held": HERE / "held"}
# Written later, in the manner of agencies and papers, and parted in the same way.
LATER = {"later": HERE / "second", "later held": HERE / "second_held"}
FOLDERS = HALVES | LATER
HALF_OF = {"later": "tune", "later held": "held"}

# Tables of the shipped package that speak of articles and mentions other than these.
SPEAK_OF_OTHERS = ("judgements", "sightings", "movements", "stances")

LONGEST_WORDING = 10

# An article and its twin in the other half are of one style.
STYLES = {
    "fact-check": 1,
    "korean": 2,
    "listicle": 1,
    "live-blog": 1,
    "local": 1,
    "materiel": 1,
    "mod-update": 1,
    "negative": 2,
    "opinion": 1,
    "parliamentary": 1,
    "press-review": 1,
    "q-and-a": 1,
    "regional": 1,
    "russian": 1,
    "tabloid": 1,
    "telegram": 1,
    "think-tank": 1,
    "timeline": 1,
    "transcript": 1,
    "translated-ko": 1,
    "translated-uk": 1,
    "ukrainian": 1,
    "wire": 2,
}

# What an article of a package has beside what these have.
PACKAGE_COLUMNS = [
    "document_id",
    "outlet",
    "agency",
    "url",
    "copy_url",
    "title",
    "published_on",
    "published_basis",
    "language",
    "file",
]


@dataclass(frozen=True)
class Coded:
    """One half: its rows, and the texts by the article's id."""

    half: str
    documents: list[dict[str, str]]
    mentions: list[dict[str, str]]
    texts: dict[str, str]


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as rows of text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(params=FOLDERS)
def coded(request: pytest.FixtureRequest) -> Coded:
    folder = FOLDERS[request.param]
    documents = rows(folder / "documents.csv")
    texts = {}
    for document in documents:
        with (folder / document["file"]).open(encoding="utf-8", newline="") as file:
            texts[document["document_id"]] = file.read()
    return Coded(request.param, documents, rows(folder / "mentions.csv"), texts)


def place(mention: dict[str, str], text: str) -> tuple[int, int]:
    """Find the span that the wording and its occurrence name."""
    start = -1
    for _ in range(int(mention["occurrence"])):
        start = text.index(mention["wording"], start + 1)
    return start, start + len(mention["wording"])


def test_every_wording_stands_in_its_text_and_is_short(coded: Coded) -> None:
    for mention in coded.mentions:
        place(mention, coded.texts[mention["document_id"]])
        assert len(mention["wording"].split()) <= LONGEST_WORDING, mention["mention_id"]


def test_no_wording_cuts_a_number(coded: Coded) -> None:
    cut = []
    for mention in coded.mentions:
        text = coded.texts[mention["document_id"]]
        start, end = place(mention, text)
        around = (text[start - 1 : start + 1], text[end - 1 : end + 1])
        cut += [mention["mention_id"] for pair in around if len(pair) == 2 and pair.isdigit()]
    assert cut == []


def test_mentions_stand_in_the_order_of_the_text(coded: Coded) -> None:
    order = [document["document_id"] for document in coded.documents]
    places = [
        (order.index(m["document_id"]), *place(m, coded.texts[m["document_id"]]))
        for m in coded.mentions
    ]
    assert all(before < after for before, after in pairwise(places))


def test_first_line_is_the_title_and_what_stands_in_it_is_headline(coded: Coded) -> None:
    for document in coded.documents:
        title = coded.texts[document["document_id"]].split("\n", 1)[0]
        assert document["title"] == title
        for mention in coded.mentions:
            if mention["document_id"] == document["document_id"]:
                _, end = place(mention, coded.texts[mention["document_id"]])
                assert end > len(title) or mention["part"] == "headline", mention["mention_id"]


def test_claimants_are_written_as_the_article_writes_them(coded: Coded) -> None:
    for mention in coded.mentions:
        named = mention["claimant"] != "unattributed"
        assert bool(mention["claimant_text"]) is named, mention["mention_id"]
        text = coded.texts[mention["document_id"]].casefold()
        for name in (mention["claimant_text"], *mention["relay"].split(";")):
            assert name.casefold() in text, (mention["mention_id"], name)


def test_tables_obey_the_rules_of_the_ledger(coded: Coded, project: Path, tmp_path: Path) -> None:
    for path in (project / "data").iterdir():
        if path.stem in SPEAK_OF_OTHERS:
            header = path.read_text(encoding="utf-8").split("\n", 1)[0]
            (tmp_path / path.name).write_text(header + "\n", encoding="utf-8")
        elif path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "mentions.csv").write_bytes((FOLDERS[coded.half] / "mentions.csv").read_bytes())
    with (tmp_path / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, PACKAGE_COLUMNS, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows({**document, "published_basis": "stated"} for document in coded.documents)
    ledger = load(tmp_path)
    assert [str(problem) for problem in ledger.problems] == []
    looked_at = ("scope_against_kind", "event_after_said", "period_before_first_troops")
    assert [str(finding) for finding in findings(ledger, looked_at)] == []


def test_each_half_has_the_same_styles(coded: Coded) -> None:
    if coded.half in LATER:
        assert {document["half"] for document in coded.documents} == {HALF_OF[coded.half]}
        return
    assert Counter(document["style"] for document in coded.documents) == STYLES
    assert {document["half"] for document in coded.documents} == {coded.half}


def test_articles_are_of_the_length_that_the_field_has(coded: Coded) -> None:
    per_article = Counter(mention["document_id"] for mention in coded.mentions)
    for document in coded.documents:
        name = document["document_id"]
        assert 80 <= len(coded.texts[name].split()) <= 600, name
        assert per_article[name] <= 15, name
        assert (per_article[name] == 0) is (document["style"] == "negative"), name


def test_no_mention_has_an_id_of_the_ledger(coded: Coded, project: Path) -> None:
    shipped = {mention["mention_id"] for mention in rows(project / "data" / "mentions.csv")}
    assert shipped.isdisjoint(mention["mention_id"] for mention in coded.mentions)


def test_outlets_are_marked_as_invented(coded: Coded) -> None:
    assert all(document["outlet"].endswith(" (invented)") for document in coded.documents)
