"""Which figures reports state, and how many of them the dictionary knows: the table of ``docs/dev/codes.md``.

``python -m bench.codes FOLDER…`` counts over all files of the folders, of any kind the program reads; with ``--names N`` it
also lists the N names without a code that most reports have.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from converter.errors import InputError
from converter.indicators import entry, topics
from converter.model import Observation
from converter.pipeline import read
from converter.sources import read_source

_ENDINGS = (".txt", ".docx", ".html", ".pdf")
_COUNTED = ("level", "rate", "change")


def figures(files: Iterable[Path]) -> Iterator[tuple[str, Observation]]:
    """Each figure of the prose of the files that can be read, with the file's name."""
    for file in files:
        try:
            reading = read(read_source(file))
        except InputError as error:
            print(f"{file.name}: {error}", file=sys.stderr)
            continue
        yield from ((file.name, one) for one in reading.observations if one.cell is None)


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folders", nargs="+", type=Path)
    ask.add_argument("--names", type=int, default=0)
    said = ask.parse_args()
    files = [f for folder in said.folders for f in sorted(folder.rglob("*")) if f.suffix in _ENDINGS]
    found = [(name, one) for name, one in figures(files) if one.measure in _COUNTED]
    reports: defaultdict[str, set[str]] = defaultdict(set)
    coded: Counter[str] = Counter()
    unknown: defaultdict[str, set[str]] = defaultdict(set)
    for name, one in found:
        if one.code:
            topic = entry(one.code).topic
            reports[topic].add(name)
            coded[topic] += 1
        else:
            unknown[one.indicator].add(name)
    share = sum(coded.values()) * 100 / (len(found) or 1)
    print(f"{len(files)} files, {len(found)} figures, {sum(coded.values())} with a code ({share:.1f} %)\n")
    print("| topic | reports | figures with a code |\n| --- | --- | --- |")
    for topic in topics():
        print(f"| {topic.code} {topic.zh} | {len(reports[topic.code])} | {coded[topic.code]} |")
    most = sorted(unknown.items(), key=lambda item: (-len(item[1]), item[0]))[: said.names]
    for words, where in most:
        print(f"{len(where)}\t{words}")


if __name__ == "__main__":
    main()
