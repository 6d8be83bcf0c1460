"""Muster's library: numeric claims about North Korean troops in Russia, from table to chart.

Imports run one way, and a test holds them to it:
``codebook, partial_dates <- ledger <- estimates <- figures <- exports <- pages``.
"""
