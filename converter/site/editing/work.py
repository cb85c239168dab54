"""What is left to do in all reports, the gravest first: doubts, conflicts, translations; each with what can be done about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.build.convert import convert
from converter.build.keep import EDITED
from converter.data import ReportFile, read_report
from converter.data.doubts import ListedDoubt, listed_doubts
from converter.errors import InputError
from converter.kept import kept_latest
from converter.layout import DOCS, data_path, memory_path, page_path, report_folder
from converter.site.content.counterpart import memory_of
from converter.site.editing import answers, conflicts, translations
from converter.site.editing.seen import seeds
from converter.sources.sidecar import KEYS
from converter.translation.memory import Unit, english_of, state_of, word_diff
from converter.translation.proofing import doubts as doubts_about

MOST = 60
"""Things of a kind that are shown at once; the others follow when these are done."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: what is said of it, where it is, what it is about, and what may be asked for (``forms.Ask``)."""

    key: str
    said: str
    report: str
    title: str
    link: str
    quote: str = ""
    marked: str = ""
    """The words of the quote that it is about."""
    guess: tuple[tuple[str, str], ...] = ()
    """What the program made of it: names of fields, and what stands in them."""
    ask: Mapping[str, str] | None = None
    accept: Mapping[str, str] | None = None
    """Done at once, without a form."""
    choices: tuple[tuple[str, Mapping[str, str]], ...] = ()
    """Where there is a choice of several: the name of a button, and what it does."""


@dataclass(frozen=True, slots=True)
class Work:
    """All of it; ``done`` counts what was answered already."""

    doubts: Sequence[Item]
    conflicts: Sequence[Item]
    translations: Sequence[Item]
    done: int


def work(language: str) -> Work:
    """What there is to do, in the language of who does it."""
    there = seeds()
    reports = dict(_reports(there))
    open_ = listed_doubts(reports.items())
    return Work(
        [_doubt(one, reports[one.report], language) for one in open_],
        [item for name in there for item in _conflicts(name, there[name], reports.get(name))],
        [item for name, report in reports.items() for item in _translations(name, report, language)],
        sum(_answered(report) for report in reports.values()),
    )


def _reports(names: Iterable[str]) -> Iterator[tuple[str, ReportFile]]:
    for name in names:
        try:
            yield name, read_report(DOCS / data_path(name))
        except InputError:  # not converted yet, or broken: a build tells of it
            continue


def _answered(report: ReportFile) -> int:
    notes = sum(note.dismissed is not None for note in report.notes)
    return notes + sum(doubt.answer is not None for doubt in report.doubts)


def _doubt(one: ListedDoubt, report: ReportFile, language: str) -> Item:
    seen = next((each for each in report.observations if each.id == one.about), None)
    about = {"report": one.report, "page": one.page}
    ask: Mapping[str, str] | None = None
    guess: tuple[tuple[str, str], ...] = ()
    if seen:
        ask = {**about, "what": "figure", "id": seen.id}
        values = (
            seen.indicator,
            f"{seen.value} {seen.unit}",
            seen.period,
            f"status.{seen.status}",
            seen.code,
        )
        guess = tuple((key, value) for key, value in zip(_SHOWN, values, strict=True) if value)
    elif one.about in KEYS:
        ask = {**about, "what": "facts", "focus": one.about}
        guess = ((one.about, str(getattr(report, one.about, None) or report.fact(one.about) or "—")),)
    elif one.about.startswith("c"):
        ask = {**about, "what": "block", "id": one.about}
    return Item(
        key=f"{one.report}/{one.id}",
        said=one.zh if language == "zh" else one.en,
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


def _translations(name: str, report: ReportFile, language: str) -> Iterator[Item]:
    units = [unit for unit in memory_of(DOCS, name).units if unit.key]
    wrong = _wrong(name, report.report_year, (DOCS / memory_path(name)).stat().st_mtime_ns) if units else {}
    order = {"stale": 0, "reviewed": 1, "draft": 2, "missing": 3}
    for unit in sorted(units, key=lambda one: order[state_of(one)]):
        state = state_of(unit)
        told = wrong.get((unit.page, unit.key), ())
        if state != "reviewed" or told:
            yield _translation(name, report, unit, [one[language] for one in told])


@kept_latest(64)
def _wrong(
    name: str, year: int | None, _when: int
) -> Mapping[tuple[str, str], tuple[Mapping[str, str], ...]]:
    """What the checks say of each block, in both languages."""
    found: dict[tuple[str, str], tuple[Mapping[str, str], ...]] = {}
    for one in doubts_about(memory_of(DOCS, name), year):
        page, _, key = one.where.partition("#")
        told = {language: one.explain(language) for language in ("zh", "en")}
        found[page, key] = (*found.get((page, key), ()), told)
    return found


def _translation(name: str, report: ReportFile, unit: Unit, wrong: Sequence[str]) -> Item:
    state = state_of(unit)
    about = {"report": name, "page": unit.page, "edition": "en", "id": unit.key}
    english = english_of(unit)
    accepted = {
        **about,
        "what": "right" if state == "reviewed" else "review",
        "version": translations.version(unit),
    }
    changed = (("changed", word_diff(unit.source, unit.zh)),) if state == "stale" else ()
    return Item(
        key=f"{name}/{unit.page}#{unit.key}",
        said="; ".join(wrong)
        if wrong and state == "reviewed"
        else "by_rule"
        if english and not unit.en
        else state,
        report=name,
        title=report.title or name,
        link=f"{page_path(name, unit.page, 'en').removesuffix('.md')}.html#{unit.key}",
        quote=unit.zh,
        guess=(
            *changed,
            *((("english", english),) if english else ()),
            *(("verdict", one) for one in wrong if state != "reviewed"),
        ),
        ask={**about, "what": "block"},
        accept=accepted if english else None,
    )
