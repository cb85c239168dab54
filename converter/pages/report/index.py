"""The first page of a report: what it is, where it comes from, its key figures, its contents, its preface."""

from collections.abc import Iterable, Iterator, Sequence

from converter.model import Fact, Observation, Reading, Report
from converter.pages.edition import CHINESE, Edition
from converter.pages.frame import heading, page, table
from converter.pages.report.chapter import notes_of, texts
from converter.pages.report.compared import Stated, chosen, key_figures
from converter.pages.report.corrections import corrections
from converter.structure.clean import as_read
from converter.structure.segment import WHOLE_COUNTRY, report_kind
from converter.text.markdown import cell, in_cell
from converter.translation.memory.blocks import place_of

_KEY_FIGURES = 8


def index_page(
    reading: Reading, name: str, edition: Edition = CHINESE, preface: Sequence[str] | None = None
) -> str:
    """The Markdown of the first page of the report called ``name``.

    ``preface`` are the blocks of its preface where they are not the report's own, its heading among them.
    """
    report, observations = reading.report, reading.observations
    title = edition.title(report)
    fields = {
        "report": name,
        "page": "report",
        "description": edition.word(
            "report_description",
            report=title,
            chapters=edition.counted("chapters", len(report.chapters)),
            figures=edition.counted("figures", len(observations)),
        ),
    }
    blocks = [heading(1, title, "report"), _intro(report, edition)]
    blocks += corrections(report.source.corrections, edition)
    blocks += _key_figures(report, observations, edition)
    blocks += [heading(2, edition.word("contents"), "contents"), "\n".join(_contents(reading, edition))]
    blocks += preface_blocks(report, edition) if preface is None else preface
    about = table([edition.word("item"), edition.word("content")], _about(report, edition))
    return page(fields, [*blocks, heading(2, edition.word("about"), "about"), about])


def _intro(report: Report, edition: Edition) -> str:
    # The body that reports, or the place it reports on: a town's bureau is not the town.
    words = {"translated": _translated(edition), "text": _faithful(report, edition)}
    if report.issuer:
        name = edition.text("issuer", report.issuer)
        named = name[0].isascii() and report.issuer != report.region  # a place, or Chinese, has no article
        return edition.word(
            "report_intro", issuer=edition.word("body", name=name) if named else name, **words
        )
    if report.region and report.region != WHOLE_COUNTRY:
        return edition.word("report_intro", issuer=edition.text("region", report.region), **words)
    return edition.word("report_intro_nobody", **words)


def _faithful(report: Report, edition: Edition) -> str:
    """How the words of the pages are those of the original."""
    count = len(report.source.edits)
    return edition.word("text_edited", count=str(count)) if count else edition.word("text_verbatim")


def _translated(edition: Edition) -> str:
    """How much of the report's text the English edition has in English, in words."""
    done = {bool(unit.en) for unit in edition.memory.units if place_of(unit.key)[1]}
    share = "whole" if False not in done else "part" if True in done else "none"
    return edition.word(f"translated_{share}")


def preface_blocks(report: Report, edition: Edition) -> Iterator[str]:
    """The preface under its heading, with the tables in it."""
    if report.preface or report.tables:
        yield heading(2, edition.word("preface"), "c0")
        yield from texts(report, report.preface, report.tables, notes_of(report))


def _key_figures(report: Report, observations: Sequence[Observation], edition: Edition) -> Iterator[str]:
    own = report.source.facts.get("key_figures")
    stated = Stated(report.source.text, observations, own.value if own else "")
    found = list(key_figures(stated, edition, _KEY_FIGURES))
    if found:
        yield heading(2, edition.word("key_figures"), "key-figures")
        note = "key_figures_chosen" if chosen(stated.chosen, observations) else "key_figures_note"
        yield edition.word(note, count=edition.counted("figures", len(observations)))
        yield from found
    if told := doors([(c.id, c.role) for c in report.chapters], edition):
        yield told


def doors(chapters: Iterable[tuple[str, str]], edition: Edition, folder: str = "") -> str:
    """Links to what went badly and to the year ahead, where the report has parts for them; else nothing.

    ``chapters`` are ids with roles, ``folder`` leads from the page to those of the report.
    """
    first: dict[str, str] = {}
    for id_, role in chapters:
        first.setdefault(role, id_)
    found = [
        f"[{edition.word(f'door_{role}')}]({folder}{first[role]}.md)"
        for role in ("problems", "plan")
        if role in first
    ]
    return " · ".join(found) + "\n{: .doors }" if found else ""


def _contents(reading: Reading, edition: Edition) -> Iterator[str]:
    report, observations = reading.report, reading.observations
    for number_, chapter in enumerate(report.chapters, 1):
        counts = [edition.counted("sections", len(chapter.sections))] if chapter.sections else []
        counts.append(edition.counted("figures", sum(o.chapter == number_ for o in observations)))
        yield "- " + edition.word(
            "contents_line",
            title=edition.chapter_title(report, chapter),
            page=f"{chapter.id}.md",
            counts=edition.word("list_comma").join(counts),
        )
    yield "- " + edition.word("all_figures", count=edition.counted("figures", len(observations)))
    open_notes = sum(note.dismissed is None for note in reading.notes)
    count = edition.counted("notes", open_notes)
    yield "- " + (edition.word("all_notes", count=count) if open_notes else edition.word("no_notes"))


def _about(report: Report, edition: Edition) -> Iterator[tuple[str, str]]:
    source, facts = report.source, report.source.facts
    if report.title:
        # A title that nobody translated is the printed one.
        titles = dict.fromkeys((in_cell(edition.title(report)), cell(report.title)))
        yield edition.word("title"), edition.word("break").join(titles)
    else:
        yield edition.word("title"), edition.word("untitled_note")
    if report.region:
        code = facts.get("region_code")
        told = (
            edition.word("brackets", text=edition.word("region_code", code=cell(code.value))) if code else ""
        )
        yield edition.word("region"), edition.cell("region", report.region) + told
    if "issuer" in facts:
        yield edition.word("issuer"), _fact(facts["issuer"], "issuer", edition)
    elif report.issuer:
        yield edition.word("issuer"), edition.cell("issuer", report.issuer)
    yield edition.word("report_kind"), edition.kind(report_kind(report))
    if report.report_year:
        yield edition.word("report_year"), edition.word("year", year=report.report_year)
    if report.published:
        yield edition.word("published"), edition.day(report.published)
    if report.written:
        yield edition.word("written"), edition.day(report.written)
    if report.delivered:
        yield edition.word("delivered"), edition.day(report.delivered)
    if "original" in facts:
        yield edition.word("original"), cell(facts["original"].value)
    characters = f"{len(as_read(source)):,}"
    yield edition.word("raw"), edition.word("raw_size", path=f"`{source.path}`", characters=characters)
    yield edition.word("checksum"), f"`{source.sha256}`"


def _fact(fact: Fact, kind: str, edition: Edition) -> str:
    source = edition.word("fact_source", source=edition.cell("fact_source", fact.source))
    return edition.cell(kind, fact.value) + edition.word("brackets", text=source)
