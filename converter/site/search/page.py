"""A built page as the search knows it: its sections and table rows, each with heading and text."""

import re
from collections.abc import Collection
from typing import NamedTuple

from lxml import etree

_END = "<!--/text-->"
_START = re.compile(r"<!--text([^>]*)-->")
_HEADINGS = {f"h{level}" for level in range(1, 7)}
# Ready citations and charts repeat what stands beside them, captions the heading above, heads of cards each card; the
# other language is found on its own page.
_ASIDE = {"cite", "cited", "chart", "twin", "state", "ask", "columns"}
# So is what stands on a page in the other language because nobody has translated it.
_UNTRANSLATED = "missing"
# After these, what follows is another line: no word runs from one into the next.
_LINES = {*_HEADINGS, "p", "li", "td", "th", "tr", "dd", "dt", "br", "blockquote", "pre"}
# Half of a page of figures: not even parsed.
_CITATION = re.compile(r'<details class="cite"[^<]*(?:<(?!/?details)[^<]*)*</details>')
# Nobody looks for words in a checksum.
_CHECKSUM = re.compile(r"\b[0-9a-f]{32,}\b")

# Stands around an id where its paragraph begins in the text; no parser gives it back from a page.
_MARK = "\0"
_BEGINNING = re.compile(f"{_MARK}([^{_MARK}]*){_MARK}")
_BLANK = re.compile(f"^({_MARK}[^{_MARK}]*{_MARK}) ")


class Paragraph(NamedTuple):
    """Where in the text of an entry a paragraph with an id begins, counted as a browser counts (UTF-16)."""

    start: int
    anchor: str


class SearchEntry(NamedTuple):
    """What one search result can point at; ``anchor`` is empty for the page itself, ``heading`` for a table row."""

    anchor: str
    heading: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()


def marked(html: str, kind: str = "", role: str = "") -> str:
    """What a page says, marked so that it is found again in the page when menus and tools stand around it.

    ``kind`` is what the page calls itself (``chapter``), ``role`` what that chapter is about (``problems``).
    """
    told = "".join(f" {word}" for word in (kind or "-", role) if word.replace("-", "a").isalnum())
    return f"<!--text{told}-->{html}{_END}"


def text_of(built: str) -> str:
    """What a built page says; nothing if that was not marked."""
    start = _START.search(built)
    return built[start.end() :].partition(_END)[0] if start else ""


def told_of(built: str) -> tuple[str, str]:
    """The kind and the role with which a page was marked."""
    start = _START.search(built)
    kind, _, role = (start[1] if start else "").strip().partition(" ")
    return kind.strip("-"), role


def entries_of(html: str) -> list[SearchEntry]:
    """The page itself, each heading with an id and each table row with an id, in the order of the page.

    The first entry is the page, and its heading the page's title.
    """
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, huge_tree=True)
    parser.feed(f"<body>{_CITATION.sub('', html)}</body>")
    parser.close()
    page, *others = map(_entry, reader.found)
    return [page, *[entry for entry in others if entry.heading or entry.text]]


class _Draft:
    def __init__(self, anchor: str) -> None:
        self.anchor = anchor
        self.heading: list[str] = []
        self.text: list[str] = []


class _Reader:
    """What the parser tells its findings to."""

    def __init__(self) -> None:
        self.found = [_Draft("")]
        self.section = self.found[0]
        self.into = self.section.text
        self.aside = 0
        self.of_figures = False
        self.last_cell: int | None = None  # where it begins in its row's text

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        classes = attributes.get("class", "").split()
        if self.aside or _is_aside(tag, classes):
            self.aside += 1
        if tag == "table":
            self.of_figures = "figures" in classes
        elif tag == "td" and self.of_figures and self.into is not self.section.text:
            self.last_cell = len(self.into)
        anchor = attributes.get("id", "")
        if tag == "h1":
            self.into = self.section.heading
        elif anchor and tag in _HEADINGS:
            self.section = self._open(anchor)
            self.into = self.section.heading
        elif tag == "tr" and anchor:
            self.into = self._open(anchor).text
        elif anchor and self.into is self.section.text and _is_paragraph(tag, attributes):
            self.into.append(f"{_MARK}{anchor}{_MARK}")

    def end(self, tag: str) -> None:
        self.aside -= bool(self.aside)
        if tag == "tr" and self.last_cell is not None:
            # A row of figures ends with its link and its citation.
            del self.into[self.last_cell :]
            self.last_cell = None
        if tag in _LINES:
            if tag in _HEADINGS or tag == "tr":
                self.into = self.section.text
            self.into.append("\n")

    def data(self, data: str) -> None:
        if not self.aside:
            self.into.append(_CHECKSUM.sub("", data).replace("\n", " "))

    def comment(self, text: str) -> None:
        """Nothing of a comment is text."""

    def close(self) -> None:
        """All is told."""

    def _open(self, anchor: str) -> _Draft:
        self.found.append(_Draft(anchor))
        return self.found[-1]


def _is_aside(tag: str, classes: Collection[str]) -> bool:
    if tag == "caption" or not _ASIDE.isdisjoint(classes):
        return True
    # Without its heading a page would have no name.
    return _UNTRANSLATED in classes and tag not in _HEADINGS


def _is_paragraph(tag: str, attributes: dict[str, str]) -> bool:
    # A point that runs on into its first paragraph holds an anchor where that begins.
    return tag in ("p", "li") or "anchor" in attributes.get("class", "").split()


def _entry(draft: _Draft) -> SearchEntry:
    heading = " ".join("".join(draft.heading).split())
    written = "".join(draft.text)
    if _MARK not in written:  # as in the row of a table
        plain = (" ".join(line.split()) for line in written.split("\n"))
        return SearchEntry(draft.anchor, heading, "\n".join(filter(None, plain)))
    told = (_BLANK.sub(r"\1", " ".join(line.split())) for line in written.split("\n"))
    lines = "\n".join(line for line in told if _BEGINNING.sub("", line))
    # Every second piece is an id.
    pieces = _BEGINNING.split(lines)
    paragraphs, text = [], pieces[0]
    for anchor, said in zip(pieces[1::2], pieces[2::2], strict=True):
        paragraphs.append(Paragraph(len(text.encode("utf-16-le")) // 2, anchor))
        text += said
    return SearchEntry(draft.anchor, heading, text, tuple(paragraphs))
