"""Each kind of file gives its text, and whatever gives none is refused with the reason."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from analysis.ledger.intake.apart import limit
from analysis.ledger.intake.draft import CannotRead, Draft
from analysis.ledger.intake.formats import language_of, read_upload
from analysis.ledger.intake.reading import read_apart

WORDS = "The agency counts about 2,100 dead. It had counted 2,000 in September."
PAGE = f"""<html lang="en"><head><title>Seoul counts the dead</title>
<meta property="og:site_name" content="The Test Gazette">
<meta property="article:published_time" content="2026-02-28T09:00:00Z">
<link rel="canonical" href="https://gazette.example/2026/dead">
<script>alert("about 9,999 dead")</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Seoul counts the dead</h1>
<p>{WORDS}</p><p>{WORDS.replace("2,100", "2,200")}</p></article>
<footer>Read next: 300 ways to save</footer></body></html>"""


def pdf(text: str) -> bytes:
    """A PDF of one page with one line, written by hand."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R /Resources %s >>"
        % b"<< /Font << /F1 5 0 R >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    )


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(WORDS))))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    document.core_properties.title = "Seoul counts"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 150_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", WORDS.encode()),
        ("a.md", WORDS.encode("utf-8-sig")),
        ("A.TXT", WORDS.encode("utf-16")),
        ("a.pdf", pdf(WORDS)),
        ("a.docx", docx(WORDS)),
    ],
)
def test_the_text_comes_out_as_it_is(name: str, content: bytes) -> None:
    assert read_upload(name, content).text.strip() == WORDS


def test_cyrillic_in_an_old_encoding_is_read() -> None:
    text = "По данным разведки, погибли около двух тысяч военных из Северной Кореи. " * 5
    assert read_upload("a.txt", text.encode("cp1251")).text == text
    assert language_of(text) == "ru"


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    draft = read_upload("page.html", PAGE.encode())
    assert WORDS in draft.text
    assert "9,999" not in draft.text
    assert "300 ways" not in draft.text
    assert (draft.title, draft.outlet) == ("Seoul counts the dead", "The Test Gazette")
    assert draft.published_on == "2026-02-28"
    assert draft.url == "https://gazette.example/2026/dead"


def test_a_page_without_a_date_gives_none() -> None:
    page = f"<html><body><article><p>{WORDS * 4}</p></article></body></html>"
    assert read_upload("page.html", page.encode()).published_on == ""


def test_an_address_that_runs_a_script_is_none() -> None:
    page = PAGE.replace("https://gazette.example/2026/dead", "javascript:alert(1)")
    assert read_upload("page.html", page.encode()).url == ""


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.exe", b"MZ", "files of this kind are not read"),
        ("a", b"text", "files of this kind are not read"),
        ("a.txt", b" \n ", "there is no text in it"),
        ("a.txt", b"x" * (10 * 1024 * 1024 + 1), "at most 10 MB"),
        ("a.txt", b"word " * 300_000, "no article"),
        ("a.pdf", b"%PDF-1.4 broken", "no PDF that can be read"),
        ("a.pdf", locked_pdf(), "locked with a password"),
        ("a.docx", b"PK broken", "no Word document"),
        ("a.docx", docx(""), "there is no text in it"),
        ("a.docx", zip_bomb(), "unpacks to"),
        ("a.html", b"<html></html>", "no article is found"),
    ],
)
def test_what_gives_no_text_is_refused_with_its_name_and_reason(
    name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(CannotRead, match=reason) as told:
        read_upload(name, content)
    assert str(told.value).startswith(name)


def test_line_ends_become_one_kind_and_signs_that_are_none_go() -> None:
    assert read_upload("a.txt", b"one\r\ntwo\rthree\0\n").text == "one\ntwo\nthree\n"


@pytest.mark.slow
def test_reading_happens_in_another_process_with_the_same_answers() -> None:
    assert read_apart("a.txt", WORDS.encode()) == Draft(WORDS, language="en")
    with pytest.raises(CannotRead, match="locked with a password"):
        read_apart("a.pdf", locked_pdf())


def _hang(name: str, content: bytes) -> Draft:
    while True:
        pass


def _fill_memory(name: str, content: bytes) -> Draft:
    limit()
    return Draft("x" * 10**11)


def _break(name: str, content: bytes) -> Draft:
    raise ZeroDivisionError


@pytest.mark.slow
@pytest.mark.parametrize(
    ("reader", "reason"),
    [(_hang, "longer than 3 s"), (_fill_memory, "exhausts"), (_break, "ZeroDivisionError")],
)
def test_a_file_that_breaks_its_reader_costs_nothing_but_that_reader(
    reader: Callable[[str, bytes], Draft], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.ledger.intake.reading.SECONDS", 3)
    monkeypatch.setattr("analysis.ledger.intake.reading.read_upload", reader)
    with pytest.raises(CannotRead, match=reason):
        read_apart("a.txt", b"text")
