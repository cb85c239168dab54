"""How often the termbase alarms on official translations.

The pairs are sentences of official reports with their official English, aligned by program.  Where the rendering
looked for stands in the English of a pair close by, only the alignment is wrong; such alarms are counted apart.  Run
``python -m bench.terms``; ``--alarms`` prints each alarm.
"""

import csv
import sys
from pathlib import Path

from bench.conversion import ROOT
from converter.translation.terms import Breach, breaches, explain, terms_in
from converter.translation.terms.english import places, prose

SET = ROOT.parent / "shared" / "eval" / "bilingual"
_NEAR = 2


def pairs(file: Path) -> list[tuple[str, str]]:
    """Chinese and English of each row."""
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return [(row["中文"], row["英文"]) for row in csv.DictReader(rows)]


def is_near(breach: Breach, at: int, told: list[tuple[str, str]]) -> bool:
    """True where the missing rendering stands in the English of a pair close by."""
    around = prose(" ".join(en for _, en in told[max(0, at - _NEAR) : at + _NEAR + 1]))
    return any(next(places(rendering, around), None) for rendering in breach.term.renderings)


def main() -> None:
    """Print the alarms on each file, in all and for each hundred terms."""
    for file in sorted(SET.glob("*.csv")):
        told = pairs(file)
        count = sum(hit.term.checked for zh, _ in told for hit in terms_in(zh))
        found = [(at, breach) for at, (zh, en) in enumerate(told) for breach in breaches(zh, en)]
        apart = [breach for at, breach in found if is_near(breach, at, told)]
        rest = len(found) - len(apart)
        print(
            f"{file.name}: {len(told)} pairs, {count} terms, {len(found)} alarms, {len(apart)} of them answered "
            f"close by; {100 * rest / max(count, 1):.1f} others a hundred terms"
        )
        if "--alarms" in sys.argv:
            for at, breach in found:
                print(f"  {explain(breach, 'en')}\n    {told[at][0]}\n    {told[at][1]}")
    if not SET.is_dir():
        print("the official pairs (../shared/eval/bilingual beside the project) are not here")


if __name__ == "__main__":
    main()
