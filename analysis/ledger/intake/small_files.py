"""Small sound files of our own words, one of each kind that is read."""

import io

WORDS = "One line of our own, to be read once. "


def small_files() -> dict[str, bytes]:
    """Give one small sound file of each kind, by its ending."""
    from docx import Document

    document = Document()
    document.add_paragraph(WORDS)
    word = io.BytesIO()
    document.save(word)
    page = (
        f"<html><head><title>One</title></head><body><article><p>{WORDS * 4}</p>"
        "<p>Printed in March 2025</p></article></body></html>"
    )
    return {
        ".txt": "Слова из одной строки, чтобы её прочли. ".encode("cp1251") * 3,
        ".md": WORDS.encode(),
        ".html": page.encode(),
        ".htm": page.encode("utf-16"),
        ".pdf": pdf_of(WORDS.encode()),
        ".docx": word.getvalue(),
    }


def pdf_of(words: bytes) -> bytes:
    """Write a PDF of one page with one line, in which brackets are escaped already."""
    stream = b"BT /F1 12 Tf 20 100 Td (%s) Tj ET" % words
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R /Resources %s >>"
        % b"<< /Font << /F1 5 0 R >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return body + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
