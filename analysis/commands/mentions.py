"""``mentions``: every place in an article where a chosen claim's number stands."""

import argparse

from analysis.commands.listing import add_choices, chosen_estimates, write_listing

MENTION_COLUMNS = (
    "mention_id",
    "claim_id",
    "document_id",
    "outlet",
    "agency",
    "language",
    "printed_on",
    "printed_basis",
    "url",
    "wording",
    "occurrence",
    "part",
    "claimant",
    "co_claimants",
    "claimant_text",
    "relay",
    "claim_type",
    "scope",
    "population",
    "bound",
    "low",
    "high",
    "unit",
    "item",
    "share_of",
    "event_from",
    "event_to",
    "stated_on",
    "location",
    "location_role",
    "modality",
    "statement",
    "drift",
    "note",
)


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    command = subparsers.add_parser(
        "mentions",
        help="list the mentions behind the claims",
        description=(
            "List the mentions of the chosen claims as they were judged, in the order of printing. "
            "Exit code: 0; 2 when it could not."
        ),
    )
    add_choices(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write the mentions of the chosen claims."""
    write_listing(chosen_estimates(args).mentions[list(MENTION_COLUMNS)], args)
    return 0
