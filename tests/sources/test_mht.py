"""Pages saved as one file: what a browser or Word writes, and what is broken."""

import base64
import hashlib
import quopri

import pytest

from converter.errors import InputError
from converter.model import Source
from converter.sources import SUFFIXES, source_of

TITLE = "甲县2023年法治政府建设情况报告"
WORDS = "一、主要工作", "全年办理行政复议案件47件，审结45件。", "二、下一步打算", "完善制度，加强监督。"
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{''.join(f'<p>{w}</p>' for w in WORDS)}</body></html>"
CHROME = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://example.org/a.html\r\nSubject: =?utf-8?Q?a?=\r\n"
    b"Date: Fri, 15 Mar 2024 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
)
PICTURE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def saved(page: bytes, encoding: bytes, charset: bytes = b"", head: bytes = CHROME) -> bytes:
    """A page in one file, with a picture behind it."""
    part = b"Content-Type: text/html%s\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n"
    parts = (part % (charset, encoding, page), PICTURE)
    body = b"".join(b"--b\r\n" + one for one in parts) + b"--b--\r\n"
    return head + b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n' + body


def told(source: Source) -> list[str]:
    return [line for line in source.text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    "data",
    [
        saved(quopri.encodestring(PAGE.encode()), b"quoted-printable"),
        saved(base64.encodebytes(PAGE.encode("gb18030")), b"base64", b'; charset="gb2312"'),
        saved(PAGE.encode(), b"8bit", b"; charset=utf-8", head=b"MIME-Version: 1.0\r\n"),
        saved(PAGE.encode(), b"8bit", b"; charset=nonsense"),
    ],
    ids=["Chrome", "GB 2312", "Word", "unknown characters"],
)
@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.doc"])
def test_a_page_in_one_file_is_that_page(data: bytes, name: str) -> None:
    source = source_of(data, name)
    assert told(source) == [TITLE, *WORDS]
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_its_names_are_known() -> None:
    assert {".mht", ".mhtml"} <= {*SUFFIXES}


@pytest.mark.parametrize(
    "data",
    [
        CHROME + b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n' + PICTURE + b"--b--",
        CHROME + b'Content-Type: multipart/related; boundary="b"\r\n\r\n',
    ],
    ids=["no page", "cut off"],
)
def test_without_a_page_it_is_damaged(data: bytes) -> None:
    with pytest.raises(InputError) as raised:
        source_of(data, "a.mht")
    assert raised.value.key == "damaged"


def test_parts_in_parts_without_end_are_damaged() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(3000)
    )
    with pytest.raises(InputError) as raised:
        source_of(CHROME + deep, "a.mht")
    assert raised.value.key == "damaged"


def test_a_report_about_mime_is_text() -> None:
    text = f"{TITLE}\n一、主要工作\n按照 MIME-Version: 1.0 标准发送邮件3封。\n"
    assert source_of(text.encode(), "a.txt").text == text
