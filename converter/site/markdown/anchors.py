"""A Python-Markdown extension: a figure in the prose and its row in the table become one thing.

On a chapter each figure turns into ``<data id=… value=…>`` with a link to its row, on the table of figures
each row takes the id of the figure it links to.  Both can be cited, and charts show what the report compares.  Ids are set before MkDocs collects them, and links are
written as links between Markdown files, so that MkDocs itself checks them.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from converter.layout import FIGURES, FIRST, PICTURES, WHOLE, language_of, report_of
from converter.site.content.citation import CitedPlace, page_citation
from converter.site.content.edits import warn, warn_of_rows
from converter.site.content.glossary import NAME as GLOSSARY
from converter.site.content.observations import Stated
from converter.site.markdown import cleaning, written
from converter.site.markdown.charts import draw_bars
from converter.site.markdown.doubted import mark_doubts
from converter.site.markdown.drafts import Drafts
from converter.site.markdown.explained import explain_terms
from converter.site.markdown.figures_in_text import mark_prose
from converter.site.markdown.foreign import mark_chinese
from converter.site.markdown.inline import anchor_part
from converter.site.markdown.lines import draw_lines
from converter.site.markdown.paragraph_links import mark_pins
from converter.site.markdown.plain import Plain
from converter.site.markdown.rows import columns_of, mark_charts, mark_rows, mark_tables, rows_of
from converter.site.markdown.stacks import draw_stacks
from converter.site.markdown.tables import dress_tables
from converter.site.words import words


class _Anchors(Treeprocessor):
    def __init__(
        self,
        md: Markdown,
        page: str,
        stated: Stated,
        addresses: Mapping[str, str],
        chinese: Mapping[str, str],
    ) -> None:
        super().__init__(md)
        self.page, self.stated, self.addresses, self.chinese = page, stated, addresses, chinese
        self.language = language_of(page)
        self.words = words(self.language)

    def run(self, root: Element) -> None:
        name = self.page.rpartition("/")[2]
        if not report_of(f"{self.page}.md"):
            self._charts(root)
        elif name == FIGURES:
            self._table(root)
        elif name == WHOLE:
            self._whole(root)
        elif self.stated.figures or self.stated.paragraphs:
            self._prose(root, "c0" if name == FIRST else name)
            if name in (FIRST, PICTURES):
                self._charts(root)
            explain_terms(root, self.language, f"../{GLOSSARY}.md", self.chinese)
            mark_pins(root, self.words)
        if report_of(f"{self.page}.md") and (self.stated.figures or self.stated.paragraphs):
            # All of a report is cited by its first page.
            self._cite(root, FIRST if name == WHOLE else name)
        dress_tables(root)
        draw_bars(root)
        draw_stacks(root)
        draw_lines(root, self.language)
        if self.language != "zh":
            mark_chinese(root)

    def _charts(self, root: Element) -> None:
        """Draw beside key figures what the report compares them with."""
        rows = list(rows_of(root, self.stated.figures))
        mark_charts(rows, self.stated, columns_of(rows).surface, self.words)

    def _table(self, root: Element) -> None:
        rows = list(rows_of(root, self.stated.figures))
        columns = columns_of(rows)
        # A chapter that people took away has no figures to lead to.
        there = [figure for figure in self.stated.figures if self._is_there(figure.chapter)]
        warn_of_rows(self.page, rows, columns, there)
        mark_charts(rows, self.stated, columns.comparison, self.words)
        mark_rows(rows, self.stated, columns, self.language)
        mark_doubts(rows, self.words, self.language)
        mark_tables(root, rows, self.language)

    def _prose(self, root: Element, chapter: str) -> None:
        if self.language == "zh":
            for figure in mark_prose(root, self.stated, chapter):
                warn("gone", self.page, figure, part=self.stated.name(figure.part))
            return
        # What the number gate says of a translation is for `gongkai check`; a reader's links must lead somewhere.
        for figure in mark_prose(root, self.stated, chapter, self.chinese):
            anchor_part(root, figure)

    def _whole(self, root: Element) -> None:
        # What people changed is told once, of the chapter.
        chinese = None if self.language == "zh" else self.chinese
        for figure in mark_prose(root, self.stated, "", chinese):
            anchor_part(root, figure)

    def _cite(self, root: Element, name: str) -> None:
        heading, reference = root.find("h1"), self.stated.reference
        title = "".join(heading.itertext()) if heading is not None else ""
        part = reference.title or title if name == FIRST else self.stated.name(name) or title
        if part:
            place = CitedPlace(part, "", f"{name}.md", self._address(name))
            root.append(page_citation(reference, place, self.page.split("/")[-2], self.words))

    def _is_there(self, chapter: str) -> bool:
        return not self.addresses or (FIRST if chapter == "c0" else chapter) in self.addresses

    def _address(self, name: str) -> str:
        name = FIRST if name == "c0" else name
        return self.addresses.get(name, f"{name}.html")


class AnchorsExtension(Extension):
    """The plugin sets for each page its path without suffix, what its report states, and its report's addresses."""

    def __init__(self, **settings: object) -> None:
        self.config = {
            "page": ["", "Path without suffix"],
            "stated": [Stated(), "What the report states"],
            "addresses": [{}, "Where readers find the pages of the report, by name"],
            "chinese": [
                {},
                "What the Chinese page says in each block, by id, where the page is its translation",
            ],
            "drafts": [(), "Names and titles in English that nobody has reviewed"],
            "html": ["cleaned", "What becomes of HTML in the page (publisher.toml)"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register after attr_list (8), which sets ids, and before toc and MkDocs (5), which collect them.

        What is plain is told before the inline patterns (20), and what was escaped is text again before figures are
        looked for in it, sooner than Python-Markdown would have it (0).
        """
        own = _Anchors(md, *(self.getConfig(key) for key in ("page", "stated", "addresses", "chinese")))
        md.treeprocessors.register(written.Unescape(md), "unescape", 7)
        md.treeprocessors.register(own, "gongkai_anchors", 6)
        drafted = words(language_of(str(self.getConfig("page"))))["translation"]["draft_name"]
        md.treeprocessors.register(Drafts(md, self.getConfig("drafts"), drafted), "gongkai_drafts", 5.5)
        md.treeprocessors.register(Plain(md), "gongkai_plain", 25)
        written.register(md)
        page = str(self.getConfig("page"))
        if self.getConfig("html") == "cleaned":
            # What the page of the whole report holds is told of its chapters.
            cleaning.register(md, cleaning.warns_of("" if page.endswith(f"/{WHOLE}") else page))


def makeExtension(**settings: object) -> AnchorsExtension:  # noqa: N802 - the name is Python-Markdown's
    """What Python-Markdown calls to load this module as an extension."""
    return AnchorsExtension(**settings)
