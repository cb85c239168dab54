"""The rows that tell of figures: each takes its figure's id, and gets a chart, a permalink and a citation."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from converter.site.content.citation import CitedPlace, row_citation
from converter.site.content.observations import Figure, Stated
from converter.site.markdown.charts import chart
from converter.text.fold import fold


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page's table that is about ``figure``; ``link`` holds the words that lead to it in the text."""

    element: Element
    figure: Figure
    link: Element

    @property
    def said(self) -> str:
        """The number as the row prints it."""
        return "".join(self.link.itertext())


class Columns(NamedTuple):
    """Which cells of the rows hold what, from 0; None where people took the column out."""

    surface: int | None
    value: int | None
    comparison: int | None


def rows_of(root: Element, figures: Iterable[Figure]) -> Iterator[Row]:
    """The rows whose first link into the text leads to one of ``figures``; each figure once."""
    by_id = {figure.id: figure for figure in figures}
    for element in root.iter("tr"):
        for link in element.iter("a"):
            page, _, anchor = link.get("href", "").partition("#")
            # A link within the page is a comparison: it leads to another figure's row.
            if page and anchor in by_id:
                yield Row(element, by_id.pop(anchor), link)
                break


def columns_of(rows: Sequence[Row]) -> Columns:
    """The columns of a page's rows, each told by what most of its cells hold, as people may have moved them."""
    return Columns(
        _most(rows, lambda row, cell: row.link in cell),
        _most(rows, lambda row, cell: written(cell) == row.figure.value),
        _most(rows, lambda _, cell: any(link.get("href", "").startswith("#") for link in cell.iter("a"))),
    )


def _most(rows: Sequence[Row], holds: Callable[[Row, Element], bool]) -> int | None:
    hits = Counter(at for row in rows for at, cell in enumerate(row.element) if holds(row, cell))
    return hits.most_common(1)[0][0] if hits else None


def written(cell: Element) -> str:
    """The decimal string a cell shows (``660,000`` → ``660000``, ``3–5`` → ``3-5``), or whatever it shows."""
    return fold("".join(cell.itertext())).strip().replace(",", "").replace("–", "-")


def mark_charts(rows: Iterable[Row], stated: Stated, column: int | None, words: Mapping[str, Any]) -> None:
    """Draw in a column of the rows, or in their last cells, what the report compares their figures with."""
    tied: dict[str, list[Figure]] = {}
    for figure in stated.figures:
        if figure.tie:
            tied.setdefault(figure.tie.to, []).append(figure)
    for row in rows:
        drawn = chart(row.figure, tied.get(row.figure.id, ()), words["chart"])
        if drawn is not None:
            row.element[-1 if column is None else column].append(drawn)


def mark_rows(
    rows: Sequence[Row],
    stated: Stated,
    columns: Columns,
    words: Mapping[str, Any],
    address: Callable[[str], str],
) -> None:
    """Give each row its figure's id, what the tools of the table read, a permalink and a citation.

    ``address`` is the address at which readers find a chapter (``c2``).
    """
    for row in rows:
        figure = row.figure
        row.element.set("id", figure.id)
        for name, value in zip(columns._fields, columns, strict=True):
            if value is not None:
                row.element[value].set("class", name)
        for key in ("value", "measure", "status"):
            row.element.set(f"data-{key}", str(getattr(figure, key)))
        place = CitedPlace(
            stated.name(figure.part),
            figure.sentence,
            row.link.get("href", ""),
            f"{address(figure.chapter)}#{figure.id}",
        )
        row.element.append(_cell(row, place, words))


def _cell(row: Row, place: CitedPlace, words: Mapping[str, Any]) -> Element:
    cell = Element("td", {"class": "cited"})
    link = SubElement(
        cell, "a", {"class": "permalink", "href": f"#{row.figure.id}", "title": words["permalink"]}
    )
    link.text = "#"
    what = words["cite_this"].format(what=f"{row.figure.indicator} {row.said}")
    cell.append(row_citation(place, words["cite"], what))
    return cell


def mark_tables(root: Element, rows: Sequence[Row], words: Mapping[str, Any]) -> None:
    """Name each cell of the tables of figures by its column, so that a narrow screen can show rows as cards."""
    own = {row.element for row in rows}
    for table in root.iter("table"):
        inside = [row for row in table.iter("tr") if row in own]
        if inside:
            table.set("class", "figures")
            _name_columns(table, inside, words)


def _name_columns(table: Element, rows: Sequence[Element], words: Mapping[str, Any]) -> None:
    head = next(table.iter("tr"))
    titles = ["".join(th.itertext()) for th in head]
    for th, cell in zip(head, rows[0], strict=False):
        if cell.get("class"):
            th.set("class", cell.get("class", ""))
    SubElement(head, "th", {"class": "cited"}).text = words["cite"]
    for row in table.iter("tr"):
        for title, cell in zip(titles, row, strict=False):
            if cell.tag == "td":
                cell.set("data-label", title)
