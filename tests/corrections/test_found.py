"""Whatever people put right, the search of the built site finds it said so in both languages, and not as it was before."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from tests.corrections.test_everywhere import (
    ACTS,
    HEADINGS,
    Act,
    agree,
    data,
    project,
    put_right,
    rows,
    squeezed,
)
from tests.site.conftest import ROOT, build


@pytest.mark.slow
@settings(max_examples=3, phases=[Phase.generate])
@given(acts=ACTS, heading=HEADINGS)
def test_the_search_says_what_people_said(acts: Sequence[Act], heading: tuple[str, int] | None) -> None:
    for _ in project():
        put_right(acts, heading)
        agree()
        shutil.copy(ROOT / "mkdocs.yml", "mkdocs.yml")
        done = build(Path.cwd(), Path("site"))
        assert done.returncode == 0, done.stdout + done.stderr
        found = searched(Path("site"))
        for language in ("zh", "en"):
            table = rows(Path(f"docs/{language}/jia/figures.md"))
            text = found[f"{language}/jia/figures.html"]
            told = [squeezed(cells[0] + cells[1]) for cells in table.values()]
            assert list(table) == [o.id for o in data().observations]
            assert [row for row in told if row not in text] == []
        for chapter in data().chapters:
            page = found[f"zh/jia/{chapter.id}.html"]
            surfaces = [o.surface for o in data().observations if o.page == chapter.id]
            assert [words for words in surfaces if squeezed(words) not in page] == []


def searched(site: Path) -> dict[str, str]:
    """By its address the text of each page that the search looks into, without blanks."""
    pages = [list(strings(received(file))) for file in site.glob("search/*/pages/*.js")]
    return {page[0]: squeezed("".join(page[1:])) for page in pages}


def received(file: Path) -> object:
    """What a file of the search hands over."""
    text = file.read_text(encoding="utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def strings(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, list | dict):
        for one in thing.values() if isinstance(thing, dict) else thing:
            yield from strings(one)
