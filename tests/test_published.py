"""Addresses that were published once stay: others cite them.

``published.txt`` lists every chapter, section, paragraph and figure of the raw reports in ``seeds/`` by address.
``GONGKAI_REWRITE_PUBLISHED=1 pytest tests/test_published.py`` adds new ones; it never takes one out.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from converter.clean import clean
from converter.model import Chapter, Section
from converter.reading import reading
from converter.segment import segment
from converter.sources import source_of
from tests.conftest import ROOT

LIST = ROOT / "tests" / "published.txt"
REWRITE = "GONGKAI_REWRITE_PUBLISHED"


def published() -> list[str]:
    return LIST.read_text(encoding="utf-8").split() if LIST.exists() else []


def ids_below(part: Chapter | Section) -> Iterator[str]:
    yield part.id
    yield from (paragraph.id for paragraph in part.paragraphs)
    for section in part.sections:
        yield from ids_below(section)


def addresses_of(file: Path) -> Iterator[str]:
    """The addresses of a raw report's places, below the folder of a language."""
    report = segment(clean(source_of(file.read_bytes(), file.relative_to(ROOT).as_posix())))
    preface = (f"index.html#{paragraph.id}" for paragraph in report.preface)
    parts = ((chapter.id, name) for chapter in report.chapters for name in ids_below(chapter))
    figures = ((f"c{o.chapter}" if o.chapter else "index", o.id) for o in reading(report).observations)
    inside = (f"{page}.html#{name}" for page, name in (*parts, *figures))
    yield from (f"{file.stem}/{address}" for address in (*preface, *inside))


def now() -> list[str]:
    seeds = sorted(file for file in (ROOT / "seeds").iterdir() if file.suffix != ".toml")
    return [address for file in seeds for address in addresses_of(file)]


def test_no_published_address_has_vanished_and_every_new_one_is_held() -> None:
    there, held = now(), published()
    assert len(there) == len(set(there))
    if os.environ.get(REWRITE):
        LIST.write_text("\n".join(dict.fromkeys((*held, *there))) + "\n", encoding="utf-8")
        held = published()
    vanished = [address for address in held if address not in set(there)]
    assert vanished == [], "these addresses may be cited somewhere: the converter has to keep them"
    new = [address for address in there if address not in set(held)]
    assert new == [], f"new addresses: hold them with {REWRITE}=1 pytest tests/test_published.py"


def test_the_list_is_not_being_rewritten() -> None:
    assert not os.environ.get(REWRITE), "addresses were added: read the difference, then run without the flag"
