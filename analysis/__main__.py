"""The command line: ``python -m analysis COMMAND``."""

import argparse
import sys
from collections.abc import Sequence

from analysis.commands import chart, check, claims, mentions, report
from analysis.errors import MusterError

COMMANDS = (check, claims, mentions, chart, report)


def parser() -> argparse.ArgumentParser:
    """Build the parser with every command in it."""
    top = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Numeric claims about North Korean troops in Russia, from the command line.",
    )
    subparsers = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(subparsers)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code; 2 where it could not be carried out."""
    args = parser().parse_args(arguments)
    run = args.run
    try:
        code: int = run(args)
    except MusterError as error:
        print(error, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
