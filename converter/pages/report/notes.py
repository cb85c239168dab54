"""The page of notes: what a careful reviewer would ask, with the sentences it rests on."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from converter.figures.locations import locations, table_locations
from converter.model import Note, Observation, Report, Span
from converter.pages.amount import amount
from converter.pages.edition import Edition
from converter.pages.frame import heading, page
from converter.pages.report.figures import link
from converter.pages.words import NOTES
from converter.text.markdown import escape, one_line, written
from converter.translation.english import by_rule


def notes_page(
    report: Report,
    observations: Sequence[Observation],
    notes: Sequence[Note],
    name: str,
    edition: Edition,
) -> str:
    """The Markdown of the page of notes on the figures of the report called ``name``."""
    said = _Said(edition)
    fields = {
        "report": name,
        "page": "notes",
        "description": said("description", report=edition.title(report), count=len(notes)),
    }
    open_ = [note for note in notes if note.dismissed is None]
    settled = [note for note in notes if note.dismissed is not None]
    blocks = [heading(1, said("title" if notes else "title_none"), "notes"), _intro(notes, open_, said)]
    blocks += _notes(report, observations, open_, 2, said)
    if settled:
        blocks += [heading(2, said("dismissed"), "dismissed"), said("dismissed_intro")]
        blocks += _notes(report, observations, settled, 3, said)
    return page(fields, blocks)


class _Said:
    """The words of this page in one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition, self.texts = edition, NOTES.load()[edition.language]

    def __call__(self, key: str, **details: object) -> str:
        return str(self.texts[key]).format(**details)

    def severity(self, note: Note) -> str:
        words = self.texts["severity"]
        assert isinstance(words, dict)
        return str(words[note.severity])


def _intro(notes: Sequence[Note], open_: Sequence[Note], said: _Said) -> str:
    if open_:
        return said("intro", count=said.edition.counted("notes", len(open_)))
    return said("all_dismissed" if notes else "none")


def _notes(
    report: Report, observations: Sequence[Observation], notes: Iterable[Note], level: int, said: _Said
) -> Iterator[str]:
    for note in notes:
        told = _translated(report, observations, note, said.edition)
        space = "" if said.edition.language == "zh" else " "
        yield heading(level, _words(told, "title", said.edition), note.id)
        if note.dismissed is not None:
            yield said("reason", reason=said.edition.text("dismissed", note.dismissed))
        yield space.join(_words(told, key, said.edition) for key in ("seen", "why"))
        concerned = [o for o in observations if o.id in note.observations]
        for sentence in note.sentences:
            yield f"> {_quoted(report, concerned, sentence, said)}"
        if note.dismissed is None:
            yield said.severity(note)


def _words(note: Note, key: str, edition: Edition) -> str:
    # As in the data: a site is built without the rules.
    from converter.checks import words

    told = words(note, key, edition.language)
    return escape(told) if edition.language == "zh" else written(told)


def _translated(report: Report, observations: Sequence[Observation], note: Note, edition: Edition) -> Note:
    """The note with the report's words it repeats in the language of the edition, where they are translated."""
    if edition.language == "zh":
        return note
    raw, strings = report.source.text, edition.memory.strings
    figures = {one_line(o.span.of(raw)): amount(o, edition) for o in observations}
    told = {
        key: strings.get(("detail", one_line(text)))
        or figures.get(one_line(text))
        or by_rule("indicator", text)
        or text
        for key, text in note.details.items()
    }
    return replace(note, details=told)


def _quoted(report: Report, observations: Sequence[Observation], sentence: Span, said: _Said) -> str:
    """A sentence of the report as Markdown, the figures a note speaks of linked to their place in the text."""
    text = report.source.text
    chinese = escape(sentence.of(text))
    quoted = said.edition.text("sentence", sentence.of(text))
    inside = [o for o in observations if o.sentence == sentence]
    if quoted != chinese:
        where = [link(o, escape(o.span.of(text))) for o in inside] or [_where(report, sentence, said)]
        return f"{quoted} {said('in_chinese', links=said.edition.word('comma').join(where))}"
    for o in reversed(inside):
        # Escaping moves characters, so a figure is found again by how often its words stand before it.
        printed = o.span.of(text)
        pieces = quoted.split(escape(printed))
        before = text.count(printed, sentence.start, o.span.start)
        if before + 1 < len(pieces):
            start, end = (escape(printed).join(part) for part in (pieces[: before + 1], pieces[before + 1 :]))
            quoted = start + link(o, escape(printed)) + end
    return quoted if inside else quoted + said.edition.word("brackets", text=_where(report, sentence, said))


def _where(report: Report, sentence: Span, said: _Said) -> str:
    """A link to the part of the report that a sentence without a linked figure stands in."""
    part = next((place.part for place in locations(report) if sentence in place.paragraph.sentences), None)
    part = part or next(
        (p.table.id for p in table_locations(report) if _within(sentence, p.table.span)), "c0"
    )
    chapter = part.partition("-")[0]
    return said("where", page="index.md" if chapter == "c0" else f"{chapter}.md", part=part)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
