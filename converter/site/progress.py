"""The page for editors that says how far each report is translated, made from the pages as they stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from converter.site.twins import units_of
from converter.site.words import LANGUAGES, table
from converter.translation import STATES, Unit, page_of, state_of

NAME = "translation"
_CUT = 60


class State(NamedTuple):
    """How far a page is translated: its ``name`` below the folder of a language (``lanshan-2020/c1.md``), its units by state.

    ``open`` are those that are not reviewed, none where nobody has begun to translate the report.
    """

    name: str
    counts: Counter[str]
    open: tuple[Unit, ...]

    @property
    def report(self) -> str:
        return self.name.partition("/")[0]


def states_of(docs: Path, names: Iterable[str]) -> list[State]:
    """The states of the pages of one report, without those that are not translated block by block."""
    found = {name: units for name in names if (units := units_of(docs, f"{LANGUAGES[0]}/{name}"))}
    begun = any(unit.en for units in found.values() for unit in units)
    return [
        State(name, Counter(map(state_of, units)), tuple(filter(_is_open, units)) if begun else ())
        for name, units in found.items()
    ]


def progress_page(docs: Path, states: Iterable[State], language: str) -> str:
    """The page's Markdown, with front matter; ``states`` are those of all pages in ``language``, by report in reading order."""
    words = table("progress")[language]
    reports = {name: list(own) for name, own in groupby(states, lambda state: state.report)}
    begun = {name: own for name, own in reports.items() if any(_is_begun(state) for state in own)}
    front = f'---\npage: "translation"\ndescription: "{words["description"]}"\nsearch: false\n---'
    blocks = [front, f"# {words['title']} {{ #translation }}", words["intro"]]
    for report, own in begun.items():
        blocks += [f"## {report} {{ #{report} }}", "\n".join(_table(own, words))]
        blocks += filter(None, ["\n".join(_open(docs, own, language, words))])
    if untouched := {name: own for name, own in reports.items() if name not in begun}:
        blocks += [f"## {words['untouched']} {{ #untouched }}", "\n".join(_counted(untouched, words))]
    return "\n\n".join(blocks) + "\n"


def _is_open(unit: Unit) -> bool:
    return state_of(unit) != "reviewed"


def _is_begun(state: State) -> bool:
    return bool(state.open) or set(state.counts) != {"missing"}


def _table(states: Iterable[State], words: Mapping[str, str]) -> Iterator[str]:
    yield from _head(words["page"], *(words[state] for state in STATES))
    for state in states:
        cells = [f"[{Path(state.name).stem}]({state.name})", *(str(state.counts[name]) for name in STATES)]
        yield f"| {' | '.join(cells)} |"


def _counted(reports: Mapping[str, Sequence[State]], words: Mapping[str, str]) -> Iterator[str]:
    yield from _head(words["report"], words["missing"])
    for name, own in reports.items():
        yield f"| [{name}]({own[0].name}) | {sum(state.counts.total() for state in own)} |"


def _head(first: str, *others: str) -> Iterator[str]:
    yield f"| {' | '.join((first, *others))} |"
    yield f"| --- |{' ---: |' * len(others)}"


def _open(docs: Path, states: Iterable[State], language: str, words: Mapping[str, str]) -> Iterator[str]:
    for state in states:
        page = docs / language / state.name
        # A block may be missing on the page: people take things out.
        there = {block.key for block in page_of(page.read_text(encoding="utf-8-sig")).blocks}
        for unit in state.open:
            text = unit.zh[:_CUT] + ("…" if len(unit.zh) > _CUT else "")
            place = f"#{unit.key}" if unit.key in there else ""
            yield f"- {words[state_of(unit)]}{words['colon']}[{_plain(text)}]({state.name}{place})"


def _plain(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]").replace("\n", " ")
