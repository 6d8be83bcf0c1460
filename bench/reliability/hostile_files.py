"""Files that were made to break whoever reads or shows them, one maker for each way to do so.

Each maker takes a source of chance and gives a name and bytes; sizes vary, so that limits are met from
both sides. What any of them must lead to is said in ``uploads``.
"""

import io
import random
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from docx import Document
from pypdf import PdfReader, PdfWriter

from analysis.ledger.intake.draft import MEGABYTE
from analysis.ledger.intake.small_files import pdf_of, small_files

WORDS = "The agency counts about 2,100 dead. It had counted 2,000 in September.\n"
MARKUP = (
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 2'>",
    "<svg onload='window.hit = 3'>",
    "<iframe srcdoc='<script>parent.hit = 4</script>'></iframe>",
    "[a](javascript:window.hit=5) ![p](https://elsewhere.example/p.png)",
    "$\\href{javascript:window.hit=6}{x}$ $x^2$",
    ":red[red] :material/home: :red-badge[b] **bold** `code`",
    "</div></template><style>body { display: none }</style>",
    '{{7*7}} ${7*7} =HYPERLINK("https://elsewhere.example")',
)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = ENTITIES.replace(
    '<!ENTITY i "&h;', '<!ENTITY i SYSTEM "file:///etc/passwd"> <!ENTITY j "&h;'
)

File = tuple[str, bytes]
Maker = Callable[[random.Random], File]


def _zip_bomb(chance: random.Random) -> File:
    """Unpack far beyond its size, in one part or in very many."""
    parts = chance.choice((1, 3, 5_000))
    size = chance.choice((90, 101, 400)) * MEGABYTE // parts
    return "bomb.docx", _zeros(parts, size)


def _lying_zip(chance: random.Random) -> File:
    """Say in its list of contents that the parts are small."""
    honest = (20 * MEGABYTE).to_bytes(4, "little")
    return "lying.docx", _zeros(1, 20 * MEGABYTE).replace(
        honest, chance.randrange(1_000).to_bytes(4, "little")
    )


def _entity_bomb(chance: random.Random) -> File:
    """Have the XML parser write entities out, or fetch them from elsewhere."""
    xml = chance.choice((ENTITIES, OUTSIDE))
    if chance.random() < 0.3:
        return "entities.html", xml.encode()
    part = chance.choice(("word/document.xml", "word/styles.xml", "docProps/core.xml"))
    return "entities.docx", _document({part: xml.encode()})


def _deep_page(chance: random.Random) -> File:
    """Nest the elements of a page very deep."""
    tag = chance.choice(("div", "b", "table><tr><td", "a href=x", "ul><li", "font"))
    depth = chance.choice((300, 5_000, 100_000))
    return "deep.html", f"<html><body>{f'<{tag}>' * depth}{WORDS}".encode()


def _wide_page(chance: random.Random) -> File:
    """Give a page very many elements, attributes or letters without a break."""
    piece = chance.choice(
        ("<p>1,000 dead</p>", "<a b=c d=e f=g>x</a>", "&amp;", "1,", "<", "2025 ")
    )
    # The last of these keeps a reader busy up to its limit; one of them in some hundreds is enough.
    times = chance.choices((2_000, 20_000, 500_000), (60, 39, 1))[0]
    return "wide.html", f"<html><body><article>{piece * times}".encode()


def _looping_pdf(chance: random.Random) -> File:
    """Point pages, contents or lengths at themselves."""
    content = small_files()[".pdf"]
    old, new = chance.choice(
        (
            (b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
            (b"/Parent 2 0 R", b"/Parent 3 0 R"),
            (b"/Contents 4 0 R", b"/Contents [4 0 R 3 0 R]"),
            (b"/Pages 2 0 R", b"/Pages 1 0 R"),
            (b"/Font << /F1 5 0 R >>", b"/XObject << /F1 3 0 R >>"),
            (b"/Count 1", b"/Count 99999999"),
            (b"/Kids [3 0 R]", b"/Kids [" + b"3 0 R " * chance.choice((600, 100_000)) + b"]"),
            (b"/Size 6", b"/Size 6 /Prev 9"),
        )
    )
    return "loop.pdf", content.replace(old, new)


def _broken_table(chance: random.Random) -> File:
    """Send the reader of a PDF to the wrong places."""
    content = small_files()[".pdf"]
    at = content.index(b"xref")
    numbers = b"".join(b"%010d 00000 n \n" % chance.randrange(10**9) for _ in range(6))
    return "xref.pdf", content[:at] + b"xref\n0 6\n" + numbers + content[
        content.index(b"trailer") :
    ]


def _huge_stream(chance: random.Random) -> File:
    """Unpack a stream of a PDF to far more than the file."""
    size = chance.choices((1, 10, 100, 500), (50, 40, 8, 2))[0] * MEGABYTE
    inner = _packed(chance.choice((b"0", b"(a) Tj ", b"q ", b"[[")), size)
    filters = b"[/FlateDecode]"
    if chance.random() < 0.5:
        inner, filters = zlib.compress(inner), b"[/FlateDecode /FlateDecode]"
    stream = b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(inner), filters, inner)
    content = small_files()[".pdf"]
    begin, end = content.index(b"4 0 obj") + 8, content.index(b"\nendobj\n5 0 obj")
    return "stream.pdf", content[:begin] + stream + content[end:]


def _locked_pdf(chance: random.Random) -> File:
    """Lock a PDF with a password, or only against changes."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(small_files()[".pdf"])))
    method = chance.choice(("RC4-128", "AES-128", "AES-256"))
    writer.encrypt(chance.choice(("", "secret")), "owner", algorithm=method)
    out = io.BytesIO()
    writer.write(out)
    return "locked.pdf", out.getvalue()


def _wrong_ending(chance: random.Random) -> File:
    """Carry the ending of another kind."""
    files = small_files()
    content = chance.choice([*files.values(), b"\x89PNG\r\n\x1a\n" + chance.randbytes(3_000)])
    ending = chance.choice((*files, ".exe", "", ".docx.html", ".PDF", ".svg"))
    return f"wrong{ending}", content


def _wrong_encoding(chance: random.Random) -> File:
    """Say one encoding and be in another, or in several."""
    text = chance.choice(
        (WORDS * 20, "По данным разведки, погибли две тысячи. " * 20, "북한군 사망 " * 50)
    )
    encoding = chance.choice(("utf-7", "utf-16-le", "utf-32", "cp1251", "cp949", "koi8-r", "cp037"))
    content = text.encode(encoding, "replace")
    if chance.random() < 0.5:
        content += text.encode("utf-8")
    meta = chance.choice(("utf-8", "utf-7", "utf-16", "none-such", "cp949"))
    page = b"<html><head><meta charset=%s></head><body><p>%s" % (meta.encode(), content)
    return chance.choice((("encoding.txt", content), ("encoding.html", page)))


def _odd_signs(chance: random.Random) -> File:
    """Hold zeros, halves of characters, forced directions, or signs that steer machines."""
    sign = chance.choice(
        (
            b"\x00",
            b"\xed\xa0\x80",
            "\u202e".encode(),
            "\u2066".encode(),
            b"\x1b[2J",
            b"\x08",
            b"\xff",
        )
    )
    content = bytearray(WORDS.encode() * 20)
    for _ in range(chance.choice((1, 30, 1_000))):
        at = chance.randrange(len(content))
        content[at:at] = sign
    return chance.choice(("signs.txt", "signs.md", "signs.html")), bytes(content)


def _brackets(chance: random.Random) -> File:
    """Be one sign over and over, up to the largest file."""
    sign = chance.choice(
        (b"(", b"[", b"<", b"{", b"&", b"1,000 ", b"\n", b"a", b"\xe2\x80\xae", b"-")
    )
    size = chance.choice((50_000, 990_000, 10 * MEGABYTE, 10 * MEGABYTE + 1))
    ending = chance.choice((".txt", ".md", ".html", ".pdf", ".docx"))
    return f"brackets{ending}", (sign * (size // len(sign) + 1))[:size]


def _noise(chance: random.Random) -> File:
    """Be no file of any kind."""
    content = chance.randbytes(chance.choice((0, 1, 500, 2 * MEGABYTE)))
    head = chance.choice((b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><p>", b"\xff\xfe"))
    return f"noise{chance.choice(('.txt', '.html', '.pdf', '.docx'))}", head + content


def _markup(chance: random.Random) -> File:
    """Hold what browsers and Markdown would read as more than letters, in every kind of file."""
    words = f"{chance.choice(MARKUP)} {WORDS} {chance.choice(MARKUP)}"
    ending = chance.choice((".txt", ".md", ".html", ".docx", ".pdf"))
    if ending == ".docx":
        document = Document()
        document.add_paragraph(words)
        document.core_properties.title = chance.choice(MARKUP)
        out = io.BytesIO()
        document.save(out)
        return "markup.docx", out.getvalue()
    if ending == ".pdf":
        shown = words.replace("(", "\\(").replace(")", "\\)").encode("latin-1", "replace")
        writer = PdfWriter(clone_from=io.BytesIO(pdf_of(shown)))
        writer.add_metadata({"/Title": chance.choice(MARKUP)})
        out = io.BytesIO()
        writer.write(out)
        return "markup.pdf", out.getvalue()
    if ending == ".html":
        head = f'<title>{words}</title><meta property="og:site_name" content="{chance.choice(MARKUP)}">'
        page = f"<html><head>{head}</head><body><article><p>{words * 3}</p></article></body></html>"
        return "markup.html", page.encode()
    return f"markup{ending}", words.encode()


def _name(chance: random.Random) -> File:
    """Have a name that leads elsewhere, or that somebody might take for markup."""
    name = chance.choice(
        (
            "../../../etc/passwd",
            "..\\..\\windows\\a",
            "/dev/zero",
            "a\x00b",
            "a\nb\n===\n",
            "\ud800",
            "\u202efdp",
            "a" * 5_000,
            "<img src=x onerror=alert(1)>",
            "![p](https://elsewhere.example/p.png)",
            ":red[$x$]",
            "con",
            "",
        )
    )
    good = chance.random() < 0.5
    return f"{name}{chance.choice(('.txt', '.html', '.pdf', ''))}", WORDS.encode() if good else b""


@cache
def _zeros(parts: int, size: int) -> bytes:
    """Make a Word document that unpacks to so many more parts of so many zeros."""
    return _document({f"word/media/{n}.bin": b"0" * size for n in range(parts)})


@cache
def _packed(piece: bytes, size: int) -> bytes:
    """Pack a piece over and over."""
    return zlib.compress(piece * (size // len(piece)))


def _document(parts: dict[str, bytes]) -> bytes:
    """Put parts into a sound Word document, or in the place of its own."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(small_files()[".docx"])) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


HOSTILE: dict[str, Maker] = {
    "zip bomb": _zip_bomb,
    "zip with false sizes": _lying_zip,
    "entity bomb": _entity_bomb,
    "deep page": _deep_page,
    "wide page": _wide_page,
    "PDF with loops": _looping_pdf,
    "PDF with a broken table": _broken_table,
    "PDF with a huge stream": _huge_stream,
    "locked PDF": _locked_pdf,
    "wrong ending": _wrong_ending,
    "wrong encoding": _wrong_encoding,
    "odd signs": _odd_signs,
    "one sign over and over": _brackets,
    "noise": _noise,
    "markup": _markup,
    "hostile name": _name,
}
