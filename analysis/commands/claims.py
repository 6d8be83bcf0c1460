"""``claims``: the claims as the pages show them, filtered, as known on a day."""

import argparse

import pandas as pd

from analysis.codebook import Scope, Unit
from analysis.commands.listing import add_choices, chosen_estimates, write_listing
from analysis.estimates import CLAIM_COLUMNS


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "claims",
        description="List the claims that the pages show. Exit code: 0; 2 when it could not.",
    )
    add_choices(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write the chosen claims."""
    write_listing(claim_listing(chosen_estimates(args).claims), args)
    return 0


def claim_listing(claims: pd.DataFrame) -> pd.DataFrame:
    """Give the columns of a printed claim; a percentage names its base as the item counted."""
    is_share = (claims["scope"] == Scope.SHARE) | (claims["unit"] == Unit.PERCENT)
    base = "share of " + claims["share_of"]
    item = claims["item"].where(
        ~is_share | (claims["share_of"] == ""),
        base.where(claims["item"] == "", claims["item"] + ", " + base),
    )
    return claims.assign(item=item)[list(CLAIM_COLUMNS)]
