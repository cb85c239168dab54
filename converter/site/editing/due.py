"""Translations that are due, each as a thing to do: stale, of a draft, missing, or doubted by the checks."""

from collections.abc import Iterator, Mapping, Sequence

from converter.build.word_changes import grid
from converter.caching import kept_latest
from converter.data import ReportFile
from converter.layout import DOCS, memory_path, page_path
from converter.site.content.counterpart import memory_of
from converter.site.editing import translations
from converter.site.editing.item import Item
from converter.text.markdown import plain, shown
from converter.translation.memory import Unit, english_of, state_of, word_diff
from converter.translation.proofing import doubts as doubts_about


def items(name: str, report: ReportFile, language: str) -> Iterator[Item]:
    """The translations of a report that are due, the stale ones first."""
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


_MOST_ROWS = 6


def as_text(markdown: str) -> str:
    """What a block says to who reads it; a table in one line, its first rows."""
    if markdown.startswith("|"):
        return "; ".join(" · ".join(filter(None, row)) for row in _rows(markdown))
    text = plain(markdown)
    return markdown if text is None else text


def _rows(markdown: str) -> tuple[tuple[str, ...], ...]:
    if not markdown.startswith("|"):
        return ()
    rows = grid(markdown)
    return tuple(tuple(map(shown, row)) for row in (rows[:1] + rows[2:])[:_MOST_ROWS])


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
        quote=as_text(unit.zh),
        rows=_rows(unit.zh),
        guess=(
            *changed,
            *((("english", as_text(english)),) if english else ()),
            *(("verdict", one) for one in wrong if state != "reviewed"),
        ),
        ask={**about, "what": "block"},
        accept=accepted if english else None,
    )
