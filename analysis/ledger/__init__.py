"""Tables in and out: the only room that reads files or writes them."""

from analysis.ledger.ledger import Ledger, load
from analysis.ledger.problem import BrokenTable, Problem

__all__ = ["BrokenTable", "Ledger", "Problem", "load"]
