"""What the data of reports leave a person to look at, in words, the gravest first (``doubts.toml``)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from converter.data.file import ReportFile
from converter.data.observed import Doubt
from converter.data.parts import Chapter, Section
from converter.knowledge import Bilingual, Table
from converter.layout import FIRST, page_of_chapter

FIGURE = "observation"  # what a doubt on a figure is about
_NOTE = 5  # what a note on figures weighs among the doubts
_SHOWN = 40  # characters of what a doubt is about


class DoubtWords(Bilingual, frozen=True):
    """What a doubt says to those who can answer it and, where that is other words, to readers; how much it weighs, from 1 to 9."""

    weight: int
    reader: Bilingual | None = None


DOUBTS = Table(__package__, "doubts.toml", dict[str, DoubtWords])


class ListedDoubt(Struct, frozen=True):
    """A doubt of a report: on which page (``c2``), about what (an id, a fact's name), and where in the text it begins."""

    report: str
    page: str
    id: str
    """What ``gongkai correct answer`` calls it."""
    about: str
    why: str
    weight: int
    start: int
    zh: str
    en: str
    words: str = ""
    """What it is about, as the report has it."""
    of_figure: bool = False
    """Whether ``about`` is the id of a figure."""


def listed_doubts(reports: Iterable[tuple[str, ReportFile]]) -> list[ListedDoubt]:
    """The doubts of the reports named, and the notes on their figures, that nobody has answered: the gravest first, then by report and place."""
    found = (one for name, report in reports for one in _of(name, report))
    return sorted(found, key=lambda one: (-one.weight, one.report, one.start, one.about))


def figures_in_doubt(report: ReportFile) -> Mapping[str, tuple[str, ...]]:
    """Why a person should look at figures, as keys, by the figures' ids: what nobody has answered."""
    found: dict[str, tuple[str, ...]] = {}
    for one in report.doubts:
        if one.about == FIGURE and one.id and one.answer is None:
            found[one.id] = (*found.get(one.id, ()), one.why)
    return found


def figure_doubt(why: str, name: str, language: str) -> str:
    """What a doubt about a figure called ``name`` says to readers."""
    said = doubt_words(FIGURE, why)
    return (said.reader or said)[language].format(words=name)


def doubt_words(about: str, why: str) -> DoubtWords:
    """What a doubt says, with blanks for ``id``, ``title`` and ``words``."""
    return DOUBTS.load()[_key(about, why)]


def is_told(about: str, why: str) -> bool:
    """True where there are words for a doubt: one of another version of the program may have none."""
    return _key(about, why) in DOUBTS.load()


def _key(about: str, why: str) -> str:
    return f"missing_{about}" if why == "missing" else why


def shortened(words: str) -> str:
    """Words on one line, cut where they are long."""
    shown = " ".join(words.split())
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def doubt_ids(doubts: Iterable[tuple[str, str, int, int]]) -> Iterator[str]:
    """The ids of doubts in their order, each told as what it is about, why, and its place in the text.

    The place where it begins keeps an id the same while other doubts come and go; what the text does not say has none.
    """
    seen = Counter[str]()
    for about, why, start, end in doubts:
        key = f"{about}-{why}-{start}" if end else f"{about}-{why}"
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}-{seen[key]}"


def _notes(name: str, report: ReportFile) -> Iterator[ListedDoubt]:
    places = {one.id: one for one in report.observations}
    for note in report.notes:
        if note.dismissed is None:
            seen = places.get(note.observations[0])
            yield ListedDoubt(
                report=name,
                page=seen.page if seen else FIRST,
                id=note.id,
                about=note.observations[0],
                why=note.rule,
                weight=_NOTE,
                start=note.quotes[0].start,
                zh=note.text.zh,
                en=note.text.en,
            )


def _of(name: str, report: ReportFile) -> Iterator[ListedDoubt]:
    yield from _notes(name, report)
    ids = doubt_ids((one.about, one.why, one.start, one.end) for one in report.doubts)
    for id_, doubt in zip(ids, report.doubts, strict=True):
        if doubt.answer is not None:
            continue
        said = doubt_words(doubt.about, doubt.why)
        chapter, part = _place(report, doubt)
        told = {
            "id": part.id if part else "",
            "title": chapter.title if chapter else "",
            "words": shortened(_words(report, doubt, part)),
        }
        yield ListedDoubt(
            report=name,
            page=page_of_chapter(report.chapters.index(chapter) + 1) if chapter else FIRST,
            id=id_,
            about=doubt.id or (part.id if part else doubt.about),
            why=doubt.why,
            weight=said.weight,
            start=doubt.start,
            zh=said.zh.format(**told),
            en=said.en.format(**told),
            words=told["words"],
            of_figure=bool(doubt.id) and doubt.about == FIGURE,
        )


def _place(report: ReportFile, doubt: Doubt) -> tuple[Chapter | None, Chapter | Section | None]:
    """The chapter a doubt stands in, and the smallest part of it."""
    if doubt.end == 0:
        return None, None
    chapter = next(
        (one for one in report.chapters if one.start <= doubt.start < max(one.end, one.start + 1)), None
    )
    part: Chapter | Section | None = chapter
    while part and (inner := next((s for s in part.sections if s.start <= doubt.start < s.end), None)):
        part = inner
    return chapter, part


def _words(report: ReportFile, doubt: Doubt, part: Chapter | Section | None) -> str:
    seen = next((one for one in report.observations if one.id == doubt.id), None)
    if seen:
        return f"{seen.indicator} {seen.surface}"
    lost = next((one for one in report.dropped if one.start <= doubt.start < one.end), None)
    if lost:
        return lost.text[doubt.start - lost.start :]
    table = next((one for one in report.tables.values() if one.start <= doubt.start < one.end), None)
    if table:
        return " ".join(cell for row in table.rows for cell in row if cell)
    return (part.heading or "") if part else ""
