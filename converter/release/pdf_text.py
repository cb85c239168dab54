"""Whether a PDF says in characters what its page says: a machine without Chinese fonts prints boxes and no error."""

import re
from collections import Counter

import pypdfium2  # type: ignore[import-untyped]
from bs4 import BeautifulSoup

from converter.sources.pdf_glyphs import repaired

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_SAID = "article :is(h1, h2, h3, h4, h5, h6, p, td):not(.cite *, .reading-tools)"


def missing_characters(html: str, pdf: bytes) -> str:
    """The Chinese characters, each once, that the page ``html`` says more often than ``pdf``."""
    page = BeautifulSoup(html, "lxml")
    said = Counter(_HAN.findall(repaired("".join(block.get_text() for block in page.select(_SAID)))))
    document = pypdfium2.PdfDocument(pdf)
    printed = Counter(
        _HAN.findall(repaired("".join(sheet.get_textpage().get_text_range() for sheet in document)))
    )
    document.close()
    return "".join(said - printed)
