"""Learn where headings end: ``python -m bench.heading_ends TEXTS… [--write]``.

TEXTS are folders of reports with one paragraph a line.  Their headings on lines of their own are what is learnt from,
laid out anew as if each ran into its text.  A third of the reports, drawn by their names, is kept apart and tells how
well that works on reports not seen; ``--write`` then learns from all and writes ``converter/structure/segment/glue_*.csv``.
"""

import argparse
import csv
import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from converter.errors import InputError
from converter.model import Chapter, Report, Section
from converter.sources import SUFFIXES, read_source, source_of
from converter.structure.clean import clean
from converter.structure.lines import Line, read_lines
from converter.structure.segment import glue, glue_tables, segment
from converter.text.fold import fold
from converter.text.numerals import spelled

_HERE = Path(glue.__file__).parent
_COMMON = 40  # times; rarer pairs tell nothing
_SEEN = 6  # times; rarer features are left out
_GLUED = 2  # times as much a glued heading counts as another: a flattened report has more of them
_ROUNDS, _RATE, _DECAY = 8, 0.3, 2e-6
_STEP = 1.5  # how finely the logarithm of a pair's frequency is told apart
_FAR = 8
_SMALL = 10  # hundredths; weights below it are left out
_KEPT_APART = 3
_MARK = re.compile(
    spelled(r"(?:第?[{chinese}]{1,3}[、.,是要]|\([{chinese}\d]{1,3}\)|\d{1,2}[、.]|[{enclosed}]|--)")
)


class Example(NamedTuple):
    report: str
    style: str
    n: int
    part: glue.Glued
    end: int


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("texts", nargs="+", type=Path)
    ask.add_argument("--write", action="store_true")
    said = ask.parse_args()
    texts = dict(_texts(said.texts))
    examples = [example for name, lines in texts.items() for example in _examples(name, lines)]
    apart = {name for name in texts if hashlib.sha256(name.encode()).digest()[0] % _KEPT_APART == 0}
    _use(texts[name] for name in texts if name not in apart)
    weights = _learnt([example for example in examples if example.report not in apart])
    _tell(weights, [example for example in examples if example.report in apart])
    if said.write:
        pairs = _use(texts.values())
        alike = defaultdict[tuple[str, str, str], str](str)
        for pair, told in sorted(pairs.items()):
            alike[told] += pair
        rows_of = ((*told, both) for told, both in sorted(alike.items()))
        _write("glue_pairs.csv", ("ends", "starts", "bond", "pairs"), rows_of)
        rows = ((key, round(100 * weight)) for key, weight in sorted(_learnt(examples).items()))
        _write("glue_weights.csv", ("feature", "weight"), (row for row in rows if abs(row[1]) >= _SMALL))


def _texts(folders: Iterable[Path]) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in SUFFIXES):
        try:
            lines = read_source(path).text.splitlines()
        except InputError:
            continue
        yield str(path), [line.strip() for line in lines if line.strip()]


def _examples(name: str, lines: Sequence[str]) -> Iterator[Example]:
    cleaned = clean(source_of("\n".join(lines).encode(), "report.txt"))
    report = segment(cleaned)
    typed = {line.span.start: line for line in read_lines(cleaned) if line.mark and not line.flattened}
    marks = sorted(typed)
    for part in _parts(report.chapters):
        line = typed.get(part.lead.start)
        if line and line.mark and not line.mark.style.note:
            following = next((at for at in marks if at > line.span.start), len(report.folded))
            found = _example(name, report, part, line, following)
            if found:
                yield found


def _parts(parts: Iterable[Chapter | Section]) -> Iterator[Chapter | Section]:
    for part in parts:
        yield part
        yield from _parts(part.sections)


def _example(
    name: str, report: Report, part: Chapter | Section, line: Line, following: int
) -> Example | None:
    assert line.mark is not None
    folded, start = report.folded, line.mark.span.end
    words = re.sub(r"\s", "", folded[start : min(following, start + 200)])
    heading = part.heading
    alone = heading is not None and heading.end == line.span.end and folded[heading.end - 1] not in "。;:!?,"
    end = len(re.sub(r"\s", "", heading.of(folded))) if heading and alone else glue.NO_HEADING
    known = len(words) > end and end in glue.places(words)
    part_of = glue.Glued(words, line.mark.style.rank)
    return Example(name, line.mark.style.key, line.mark.n, part_of, end) if known else None


def _use(texts: Iterable[Sequence[str]]) -> dict[str, tuple[str, str, str]]:
    """Count the pairs of ``texts`` and let features be told by them."""
    single, both, starts, ends = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for lines in texts:
        for sentence in re.split(r"[。;!?\n]", "\n".join(re.sub(r"\s", "", fold(line)) for line in lines)):
            words = _MARK.sub("", sentence, count=1)
            if len(words) > 2:
                starts[words[:2]] += 1
                ends[words[-2:]] += 1
                single.update(words)
                both.update(a + b for a, b in pairwise(words))
    size, edges = single.total(), starts.total()

    def edge(found: Counter[str], pair: str) -> float:
        return math.log((found[pair] + 0.5) / edges / ((both[pair] + 5) / size))

    def bond(pair: str) -> float:
        return math.log((both[pair] + 0.3) * size / ((single[pair[0]] + 3) * (single[pair[1]] + 3)))

    pairs = {
        pair: (_told(edge(ends, pair)), _told(edge(starts, pair)), _told(bond(pair)))
        for pair, count in both.items()
        if count >= _COMMON
    }
    glue_tables.pairs = lambda: pairs
    return pairs


def _told(value: float) -> str:
    return str(max(-_FAR, min(_FAR, round(value * _STEP))))


def _learnt(examples: Sequence[Example]) -> dict[str, float]:
    """Weights of features by which the right place scores best, by stochastic descent with a rate for each feature."""
    rows = []
    seen = Counter[str]()
    for example in examples:
        found = glue.places(example.part.words)
        keys = [list(glue.features(example.part, place)) for place in found]
        seen.update({key for each in keys for key in each})
        rows.append((found.index(example.end), keys))
    rows = [(right, [[key for key in each if seen[key] >= _SEEN] for each in keys]) for right, keys in rows]
    weights, moved = defaultdict[str, float](float), defaultdict[str, float](float)
    for n in range(_ROUNDS * len(rows)):
        right, keys = rows[n * 7919 % len(rows)]
        chances = glue._chances([sum(weights[key] for key in each) for each in keys])
        change = defaultdict[str, float](float)
        for at, (each, chance) in enumerate(zip(keys, chances, strict=True)):
            if chance > 1e-4 or at == right:
                for key in each:
                    change[key] += (chance - (at == right)) * (_GLUED if right else 1)
        for key, slope in change.items():
            step = slope + _DECAY * len(rows) * weights[key]
            moved[key] += step * step
            weights[key] -= _RATE * step / math.sqrt(moved[key] + 1e-6)
    return dict(weights)


def _tell(weights: dict[str, float], examples: Sequence[Example]) -> None:
    glue_tables.weights = lambda: weights
    right, all_ = Counter[str](), Counter[str]()
    for run in _runs(examples):
        for example, (end, _) in zip(run, glue.ends([example.part for example in run]), strict=True):
            kind = "glued" if example.end else "marked"
            all_[kind] += 1
            right[kind] += end == example.end
    for kind in sorted(all_):
        print(f"{kind}: {right[kind]} of {all_[kind]} right ({right[kind] / all_[kind]:.3f})")


def _runs(examples: Iterable[Example]) -> Iterator[list[Example]]:
    """The examples by the runs of numbering they stand in."""
    running: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        run = running.setdefault((example.report, example.style), [])
        if run and example.n <= run[-1].n:
            yield run
            run = running[(example.report, example.style)] = []
        run.append(example)
    yield from running.values()


def _write(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with (_HERE / name).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(head)
        table.writerows(rows)


if __name__ == "__main__":
    main()
