"""Texts that a spreadsheet would run as a formula, disarmed before they are written to a table."""

# What a spreadsheet takes for the beginning of a formula or a command.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def escaped_text(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run.

    >>> escaped_text("=1+1"), escaped_text("about 300")
    ("'=1+1", 'about 300')
    """
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
