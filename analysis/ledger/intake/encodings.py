"""The letters that a file's bytes stand for, and the signs that no text needs."""

from analysis.ledger.intake.draft import CannotRead

# How files begin that are no text, whatever their names say.
OTHER_KINDS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word document or another archive",
    b"\xd0\xcf\x11\xe0": "a Word document of an old or locked kind",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "an archive",
}
# Signs that steer machines; texts hold next to none of them. No encoding of letters uses these
# bytes either, but for UTF-16 and the escapes of ISO-2022.
STEERING = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
MOST_STEERING = 0.01
# UTF-16 has a zero in every blank and line end. A text in UTF-8 has none.
ZEROS_OF_UTF16 = 0.03

# Left to right or right to left by force: a figure between two of these shows turned round.
FORCED_DIRECTIONS = "\u202d\u202e"
BREAKS = "\v\f\x1c\x1d\x1e\x85"
CLEANED = (
    dict.fromkeys([*range(32), *range(127, 160), *map(ord, FORCED_DIRECTIONS)])
    | dict.fromkeys(map(ord, BREAKS), "\n")
    | {ord("\t"): "\t", ord("\n"): "\n"}
)


def letters_of(name: str, content: bytes) -> str:
    """Decode a file of plain text, by UTF-8 or else what its bytes look like.

    Raises CannotRead for a file of another kind and for an encoding that cannot be told.
    """
    for beginning, kind in OTHER_KINDS.items():
        if content.startswith(beginning):
            raise CannotRead(f"{name}: by its content it is {kind}. Name it so, or paste the text.")
    encoding = _wide_encoding(content)
    if not encoding and _steering_share(content) > MOST_STEERING:
        raise CannotRead(f"{name}: it holds signs that no text has. Paste the text.")
    try:
        return content.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError:
        return _told_by_its_looks(name, content)


def cleaned(text: str) -> str:
    """Keep a text as it is, but for its line ends and signs that are none.

    >>> cleaned("one\\r\\ntwo\\0 \\u202e001,2")
    'one\\ntwo 001,2'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(CLEANED)
    # Half a character, which no file can be written with.
    return plain.encode("utf-8", "replace").decode("utf-8")


def _steering_share(content: bytes) -> float:
    return 1 - len(content.translate(None, STEERING)) / max(len(content), 1)


def _wide_encoding(content: bytes) -> str:
    """Name the kind of UTF-16 that a file is in; "" for another encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if content.count(0) < ZEROS_OF_UTF16 * len(content):
        return ""
    wide = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    told = content.decode(wide, "replace").encode("utf-8")
    return wide if _steering_share(told) <= MOST_STEERING else ""


def _told_by_its_looks(name: str, content: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(content).best()
    if found is None:
        raise CannotRead(f"{name}: its encoding cannot be told. Save it as UTF-8.")
    return str(found)
