"""A rendered page as the search knows it: its sections, each with heading and text."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_HEADING = re.compile("h[1-6]")
# Ready citations and charts repeat what stands beside them.
_ASIDE = {"cite", "cited", "chart"}
# After these, what follows is another line: no word runs from one into the next.
_LINES = re.compile("h[1-6]|p|li|t[dhr]|d[dt]|br|blockquote|pre")


class Entry(NamedTuple):
    """What one search result can point at; ``anchor`` is empty for the page itself."""

    anchor: str
    heading: str
    text: str


def entries_of(html: str) -> list[Entry]:
    """One entry for each heading with an id and for each table row with an id, in the order of the page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [entry for entry in map(_entry, reader.found) if entry.heading or entry.text]


class _Draft:
    def __init__(self, anchor: str) -> None:
        self.anchor = anchor
        self.heading: list[str] = []
        self.text: list[str] = []


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = [_Draft("")]
        self.section = self.found[0]
        self.into = self.section.text
        self.aside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in self.aside or not _ASIDE.isdisjoint((given.get("class") or "").split()):
            self.aside.append(tag)
        anchor = given.get("id") or ""
        if tag == "h1":
            self.into = self.section.heading
        elif _HEADING.fullmatch(tag) and anchor:
            self.section = self._open(anchor)
            self.into = self.section.heading
        elif tag == "tr" and anchor:
            self.into = self._open(anchor).text

    def handle_endtag(self, tag: str) -> None:
        if tag in self.aside:
            self.aside.pop()
        if _HEADING.fullmatch(tag) or tag == "tr":
            self.into = self.section.text
        if _LINES.fullmatch(tag):
            self.into.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.into.append(data.replace("\n", " "))

    def _open(self, anchor: str) -> _Draft:
        self.found.append(_Draft(anchor))
        return self.found[-1]


def _entry(draft: _Draft) -> Entry:
    lines = (" ".join(line.split()) for line in "".join(draft.text).split("\n"))
    heading = " ".join("".join(draft.heading).split())
    return Entry(draft.anchor, heading, "\n".join(line for line in lines if line))
