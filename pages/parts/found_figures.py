"""What the extractor finds in an article's text beyond the ledger: shown apart, counted nowhere."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.codebook import words
from analysis.extraction.limits import DayOutOfReach, unread
from analysis.extraction.proposals import Proposable, Proposals, proposals_of
from analysis.extraction.wordings import Span
from analysis.figures.hover import Claim
from analysis.ledger.store.articles import is_added
from analysis.partial_dates import BadDate, in_words
from pages.parts.tables import KINDS, POPULATIONS, SCOPES, fitted
from pages.parts.view import View
from pages.parts.wording import counted, plain

HEADING = "Found by the extractor, not in the ledger"
# A page waits for what it reads; no article is so long.
MOST_LETTERS = 300_000
MOST = 60


class Further(NamedTuple):
    """The figures of a text beyond the ledger; ``unread_from`` as the extractor gives it.

    ``trouble`` is why they were not looked for.
    """

    figures: tuple["FoundFigure", ...] = ()
    unread_from: int | None = None
    trouble: str = ""


class FoundFigure(NamedTuple):
    """A figure that no row of the ledger stands for: its place in the text and its proposed cells.

    ``found_id`` is for this page alone, and tells it from every mention's id.
    """

    found_id: str
    number: int
    start: int
    end: int
    cells: Mapping[str, str]


def further_figures(
    article: Claim, mentions: pd.DataFrame, text: str, spans: Sequence[Span]
) -> Further:
    """Find what the text of an article holds beyond its mentions, which stand at ``spans``.

    A figure is in the ledger if a mention at the same place shares an end of its number. Articles
    added in the app have their own proposals, which people decide on: none are made here.
    """
    if is_added(article["document_id"]):
        return Further()
    if len(text) > MOST_LETTERS:
        trouble = f"the text is longer than {MOST_LETTERS:,} letters. The command extract reads it"
        return Further(trouble=trouble)
    try:
        found = _proposals(text, article["published_on"], article["outlet"])
    except (BadDate, DayOutOfReach) as error:
        return Further(trouble=str(error))
    ends = mentions.set_index("mention_id")[["low", "high"]]
    coded = [(span, {end for end in ends.loc[span.mention_id] if pd.notna(end)}) for span in spans]
    further = [one for one in found.all if not _is_coded(one, coded)]
    figures = tuple(
        FoundFigure(f"found {number}", number, one.start, one.end, one.fields)
        for number, one in enumerate(further, 1)
    )
    return Further(figures, found.unread_from)


def _is_coded(found: Proposable, coded: Sequence[tuple[Span, set[float]]]) -> bool:
    ends = {float(found.fields[end]) for end in ("low", "high") if found.fields[end]}
    return any(
        span.start < found.end and found.start < span.end and ends & own for span, own in coded
    )


def phrase_of_figure(view: View, figure: FoundFigure) -> str:
    """Say one figure in short, and first that it is not in the ledger."""
    cells = figure.cells
    who = _source(view, cells)
    return f"Not in the ledger, {figure.number}. {who}: {_number(cells)} (“{cells['wording']}”)"


def show_found_figures(view: View, further: Further) -> None:
    """Show the proposed coding of the figures of the text in a table of its own."""
    figures = further.figures
    with st.container(key="found_figures"):
        st.markdown(f"**{HEADING}**")
        if further.trouble:
            st.caption(plain(f"Not looked for: {further.trouble}."))
            return
        if further.unread_from is not None:
            st.caption(unread(further.unread_from))
        if not figures:
            what = "the text" if further.unread_from is None else "what was read"
            st.caption(f"Nothing: by its rules, {what} holds no further figure on the subject.")
            return
        st.caption(
            "Proposals by rules, in the order of the text. Nobody has looked at them; no chart, "
            "claim or count has them."
        )
        st.table(
            fitted(_table(view, figures[:MOST]), view.narrow),
            hide_index=True,
            border="horizontal",
            alt="Figures that the extractor finds in this text and the ledger does not have",
        )
        if len(figures) > MOST:
            st.caption(f"The first {MOST} of {counted(len(figures), 'figure')}.")


def _table(view: View, figures: Sequence[FoundFigure]) -> pd.DataFrame:
    cells = [figure.cells for figure in figures]
    return pd.DataFrame(
        {
            "Words as printed": [
                plain(f"{figure.number}. “{figure.cells['wording']}”") for figure in figures
            ],
            "Proposed source": [plain(_source(view, one)) for one in cells],
            "Figure": [plain(_number(one)) for one in cells],
            "Claim type": [plain(KINDS.get(one["claim_type"], "not told")) for one in cells],
            "Counted": [plain(_counted_thing(one)) for one in cells],
            "Said": [in_words(one["stated_on"]) if one["stated_on"] else "" for one in cells],
            "Place": [plain(view.places.get(one["location"], one["location"])) for one in cells],
        }
    )


def _source(view: View, cells: Mapping[str, str]) -> str:
    names = [cells["claimant"], *filter(None, cells["co_claimants"].split(";"))]
    return " + ".join(view.names.get(name, name) for name in names)


def _number(cells: Mapping[str, str]) -> str:
    low, high = (float(cells[end] or "nan") for end in ("low", "high"))
    return words(cells["bound"], low, high, cells["unit"])


def _counted_thing(cells: Mapping[str, str]) -> str:
    thing = cells["item"] or POPULATIONS.get(cells["population"], cells["population"])
    scope = SCOPES.get(cells["scope"], cells["scope"])
    modality = "" if cells["modality"] in ("actual", cells["scope"]) else cells["modality"]
    share = f"of {cells['share_of']}" if cells["share_of"] else ""
    return ", ".join(filter(None, (thing, scope, share, modality)))


# An article is looked at again and again while one goes through its mentions.
@st.cache_resource(max_entries=100, show_spinner="Looking for figures")
def _proposals(text: str, published_on: str, outlet: str) -> Proposals:
    return proposals_of(text, published_on, outlet)
