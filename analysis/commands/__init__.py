"""The commands of ``python -m analysis``, one module each.

A module has ``add_parser(subparsers)``, which names the command and its options, and
``run(args) -> int``, which carries it out and returns the exit code.
"""
