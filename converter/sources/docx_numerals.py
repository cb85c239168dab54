"""The numbers of Word's lists as Word writes them.  The number formats: ``docx_numerals.toml``."""

from collections.abc import Mapping

from converter.errors import SlipError
from converter.knowledge import Record, Table
from converter.text import numerals


class _Formats(Record, frozen=True):
    families: Mapping[str, str]
    bullets: Mapping[str, str]

    def __post_init__(self) -> None:
        for word, name in self.families.items():
            if name not in numerals.FAMILIES.load():
                raise SlipError("table_reference", field=word, value=name, file=numerals.FAMILIES.file)


FORMATS = Table(__package__, "docx_numerals.toml", _Formats)


def written(number: int, number_format: str) -> str:
    """``number`` as a list of ``number_format`` (ST_NumberFormat) shows it: ``written(11, "chineseCounting")`` is 十一."""
    return numerals.written(number, FORMATS.load().families.get(number_format, ""))


def bullet(sign: str) -> str:
    """A list's bullet as a character; those of symbol fonts stand in the private use area and mean nothing outside it."""
    bullets = FORMATS.load().bullets
    return "".join(bullets.get(c, bullets["other"]) if "\ue000" <= c <= "\uf8ff" else c for c in sign)
