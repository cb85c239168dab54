"""How often the number gate alarms on official translations, and how often it sees a number that was tampered with.

The pairs are sentences of official reports with their official English, aligned by program: some are cut apart in
different places, and an alarm on one of these counts like any other.  Tampering finds its numbers with patterns of its
own, not with the gate's, and takes only numbers whose change makes a good pair wrong: in pairs without an alarm, no
number that is said twice, no ordinal (for dropping: no year either) that only the English has, as where 去年 is "in
2023" or a summit is named with its edition, and no numeral of a Chinese slogan in quotation marks.

Run ``python -m bench.gate``; ``--alarms`` prints each alarm, ``--missed`` each tampering that was not seen.
"""

import csv
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bench.conversion import ROOT
from bench.figures import median_seconds
from converter.translation.numbers import Difference, chinese_numbers, differences, english_numbers, explain

SEED = 20201231
TRIALS = 300
SET = ROOT.parent / "shared" / "eval" / "bilingual"
_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
]
_HAN = "二三四五六七八九"
_SCALES = {
    "million": "billion",
    "billion": "million",
    "trillion": "billion",
    "万亿": "亿",
    "万": "亿",
    "亿": "万",
}
_EN = re.compile(rf"(?<!Covid-)\d+(?:,\d{3})*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b", re.I)
_ZH = re.compile(rf"\d+(?:\.\d+)?|(?<![一{_HAN}十百千万亿])[{_HAN}](?=[个项次条部类批件大年级])")
_SCALE = re.compile("|".join(_SCALES))
_TAIL = re.compile(r"^(?: ?(?:million|billion|trillion|percent|%)|[余多]?(?:万亿|万|亿))+")
_SUFFIX = re.compile(r"^(?:(?:st|nd|rd|th)\b)?-?")


@dataclass(frozen=True)
class Pair:
    """A Chinese sentence and its English, and the year of the report."""

    zh: str
    en: str
    year: int


def pairs(file: Path) -> list[Pair]:
    """The pairs of one year's file."""
    with file.open(encoding="utf-8-sig", newline="") as handle:
        return [Pair(row["中文"], row["英文"], int(row["报告年份"])) for row in csv.DictReader(handle)]


def numbers_of(pair: Pair, side: str, dropping: bool) -> list[re.Match[str]]:
    """The numbers of one side that may be tampered with."""
    if side == "zh":
        quoted = [match.span() for match in re.finditer("“[^“”]*”", pair.zh)]
        found = [
            m for m in _ZH.finditer(pair.zh) if not any(start <= m.start() < end for start, end in quoted)
        ]
    else:
        found = [m for m in _EN.finditer(pair.en) if not _only_english(m, pair, dropping)]
    said = Counter(match[0].lower() for match in found)
    return [match for match in found if said[match[0].lower()] == 1]


def _only_english(match: re.Match[str], pair: Pair, dropping: bool) -> bool:
    ordinal = re.match(r"(?:st|nd|rd|th)\b", match.string[match.end() :])
    if not ordinal and not (dropping and re.fullmatch(r"(?:19|20)\d\d", match[0])):
        return False
    return match[0] not in pair.zh and _in_han(int(match[0])) not in pair.zh


def _in_han(number: int) -> str:
    """A number below a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    digits = f"〇一{_HAN}"
    return (("" if tens == 1 else digits[tens]) + "十" if 0 < tens < 10 else "") + (
        digits[ones] if ones else ""
    )


def changed(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Another digit or another word in one number; None where there is none."""
    if not (found := numbers_of(pair, side, dropping=False)):
        return None
    match = chance.choice(found)
    return _without(match, _other(match[0], chance))


def _without(match: re.Match[str], instead: str) -> str:
    return match.string[: match.start()] + instead + match.string[match.end() :]


def _other(number: str, chance: random.Random) -> str:
    if not number[0].isdigit():
        words = list(_HAN) if number in _HAN else _WORDS
        return chance.choice([word for word in words if word != number.lower()])
    at = chance.choice([at for at, char in enumerate(number) if char.isdigit()])
    digits = [digit for digit in "123456789" if digit != number[at]]
    return number[:at] + chance.choice(digits) + number[at + 1 :]


def rescaled(pair: Pair, side: str, chance: random.Random) -> str | None:
    """Another scale behind a number with digits: million for billion, 万 for 亿."""
    text = pair.zh if side == "zh" else pair.en
    found = [match for match in _SCALE.finditer(text) if re.search(r"\d[余多]? ?$", text[: match.start()])]
    match = chance.choice(found) if found else None
    return _without(match, _SCALES[match[0]]) if match else None


def dropped(pair: Pair, side: str, chance: random.Random) -> str | None:
    """One number deleted as an editor's key would, with its scale and percent sign."""
    if not (found := numbers_of(pair, side, dropping=True)):
        return None
    match = chance.choice(found)
    rest = _TAIL.sub("", match.string[match.end() :])
    return match.string[: match.start()] + rest


def cut_out(pair: Pair, side: str, chance: random.Random) -> str | None:
    """One number taken out so that the sentence still reads: no suffix, hyphen or double blank stays behind."""
    if not (found := numbers_of(pair, side, dropping=True)):
        return None
    match = chance.choice(found)
    rest = _SUFFIX.sub("", _TAIL.sub("", match.string[match.end() :]))
    return re.sub(r" +(?=[ ,.;])", "", match.string[: match.start()] + rest)


def added(pair: Pair, side: str, chance: random.Random) -> str | None:
    """One number more, between two words or before a Chinese comma or stop."""
    text = pair.zh if side == "zh" else pair.en
    value = chance.choice(
        [str(chance.randint(2, 99)), str(chance.randint(100, 99999)), f"{chance.randint(1, 99)}.5%"]
    )
    places = [match.start() for match in re.finditer("[，。；、]" if side == "zh" else r" (?=[a-z])", text)]
    if not places:
        return None
    at = chance.choice(places)
    return text[:at] + (f"{value}件" if side == "zh" else f" {value}") + text[at:]


_WAYS: dict[str, Callable[[Pair, str, random.Random], str | None]] = {
    "changed": changed,
    "other scale": rescaled,
    "dropped": dropped,
    "cut out": cut_out,
    "added": added,
}


@dataclass(frozen=True)
class Trial:
    """A good pair after something was done to it."""

    side: str
    way: str
    pair: Pair


def trials(rows: list[Pair], side: str) -> list[Trial]:
    """``TRIALS`` random pairs of ``rows`` with one number tampered with on one side, equally many in each way.

    A pair is taken again only where a way has no more pairs, and then probably loses another number.
    """
    chance = random.Random(f"{SEED}{side}")
    good = [row for row in rows if not differences(row.zh, row.en, row.year)]
    return [
        trial for way in _WAYS for trial in islice(_endless(good, side, way, chance), TRIALS // len(_WAYS))
    ]


def _endless(rows: list[Pair], side: str, way: str, chance: random.Random) -> Iterator[Trial]:
    while True:
        for row in chance.sample(rows, len(rows)):
            other = _WAYS[way](row, side, chance)
            if other is not None and other != (row.zh if side == "zh" else row.en):
                yield Trial(side, way, replace(row, zh=other) if side == "zh" else replace(row, en=other))


def seen(trial: Trial) -> bool:
    """True where the gate says something of the pair, of which it said nothing before."""
    return bool(differences(trial.pair.zh, trial.pair.en, trial.pair.year))


def alarms(rows: list[Pair]) -> list[tuple[Difference, ...]]:
    """What the gate says of each pair where it says anything."""
    return [found for row in rows if (found := differences(row.zh, row.en, row.year))]


def report(file: Path, details: set[str]) -> None:
    """Print both measures of one year."""
    rows = pairs(file)
    told = alarms(rows)
    print(f"{file.name}: {len(rows)} pairs, {len(told)} alarms ({len(told) / len(rows):.2%}; goal 2 %)")
    if "--alarms" in details:
        print(*("  " + explain(one, "en") for found in told for one in found), sep="\n")
    for side in ("en", "zh"):
        done = trials(rows, side)
        result = [(trial, seen(trial)) for trial in done]
        caught = Counter(trial.way for trial, good in result if good)
        each = ", ".join(f"{way} {caught[way]}/{sum(t.way == way for t in done)}" for way in _WAYS)
        print(
            f"  one number tampered with in {side}: {caught.total()}/{len(done)} seen ({caught.total() / len(done):.1%}; goal 99 %): {each}"
        )
        if "--missed" in details:
            print(
                *(f"    {t.way}: {t.pair.zh}\n      {t.pair.en}" for t, good in result if not good), sep="\n"
            )


def speed(name: str, text: str, read: Callable[[str], object]) -> None:
    """Print how fast a language is read."""
    rate = len(text.encode()) / median_seconds(lambda: int(read(text) is None)) / 1000
    print(f"{name}: {rate:,.0f} kB/s (goal 200)")


def main() -> None:
    files = sorted(SET.glob("*.csv"))
    if not files:
        print(
            f"no pairs in {SET.relative_to(ROOT.parent)} beside the project: the number gate is not measured"
        )
        return
    print(f"seed {SEED}, {TRIALS} trials a side")
    for file in files:
        report(file, set(sys.argv[1:]))
    rows = [row for file in files for row in pairs(file)]
    speed("Chinese", "\n".join(row.zh for row in rows), chinese_numbers)
    speed("English", "\n".join(row.en for row in rows), english_numbers)


if __name__ == "__main__":
    sys.exit(main())
