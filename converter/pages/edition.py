"""The report in one language: the words of its pages, and its own words where they have been translated.

Chinese is the report's own language: nothing is looked up.  In English a text of the report without a translation
stays Chinese; the site marks it as such.
"""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from converter.caching import kept
from converter.indicators import entry
from converter.model import Chapter, Observation, Report
from converter.pages.words import said
from converter.structure.segment import report_kind, report_kinds
from converter.text.markdown import escape, in_cell, one_line, written
from converter.translation.english import by_rule, form_in_english, is_classifier
from converter.translation.memory import Memory


class Edition(Struct, frozen=True):
    """One language's edition of a report; ``memory`` holds its translations."""

    language: str
    memory: Memory = field(default_factory=Memory)

    def word(self, key: str, **details: object) -> str:
        """A phrase of ours with ``details`` (Markdown already) filled in."""
        return str(said(self.language, key)).format(**details)

    def term(self, group: str, key: str) -> str:
        """The word for one value of a closed list, such as ``term("bound", "over")``."""
        return _term(self.language, group, key)

    def counted(self, what: str, count: int) -> str:
        """A number of things (``1 chapter``, ``9 chapters``)."""
        group = said(self.language, "counted")
        assert isinstance(group, Mapping)
        forms = group[what]
        assert isinstance(forms, tuple)
        one, *more = forms
        return str(more[0] if more and count != 1 else one).format(n=f"{count:,}")

    def day(self, day: date) -> str:
        """A date as people write it."""
        months = said(self.language, "months")
        assert isinstance(months, tuple)
        month = months[day.month - 1]
        return self.word("day", y=day.year, m=month, d=day.day)

    def kind(self, key: str) -> str:
        """What sort of report one of this kind is, empty for a kind that there is not."""
        named = next((words for kind, words in report_kinds().items() if kind == key), None)
        if named is None:
            return ""
        return named.zh if self.language == "zh" else named.en[0].upper() + named.en[1:]

    def text(self, kind: str, chinese: str) -> str:
        """A text of the report as Markdown; ``kind`` is what it is (``indicator``, ``title``)."""
        return escape(chinese) if self.language == "zh" else self._english(kind, chinese)

    def cell(self, kind: str, chinese: str) -> str:
        """The same for a cell of a table."""
        return in_cell(self.text(kind, chinese))

    def indicator(self, o: Observation) -> str:
        """A figure's indicator for a cell; in English the dictionary's name where the text has no translation."""
        if self.language != "zh" and o.indicator_en:
            return in_cell(written(o.indicator_en))
        if self.language != "zh" and o.code and self._known("indicator", o.indicator) is None:
            return in_cell(written(entry(o.code).en))
        return self.cell("indicator", o.indicator)

    def unit(self, o: Observation) -> str:
        """A figure's unit for a cell, empty where English has no word for it: its indicator says what is counted."""
        if self.language != "zh" and is_classifier(o.unit):
            return ""
        return self.cell("unit", o.unit)

    def period(self, o: Observation) -> str:
        """A figure's period for a cell."""
        return self.cell("period", o.period or "")

    def title(self, report: Report) -> str:
        """The report's title; in English the editors' (``title_en`` of the sidecar) before the memory's."""
        told = report.source.facts.get("title_en")
        if self.language != "zh" and told:
            return written(told.value)
        return (
            self.text("title", report.title)
            if report.title
            else self.untitled(
                self.text("region", report.region or ""), report.report_year, report_kind(report)
            )
        )

    def untitled(self, place: str, year: int | None, kind: str) -> str:
        """What a report without a title is called: by the place and the year it is about, where both are known, and its kind."""
        if not place or not year:
            return self.word("untitled")
        if kind in ("", "other"):
            return self.word("untitled_of", region=place, year=year)
        return self.word("untitled_kind", region=place, year=year, kind=self.kind(kind))

    def chapter_title(self, report: Report, chapter: Chapter) -> str:
        """Number and heading of a chapter; the editorial title where the report prints none."""
        if self.language != "zh":
            own = next((unit for unit in self.memory.of_page(chapter.id) if unit.key == chapter.id), None)
            return (
                (own and own.en)
                or form_in_english(printed_title(report, chapter))
                or printed_title(report, chapter)
            )
        return printed_title(report, chapter)

    def _known(self, kind: str, chinese: str) -> str | None:
        return self.memory.strings.get((kind, one_line(chinese)))

    def _english(self, kind: str, chinese: str) -> str:
        known = self._known(kind, chinese)
        if known is None:
            known = by_rule(kind, chinese)
        return escape(chinese) if known is None else written(known)


@kept  # each row of a table asks
def _term(language: str, group: str, key: str) -> str:
    words = said(language, group)
    assert isinstance(words, Mapping)
    return str(words[key])


def printed_title(report: Report, chapter: Chapter) -> str:
    """Number and heading as the report prints them, or the editorial title, as Markdown."""
    text = report.source.text
    if chapter.heading is None:
        number = text[chapter.lead.start : chapter.lead.end].strip()
        return escape(f"{number}{chapter.editorial_title}")
    return escape(text[chapter.lead.start : chapter.heading.end])


CHINESE = Edition("zh")
