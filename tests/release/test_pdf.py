"""What is repaired of a PDF, and which pages get one."""

import re
import zlib
from pathlib import Path

import pypdfium2
import pytest

from converter.errors import InputError
from converter.release.pdf import find_browser, offered_pdfs, print_pdf
from converter.release.pdf_repair import dated, with_characters

CMAP = b"""/CIDInit /ProcSet findresource begin
begincmap
%s
endcmap
end"""
TABLE = (
    b"1 beginbfchar\n<01> <6CD5>\nendbfchar\n2 beginbfrange\n<02> <03> <2F2D>\n<0A> <0A> <2ED3>\nendbfrange"
)


def document(table: bytes) -> bytes:
    """A PDF as Chromium writes one, with one table of characters as its fifth object."""
    packed = zlib.compress(CMAP % table)
    objects = [
        b"<</CreationDate (D:20261126002545+00'00')\n/ModDate (D:20261126002545+00'00')>>",
        b"<</Type /Catalog /Pages 3 0 R>>",
        b"<</Type /Pages /Kids [4 0 R] /Count 1>>",
        b"<</Type /Page /Parent 3 0 R /MediaBox [0 0 9 9]>>",
        b"<</Filter /FlateDecode\n/Length %d>> stream\n%s\nendstream" % (len(packed), packed),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    head = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return (
        made + head + b"trailer\n<</Size 6\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    )


def last_table(pdf: bytes) -> bytes:
    """The table of characters that a reader uses: the one the last list of objects names."""
    start = int(re.findall(rb"startxref\n(\d+)", pdf)[-1])
    place = re.search(rb"\b5 1\n(\d{10})", pdf[start:])
    assert place
    stream = pdf[int(place[1]) :].partition(b"stream\n")[2]
    return zlib.decompressobj().decompress(stream)


def test_a_radical_is_copied_as_the_character_it_looks_like() -> None:
    pdf = document(TABLE)
    better = with_characters(pdf)
    assert better.startswith(pdf.rstrip())
    assert last_table(better) == CMAP % (
        b"4 beginbfchar\n<01> <6CD5>\n<02> <5C71>\n<03> <5DDB>\n<0A> <957F>\nendbfchar"
    )
    assert len(pypdfium2.PdfDocument(better)) == 1


@pytest.mark.parametrize(
    "pdf",
    [
        document(b"1 beginbfchar\n<01> <5C71>\nendbfchar"),
        document(TABLE).replace(b"trailer", b"another"),
        b"%PDF-1.7",
        b"",
    ],
)
def test_what_needs_no_repair_or_cannot_have_it_stays_as_it_is(pdf: bytes) -> None:
    assert with_characters(pdf) == pdf


def test_a_long_table_is_cut_in_pieces_that_readers_take() -> None:
    codes = b"".join(b"<%04X> <2F2D>\n" % code for code in range(250))
    counts = re.findall(
        rb"(\d+) beginbfchar", last_table(with_characters(document(b"250 beginbfchar\n%sendbfchar" % codes)))
    )
    assert counts == [b"100", b"100", b"50"]


def test_the_date_is_the_sites() -> None:
    pdf = document(TABLE)
    made = dated(pdf, 1_617_235_200)
    assert made.count(b"Date (D:20210401000000+00'00')") == 2
    assert len(made) == len(pdf)


def test_only_a_page_that_offers_a_pdf_gets_one(tmp_path: Path) -> None:
    for name, html in {
        "zh/甲": '<p class="reading-tools"><a type="application/pdf" href="../../data/%E7%94%B2/a.zh.pdf">PDF</a></p>',
        "zh/b": '<p>without</p><a type="application/pdf" href="theirs.pdf">of the report itself</a>',
    }.items():
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "whole.html").write_text(html, encoding="utf-8")
    assert list(offered_pdfs(tmp_path)) == [(tmp_path / "zh/甲/whole.html", tmp_path / "data/甲/a.zh.pdf")]


def test_a_browser_that_makes_nothing_is_named(tmp_path: Path) -> None:
    page = tmp_path / "whole.html"
    page.write_text("<p>", encoding="utf-8")
    for browser in ("true", "false", str(tmp_path / "none")):
        with pytest.raises(InputError) as told:
            print_pdf(browser, page, 0)
        assert told.value.key == "pdf_failed"
        assert told.value.details["browser"] == browser


def test_the_browser_is_the_one_asked_for_or_one_that_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", "/somewhere/browser")
    assert find_browser() == "/somewhere/browser"
    monkeypatch.delenv("CHROME")
    monkeypatch.setenv("PATH", "")
    assert find_browser() is None
