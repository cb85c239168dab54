"""Real Word files: every one is read, and its characters are those of an independent look into its XML."""

import random
import re
import zipfile
from html import unescape
from pathlib import Path

from converter.errors import InputError
from converter.sources import source_of
from converter.sources.docx import read_docx

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def test_no_character_of_a_real_word_file_is_lost(evaluation: Path) -> None:
    files = sorted((evaluation / "corpus" / "cities_docx").glob("*.docx"))
    assert files
    for file in files:
        with zipfile.ZipFile(file) as archive:
            expected = unescape("".join(_TEXT.findall(archive.read("word/document.xml").decode("utf-8"))))
        assert "".join(read_docx(file.read_bytes(), file.name).text.split()) == "".join(expected.split()), (
            file
        )


def test_real_files_cut_short_are_read_or_refused(evaluation: Path) -> None:
    draw = random.Random(20261123)
    files = [
        *sorted((evaluation / "corpus" / "cities_docx").glob("*.docx"))[:5],
        *sorted((evaluation / "inputs").glob("*.pdf")),
    ]
    for file in files:
        data = file.read_bytes()
        for end in (draw.randrange(len(data)) for _ in range(8)):
            try:
                assert source_of(data[:end], file.name).text.strip()
            except InputError as error:
                assert error.key in ("damaged", "scanned", "no_text")
