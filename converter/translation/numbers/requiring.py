"""Which of the numbers left over the other text would have to say."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from converter.figures.alternatives import either
from converter.text.fold import fold
from converter.translation.numbers.number import Kind, Language, Number
from converter.translation.numbers.pairing import Atom, Pairing, is_converted
from converter.translation.numbers.respective import parted
from converter.translation.numbers.tables import CHINESE, COMPARING

_TERMS: dict[Language, dict[str, re.Pattern[str]]] = {
    "zh": {row.name: re.compile(row.zh) for row in COMPARING.load().term},
    "en": {row.name: re.compile(row.en) for row in COMPARING.load().term},
}
_RELATIVE_YEAR = re.compile(CHINESE.load().relative_years)
_ALL = re.compile(COMPARING.load().all_of, re.I)
_FIRST_MONTHS = re.compile(COMPARING.load().first_months)
_BOTH = re.compile(COMPARING.load().both, re.I)
_SAME = re.compile(COMPARING.load().same, re.I)
_MONTH = "calendar month"
_NAME = re.compile(f"(?!{either(CHINESE.load().measures)})[一-龥]{{2}}")
_CLAUSE = re.compile("[,。;:!?\n]")
_LEVELS = re.compile("[国省市区县旗乡镇村街]{2,4}$")  # 区市两级
_BETWEEN = re.compile("[、—-]+|[和与及]")
_DIGIT = re.compile(r"\d")
_QUOTED = {"zh": re.compile("“[^“”\n]{1,16}”"), "en": re.compile('“[^“”\n]{1,60}”|"[^"\n]{1,60}"')}


def missing(pairing: Pairing, zh: str, en: str) -> list[Number]:
    """The Chinese numbers that the English lacks."""
    said = {(a.number.kind, b.value) for a, b in pairing.pairs}
    named = {(a.value, name) for a, _ in pairing.pairs if (name := _named(a.number, zh))}
    left = (
        atom
        for atom in pairing.zh_left
        if not _said_once(atom, said)
        and (atom.value, _named(atom.number, zh)) not in named
        and not _said_for_both(atom, pairing, en)
        and not _counts_a_list(atom.number, zh)
    )
    return _numbers(
        atom
        for atom in left
        if _is_required(atom, "en", en, pairing.en_left) or _is_slogan(atom, pairing, zh, en)
    )


def invented(pairing: Pairing, zh: str, year: int | None) -> list[Number]:
    """The English numbers that the Chinese lacks, but for years near ``year`` that it tells by words such as 去年."""
    # English may say a number again where Chinese leaves out what it already said.
    said = {(b.value, b.number.kind) for _, b in pairing.pairs}
    left = [
        atom
        for atom in pairing.en_left
        if (atom.value, atom.number.kind) not in said and not _said_in_other_unit(atom, pairing)
    ]
    numbers = _numbers(atom for atom in left if _is_required(atom, "zh", zh, pairing.zh_left))
    told = len(_RELATIVE_YEAR.findall(zh))
    years = [number for number in numbers if number.kind == "year" and _is_near(number, year)][:told]
    begins = (
        [number for number in numbers if number.unit == _MONTH and number.value == 1]
        if _FIRST_MONTHS.search(zh)
        else []
    )
    return [number for number in numbers if number not in (*years, *begins)]


def _said_in_other_unit(atom: Atom, pairing: Pairing) -> bool:
    """10,000 hectares (150,000 mu): the same once more; January to March: the first quarter's first month and its last."""
    last = atom._replace(value=atom.value + 2) if atom.number.unit == _MONTH else atom
    return any(is_converted(zh, atom) or is_converted(zh, last) for zh, _ in pairing.pairs)


def _numbers(atoms: Iterable[Atom]) -> list[Number]:
    return list(dict.fromkeys(atom.number for atom in atoms))


def _said_for_both(atom: Atom, pairing: Pairing, en: str) -> bool:
    """Twice in Chinese is once in English that tells it of both: "both rose by a fifth", "the same number of schools"."""
    phrases = {"percent": _BOTH, "point": _BOTH, "count": _SAME}
    if atom.number.kind not in phrases or not phrases[atom.number.kind].search(en):
        return False
    return any(a.number.kind == atom.number.kind and a.value == atom.value for a, _ in pairing.pairs)


def _said_once(atom: Atom, said: set[tuple[Kind, Decimal]]) -> bool:
    """A count in words, a plan or a name may be said once in English for two (两次…、两次… is "twice")."""
    number = atom.number
    again = number.kind in ("term", "name") or (number.kind == "count" and not _DIGIT.search(number.surface))
    return again and (number.kind, atom.value) in said


def _counts_a_list(number: Number, zh: str) -> bool:
    """A count in words of things that stand before it, as 市、县两级 or 区—街道—社区三级; English may only name them."""
    if number.kind != "count" or _DIGIT.search(number.surface):
        return False
    before = _CLAUSE.split(fold(zh[: number.span.start]))[-1]
    levels = _LEVELS.search(before)
    listed = max(len(_BETWEEN.split(parted(before))), len(levels[0]) if levels else 0)
    return not before.endswith("等") and 1 < number.value <= listed


def _named(number: Number, zh: str) -> str:
    """The beginning of what an ordinal names (第六立面, but no 第六批); English says such a name once and then "these"."""
    name = _NAME.match(fold(zh), number.span.end) if number.kind == "ordinal" else None
    return name[0] if name else ""


def _is_required(atom: Atom, language: Language, text: str, others: Sequence[Atom]) -> bool:
    """Whether ``text``, which is in ``language`` and has ``others`` left over, would have to say the number."""
    number = atom.number
    if number.kind == "size":  # 数十 may be "many", but not "hundreds"
        return any(other.number.kind == "size" for other in others)
    if atom.value == 0 and number.upper is not None:
        return False  # 0至3岁 is "under three"
    if number.kind == "term":
        return _TERMS[language][number.unit].search(text) is not None
    if number.unit == "all" and language == "en":
        return _ALL.search(text) is None
    return not number.optional


def _is_slogan(atom: Atom, pairing: Pairing, zh: str, en: str) -> bool:
    """A slogan's number is needed where the English seems to quote the slogan: it has a quotation too many without one."""
    if atom.number.unit != "slogan" or atom.value == 1:
        return False
    bare = {
        "zh": _bare(zh, [a.number for a, _ in pairing.pairs] + [a.number for a in pairing.zh_left], "zh"),
        "en": _bare(en, [b.number for _, b in pairing.pairs] + [b.number for b in pairing.en_left], "en"),
    }
    return bare["en"] > bare["zh"]


def _bare(text: str, numbers: list[Number], language: Language) -> int:
    """How many quotations have no number in them."""
    spans = [match.span() for match in _QUOTED[language].finditer(text)]
    return sum(not any(start <= number.span.start < end for number in numbers) for start, end in spans)


def _is_near(number: Number, year: int | None) -> bool:
    return year is None or abs(number.value - year) <= 1
