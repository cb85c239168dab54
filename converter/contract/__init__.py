"""The report as JSON: the converter's public data contract (``report.schema.json``; keys may be added, none changes)."""

import json
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from typing import Any

from converter.checks import words
from converter.clean import Places, as_it_came, cuts_as_dropped, reasons
from converter.contract.indented import indented
from converter.model import (
    Chapter,
    Correction,
    Dropped,
    Note,
    Observation,
    Paragraph,
    Reading,
    Report,
    Section,
    Source,
    Span,
)

__all__ = ["JsonObject", "all_dropped", "indented", "plain", "report_json", "schema", "value_text"]

JsonObject = dict[str, Any]

_LONGEST_QUOTE = 1000  # characters


def schema() -> JsonObject:
    """The JSON Schema that every ``report_json`` satisfies."""
    text = resources.files(__package__).joinpath("report.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def plain(value: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros after the point (``1.2E+5`` → ``120000``)."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_text(observation: Observation) -> str:
    """The value as a decimal string, a range as ``3-5``."""
    upper = "" if observation.upper is None else f"-{plain(observation.upper)}"
    return plain(observation.value) + upper


def report_json(reading: Reading) -> JsonObject:
    """The report and its figures as JSON values.

    Every ``start`` and ``end`` counts in the text as it came; ``text[start:end]``, less what ``dropped`` lists
    inside it (a line feed in a sentence, pinyin behind a character), is what stands beside them.
    """
    report = reading.report
    text, came = _Text(report.source, Places(report.source)), as_it_came(report.source)
    return {
        "title": report.title,
        "issuer": report.issuer,
        "region": report.region,
        "report_year": report.report_year,
        "published": report.published.isoformat() if report.published else None,
        "source": {
            "path": report.source.path,
            "sha256": report.source.sha256,
            "format": report.source.format,
            "characters": len(came),
        },
        "facts": {
            key: {"value": fact.value, "source": fact.source} for key, fact in report.source.facts.items()
        },
        "corrections": [_correction(one) for one in report.source.corrections],
        "preface": {"paragraphs": [_paragraph(text, p) for p in report.preface]},
        "chapters": [_chapter(text, chapter) for chapter in report.chapters],
        "observations": [_observation(text, o) for o in reading.observations],
        "notes": [_note(text, note) for note in reading.notes],
        "dropped": [_dropped(drop, came) for drop in all_dropped(report)],
    }


@dataclass(frozen=True, slots=True)
class _Text:
    """A source's text, with the places of its characters in the text as it came."""

    source: Source
    came: Places

    def of(self, span: Span | None) -> str | None:
        return span.of(self.source.text) if span else None

    def places(self, span: Span) -> JsonObject:
        start, end = self.came.span(span)
        return {"start": start, "end": end}


def all_dropped(report: Report) -> list[Dropped]:
    """All that is in no part, in order, by its places in the text as it came."""
    places = Places(report.source)
    moved = (Dropped(*places.span(Span(start, end)), reason) for start, end, reason in report.dropped)
    return sorted([*moved, *cuts_as_dropped(report.source)])


def _correction(one: Correction) -> JsonObject:
    return {
        "date": one.day.isoformat(),
        "what": one.what,
        "what_en": one.what_en,
        "why": one.why,
        "before": one.before,
        "after": one.after,
    }


def _chapter(text: _Text, chapter: Chapter) -> JsonObject:
    return {
        "id": chapter.id,
        "number": text.of(chapter.num),
        "heading": text.of(chapter.heading),
        "title": text.of(chapter.heading) or chapter.editorial_title,
        "editorial": chapter.heading is None,
        "role": chapter.role,
        **_places(text, chapter),
        "paragraphs": [_paragraph(text, p) for p in chapter.paragraphs],
        "sections": [_section(text, s) for s in chapter.sections],
    }


def _section(text: _Text, section: Section) -> JsonObject:
    return {
        "id": section.id,
        "label": text.of(section.num),
        "heading": text.of(section.heading),
        **_places(text, section),
        "paragraphs": [_paragraph(text, p) for p in section.paragraphs],
        "sections": [_section(text, s) for s in section.sections],
    }


def _places(text: _Text, part: Chapter | Section) -> JsonObject:
    return {**text.places(part.span), "lead_end": text.places(part.lead)["end"]}


def _paragraph(text: _Text, paragraph: Paragraph) -> JsonObject:
    return {"id": paragraph.id, "text": text.of(paragraph.span), **text.places(paragraph.span)}


def _observation(text: _Text, o: Observation) -> JsonObject:
    return {
        "id": o.id,
        "surface": text.of(o.span),
        **text.places(o.span),
        "value": value_text(o),
        "unit": o.unit,
        "bound": o.bound,
        "measure": o.measure,
        "status": o.status,
        "indicator": o.indicator,
        "period": o.period,
        "chapter": o.chapter,
        "section": o.section,
        "paragraph": o.paragraph,
        "quote": text.of(_quoted(o)),
        "link": o.link and {"relation": o.link.relation, "to": o.link.to},
        "code": o.code,
    }


def _quoted(o: Observation) -> Span:
    """The sentence of a figure; of one longer than people write, what stands around it: thousands of figures may share it."""
    start, end = o.sentence
    if end - start <= _LONGEST_QUOTE:
        return o.sentence
    return Span(max(start, o.span.start - _LONGEST_QUOTE // 2), min(end, o.span.end + _LONGEST_QUOTE // 2))


def _note(text: _Text, note: Note) -> JsonObject:
    return {
        "id": note.id,
        "rule": note.rule,
        "severity": note.severity,
        "observations": list(note.observations),
        "text": {
            "zh": words(note, "seen", "zh") + words(note, "why", "zh"),
            "en": f"{words(note, 'seen', 'en')} {words(note, 'why', 'en')}",
        },
        "quotes": [{"text": text.of(span), **text.places(span)} for span in note.sentences],
        "dismissed": note.dismissed,
    }


def _dropped(drop: Dropped, text: str) -> JsonObject:
    start, end, reason = drop
    return {"start": start, "end": end, "text": text[start:end], "reason": reason} | {
        "reason_in_words": reasons().get(reason, {"zh": reason, "en": reason})
    }
