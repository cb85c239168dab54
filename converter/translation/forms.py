"""Tables of the national forms in English, before anybody has translated a report: their words are the same in all."""

import re
from collections.abc import Mapping

from converter.text.numerals import ordinal, spelled

_NUMBER = re.compile(
    spelled(r"（(?P<inner>[{chinese}]{1,3})）|(?P<outer>[{chinese}]{1,3})、|(?P<item>\d{1,2})\\?[.、](?!\d)")
)
_TABLE = re.compile(r"表(\d+)")
_BETWEEN = " · "


def label_in_english(words: str, known: Mapping[str, str]) -> str | None:
    """A label of a row or column with its number, None where no form has it."""
    number = _NUMBER.match(words)
    bare = words[number.end() :] if number else words
    if numbered := _TABLE.fullmatch(words):
        return f"{known['表']} {numbered[1]}"
    if bare not in known:
        return None
    return _number(number) + known[bare]


def _number(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    if match["inner"]:
        return f"({ordinal(match['inner'])}) "
    return f"{ordinal(match['outer']) if match['outer'] else match['item']}\\. "


def labels_in_english(words: str, known: Mapping[str, str]) -> str | None:
    """Labels that a page or a figure's name joins (``予以公开 · 自然人``), None where one of them is no form's."""
    parts = [
        part for name in words.split(_BETWEEN) for part in ([name] if name in known else name.split("-"))
    ]
    said = [label_in_english(part, known) for part in parts]
    told = [part for part in said if part is not None]
    return _BETWEEN.join(told) if told and len(told) == len(said) else None


def block_in_english(block: str, known: Mapping[str, str]) -> str | None:
    """A caption or a table of a page with the words of forms in English; None for any other block.

    What no form has, a town's name or a department's, stays as it is for translators.
    """
    if not block.startswith("| ") or "\n| ---" not in block:
        return labels_in_english(block, known) if _BETWEEN in block or _TABLE.fullmatch(block) else None
    rows = [line[2:-2].split(" | ") for line in block.split("\n")]
    said = [[labels_in_english(cell, known) or cell for cell in row] for row in rows]
    changed = any(
        a != b for row, other in zip(rows, said, strict=True) for a, b in zip(row, other, strict=True)
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in said) if changed else None
