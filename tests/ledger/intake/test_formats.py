"""Each kind of file gives its text, and whatever gives none is refused with the reason."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from pypdf import PdfWriter

from analysis.ledger.intake.draft import CannotRead
from analysis.ledger.intake.formats import language_of, read_upload, require_text
from analysis.ledger.intake.small_files import pdf_of

WORDS = "The agency counts about 2,100 dead. It had counted 2,000 in September."
PAGE = f"""<html lang="en"><head><title>Seoul counts the dead</title>
<meta property="og:site_name" content="The Test Gazette">
<meta property="article:published_time" content="2026-02-28T09:00:00Z">
<link rel="canonical" href="https://gazette.example/2026/dead">
<script>alert("about 9,999 dead")</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Seoul counts the dead</h1>
<p>{WORDS}</p><p>{WORDS.replace("2,100", "2,200")}</p></article>
<footer>Read next: 300 ways to save</footer></body></html>"""


def pdf(password: str | None = None, **about: str) -> bytes:
    """A PDF with one line; locked with a password, or with "" against changes alone."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(WORDS.encode())))
    writer.add_metadata({f"/{name}": value for name, value in about.items()})
    if password is not None:
        writer.encrypt(password, "owner", algorithm="AES-256")
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
        ("a.pdf", pdf()),
        ("a.pdf", pdf(password="")),
        ("a.docx", docx(WORDS)),
    ],
)
def test_the_text_comes_out_as_it_is(name: str, content: bytes) -> None:
    assert read_upload(name, content).text.strip() == WORDS


def test_a_word_document_gives_its_tables_where_they_stand_and_not_its_own_dates() -> None:
    document = Document()
    document.add_heading("Seoul counts the dead", 1)
    document.add_paragraph("The table is the agency's.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("September", "about 2,000", "February", "about 2,100"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("Nobody else has confirmed it.")
    document.core_properties.title = "Seoul\ncounts"
    document.core_properties.created = datetime(2026, 2, 28, tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    draft = read_upload("a.docx", out.getvalue())
    assert draft.text.split("\n") == [
        "Seoul counts the dead",
        "The table is the agency's.",
        "September\tabout 2,000",
        "February\tabout 2,100",
        "Nobody else has confirmed it.",
    ]
    assert draft.title == "Seoul counts"
    # The day on which a file was made is not the day on which an article was printed.
    assert (draft.published_on, draft.outlet) == ("", "")


def test_a_pdf_gives_its_title_and_not_the_day_on_which_it_was_made() -> None:
    draft = read_upload("a.pdf", pdf(Title="Seoul counts", CreationDate="D:20260228090000Z"))
    assert (draft.title, draft.published_on, draft.outlet) == ("Seoul counts", "", "")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Seoul counts\n\n{WORDS}", "Seoul counts"),
        (f"\n# Seoul counts\n{WORDS}", "Seoul counts"),
        (f"Seoul counts\n{WORDS}", ""),
        (WORDS, ""),
        (f"{WORDS * 4}\n\n{WORDS}", ""),
    ],
)
def test_a_first_line_by_itself_is_offered_as_the_title(text: str, title: str) -> None:
    draft = read_upload("a.md", text.encode())
    assert (draft.title, draft.text) == (title, text)
    assert (draft.outlet, draft.published_on) == ("", "")


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
        ("a.pdf", pdf(password="secret"), "locked with a password"),
        ("a.docx", b"PK broken", "no Word document"),
        ("a.docx", docx(""), "there is no text in it"),
        ("a.docx", zip_bomb(), "unpacks to"),
        ("a.html", b"<html></html>", "no article is found"),
        ("a.txt", pdf(), "by its content it is a PDF"),
        ("a.md", docx(WORDS), "by its content it is a Word document"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "by its content it is a picture"),
        ("a.txt", bytes(range(256)) * 30, "signs that no text has"),
        ("a.docx", pdf(), "no Word document"),
        ("a.pdf", docx(WORDS), "no PDF that can be read"),
        ("a.pdf", WORDS.encode(), "no PDF that can be read"),
    ],
)
def test_what_gives_no_text_is_refused_with_its_name_and_reason(
    name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(CannotRead, match=reason) as told:
        read_upload(name, content)
    assert str(told.value).startswith(name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [WORDS, "Погибли около 600 военных. Так говорят.", "북한군 600명 사망.\n"]
)
def test_letters_survive_their_encoding(text: str, encoding: str) -> None:
    content = (text * 5).encode(encoding)
    assert read_upload("a.txt", content).text == text * 5


@pytest.mark.parametrize("encoding", ["cp949", "koi8-r", "cp1251"])
def test_older_encodings_are_told_by_their_looks(encoding: str) -> None:
    text = "북한군 병사 약 600명이 러시아에서 숨졌다고 국가정보원이 밝혔다. " * 8
    if encoding != "cp949":
        text = "По данным разведки, погибли около двух тысяч военных из Северной Кореи. " * 8
    assert read_upload("a.txt", text.encode(encoding)).text == text


def test_no_figure_is_turned_round_by_signs_of_direction() -> None:
    # Shown as "2,100 dead" where the letters say otherwise.
    assert (
        read_upload("a.txt", "\u202e001,2\u202c dead\u200b".encode()).text
        == "001,2\u202c dead\u200b"
    )


def test_signs_that_steer_machines_go() -> None:
    text = read_upload("a.txt", b"One page.\x0cAnother \x07page. " + b"More words. " * 20).text
    assert text.startswith("One page.\nAnother page. More")


def test_half_a_character_is_marked_and_breaks_nothing() -> None:
    assert require_text("It", "one \ud800 two") == "one ? two"


def test_line_ends_become_one_kind_and_signs_that_are_none_go() -> None:
    text = "three words more, and " * 5
    content = f"one\r\ntwo\r{text}\0\n".encode()
    assert read_upload("a.txt", content).text == f"one\ntwo\n{text}\n"
