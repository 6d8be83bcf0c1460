"""Sources: who says what since when, in which month, who prints whom, and of how many origins."""

from pages.parts import source_kinds, source_months, source_one, source_origins, source_printing
from pages.parts.frame import open_claims_page

view, options = open_claims_page()
choices = options.sources
source_kinds.show(view, choices)
source_months.show(view, choices)
source_printing.show(view, choices)
source_one.show(view, choices)
source_origins.show(view)
