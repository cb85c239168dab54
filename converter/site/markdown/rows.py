"""The rows that tell of figures: each takes its figure's id, and gets a chart, a permalink and a citation."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from converter.pages.edition import Edition
from converter.pages.report.figures import COLUMNS
from converter.site.content.citation import quotation, row_citation
from converter.site.content.observations import Figure, Stated
from converter.site.markdown.charts import chart
from converter.site.words import words
from converter.text.fold import fold

_USUAL = {"measure": "level", "status": "result"}
"""What a row is of where neither it nor its table says."""


class Row(Struct, frozen=True):
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
    language: str,
) -> None:
    """Give each row its figure's id, what the tools of the table read, a permalink and a citation.

    Of many rows of one sentence the first quotes it, and the others lead there; of many sentences of one part the first
    says where it is.
    """
    quoted: dict[tuple[str, str], Row] = {}
    told: dict[str, str] = {}
    for row in rows:
        figure = row.figure
        row.element.set("id", figure.id)
        for name, value in zip(columns._fields, columns, strict=True):
            if value is not None:
                row.element[value].set("class", name)
                # The style of its class says where it stands.
                row.element[value].attrib.pop("align", None)
        if columns.value is not None and fold(row.said).strip() == figure.value + figure.unit:
            # Where rows are cards, the same number need not stand twice.
            row.element[columns.value].set("class", "value same")
        if columns.value is None or written(row.element[columns.value]) != figure.value:
            row.element.set("data-value", figure.value)
        for key, usual in _USUAL.items():
            if getattr(figure, key) != usual:
                row.element.set(f"data-{key}", getattr(figure, key))
        # As cite.js looks for it: by what the ids of its figures begin with.
        part, name = figure.id.rpartition("-v")[0], stated.name(figure.part)
        first = quoted.setdefault((part, figure.sentence), row)
        row.element.append(_cell(row, first, "" if told.get(part) == name else name, language))
        told.setdefault(part, name)


def _cell(row: Row, first: Row, part: str, language: str) -> Element:
    cell, told = Element("td"), words(language)
    SubElement(cell, "a", {"href": f"#{row.figure.id}"}).text = "#"
    if row is first:
        cell.append(row_citation(quotation(part, row.figure.sentence, told["colon"]), told["cite"]))
    else:
        # Citations of one sentence alike would be a third of a long table: ``cite.js`` makes this one of the first row's.
        SubElement(cell, "a", {"href": f"#{first.figure.id}"}).text = told["cite_same"]
    return cell


def mark_tables(root: Element, rows: Sequence[Row], language: str) -> None:
    """Tell the tables of figures, and their columns, so that a narrow screen can show rows as cards.

    A style sheet knows the columns that the program writes; where people changed them, each cell says its own.
    """
    own = {row.element for row in rows}
    usual = titles(language)
    for table in root.iter("table"):
        inside = [row for row in table.iter("tr") if row in own]
        if inside:
            head = next(table.iter("tr"))
            told = ["".join(th.itertext()) for th in head]
            table.set("class", "figures known" if told == usual else "figures")
            _name_columns(head, inside[0], words(language)["cite"])
            _share_status(table, inside)
            if told == usual:
                _leave_known(inside)
            else:
                _label_cells(table, told)


def titles(language: str) -> list[str]:
    """The titles of the columns that the program writes."""
    edition = Edition(language)
    return [edition.word(key) for key in COLUMNS]


def _name_columns(head: Element, row: Element, cite: str) -> None:
    for th, cell in zip(head, row, strict=False):
        if cell.get("class"):
            th.set("class", cell.get("class", ""))
            th.attrib.pop("align", None)
    SubElement(head, "th", {"class": "cited"}).text = cite


def _share_status(table: Element, rows: Sequence[Element]) -> None:
    """What most rows of a table are of (plans: targets) the table says once; a row says where it is of another."""
    usual, key = _USUAL["status"], "data-status"
    shared = Counter(row.get(key, usual) for row in rows).most_common(1)[0][0]
    if shared != usual:
        table.set(key, shared)
        for row in rows:
            own = row.attrib.pop(key, usual)
            if own != shared:
                row.set(key, own)


_PLACES = {"surface": 1, "value same": 2}
"""Where the cells of these classes stand in a table as the program writes it: its style sheet and ``rows.js`` know."""


def _leave_known(rows: Iterable[Element]) -> None:
    """A cell needs no class that its place tells; few rows compare, and the cells of the others need none either."""
    for row in rows:
        for at, cell in enumerate(row):
            name = cell.get("class", "")
            nothing = name == "comparison" and not len(cell) and not cell.text
            if nothing or _PLACES.get(name) == at:
                del cell.attrib["class"]


def _label_cells(table: Element, titles: Sequence[str]) -> None:
    for row in table.iter("tr"):
        for title, cell in zip(titles, row, strict=False):
            if cell.tag == "td":
                cell.set("data-label", title)
