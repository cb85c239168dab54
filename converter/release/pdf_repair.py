"""Two repairs of a PDF that Chromium printed: the characters that are copied from it, and its date.

In many fonts one glyph serves 山 and the radical ⼭, and Chromium notes the radical: the page looks right, but a search
for 山 fails.  The tables that say which characters the glyphs are (ToUnicode) are written anew behind the
end of the file, as an incremental update (ISO 32000-1, 7.5.6); what was there stays byte for byte.
"""

import re
import time
import zlib
from collections.abc import Iterator

from converter.sources.pdf_glyphs import repaired

_STREAM = re.compile(rb"(?P<number>\d+) 0 obj\s*<<[^<>]*/FlateDecode[^<>]*>>\s*stream\r?\n")
_TRAILER = re.compile(rb"trailer\s*<<(?P<entries>.*?)>>\s*startxref\s*(?P<start>\d+)\s*%%EOF\s*\Z", re.S)
_TABLES = re.compile(rb"\d+ beginbf(?:char|range)\s.*endbf(?:char|range)", re.S)
_BLOCK = re.compile(rb"beginbf(char|range)\s(.*?)endbf", re.S)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_DATE = re.compile(rb"(?<=Date \(D:)\d{14}[^)]*(?=\))")
_IN_A_TABLE = 100  # the most entries that one table may have


def dated(pdf: bytes, seconds: int) -> bytes:
    """``pdf`` with ``seconds`` (UTC, since 1970) for the time at which it was made."""
    date = time.strftime("%Y%m%d%H%M%S+00'00'", time.gmtime(seconds)).encode("ascii")
    return _DATE.sub(lambda found: date if len(found[0]) == len(date) else found[0], pdf)


def with_characters(pdf: bytes) -> bytes:
    """``pdf`` with every radical that its text would be copied as replaced by its character.

    A file of another form than Chromium's comes back as it is.
    """
    trailer = _TRAILER.search(pdf)
    changed = dict(_changed(pdf)) if trailer else {}
    if not trailer or not changed:
        return pdf
    update, entries = bytearray(pdf.rstrip() + b"\n"), [b"xref\n"]
    for number, table in sorted(changed.items()):
        entries.append(b"%d 1\n%010d 00000 n \n" % (number, len(update)))
        packed = zlib.compress(table, 9)
        update += b"%d 0 obj\n<</Filter /FlateDecode\n/Length %d>> stream\n" % (number, len(packed))
        update += packed + b"\nendstream\nendobj\n"
    start = len(update)
    update += b"".join(entries)
    known, before = trailer["entries"], int(trailer["start"])
    update += b"trailer\n<<%s\n/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (known, before, start)
    return bytes(update)


def _changed(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    for stream in _STREAM.finditer(pdf):
        try:
            content = zlib.decompressobj().decompress(pdf[stream.end() :])
        except zlib.error:
            continue  # not the start of a stream, but bytes of a picture that look like one
        if b"begincmap" in content:
            pairs = list(_pairs(content))
            better = [(glyph, repaired(text)) for glyph, text in pairs]
            if better != pairs:
                yield int(stream["number"]), _with_tables(content, better)


def _pairs(table: bytes) -> Iterator[tuple[bytes, str]]:
    """Each glyph (its code, in hexadecimal) with the text that it stands for."""
    for kind, block in _BLOCK.findall(table):
        codes = _HEX.findall(block)
        if kind == b"char":
            yield from ((glyph, _text(code)) for glyph, code in zip(codes[::2], codes[1::2], strict=True))
            continue
        for first, last, code in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
            text, width = _text(code), len(first)
            for step in range(int(last, 16) - int(first, 16) + 1):
                yield b"%0*X" % (width, int(first, 16) + step), text[:-1] + chr(ord(text[-1]) + step)


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode("ascii")).decode("utf-16-be")


def _with_tables(content: bytes, pairs: list[tuple[bytes, str]]) -> bytes:
    return _TABLES.sub(lambda _: _tables(pairs), content)


def _tables(pairs: list[tuple[bytes, str]]) -> bytes:
    blocks = (pairs[at : at + _IN_A_TABLE] for at in range(0, len(pairs), _IN_A_TABLE))
    return b"\n".join(b"%d beginbfchar\n%sendbfchar" % (len(block), _lines(block)) for block in blocks)


def _lines(pairs: list[tuple[bytes, str]]) -> bytes:
    return b"".join(
        b"<%s> <%s>\n" % (glyph, text.encode("utf-16-be").hex().upper().encode("ascii"))
        for glyph, text in pairs
    )
