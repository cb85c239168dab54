"""Files that are not what they say, are broken or mean harm: a result or a plain refusal, in bounded time and memory."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import InputError
from converter.sources import SUFFIXES, read_source, source_of
from converter.sources.recognise import OTHER_SUFFIXES, kind_of
from tests.sources.pdffile import Put, pdf_file
from tests.sources.wordfile import level, listed, paragraph, run, word_file

WORD = word_file(
    listed("甲")
    + f"<w:p><w:ins>{run('乙')}</w:ins></w:p><w:tbl><w:tr><w:tc>{paragraph('丙')}</w:tc></w:tr></w:tbl>",
    numbering=f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
)
PDF = pdf_file([[Put("一行文字。", 85, 700), Put("又一行。", 85, 672)]])
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PAGE = "<html><head><title>报告</title></head><body><p>正文</p></body></html>".encode()


def archive(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", WORD, "docx"),
        ("a.doc", WORD, "docx"),
        ("a.pdf", WORD, "docx"),
        ("a.docx", PDF, "pdf"),
        ("a.doc", PAGE, "html"),
        ("a.wps", b"\xff\xfe" + PAGE.decode().encode("utf-16-le"), "html"),
        ("a.html", "没有标记的一页".encode(), "html"),
        ("a.txt", "2020年，工作有进展。".encode(), "text"),
        ("a.txt", "2020年，工作有进展。".encode("gb18030"), "text"),
    ],
)
def test_the_bytes_say_what_a_file_is(name: str, data: bytes, kind: str) -> None:
    assert kind_of(data, name) == kind


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.doc", COMPOUND, "save_as"),
        ("a.docx", COMPOUND, "save_as"),
        ("a.wps", COMPOUND, "save_as"),
        ("a.doc", b"{\\rtf1 text}", "save_as"),
        ("a.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related", "damaged"),
        ("a.doc", b"\x31\xbe\x00\x00", "save_as"),
        ("a.ofd", archive({"OFD.xml": b"<x/>"}), "save_as"),
        ("a.docx", archive({"xl/workbook.xml": b"<x/>"}), "save_as"),
        ("a.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"just text", "damaged"),
        ("a.pdf", b"just text", "damaged"),
        ("a.docx", WORD[:-30], "damaged"),
        ("a.docx", b"PK\x03\x04" + bytes(100), "damaged"),
        ("a.docx", archive({"readme": b"x"}), "damaged"),
        ("a.docx", archive({"word/document.xml": b"<a><b></a>"}), "damaged"),
        ("a.docx", archive({"word/document.xml": b"\xff\xff\xff"}), "damaged"),
        ("a.docx", word_file("<w:p/>"), "no_text"),
    ],
)
def test_a_refusal_names_its_reason(name: str, data: bytes, key: str) -> None:
    with pytest.raises(InputError) as caught:
        source_of(data, name)
    assert caught.value.key == key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_opened(encoding: str) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE d [<!ENTITY e0 "x"><!ENTITY f SYSTEM "file:///etc/hostname">{bomb}]><d>&e11;&f;</d>'
    with pytest.raises(InputError) as caught:
        source_of(archive({"word/document.xml": xml.encode(encoding)}), "a.docx")
    assert caught.value.key == "damaged"


def test_a_zip_bomb_is_not_unpacked() -> None:
    data = archive({"word/document.xml": b"<d>" + bytes(90 << 20)})
    tracemalloc.start()
    with pytest.raises(InputError) as caught:
        source_of(data, "a.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.key == "too_large"
    assert peak < 80 << 20


def test_nesting_without_end_is_refused() -> None:
    deep = "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000
    with pytest.raises(InputError) as caught:
        source_of(word_file(deep), "a.docx")
    assert caught.value.key == "damaged"


def test_styles_based_on_each_other_and_macros_do_no_harm() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("ab", "ba")
    )
    data = word_file(paragraph("正文", '<w:pStyle w:val="a"/>'), styles=styles)
    with zipfile.ZipFile(target := io.BytesIO(data), "a") as file:
        file.writestr("word/vbaProject.bin", b"\x00macro")
    assert source_of(target.getvalue(), "a.docx").text == "正文\n"


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate((100 << 20) + 1)
    with pytest.raises(InputError) as caught:
        read_source(path)
    assert caught.value.key == "too_large"


def test_every_known_suffix_reaches_a_reader_or_a_reason(tmp_path: Path) -> None:
    for suffix in (*SUFFIXES, *OTHER_SUFFIXES):
        path = tmp_path / f"report{suffix}"
        path.write_bytes(WORD)
        assert read_source(path).format == "docx"


def read_or_refuse(data: bytes, name: str) -> None:
    try:
        source = source_of(data, name)
    except InputError:
        return
    assert source.text.strip()


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.pdf", "a.doc", "a.txt"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-1.7\n"):
        read_or_refuse(start + data, name)


@given(st.sampled_from([WORD, PDF]), st.data())
@settings(max_examples=300, deadline=None)
def test_changed_and_cut_files_are_read_or_refused(data: bytes, draw: st.DataObject) -> None:
    cut = bytearray(data[: draw.draw(st.integers(0, len(data)))])
    for at, value in draw.draw(
        st.lists(st.tuples(st.integers(0, len(data) - 1), st.integers(0, 255)), max_size=8)
    ):
        if at < len(cut):
            cut[at] = value
    read_or_refuse(bytes(cut), "a.docx")


XML = st.recursive(
    st.sampled_from(
        ["甲", "<w:br/>", "<w:tab/>", '<w:footnoteReference w:id="1"/>', '<w:sym w:char="F0B7"/>']
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(
            "p r t tbl tr tc sdt sdtContent ins del moveTo pPr rPr trPr numPr txbxContent ruby rt hyperlink".split()  # noqa: SIM905
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=40,
)


@given(st.lists(XML, max_size=6).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_order_of_elements_is_read_or_refused(body: str) -> None:
    read_or_refuse(word_file(body + paragraph("文末")), "a.docx")
