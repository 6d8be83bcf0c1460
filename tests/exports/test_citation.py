"""Citations, checked by hand on claims of the shipped ledger."""

import pytest

from analysis.commands.charts import Board, Chart
from analysis.exports.citation import (
    cite_claim,
    cite_data_set,
    cite_view,
    data_set_bibtex,
    version_in,
    view_bibtex,
)
from analysis.exports.notes import Edition, Notes

EDITION = Edition("0.1.0", "2026-02-27")


@pytest.mark.parametrize(
    ("start", "citation"),
    [
        (
            "cwzwtlko3ka",
            (
                "NIS, about 300 reported killed, said 13 Jan 2025; 9 articles, first printed by "
                "KBS News on 14 Jan 2025. Muster, claim cwzwtlko3ka, data to 27 Feb 2026."
            ),
        ),
        # The month alone is known, of the statement and of the article.
        (
            "c4gdzoohmkz",
            (
                "Unattributed, at least 1,000 reported killed, day of the statement not given; "
                "1 article, first printed by Euromaidan Press about Jan 2025. Muster, claim c4gdzoohmkz, "
                "data to 27 Feb 2026."
            ),
        ),
        # An article whose outlet the collection does not name.
        (
            "chk62lnef6h",
            (
                "Zelenskyy, 4,000 reported killed, day of the statement not given; 1 article, first "
                "printed by an outlet that is not named about 27 Feb 2025. Muster, claim chk62lnef6h, "
                "data to 27 Feb 2026."
            ),
        ),
        (
            "ceaoyhj",
            (
                "HUR, 20 × 240 mm rocket launchers reported supplied, said 16 Nov 2024; 1 article, first "
                "printed by The Independent on 20 Nov 2024. Muster, claim {claim}, data to 27 Feb 2026."
            ),
        ),
        (
            "cvx4skcw",
            (
                "Zelenskyy, 66.7 % of casualties, reported killed, said 14 Feb 2025; 1 article, first "
                "printed by Kyiv Independent on 14 Feb 2025. Muster, claim {claim}, data to 27 Feb 2026."
            ),
        ),
    ],
)
def test_a_claim_is_cited_in_a_line(board: Board, start: str, citation: str) -> None:
    claims, mentions = board.estimates.claims, board.estimates.mentions
    (claim,) = claims[claims["claim_id"].str.startswith(start)].to_dict("records")
    cited = cite_claim(claim, mentions, "2026-02-27", board.places)
    assert cited == citation.format(claim=claim["claim_id"])


def test_every_claim_can_be_cited(board: Board) -> None:
    mentions = dict(iter(board.estimates.mentions.groupby("claim_id")))
    for claim in board.estimates.claims.to_dict("records"):
        cited = cite_claim(claim, mentions[claim["claim_id"]], "2026-02-27", board.places)
        assert cited.startswith(f"{claim['source']}, ")
        assert f"claim {claim['claim_id']}, data to 27 Feb 2026." in cited
        assert " nan" not in cited
        assert "  " not in cited


def test_the_version_is_that_of_the_citation_file() -> None:
    assert version_in("cff-version: 1.2.0\ntitle: x\nversion: 0.1.0\n") == "0.1.0"
    assert version_in('version: "2.0"\n') == "2.0"
    assert version_in("cff-version: 1.2.0\n") == ""


def test_the_data_set_is_cited_with_its_day() -> None:
    assert cite_data_set(EDITION) == (
        "The Muster contributors. Muster ledger: numeric claims about North Korean troops in "
        "Russia. Version 0.1.0, data to 27 Feb 2026. CC BY 4.0."
    )
    assert data_set_bibtex(EDITION) == (
        "@misc{muster_2026-02-27,\n"
        "  author = {{The Muster contributors}},\n"
        "  title = {{Muster ledger: numeric claims about North Korean troops in Russia}},\n"
        "  year = {2026},\n"
        "  version = {0.1.0},\n"
        "  note = {Data to 27 Feb 2026. CC BY 4.0}\n"
        "}\n"
    )


def test_a_view_is_cited_with_its_filters_and_how_to_come_back(killed: Chart) -> None:
    assert cite_view(killed.notes) == (
        "The Muster contributors. Reported killed: latest claim by each source (all sources · "
        "killed · without incidents and increments). Muster 0.1.0, articles to 27 Feb 2026. "
        "CC BY 4.0. python -m analysis chart killed"
    )


def test_bibtex_escapes_what_tex_would_run() -> None:
    notes = Notes(
        "50 % & more_", "a {b} \\c #1", (), "", EDITION, address="https://example.org/?a=1&b={2}"
    )
    entry = view_bibtex(notes)
    assert "title = {{50 \\% \\& more\\_}}" in entry
    assert "a \\{b\\} \\textbackslash{}c \\#1" in entry
    assert "url = {https://example.org/?a=1&b=%7B2%7D}" in entry
    unescaped = entry.replace("\\{", "").replace("\\}", "")
    assert unescaped.count("{") == unescaped.count("}")
