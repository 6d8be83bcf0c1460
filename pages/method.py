"""Method: the rules in plain words, the codebook, what was corrected, and what is missing."""

from pages.parts import method
from pages.parts.frame import open_page

visit = open_page()
ledger, narrow = visit.ledger, visit.look is not None and visit.look.narrow
method.show_rules(narrow)
method.show_vague_words()
method.show_judgements(ledger, narrow)
method.show_codebook(ledger, narrow)
method.show_coverage(ledger)
method.show_citation(ledger)
