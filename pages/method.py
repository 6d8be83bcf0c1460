"""Method: the rules in plain words, the codebook, what was corrected, what is missing, how to cite."""

from pages.parts import (
    error_report,
    method,
    method_citation,
    method_coding,
    method_contents,
    method_coverage,
)
from pages.parts.frame import open_page

visit = open_page()
ledger, view = visit.ledger, visit.view
narrow = visit.look.narrow
reported = visit.options.report if visit.options is not None else ""
method_contents.show_contents()
# Who comes to report an error finds the report first.
if view is not None and reported:
    error_report.show_section(view, reported)
method.show_rules(narrow)
method.show_vague_words()
method.show_codebook(ledger, narrow)
method_coding.show_agreement(narrow)
method_coding.show_judgements(ledger, narrow)
if view is not None:
    method_coding.show_doubts(view)
method_coverage.show_coverage(ledger, view.board if view is not None else None)
if view is None:
    method_contents.say_what_needs_claims()
else:
    method_citation.show_citation(view)
    if not reported:
        error_report.show_section(view, reported)
