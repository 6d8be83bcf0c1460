"""The command line: ``python -m analysis COMMAND``."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from analysis.errors import MusterError

# The words of the command line, and the modules behind them; no module can be named "import".
COMMANDS = {
    "check": "check",
    "claims": "claims",
    "mentions": "mentions",
    "chart": "chart",
    "report": "report",
    "extract": "extract",
    "backup": "backup",
    "restore": "restore",
    "export": "export_package",
    "import": "import_package",
    "doctor": "doctor",
}


def parser(names: Sequence[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """Build the parser with these commands in it.

    A command is imported when it is asked for: reading articles needs none of the libraries that
    the tables and charts do.
    """
    top = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Numeric claims about North Korean troops in Russia, from the command line.",
    )
    subparsers = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in names:
        import_module(f"analysis.commands.{COMMANDS[name]}").add_parser(subparsers)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code; 2 where it could not be carried out."""
    words = sys.argv[1:] if arguments is None else arguments
    asked = [name for name in COMMANDS if [name] == list(words[:1])]
    args = parser(asked or tuple(COMMANDS)).parse_args(arguments)
    run = args.run
    try:
        code: int = run(args)
    except MusterError as error:
        print(error, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
