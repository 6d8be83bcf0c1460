"""One source: who it is, its statements by kind with what replaced what, its stances, who prints it."""

import pandas as pd
import streamlit as st

from analysis.codebook import (
    COLLECTIVE_CLAIMANT_KINDS,
    LANGUAGE_LABELS,
    Bloc,
    Kind,
    Scope,
    Unit,
    words,
)
from analysis.estimates.comparisons import revisions
from analysis.estimates.coverage import articles_per_month
from analysis.estimates.panels import DRAWN, SCOPE_TITLES
from analysis.estimates.printings import printed_mentions
from analysis.estimates.voices import has_voice
from analysis.figures.hover import Claim, count_text, said
from analysis.figures.statements import statements_figure
from analysis.figures.strip import MENTION_COLUMNS
from analysis.partial_dates import in_words
from pages.parts.chart import show_chart
from pages.parts.source_choices import SourceChoices, choose_one
from pages.parts.source_kinds import blocs, returns
from pages.parts.source_links import articles_of, labels, names_of_relays
from pages.parts.source_months import show_stances, shown_stances
from pages.parts.tables import KINDS, POPULATIONS, fitted
from pages.parts.view import View
from pages.parts.wording import counted, plain

PLACE = "sources one"
# Outlets, relays and languages that are listed by name.
MOST_LISTED = 12
MOST_REVISIONS = 100


def show(view: View, choices: SourceChoices) -> None:
    """Show the chosen source, or the one that most of the shown articles print."""
    st.header("One source", anchor=False)
    printed = labels(view, "voice")
    taken = shown_stances(view)
    offered = {**printed, **{key: view.names[key] for key in taken["claimant"].unique()}}
    if not offered:
        st.markdown("No source is left in this selection.")
        return
    of_bloc = blocs(view)
    # Figures that nobody is named for are many voices' at best: no source to begin with.
    first = min(offered, key=lambda key: of_bloc[key] == Bloc.UNATTRIBUTED)
    chosen = choose_one(
        "one_source", choices.one_source, "Source", offered, f"{offered[first]} (most articles)"
    )
    source = chosen or first
    claims = view.shown.claims
    own = claims[has_voice(claims["claimants"], source)]
    _say_who(view, source, own)
    if len(own):
        _show_statements(view, source, own)
        _show_revisions(view, own)
        _show_printed_by(view, source)
    stances = taken[taken["claimant"] == source]
    if len(stances):
        st.subheader("Denials, silences, confirmations without a number", anchor=False)
        show_stances(view, stances)


def _say_who(view: View, source: str, own: pd.DataFrame) -> None:
    """Describe the source, and count what it said."""
    claimants = view.ledger.claimants
    row = claimants[claimants["claimant"] == source].iloc[0]
    text = f"**{plain(row['name'])}**, {plain(row['kind'])}."
    if row["kind"] in COLLECTIVE_CLAIMANT_KINDS:
        text += " Several voices under one name: none of their figures revises another."
    joint = int((own["co_claimants"] != "").sum())
    revised = int((own["superseded_by"] != "").sum())
    text += f" {counted(len(own), 'claim')} here"
    if revised:
        text += f", {revised:,} of them revised since"
    if joint:
        text += f", {joint:,} stated jointly with others"
    with st.container(key="prose_sources_who"):
        st.markdown(f"{text}.")


def _show_statements(view: View, source: str, own: pd.DataFrame) -> None:
    """Draw a small panel for whatever the source gave several figures of, each on its own scale."""
    counted_things = own[(own["unit"] != Unit.PERCENT) & (own["scope"] != Scope.SHARE)]
    name = view.names[source]
    base = pd.Series(name, index=counted_things.index, dtype="str")
    series = _qualified(base, counted_things)
    told = counted_things.assign(source=series)
    several = told.groupby(["kind", "source"])["claim_id"].transform("size") > 1
    drawn = told[several]
    if drawn.empty:
        return
    kinds = [kind for kind in Kind if kind in set(drawn["kind"])]
    months = articles_per_month(view.ledger.documents, view.board.known_on)
    alone = int((~several).sum())
    sentence = (
        f"{count_text(len(drawn), 'claim')}, each type on a scale of its own; a thin line leads from "
        "a figure to the one that replaced it"
    )
    if alone:
        sentence += f". Of {count_text(alone, 'more thing')} there is one figure each"
    show_chart(
        view,
        PLACE,
        f"{name}: statements by claim type",
        lambda look, chosen: statements_figure(
            drawn,
            view.shown.mentions_of(drawn, *MENTION_COLUMNS),
            months,
            look,
            kinds,
            by_source=True,
            as_of=view.board.as_of,
            chosen=chosen,
            places=view.places,
        ),
        counted_things,
        f"{sentence}. As claimed, not verified.",
        variant=source,
        marked=drawn,
        upright=True,
        name=f"statements of {name}",
    )


def _qualified(base: pd.Series, claims: pd.DataFrame) -> pd.Series:
    """Add to a name what must not stand on one scale with others, or be read as the same thing.

    Brigades and people, soldiers and workers, totals and single events are never one series;
    special forces stand with soldiers, as in all charts.
    """
    names = base.copy()
    special = ~claims["population"].isin(DRAWN)
    names[special] += ", " + claims.loc[special, "population"].map(POPULATIONS)
    itemised = claims["item"] != ""
    names[itemised] += ", " + claims.loc[itemised, "item"]
    units = claims.groupby("kind")["unit"].transform("nunique") > 1
    names[units] += ", in " + claims.loc[units, "unit"]
    apart = claims["scope"].isin(SCOPE_TITLES)
    names[apart] += ", " + claims.loc[apart, "scope"].map(SCOPE_TITLES)
    return names


def _show_revisions(view: View, own: pd.DataFrame) -> None:
    """List what replaced what: both figures as they were said, and no difference between them."""
    st.subheader("What replaced what", anchor=False)
    pairs = revisions(own)
    if pairs.empty:
        st.markdown("No figure of this source replaced another one here.")
        return
    shown = pairs.head(MOST_REVISIONS)
    things = _qualified(own["kind"].map(KINDS), own).set_axis(own["claim_id"])
    by_id = own.set_index("claim_id").to_dict("index")
    back = returns(view)
    before = [by_id[claim] for claim in shown["before"]]
    table = pd.DataFrame(
        {
            "Claim type": [plain(things[claim]) for claim in shown["after"]],
            "Before": [_told(claim) for claim in before],
            "After": [
                _told(by_id[after], _came_back(back, after, earlier))
                for after, earlier in zip(shown["after"], before, strict=True)
            ],
            "Articles": [
                f"{earlier['articles']:,}, then {by_id[after]['articles']:,}"
                for after, earlier in zip(shown["after"], before, strict=True)
            ],
        }
    )
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        alt="Revised figures of this source, the latest first",
    )
    if len(pairs) > MOST_REVISIONS:
        st.caption(f"The last {MOST_REVISIONS}. Filter to see others.")


def _came_back(back: pd.DataFrame, after: str, earlier: Claim) -> str:
    """Give the day on which a source came back to a figure that it had left; "" where it did not."""
    if after not in back.index or back.loc[after, "said_last"] < earlier["said_last"]:
        return ""
    return str(back.loc[after, "stated_on"])


def _told(claim: Claim, again: str = "") -> str:
    figure = words(claim["bound"], claim["low"], claim["high"], claim["unit"])
    day = f"again {in_words(again)}" if again else said(claim, short=True)
    return plain(f"{figure} ({day})")


def _show_printed_by(view: View, source: str) -> None:
    """Count by whom, by way of whom and in which languages the source is printed."""
    st.subheader("Who carries it", anchor=False)
    mentions = printed_mentions(view.shown.mentions, names_of_relays(view), voice=source)
    languages = (
        mentions.drop_duplicates("document_id")["language"]
        .map(lambda code: LANGUAGE_LABELS.get(code, code))
        .value_counts()
    )
    tables = {
        "Outlet": _articles(view, source, "outlet"),
        "By way of": _articles(view, source, "way"),
        "Language": languages,
    }
    for column, (name, counts) in zip(st.columns(3, gap="medium"), tables.items(), strict=True):
        with column:
            _show_counts(name, counts)


def _articles(view: View, source: str, which: str) -> pd.Series:
    pairs = articles_of(view, "voice", which)
    own = pairs[pairs["voice"] == source].set_index(which)["articles"]
    return own.rename(index=labels(view, which))


def _show_counts(name: str, counts: pd.Series) -> None:
    table = counts.head(MOST_LISTED).rename_axis(name).reset_index(name="Articles")
    table[name] = table[name].map(plain)
    st.table(table, hide_index=True, border="horizontal", alt=f"Articles, by {name.lower()}")
    if len(counts) > MOST_LISTED:
        st.caption(f"and {len(counts) - MOST_LISTED:,} more")
