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
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bench.conversion import ROOT
from bench.figures import median_seconds
from bench.tampering import SENSE_WAYS, WAYS, Pair, Way
from converter.translation.numbers import Difference, chinese_numbers, differences, english_numbers, explain

SEED = 20201231
TRIALS = 300
SET = ROOT.parent / "shared" / "eval" / "bilingual"


def pairs(file: Path) -> list[Pair]:
    """The pairs of one year's file."""
    with file.open(encoding="utf-8-sig", newline="") as handle:
        return [Pair(row["中文"], row["英文"], int(row["报告年份"])) for row in csv.DictReader(handle)]


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
    return [trial for way in WAYS for trial in islice(_endless(good, side, way, chance), TRIALS // len(WAYS))]


def sense_trials(rows: list[Pair], side: str) -> list[Trial]:
    """Every pair of ``rows`` without an alarm, changed once in each of the ways of sense that it allows."""
    chance = random.Random(f"{SEED}{side}")
    good = [row for row in rows if not differences(row.zh, row.en, row.year)]
    return [
        trial
        for way, change in SENSE_WAYS.items()
        for row in good
        if (trial := _sensed(row, side, way, change, chance))
    ]


def _sensed(
    row: Pair,
    side: str,
    way: str,
    change: Way,
    chance: random.Random,
) -> Trial | None:
    other = change(row, side, chance)
    if other is None or other == (row.zh if side == "zh" else row.en):
        return None
    return Trial(side, way, replace(row, zh=other) if side == "zh" else replace(row, en=other))


def _endless(rows: list[Pair], side: str, way: str, chance: random.Random) -> Iterator[Trial]:
    while True:
        for row in chance.sample(rows, len(rows)):
            other = WAYS[way](row, side, chance)
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
        done = [*trials(rows, side), *sense_trials(rows, side)]
        result = [(trial, seen(trial)) for trial in done]
        caught = Counter(trial.way for trial, good in result if good)
        each = ", ".join(
            f"{way} {caught[way]}/{sum(t.way == way for t in done)}"
            for way in (*WAYS, *SENSE_WAYS)
            if any(t.way == way for t in done)
        )
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
