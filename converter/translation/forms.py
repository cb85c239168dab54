"""Tables of the national forms in English, before anybody has translated a report: their words are the same in all."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from converter.text.numerals import ordinal, spelled, written

_NUMBER = re.compile(
    spelled(r"（(?P<inner>[{chinese}]{1,3})）|(?P<outer>[{chinese}]{1,3})、|(?P<item>\d{1,2})\\?[.、](?!\d)")
)
_TABLE = re.compile(r"表(\d+)")
_COUNTED = re.compile(r"(?P<label>.+)（(?:单位：)?(?P<unit>[^（）：]{1,4})）")
_BETWEEN = " · "
_SHORT = 4
_ROMAN = "upper_roman"
_UNIT_LINE = re.compile(r"（?(?:计量|金额)?单位：(?P<unit>[^（）]{1,8})）?")
_BETWEENS = re.compile(r"(?<=）)· | · ")  # a Chinese bracket makes room itself


class Known(NamedTuple):
    """The words of forms in English: labels, units, and measure words, which English leaves out."""

    label: Mapping[str, str]
    unit: Mapping[str, str]
    classifiers: Collection[str]


def label_in_english(words: str, known: Known) -> str | None:
    """A label of a row or column with its number, None where no form has it."""
    number = _NUMBER.match(words)
    bare = words[number.end() :] if number else words
    if numbered := _TABLE.fullmatch(words):
        return f"{known.label['表']} {numbered[1]}"
    if line := _UNIT_LINE.fullmatch(words):
        unit = _unit(line["unit"], known)
        return unit and f"{known.label['计量单位']}: {unit}"
    said = known.label.get(bare) or _counted(bare, known)
    return said and _number(number) + said


def _counted(bare: str, known: Known) -> str | None:
    """A label with the unit in its brackets; a measure word goes with them."""
    match = _COUNTED.fullmatch(bare)
    if match is None or match["label"] not in known.label:
        return None
    label, unit = known.label[match["label"]], _unit(match["unit"], known)
    return label if match["unit"] in known.classifiers else unit and f"{label} ({unit})"


def _unit(unit: str, known: Known) -> str | None:
    return known.unit.get(unit) or known.label.get(unit)


def _number(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    if match["inner"]:
        return f"({ordinal(match['inner'])}) "
    return f"{written(ordinal(match['outer']), _ROMAN)}. " if match["outer"] else f"{match['item']}\\. "


def labels_in_english(words: str, known: Known) -> str | None:
    """Labels that a page or a figure's name joins (``予以公开 · 自然人``), None where one of them is no form's."""
    parts = [
        part
        for name in _BETWEENS.split(words)
        for part in ([name] if name in known.label else name.split("-"))
    ]
    said = [label_in_english(part, known) for part in parts]
    told = [part for part in said if part is not None]
    return _BETWEEN.join(told) if told and len(told) == len(said) else None


def block_in_english(block: str, known: Known) -> str | None:
    """A caption or a table of a page with the words of forms in English; None for any other block.

    What no form has, a town's name or a department's, stays as it is for translators.
    """
    if not block.startswith("| ") or "\n| ---" not in block:
        is_caption = _BETWEENS.search(block) or _TABLE.fullmatch(block) or _is_label(block, known)
        return labels_in_english(block, known) if is_caption else None
    rows = [line[2:-2].split(" | ") for line in block.split("\n")]
    said = [[labels_in_english(cell, known) or cell for cell in row] for row in rows]
    changed = any(
        a != b for row, other in zip(rows, said, strict=True) for a, b in zip(row, other, strict=True)
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in said) if changed else None


def _is_label(block: str, known: Known) -> bool:
    """Whether a paragraph is just a label of a form, and no word that may stand for anything."""
    return block in known.label and len(block) > _SHORT
