"""The filters: one set for all pages, each choice in the address, so that a link restores the view.

Streamlit writes a bound control's value into the address by the option's label. So labels are short,
fixed names, options never depend on another filter, and counts stand beside the controls.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analysis.codebook import (
    KIND_TERMS,
    LANGUAGE_LABELS,
    MODALITY_LABELS,
    POPULATION_LABELS,
    SCOPE_LABELS,
    Bloc,
    Page,
    Population,
)
from analysis.estimates import Estimates, Selection
from analysis.ledger import Ledger
from analysis.partial_dates import spans
from pages.parts.wording import counted, distinct, plain

# A whole bloc by one click.
ALL = "All"

KIND_GROUPS = {Page.TROOPS: "Troops", Page.CASUALTIES: "Casualties", Page.MATERIEL: "Materiel"}
# Blocs of one colour stand together; a group of one bloc can be chosen as a whole.
SOURCE_GROUPS: dict[str, tuple[str, tuple[Bloc, ...]]] = {
    "seoul": ("Seoul", (Bloc.SEOUL,)),
    "kyiv": ("Kyiv", (Bloc.KYIV,)),
    "washington": ("Washington", (Bloc.WASHINGTON,)),
    "western": ("Other Western", (Bloc.WESTERN,)),
    "moscow_pyongyang": ("Moscow and Pyongyang", (Bloc.MOSCOW_PYONGYANG,)),
    "others": ("Media, experts, unnamed", (Bloc.MEDIA, Bloc.EXPERTS, Bloc.UNATTRIBUTED)),
}
CLOCKS = {"said": "said", "about": "it is about", "printed": "printed"}

# The war that the claims are about; no day before it is of use to a filter.
EARLIEST = date(2022, 2, 24)

KNOWN_ON = "known_on"
CLAIM = "claim"

# Beyond this, buttons fill the side bar and a box in which one can search is quicker.
MOST_PILLS = 12
# Beyond this, a list is no way to find anything, and every page would send it; others are typed.
MOST_LISTED = 500


@dataclass(frozen=True)
class Choices:
    """A control with several options: its key in the address, its title, and its labels by id.

    ``listed``: the ids that are offered where not all of them are, in the order of the list.
    """

    key: str
    title: str
    labels: Mapping[str, str]
    whole: bool = False
    listed: tuple[str, ...] | None = None

    @property
    def options(self) -> list[str]:
        """The labels to choose from."""
        if self.listed is not None:
            return [self.labels[key] for key in self.listed]
        return [ALL, *self.labels.values()] if self.whole else list(self.labels.values())

    def chosen(self) -> tuple[str, ...]:
        """Give the ids of what is chosen now."""
        labels = set(st.session_state.get(self.key) or [])
        if self.whole and ALL in labels:
            return tuple(self.labels)
        return tuple(key for key, label in self.labels.items() if label in labels)

    def unknown(self) -> list[str]:
        """Give what was typed, or stands in the address, and is no label."""
        labels = set(self.labels.values())
        chosen = st.session_state.get(self.key) or []
        return [label for label in chosen if label != ALL and label not in labels]


@dataclass(frozen=True)
class Filters:
    """Every control that has several options, by the field of Selection that it fills.

    ``first`` and ``last``: the days between which the articles were printed.
    """

    kinds: tuple[Choices, ...]
    sources: tuple[Choices, ...]
    populations: Choices
    scopes: Choices
    modalities: Choices
    places: Choices
    outlets: Choices
    languages: Choices
    first: date
    last: date

    def of(self, field: str) -> tuple[Choices, ...]:
        """List the controls that fill one field of Selection."""
        controls = getattr(self, field)
        return controls if isinstance(controls, tuple) else (controls,)


MANY = (
    "kinds",
    "sources",
    "populations",
    "scopes",
    "modalities",
    "places",
    "outlets",
    "languages",
)
DATES = {"date_from": "from", "date_to": "to"}
SWITCHES = {"unattributed": True, "incidents": False}

# How a filter is called where a reader is told which one leaves nothing.
TITLES = {
    "kinds": "claim type",
    "sources": "source",
    "populations": "who is counted",
    "scopes": "scope",
    "modalities": "done, planned or denied",
    "places": "place",
    "outlets": "outlet",
    "languages": "language",
    "date_from": "dates from",
    "date_to": "dates to",
    "clock": "which day the dates mean",
    "unattributed": "figures that nobody is named for",
    "incidents": "incidents and increments",
    KNOWN_ON: "as known on",
}


def filters_of(ledger: Ledger) -> Filters:
    """Make the controls from the codebook and the tables, whatever is chosen."""
    claimants, documents = ledger.claimants, ledger.documents
    names = distinct(claimants["claimant"], claimants["short_name"])
    outlets = sorted(set(documents["outlet"]) - {""}, key=str.casefold)
    languages = sorted(set(documents["language"]))
    printed = spans(documents["published_on"]).dropna()
    return Filters(
        kinds=tuple(
            Choices(
                page.value,
                title,
                {kind.value: t.label for kind, t in KIND_TERMS.items() if t.page is page},
            )
            for page, title in KIND_GROUPS.items()
        ),
        sources=tuple(
            Choices(
                key, title, {c: names[c] for c in members}, whole=len(blocs) == 1 < len(members)
            )
            for key, (title, blocs) in SOURCE_GROUPS.items()
            if (members := list(claimants.loc[claimants["bloc"].isin(blocs), "claimant"]))
        ),
        populations=Choices(
            "population",
            "Who or what is counted",
            {**_values(POPULATION_LABELS), Population.MIXED: "mixed with Russians"},
        ),
        scopes=Choices("scope", "Scope", _values(SCOPE_LABELS)),
        modalities=Choices("modality", "Done, planned or denied", _values(MODALITY_LABELS)),
        places=Choices(
            "place", "Place", distinct(ledger.locations["location"], ledger.locations["name"])
        ),
        outlets=Choices(
            "outlet",
            "Outlet",
            {outlet: outlet for outlet in outlets},
            listed=_most_printing(documents, outlets) if len(outlets) > MOST_LISTED else None,
        ),
        languages=Choices(
            "language", "Language", {code: LANGUAGE_LABELS.get(code, code) for code in languages}
        ),
        first=printed["first"].min().date() if len(printed) else EARLIEST,
        last=printed["last"].max().date() if len(printed) else EARLIEST,
    )


def _most_printing(documents: pd.DataFrame, outlets: list[str]) -> tuple[str, ...]:
    """Choose the outlets of most articles, in the order of their names."""
    articles = documents.loc[documents["outlet"] != "", "outlet"].value_counts()
    most = set(articles.index[:MOST_LISTED])
    return tuple(outlet for outlet in outlets if outlet in most)


def _values(labels: Mapping[Any, str]) -> dict[str, str]:
    return {member.value: label for member, label in labels.items()}


def chosen_selection(filters: Filters) -> Selection:
    """Read the controls as one selection."""
    many: dict[str, Any] = {
        field: tuple(key for control in filters.of(field) for key in control.chosen())
        for field in MANY
    }
    dates: dict[str, Any] = {field: chosen_day(key) for field, key in DATES.items()}
    switches: dict[str, Any] = {
        key: bool(st.session_state.get(key, default)) for key, default in SWITCHES.items()
    }
    clock = {label: key for key, label in CLOCKS.items()}[st.session_state.get("clock") or "said"]
    return Selection(
        **many,
        **dates,
        **switches,
        clock=clock,
    )


def chosen_day(key: str) -> str:
    """Read a date control; "" where no day is chosen."""
    day = st.session_state.get(key)
    return day.isoformat() if day else ""


def known_on() -> str:
    """Read the day as known on which everything is shown; "" for all that is in the tables."""
    return chosen_day(KNOWN_ON)


def drop(filters: Filters, *fields: str) -> None:
    """Put filters back to what they are at first; for callbacks."""
    for field in fields:
        if field in MANY:
            for control in filters.of(field):
                st.session_state[control.key] = []
        elif field in SWITCHES:
            st.session_state[field] = SWITCHES[field]
        elif field == "clock":
            st.session_state["clock"] = CLOCKS["said"]
        else:
            st.session_state[DATES.get(field, field)] = None


def reset(filters: Filters) -> None:
    """Put every filter back to what it is at first; for callbacks."""
    drop(filters, *MANY, *DATES, *SWITCHES, "clock", KNOWN_ON)


def claim_counts(board: Estimates) -> dict[str, pd.Series]:
    """Count the claims of a board by whatever the controls choose from, indexed by id."""
    claims, mentions = board.claims, board.mentions
    return {
        "sources": claims["claimants"].str.split(";").explode().value_counts(),
        "kinds": claims["kind"].value_counts(),
        "populations": claims["population"].value_counts(),
        "scopes": claims["scope"].value_counts(),
        "modalities": claims["modality"].value_counts(),
        "languages": mentions.groupby("language")["claim_id"].nunique(),
    }


def draw(filters: Filters, counts: Mapping[str, pd.Series]) -> None:
    """Draw all controls, with the counts that ``claim_counts`` made."""
    st.subheader("Claim type")
    for control in filters.kinds:
        _pills(control, counts["kinds"])
    _switch("incidents", "Include incidents and increments")
    st.subheader("Source")
    for control in filters.sources:
        if len(control.labels) > MOST_PILLS:
            _box(control, counts["sources"])
        else:
            _pills(control, counts["sources"])
    _switch("unattributed", "Include figures that nobody is named for")
    with st.expander("Who is counted, how, where"):
        _pills(filters.populations, counts["populations"])
        st.caption("Charts show soldiers and special forces until you choose here.")
        _pills(filters.scopes, counts["scopes"])
        _pills(filters.modalities, counts["modalities"])
        _list(filters.places)
    with st.expander("Dates"):
        _dates(filters.first, filters.last)
    with st.expander("Where it was printed"):
        _list(filters.outlets)
        _pills(filters.languages, counts["languages"])
    st.text_input(
        "Open a claim by its id",
        key=CLAIM,
        bind="query-params",
        placeholder="for example cvykwtley2h",
        max_chars=40,
    )


def _pills(control: Choices, counts: pd.Series) -> None:
    in_words = " · ".join(
        f"{label} {counts.get(key, 0):,}" for key, label in control.labels.items()
    )
    total = sum(int(counts.get(key, 0)) for key in control.labels)
    st.pills(
        f"{control.title} · {counted(total, 'claim')}",
        control.options,
        selection_mode="multi",
        key=control.key,
        bind="query-params",
        help=f"Claims: {in_words}",
    )


def _box(control: Choices, counts: pd.Series) -> None:
    """Draw what would be too many buttons as a box to search in, the most counted in its help."""
    of_group = counts[counts.index.isin(list(control.labels))]
    most = of_group.sort_values(ascending=False, kind="stable").head(MOST_PILLS)
    in_words = " · ".join(f"{control.labels[str(key)]} {n:,}" for key, n in most.items())
    more = len(control.labels) - len(most)
    st.multiselect(
        f"{control.title} · {counted(int(of_group.sum()), 'claim')}",
        control.options,
        key=control.key,
        bind="query-params",
        placeholder=f"any of {len(control.labels):,} sources",
        help=f"Claims: {in_words}, and those of {more:,} more" if more else f"Claims: {in_words}",
    )


def _list(control: Choices) -> None:
    """Draw a box to search in; where it does not list all that there is, others can be typed."""
    name = control.title.casefold()
    cut = control.listed is not None
    st.multiselect(
        control.title,
        control.options,
        key=control.key,
        bind="query-params",
        placeholder=f"any {name}",
        accept_new_options=cut,
    )
    if control.listed is not None:
        st.caption(
            f"Listed are the {len(control.listed):,} with most articles of "
            f"{len(control.labels):,}. Type the full name of any other."
        )
        for typed in control.unknown():
            st.caption(f"No {name} is called “{plain(typed)}”.")


def _switch(key: str, label: str) -> None:
    st.toggle(label, value=SWITCHES[key], key=key, bind="query-params")


def _dates(first: date, last: date) -> None:
    st.date_input(
        "As known on",
        value=None,
        min_value=first,
        max_value=last,
        key=KNOWN_ON,
        bind="query-params",
        format="YYYY-MM-DD",
        help="The whole board as the collected articles had it on the evening of that day.",
    )
    st.segmented_control(
        "From and to mean the day",
        list(CLOCKS.values()),
        default=CLOCKS["said"],
        required=True,
        key="clock",
        bind="query-params",
    )
    for key, column in zip(DATES.values(), st.columns(2, gap="small"), strict=True):
        column.date_input(
            key,
            value=None,
            min_value=EARLIEST,
            max_value=date(last.year + 2, 12, 31),
            key=key,
            bind="query-params",
            format="YYYY-MM-DD",
        )


def chosen_claim() -> str:
    """Read the id of the claim whose evidence is open; "" if none is."""
    return (st.session_state.get(CLAIM) or "").strip()
