"""The command line: ``python -m analysis COMMAND``."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from analysis.errors import MusterError

# The words of the command line, the modules behind them (no module can be named "import"), and what
# each of them does.
COMMANDS = {
    "check": ("check", "validate a data package"),
    "claims": ("claims", "list the claims: who said how many, when"),
    "mentions": ("mentions", "list the mentions behind the claims"),
    "chart": ("chart", "draw a chart, or write the table behind it"),
    "report": ("report", "write all charts and tables into a folder"),
    "extract": ("extract", "find the mentions in articles"),
    "backup": ("backup", "write everything in the database to a file"),
    "restore": ("restore", "put a backup into an empty database"),
    "export": ("export_package", "write shipped and accepted rows as a data package"),
    "import": ("import_package", "take in another Muster's data package"),
    "doctor": ("doctor", "examine the database"),
}


def parser(*asked: str) -> argparse.ArgumentParser:
    """Build the parser; only the commands that are asked for get their options.

    A command is imported when it is asked for: the list of commands needs none of the libraries
    behind them, and reading articles none of those that the tables and charts do.
    """
    top = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Numeric claims about North Korean troops in Russia, from the command line.",
    )
    subparsers = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, summary) in COMMANDS.items():
        if name in asked:
            import_module(f"analysis.commands.{module}").add_parser(subparsers)
        else:
            subparsers.add_parser(name, help=summary)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code; 2 where it could not be carried out."""
    words = sys.argv[1:] if arguments is None else arguments
    args = parser(*words[:1]).parse_args(arguments)
    run = args.run
    try:
        code: int = run(args)
    except MusterError as error:
        print(error, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
