"""Claims: the ledger with search, order and counts; one claim with all its mentions."""

from pages.parts import ledger_search, ledger_table
from pages.parts.empty import show_nothing
from pages.parts.frame import open_claims_page
from pages.parts.wording import plain

view, options = open_claims_page()
found = ledger_search.find(view, options.search)
if found.empty:
    show_nothing(
        view,
        f"claim with “{plain(options.search)}”" if options.search else "claim",
        lambda claims: ledger_search.matching(view, claims, options.search),
        "claims",
    )
    ledger_search.offer_to_clear(options.search)
else:
    ledger_table.show(view, found, options)
ledger_table.show_claim_from_link(view, found)
