"""The numbers of Word's lists as Word writes them.  The number formats: ``docx_numerals.toml``."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

_ROMAN = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = resources.files(__package__).joinpath("docx_numerals.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def written(number: int, number_format: str) -> str:
    """``number`` as a list of ``number_format`` (ST_NumberFormat) shows it: ``written(11, "chineseCounting")`` is 十一."""
    table = _table()
    match table.get(table["same"].get(number_format, number_format), {}):
        case {"row": str(row), **more} if 0 < number <= len(row) * (9 if more else 1):
            return row[(number - 1) % len(row)] * ((number - 1) // len(row) + 1)
        case {"spoken": str(signs), "tens": str(tens)} if 0 <= number < 10_000:
            return _spoken(number, signs, tens)
        case {"digits": str(signs), **more}:
            return "".join(signs[int(digit)] for digit in str(number).zfill(int(more.get("width", 1))))
        case {"roman": [*signs]} if 0 < number < 5_000:
            return _roman(number, signs)
    return str(number)


def bullet(sign: str) -> str:
    """A list's bullet as a character; those of symbol fonts stand in the private use area and mean nothing outside it."""
    bullets = _table()["bullets"]
    return "".join(bullets.get(c, bullets["other"]) if "\ue000" <= c <= "\uf8ff" else c for c in sign)


def _spoken(number: int, signs: str, tens: str) -> str:
    digits = [int(digit) for digit in str(number)]
    places = ["", *tens][: len(digits)][::-1]
    pairs = zip(digits, places, strict=True)
    text = "".join(signs[digit] + place if digit else signs[0] for digit, place in pairs)
    while signs[0] * 2 in text:
        text = text.replace(signs[0] * 2, signs[0])
    text = text.rstrip(signs[0]) or signs[0]
    # 十一, not 一十一; but 壹拾壹.
    return text.removeprefix("一") if 10 <= number < 20 else text


def _roman(number: int, signs: list[str]) -> str:
    text = ""
    for value, sign in zip(_ROMAN, signs, strict=True):
        text += sign * (number // value)
        number %= value
    return text
