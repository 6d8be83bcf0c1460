"""One source: who it is, its statements by kind with what replaced what, its stances, who prints it."""

import pandas as pd
import streamlit as st

from analysis.codebook import (
    COLLECTIVE_CLAIMANT_KINDS,
    KIND_TERMS,
    LANGUAGE_LABELS,
    Bloc,
    Kind,
    Scope,
    Unit,
    words,
)
from analysis.estimates.comparisons import revisions
from analysis.estimates.printings import printed_mentions
from analysis.figures.hover import count_text, said, subject
from analysis.figures.statements import statements_figure
from pages.parts.chart import show_chart
from pages.parts.source_choices import SourceChoices, choose_one
from pages.parts.source_kinds import blocs
from pages.parts.source_links import articles_of, labels, names_of_relays
from pages.parts.source_months import show_stances, shown_stances
from pages.parts.tables import fitted
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
    own = claims[claims["claimants"].str.split(";").map(lambda who: source in who)]
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
    """Draw a small panel for each kind, each revised figure tied to what replaced it."""
    drawn = own[(own["unit"] != Unit.PERCENT) & (own["scope"] != Scope.SHARE)]
    if drawn.empty:
        return
    kinds = [kind for kind in Kind if kind in set(drawn["kind"])]
    name = view.names[source]
    # One panel a kind: under its own name a joint statement would have another panel.
    as_one = drawn.assign(source=name)
    months = view.articles_per_month()
    show_chart(
        view,
        PLACE,
        f"{name}: statements by claim type",
        lambda look, chosen: statements_figure(
            as_one,
            view.shown.mentions,
            months,
            look,
            kinds,
            by_source=True,
            as_of=view.board.as_of,
            chosen=chosen,
            places=view.places,
        ),
        drawn,
        f"{count_text(len(drawn), 'claim')} of {count_text(len(kinds), 'claim type')}, each type on "
        "a scale of its own; a thin line leads from a figure to the one that replaced it. "
        "As claimed, not verified.",
        variant=source,
        upright=True,
        name=f"statements of {name}",
    )


def _show_revisions(view: View, own: pd.DataFrame) -> None:
    """List what replaced what: both figures as they were said, and no difference between them."""
    st.subheader("What replaced what", anchor=False)
    pairs = revisions(own).head(MOST_REVISIONS)
    if pairs.empty:
        st.markdown("No figure of this source replaced another one here.")
        return
    by_id = own.set_index("claim_id").to_dict("index")
    before = [by_id[claim] for claim in pairs["before"]]
    after = [by_id[claim] for claim in pairs["after"]]
    table = pd.DataFrame(
        {
            "Claim type": [_subject(claim) for claim in after],
            "Before": [_figure(claim) for claim in before],
            "Said": [plain(said(claim, short=True)) for claim in before],
            "After": [_figure(claim) for claim in after],
            "Said then": [plain(said(claim, short=True)) for claim in after],
            "Articles, before and after": [
                f"{one['articles']:,} and {other['articles']:,}"
                for one, other in zip(before, after, strict=True)
            ],
        }
    )
    st.table(
        fitted(table, view.narrow),
        hide_index=True,
        border="horizontal",
        alt="Revised figures of this source, the latest first",
    )


def _subject(claim: dict[str, object]) -> str:
    label = KIND_TERMS[Kind(str(claim["kind"]))].label
    told = subject(claim)
    return plain(told if label in told else f"{label}: {told}")


def _figure(claim: dict[str, object]) -> str:
    return plain(words(claim["bound"], claim["low"], claim["high"], claim["unit"]))


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
