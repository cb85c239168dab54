"""The page for editors that says how far each report is translated, made from the pages as they stand."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from converter.layout import LANGUAGES, PROGRESS, data_path
from converter.site.content.counterpart import units_of
from converter.site.content.report_data import data_in
from converter.site.words import table
from converter.translation.memory import STATES, Unit, page_blocks, state_of
from converter.translation.memory.blocks import place_of

NAME = PROGRESS
_CUT = 60
_IN_DETAIL = 10
"""Reports whose pages are told one by one: those nearest to done."""
_OF_A_PAGE = 8
"""What is open on a page is named as far as this; the page itself says the rest."""
_TITLE = re.compile(r"^# (.+?)(?: *\{[^}]*\})? *$", re.M)


class State(NamedTuple):
    """How far a page is translated: its ``name`` below the folder of a language (``lanshan-2020/c1.md``), its units by state.

    ``open`` are those that are not reviewed, none where nobody has begun to translate the report.
    """

    name: str
    counts: Mapping[str, int]
    open: tuple[Unit, ...]

    @property
    def report(self) -> str:
        return self.name.partition("/")[0]


def states_of(docs: Path, names: Iterable[str]) -> list[State]:
    """The states of the pages of one report, without those that are not translated block by block."""
    found = {name: units for name in names if (units := units_of(docs, f"{LANGUAGES[0]}/{name}"))}
    begun = any(unit.en for units in found.values() for unit in units)
    return [
        State(name, dict(Counter(map(state_of, units))), tuple(filter(_is_open, units)) if begun else ())
        for name, units in found.items()
    ]


def progress_page(docs: Path, states: Iterable[State], language: str) -> str:
    """The page's Markdown, with front matter; ``states`` are those of all pages in ``language``, by report in reading order."""
    words = table("progress")[language]
    reports = {name: list(own) for name, own in groupby(states, lambda state: state.report)}
    begun = {name: own for name, own in reports.items() if any(_is_begun(state) for state in own)}
    front = f'---\npage: "translation"\ndescription: "{words["description"]}"\nsearch: false\n---'
    blocks = [front, f"# {words['title']} {{ #translation }}", words["intro"]]
    near = set(sorted(begun, key=lambda name: _open_share(begun[name]))[:_IN_DETAIL])
    if others := {name: own for name, own in begun.items() if name not in near}:
        blocks += ["\n".join(_counted(docs, others, language, words, STATES))]
    for report, own in begun.items():
        if report not in near:
            continue
        title = _title(docs, f"{language}/{report}/index.md")
        blocks += [f"## {title} {{ #{report} }}", "\n".join(_table(docs, own, language, words))]
        blocks += filter(None, ["\n".join(_open(docs, own, language, words))])
    if untouched := {name: own for name, own in reports.items() if name not in begun}:
        blocks += [
            f"## {words['untouched']} {{ #untouched }}",
            "\n".join(_counted(docs, untouched, language, words, ("missing",))),
        ]
    return "\n\n".join(blocks) + "\n"


def _is_open(unit: Unit) -> bool:
    return state_of(unit) != "reviewed"


def _is_begun(state: State) -> bool:
    return bool(state.open) or set(state.counts) != {"missing"}


def _title(docs: Path, path: str) -> str:
    """The title a page has on disk now, its name where it has none."""
    page = docs / path
    found = _TITLE.search(page.read_text(encoding="utf-8-sig")) if page.is_file() else None
    return found[1] if found else (page.parent.name if page.stem == "index" else page.stem)


def _table(docs: Path, states: Iterable[State], language: str, words: Mapping[str, str]) -> Iterator[str]:
    yield from _head(words["page"], *(words[state] for state in STATES))
    for state in states:
        yield _row(docs, state.name, language, (state.counts.get(name, 0) for name in STATES))


def _open_share(states: Sequence[State]) -> Fraction:
    """How much of a report's text is not reviewed, of 1."""
    total = sum(sum(state.counts.values()) for state in states)
    return 1 - Fraction(sum(state.counts.get("reviewed", 0) for state in states), total or 1)


def _counted(
    docs: Path,
    reports: Mapping[str, Sequence[State]],
    language: str,
    words: Mapping[str, str],
    told: Sequence[str],
) -> Iterator[str]:
    yield from _head(words["report"], *(words[name] for name in told))
    for own in reports.values():
        yield _row(
            docs, own[0].name, language, (sum(state.counts.get(name, 0) for state in own) for name in told)
        )


def _row(docs: Path, name: str, language: str, counts: Iterable[int]) -> str:
    title = _title(docs, f"{language}/{name}").replace("|", "\\|")
    return f"| [{title}]({name}) | {' | '.join(map(str, counts))} |"


def _head(first: str, *others: str) -> Iterator[str]:
    yield f"| {' | '.join((first, *others))} |"
    yield f"| --- |{' ---: |' * len(others)}"


def _open(docs: Path, states: Iterable[State], language: str, words: Mapping[str, str]) -> Iterator[str]:
    for state in states:
        page = docs / language / state.name
        blocks = page_blocks(page.read_text(encoding="utf-8-sig")).blocks
        data = docs / data_path(state.report)
        printed = data_in(data).paragraphs if data.is_file() else ()
        there, here = _paragraphs(printed), _paragraphs(block.key for block in blocks)
        whole = {part for part, count in there.items() if count <= here[part]}
        said = {block.key for block in blocks if f"#{block.key}" in block.attributes.split()}
        for unit in state.open[:_OF_A_PAGE]:
            text = unit.zh[:_CUT] + ("…" if len(unit.zh) > _CUT else "")
            place = _anchor(unit.key, whole, said)
            yield f"- {words[state_of(unit)]}{words['colon']}[{_plain(text)}]({state.name}{place})"
        if more := len(state.open[_OF_A_PAGE:]):
            yield f"- [{words['more'].format(count=more)}]({state.name})"


def _anchor(key: str, whole: Container[str], said: Container[str]) -> str:
    """Where on its page a block is found: itself or its part, whichever has an id there.

    The page keeps the ids of the report's paragraphs: so all of a part are there where people took none out (``whole``).
    Of the rest it has those that are ``said`` in it; a note of ours has none.
    """
    part, is_paragraph = place_of(key)
    if is_paragraph and part in whole:
        return f"#{key}"
    return next((f"#{one}" for one in (key, part, key.partition("-e")[0]) if one in said), "")


def _paragraphs(keys: Iterable[str]) -> Counter[str]:
    """How many of the blocks are paragraphs, by their part."""
    places = map(place_of, keys)
    return Counter(part for part, is_paragraph in places if is_paragraph)


def _plain(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]").replace("\n", " ")
