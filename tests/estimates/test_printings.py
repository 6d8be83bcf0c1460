"""Who prints whom, counted again from the CSV files by pandas alone."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.estimates import Estimates, Selection, select
from analysis.estimates.printings import (
    NOBODY,
    Chains,
    chains,
    copies,
    counted,
    printed_mentions,
    printings,
    relay_names,
    ways,
)
from analysis.ledger import Ledger

LEE = {
    *("Lee", "Mr Lee", "Lee Seong Kweun", "Lee Seong-kweun", "lawmaker Lee Seong-kweun"),
    *("South Korean lawmaker Lee Seong-kweun", "이성권", "이성권 의원"),
}


@pytest.fixture(scope="module")
def names(ledger: Ledger) -> dict[str, str]:
    return relay_names(ledger.relays)


@pytest.fixture(scope="module")
def board_chains(board: Estimates, names: dict[str, str]) -> Chains:
    return chains(board.mentions, names)


@pytest.fixture(scope="module")
def rows(board: Estimates, board_chains: Chains) -> pd.DataFrame:
    return printings(board_chains, board.mentions.index)


@pytest.fixture(scope="module")
def printed(project: Path) -> pd.DataFrame:
    """The mentions with what their article tells, a row for each claimant, straight from the files."""
    files = {
        name: pd.read_csv(project / "data" / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("mentions", "documents", "relays")
    }
    table = files["mentions"].merge(files["documents"], on="document_id")
    everybody = table["claimant"] + ";" + table["co_claimants"]
    table["voice"] = everybody.str.strip(";").str.split(";")
    table = table.explode("voice")
    spelling = files["relays"].set_index("spelling")["relay"]
    between = (table["relay"] + ";" + table["agency"]).str.split(";")
    table["ways"] = [
        {spelling.get(name, name) for name in each if name} - {outlet}
        for each, outlet in zip(between, table["outlet"], strict=True)
    ]
    return table


def test_articles_by_outlet_and_source(rows: pd.DataFrame, printed: pd.DataFrame) -> None:
    expected = printed.groupby(["outlet", "voice"])["document_id"].nunique()
    found = counted(rows, "outlet", "voice").set_index(["outlet", "voice"])
    assert found["articles"].to_dict() == expected.to_dict()
    assert found["articles"][("Kyiv Independent", "unattributed")] == 6


def test_mentions_by_outlet_and_source(rows: pd.DataFrame, printed: pd.DataFrame) -> None:
    expected = printed.groupby(["outlet", "voice"])["mention_id"].nunique()
    found = counted(rows, "outlet", "voice").set_index(["outlet", "voice"])
    assert found["mentions"].to_dict() == expected.to_dict()


@pytest.mark.parametrize("way", ["Yonhap", "Lee Seong-kweun", "BBC", "Reuters", "Associated Press"])
def test_articles_by_relay(rows: pd.DataFrame, printed: pd.DataFrame, way: str) -> None:
    through = printed[[way in each for each in printed["ways"]]]
    found = counted(rows, "way").set_index("way")
    assert found.loc[way, "articles"] == through["document_id"].nunique()
    assert found.loc[way, "mentions"] == through["mention_id"].nunique()


def test_articles_that_name_nobody_between(rows: pd.DataFrame, printed: pd.DataFrame) -> None:
    nobody = printed[[not each for each in printed["ways"]]]
    found = counted(rows, "way").set_index("way")
    assert found.loc[NOBODY, "articles"] == nobody["document_id"].nunique() == 93


def test_eight_spellings_are_one_lawmaker(
    names: dict[str, str], rows: pd.DataFrame, printed: pd.DataFrame
) -> None:
    assert {names[spelling] for spelling in LEE} == {"Lee Seong-kweun"}
    written = printed["relay"].str.split(";").explode()
    articles = printed.loc[written.index[written.isin(LEE)], "document_id"].nunique()
    found = counted(rows, "way").set_index("way")
    assert found.loc["Lee Seong-kweun", "articles"] == articles == 9


def test_every_spelling_in_the_tables_has_a_name(ledger: Ledger, names: dict[str, str]) -> None:
    written = pd.concat(
        [ledger.mentions["relay"], ledger.stances["relay"], ledger.documents["agency"]]
    )
    assert set(written.str.split(";").explode()) - {""} <= set(names)


def test_a_spelling_without_a_name_stands_as_it_is_written() -> None:
    assert ways("Yonhap;Somebody", "", "X", {"Yonhap": "Yonhap"}) == ["Yonhap", "Somebody"]


def test_an_outlet_is_no_relay_of_its_own(rows: pd.DataFrame) -> None:
    """The Kyiv Post names itself as its source."""
    own = rows[rows["outlet"] == "Kyiv Post"]
    assert set(own["way"]) == {NOBODY}


def test_wire_copies_are_counted(
    board: Estimates, board_chains: Chains, printed: pd.DataFrame, names: dict[str, str]
) -> None:
    found = copies(board_chains, board.mentions.index)
    articles = printed.drop_duplicates("document_id")
    agencies = articles.loc[articles["agency"] != "", "agency"]
    assert found.articles == len(articles) == 125
    assert found.wire.to_dict() == agencies.map(names).value_counts().to_dict()
    assert found.wire.sum() == 25
    own_text = printed[printed["agency"] == ""]
    quoting = own_text[[bool(each) for each in own_text["ways"]]]
    assert found.quoting == quoting["document_id"].nunique()


def test_a_selection_counts_only_what_it_shows(board: Estimates, board_chains: Chains) -> None:
    shown = select(board, Selection(sources=("nis",), kinds=("killed",)))
    found = counted(printings(board_chains, shown.mentions.index), "voice").set_index("voice")
    assert set(found.index) == {"nis"}
    assert found.loc["nis", "mentions"] == len(shown.mentions)


def test_the_mentions_behind_a_tile(
    board: Estimates, names: dict[str, str], rows: pd.DataFrame
) -> None:
    behind = printed_mentions(board.mentions, names, voice="nis", way="Lee Seong-kweun")
    tile = counted(rows, "voice", "way").set_index(["voice", "way"]).loc[("nis", "Lee Seong-kweun")]
    assert behind["document_id"].nunique() == tile["articles"]
    assert len(behind) == tile["mentions"]
    one = printed_mentions(board.mentions, names, "nis", "Lee Seong-kweun", "India TV")
    assert set(one["mention_id"]) == {"m0367", "m0368", "m0369"}
