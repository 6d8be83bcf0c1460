"""The database: articles that people add, proposals, decisions; what was accepted joins the ledger."""
