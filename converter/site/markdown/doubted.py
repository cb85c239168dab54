"""The rows whose figures are in doubt, marked: whoever opens the mark reads why."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from converter.data.doubts import figure_doubt
from converter.site.markdown.rows import Row


def mark_doubts(rows: Iterable[Row], words: Mapping[str, str], language: str) -> None:
    """A small mark in the last cell of doubtful rows, which tells whoever opens it why somebody should look at the figure.

    What the first of several rows tells alike, the others lead to; ``cite.js`` makes marks like its own of them.
    """
    told: dict[str, Row] = {}
    for row in rows:
        why = [figure_doubt(key, row.figure.indicator, language) for key in row.figure.doubts]
        if why:
            said = words["doubt"].format(why=words["between"].join(why))
            first = told.setdefault(said, row)
            # Before the citation, which opens below all that stands before it.
            row.element[-1].insert(
                0, _doubt(said, words["doubt_asked"], "" if first is row else first.figure.id)
            )


def _doubt(said: str, asked: str, first: str) -> Element:
    if first:
        mark = Element("a", {"class": "doubt", "href": f"#{first}", "aria-label": asked})
        mark.text = "?"
        return mark
    mark = Element("details", {"class": "doubt"})
    SubElement(mark, "summary", {"aria-label": asked}).text = "?"
    SubElement(mark, "div").text = said
    return mark
