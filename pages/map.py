"""Map: where claims are tied to, who reported which movement, and how that grew day by day."""

from pages.parts.empty import show_nothing
from pages.parts.frame import open_claims_page
from pages.parts.map_chart import show_map
from pages.parts.map_choice import names_on_map
from pages.parts.map_chosen import show_chosen
from pages.parts.map_export import offer_map
from pages.parts.map_lists import show_lists

view, options = open_claims_page()
names = names_on_map(view.ledger)
if (view.shown.mentions["location"] == "").all():
    show_nothing(
        view, "claim tied to a place", lambda claims: claims[claims["location"] != ""], "map"
    )
show_map(view, options)
offer_map(view, options)
show_lists(view, options, names)
show_chosen(view, options.on_map, names)
