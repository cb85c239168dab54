"""The page for editors that says how far each report is translated, made from the pages as they stand."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from converter.site.twins import units_of
from converter.site.words import table
from converter.translation import STATES, Unit, page_of, state_of

NAME = "translation"
_CUT = 60


def progress_page(docs: Path, pages: Iterable[str], language: str) -> str:
    """The page's Markdown, with front matter; ``pages`` are the paths of all pages in ``language`` in reading order."""
    words = table("progress")[language]
    found = [(path, units) for path in pages if (units := units_of(docs, path))]
    front = f'---\npage: "translation"\ndescription: "{words["description"]}"\nsearch: false\n---'
    blocks = [front, f"# {words['title']} {{ #translation }}", words["intro"]]
    for report in dict.fromkeys(path.split("/")[1] for path, _ in found):
        own = [(path, units) for path, units in found if path.split("/")[1] == report]
        blocks += [f"## {report} {{ #{report} }}", "\n".join(_table(own, words))]
        # Of a report nobody has begun to translate, the table says enough.
        if any(unit.en for _, units in own for unit in units):
            blocks += filter(None, ["\n".join(_open(docs, own, words))])
    return "\n\n".join(blocks) + "\n"


def _table(pages: Iterable[tuple[str, tuple[Unit, ...]]], words: dict[str, str]) -> Iterator[str]:
    head = [words["page"], *(words[state] for state in STATES)]
    yield f"| {' | '.join(head)} |"
    yield f"| --- |{' ---: |' * len(STATES)}"
    for path, units in pages:
        counts = Counter(map(state_of, units))
        cells = [f"[{Path(path).stem}]({_link(path)})", *(str(counts[state]) for state in STATES)]
        yield f"| {' | '.join(cells)} |"


def _open(docs: Path, pages: Iterable[tuple[str, tuple[Unit, ...]]], words: dict[str, str]) -> Iterator[str]:
    for path, units in pages:
        # A block may be missing on the page: people take things out.
        there = {block.key for block in page_of((docs / path).read_text(encoding="utf-8-sig")).blocks}
        for unit in units:
            if state_of(unit) != "reviewed":
                text = unit.zh[:_CUT] + ("…" if len(unit.zh) > _CUT else "")
                place = f"#{unit.key}" if unit.key in there else ""
                yield f"- {words[state_of(unit)]}{words['colon']}[{_plain(text)}]({_link(path)}{place})"


def _plain(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]").replace("\n", " ")


def _link(path: str) -> str:
    return path.partition("/")[2]
