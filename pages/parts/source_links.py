"""The three links of the chain from source to outlet: their members, names, and choices."""

import pandas as pd

from analysis.estimates.printings import (
    NOBODY,
    Chains,
    chains,
    counted,
    printings,
    relay_names,
)
from analysis.figures.printing_matrix import Link
from pages.parts.source_choices import NOBODY_NAMED, NOT_KNOWN
from pages.parts.source_kinds import blocs
from pages.parts.view import View

# The columns of ``printings``, how each is headed, and the choice that each fills.
HEADINGS = {"voice": "Source", "way": "By way of", "outlet": "Outlet"}
CHOICES = {"voice": "printed_by", "way": "printed_via", "outlet": "printed_in"}


def names_of_relays(view: View) -> dict[str, str]:
    """Give the one name of each spelling of a relay; none where their table is broken."""
    ledger = view.ledger
    return {} if "relays" in ledger.broken else relay_names(ledger.relays)


def board_chains(view: View) -> Chains:
    """Number the mentions of the board, for everything that counts printings."""
    return view.remember_board("chains", lambda: chains(view.board.mentions, names_of_relays(view)))


def shown_printings(view: View) -> pd.DataFrame:
    """List who printed whom among what is shown; what nobody names gets an id of its own."""
    return view.remember("printings", lambda: _printings(view))


def _printings(view: View) -> pd.DataFrame:
    rows = printings(board_chains(view), view.shown.mention_index)
    return rows.assign(
        way=rows["way"].cat.rename_categories({NOBODY: NOBODY_NAMED}),
        outlet=rows["outlet"].cat.rename_categories({"": NOT_KNOWN}),
    )


def articles_of(view: View, *links: str) -> pd.DataFrame:
    """Count the shown printings by some of the links, most articles first."""
    return view.remember(f"printed {links}", lambda: counted(shown_printings(view), *links))


def link(view: View, which: str) -> Link:
    """Name the members of one link."""
    if which == "voice":
        return Link(view.names, blocs(view), "sources")
    if which == "way":
        return Link({NOBODY_NAMED: "nobody named between"}, {}, "relays")
    return Link({NOT_KNOWN: "outlet not known"}, {}, "outlets")


def labels(view: View, which: str) -> dict[str, str]:
    """Name everybody who is shown in one link by id, most articles first."""
    members = link(view, which)
    return {key: members.names.get(key, key) for key in articles_of(view, which)[which]}


def named(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """Put names in place of ids, and headings in place of the columns' own names."""
    told = table.copy()
    for which in HEADINGS:
        if which in told:
            members = link(view, which)
            told[which] = [members.names.get(key, key) for key in told[which]]
    headings = {**HEADINGS, "articles": "Articles", "mentions": "Mentions"}
    return told.rename(columns=headings)
