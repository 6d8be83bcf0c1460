"""Method: the rules in plain words, the codebook, what was corrected, and what is missing."""

from pages.parts import method
from pages.parts.frame import open_page

ledger = open_page().ledger
method.show_rules()
method.show_vague_words()
method.show_judgements(ledger)
method.show_codebook(ledger)
method.show_coverage(ledger)
method.show_citation(ledger)
