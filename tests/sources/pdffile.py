"""PDFs for tests: each line of text put where a case wants it, in a font whose Chinese characters are one em wide."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Put(NamedTuple):
    """A text with its place in points from the lower left corner; ``turn`` slants it, as a watermark."""

    text: str
    left: float
    base: float
    size: float = 16
    turn: bool = False


class Rule(NamedTuple):
    """A filled box, thin as a table's rule, by its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class Picture(NamedTuple):
    """A grey square, one point for one."""

    size: float


def pdf_file(pages: Sequence[Sequence[Put | Rule | Picture]], protection: str = "") -> bytes:
    """A PDF of A4 pages.  ``protection`` is the object of an encryption dictionary."""
    chars = sorted(
        {char for page in pages for put in page if isinstance(put, Put) for char in put.text} | {"一"}
    )
    codes = {char: place for place, char in enumerate(chars, 1)}
    kids = " ".join(f"{7 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        _font(chars),
        _stream(_code_map(codes)),
        _stream("1000 0 0 -120 1000 880 d1 50 -100 900 950 re f"),
        _stream("500 0 0 -120 500 880 d1 50 -100 400 950 re f"),
    ]
    for at, page in enumerate(pages):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {8 + 2 * at} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>",
            _stream("\n".join(_drawn(put, codes) for put in page)),
        ]
    return _file(objects, protection)


def _font(chars: Sequence[str]) -> str:
    """A font of boxes, as a browser's print has fonts of outlines: it needs no font of the machine."""
    widths = " ".join("500" if char.isascii() else "1000" for char in chars)
    names = " ".join(f"/g{code}" for code in range(1, len(chars) + 1))
    shapes = " ".join(f"/g{code} {6 if char.isascii() else 5} 0 R" for code, char in enumerate(chars, 1))
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1"
        f" /LastChar {len(chars)} /Widths [{widths}] /Encoding << /Type /Encoding /Differences [1 {names}] >>"
        f" /CharProcs << {shapes} >> /ToUnicode 4 0 R >>"
    )


def _drawn(put: Put | Rule | Picture, codes: Mapping[str, int]) -> str:
    if isinstance(put, Picture):
        return f"q {put.size} 0 0 {put.size} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"
    if isinstance(put, Rule):
        return f"{put.left} {put.bottom} {put.width} {put.height} re f"
    matrix = "0.7 0.7 -0.7 0.7" if put.turn else "1 0 0 1"
    text = bytes(codes[char] for char in put.text).hex()
    return f"BT /F {put.size} Tf {matrix} {put.left} {put.base} Tm <{text}> Tj ET"


def _code_map(codes: Mapping[str, int]) -> str:
    rows = "\n".join(f"<{code:02x}> <{ord(char):04x}>" for char, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str], protection: str) -> bytes:
    text, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    guard = f" /Encrypt {protection} /ID [<00> <00>]" if protection else ""
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R{guard} >>\nstartxref\n{len(text)}\n%%EOF\n"
    return f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
