"""Where the pages of a library stand and what they can link to."""

from collections.abc import Collection

from msgspec import Struct

from converter.layout import page_path
from converter.pages.edition import Edition
from converter.pages.library.entries import LibraryReport
from converter.pages.library.repeated_text import RepeatedText
from converter.pages.library.words import shown, words
from converter.text.markdown import cell, in_cell, written


class LibraryPage(Struct, frozen=True):
    """A page in ``language``; ``root`` leads from it to that language's folder, ``paths`` are all pages of ``docs/``.

    ``carried`` is what its library carries over.
    """

    language: str
    root: str
    paths: Collection[str]
    carried: RepeatedText

    def link(self, entry: LibraryReport, page: str, anchor: str = "") -> str:
        """The address of a page of a report: in this language, else the Chinese one, else the report's first page."""
        for language, name in (
            (self.language, page),
            ("zh", page),
            (self.language, "index"),
            ("zh", "index"),
        ):
            if page_path(entry.name, name, language) in self.paths:
                break
        folder = self.root if language == self.language else f"{self.root}../{language}/"
        mark = f"#{anchor}" if anchor and name == page else ""
        return f"{folder}{entry.name}/{name}.md{mark}"

    def title(self, entry: LibraryReport) -> str:
        """The report's title for a cell."""
        if self.language != "zh" and entry.title_en:
            return in_cell(written(entry.title_en))
        told = shown(entry.strings, "title", entry.title, self.language)
        return told or self._untitled(entry)

    def _untitled(self, entry: LibraryReport) -> str:
        if entry.region and entry.year:
            region = shown(entry.strings, "region", entry.region, self.language)
            return Edition(self.language).untitled(region, entry.year, entry.kind)
        return str(words(self.language)["untitled"]).format(name=cell(entry.name))

    def chapter(self, entry: LibraryReport, page: str, title: str) -> str:
        """The heading of a chapter, translated where it has been; what stands before the first has a word of ours."""
        own = self.language != "zh" and entry.headings.get(page)
        return own or cell(title) or str(words(self.language)["preface"])

    def published(self, entry: LibraryReport) -> str:
        """The day of publication, with what it says of the rules; that it is not stated where nobody knows."""
        told = words(self.language)
        if not entry.published:
            return str(told["unknown"])
        edition = Edition(self.language)
        day, due = edition.day(entry.published), entry.due
        late = entry.late and due
        return str(told["published_late"]).format(day=day, due=edition.day(late)) if late else day
