"""What is left to do in all reports, the gravest first: doubts, conflicts, translations; each with what can be done about it."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.build.convert import convert
from converter.build.keep import EDITED, read
from converter.corrections import entries_in
from converter.data import Observation, ReportFile, read_report
from converter.data.doubts import ListedDoubt, listed_doubts
from converter.errors import InputError
from converter.layout import DOCS, FIRST, data_path, page_path, report_folder
from converter.site.editing import answers, conflicts, due
from converter.site.editing.item import Item
from converter.site.editing.render import words
from converter.site.editing.seen import seeds
from converter.sources.sidecar import KEYS, sidecar_of
from converter.translation.english import period_in_english, unit_in_english

MOST = 60
"""Things of a kind that are shown at once; the others follow when these are done."""


class Work(Struct, frozen=True):
    """All of it; ``done`` counts what was answered already."""

    doubts: Sequence[Item]
    conflicts: Sequence[Item]
    translations: Sequence[Item]
    done: int
    corrected: int
    """How much was put right in the sidecars."""


def work(language: str, report: str = "") -> Work:
    """What there is to do, in the language of who does it; of one report only, where there is one called so."""
    there = seeds()
    if report in there:
        there = {report: there[report]}
    known = {name: data for name, data in reports() if name in there}
    open_ = listed_doubts(known.items())
    return Work(
        [_doubt(one, known[one.report], language) for one in open_],
        [item for name in there for item in _conflicts(name, there[name], known.get(name))],
        [item for name, report in known.items() for item in due.items(name, report, language)],
        sum(_answered(report) for report in known.values()),
        sum(map(_corrected, there.values())),
    )


def of_page(all_: Work, page: str) -> Work:
    """The same with the translations of one page only."""
    return replace(
        all_, translations=[one for one in all_.translations if one.ask and one.ask["page"] == page]
    )


def pages_of(items: Iterable[Item], language: str) -> dict[str, str]:
    """The pages that things to do stand on, each with what it is called."""
    known = words(language)["work"]
    found = dict.fromkeys(item.ask["page"] for item in items if item.ask)
    return {
        page: known["first_page"]
        if page == FIRST
        else known["chapter_of"].format(chapter=page.removeprefix("c"))
        for page in sorted(found, key=lambda one: (one != FIRST, len(one), one))
    }


def reports() -> Iterator[tuple[str, ReportFile]]:
    """The reports of the project as they are published, by name."""
    for name in seeds():
        try:
            yield name, read_report(DOCS / data_path(name))
        except InputError:  # not converted yet, or broken: a build tells of it
            continue


def _answered(report: ReportFile) -> int:
    notes = sum(note.dismissed is not None for note in report.notes)
    return notes + sum(doubt.answer is not None for doubt in report.doubts)


def _corrected(seed: Path) -> int:
    try:
        entries = entries_in(read(sidecar_of(seed)))
    except (tomllib.TOMLDecodeError, UnicodeError):  # a build tells of it
        return 0
    return sum(not ({"note", "doubt"} & entry.keys()) for entry in entries)


def _doubt(one: ListedDoubt, report: ReportFile, language: str) -> Item:
    seen = next((each for each in report.observations if each.id == one.about), None)
    about = {"report": one.report, "page": one.page}
    ask: Mapping[str, str] | None = None
    guess: tuple[tuple[str, str], ...] = ()
    if seen:
        ask = {**about, "what": "figure", "id": seen.id}
        values = (
            seen.indicator,
            _value(seen, language),
            _period(seen, language),
            f"status.{seen.status}",
            seen.code,
        )
        guess = tuple((key, value) for key, value in zip(_SHOWN, values, strict=True) if value)
    elif (fact := _ASKED.get(one.about, one.about)) in KEYS:
        ask = {**about, "what": "facts", "focus": fact}
        guess = ((fact, str(getattr(report, fact, None) or report.fact(fact) or "—")),)
    elif one.about.startswith("c"):
        ask = {**about, "what": "block", "id": one.about}
    return Item(
        key=f"{one.report}/{one.id}",
        said=without_ids(one.zh if language == "zh" else one.en, one.about, language),
        report=one.report,
        title=report.title or one.report,
        link=f"{page_path(one.report, one.page).removesuffix('.md')}.html#{one.about}",
        quote=_quote(one, report),
        marked=seen.surface if seen else "",
        guess=guess,
        ask=ask,
        accept={**about, "what": "answer", "id": one.id, "version": answers.version(one)},
    )


_SHOWN = ("name", "value", "period", "status", "code")
_ASKED = {"region_path": "region"}
"""What is asked for where a doubt is about something that follows from it."""


def _value(seen: Observation, language: str) -> str:
    """As the report prints it; in English with its digits, and its unit where there is a word for it."""
    unit = (unit_in_english(seen.unit) or seen.unit) if language == "en" else ""
    return f"{seen.value} {unit}" if unit else seen.surface


def _period(seen: Observation, language: str) -> str:
    period = seen.period or ""
    return (period_in_english(period) or period) if language == "en" and period else period


_PART = re.compile(r"c(\d+)(?:-s(\d+))?")


def without_ids(said: str, about: str, language: str) -> str:
    """What a doubt says, with the number of a chapter or section in the place of its id."""
    found = _PART.match(about)
    if not found or about not in said:
        return said
    known = words(language)["work"]
    kind = "section_of" if found[2] else "chapter_of"
    return said.replace(about, known[kind].format(chapter=found[1], section=found[2]))


def _quote(one: ListedDoubt, report: ReportFile) -> str:
    for seen in report.observations:
        if seen.id == one.about:
            return seen.quote
    for note in report.notes:
        if note.id == one.id:
            return note.quotes[0].text
    inside = (p for p in report.paragraphs.values() if p.start <= one.start < p.end)
    found = next(inside, None)
    return found.text if found else one.words


def _conflicts(name: str, seed: Path, report: ReportFile | None) -> Iterator[Item]:
    """The places where a person and the program changed the same lines; only pages that people edited have any."""
    if not (DOCS / EDITED / report_folder(name)).is_dir():
        return
    try:
        changes = convert(seed).changes
    except InputError:
        return
    for change in changes:
        for at, conflict in enumerate(change.conflicts):
            about = {"report": name, "what": "conflict", "page": Path(change.path).stem}
            edition = change.path.partition("/")[0]
            sides = {**about, "edition": edition, "version": conflicts.version(change)}
            yield Item(
                key=f"{change.path}/{at}",
                said="conflict",
                report=name,
                title=(report.title if report else None) or name,
                link=f"{change.path.removesuffix('.md')}.html",
                guess=(("yours", conflict.theirs), ("program", conflict.ours)),
                choices=(("person", {**sides, "act": "person"}), ("program", {**sides, "act": "program"})),
            )
