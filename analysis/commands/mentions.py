"""``mentions``: every place in an article where a chosen claim's number stands."""

import argparse

from analysis.commands.listing import add_choices, chosen_estimates, write_listing
from analysis.exports.columns import EXPORTED_MENTION


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "mentions",
        description=(
            "List the mentions of the chosen claims as they were judged, in the order of printing. "
            "Exit code: 0; 2 when it could not."
        ),
    )
    add_choices(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write the mentions of the chosen claims."""
    write_listing(chosen_estimates(args).mentions[list(EXPORTED_MENTION)], args)
    return 0
