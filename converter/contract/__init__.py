"""The report as JSON: the converter's public data contract (``report.schema.json``; keys may be added, none changes)."""

import json
from decimal import Decimal
from importlib import resources
from typing import Any

from converter.checks import words
from converter.clean import reasons
from converter.model import (
    Chapter,
    Correction,
    Dropped,
    Note,
    Observation,
    Paragraph,
    Reading,
    Section,
    Span,
)

JsonObject = dict[str, Any]


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
    """The report and its figures as JSON values; ``text[start:end]`` of the source holds for every span."""
    report = reading.report
    text = report.source.text
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
            "characters": len(text),
        },
        "facts": {
            key: {"value": fact.value, "source": fact.source} for key, fact in report.source.facts.items()
        },
        "corrections": [_correction(one) for one in report.source.corrections],
        "preface": {"paragraphs": [_paragraph(text, p) for p in report.preface]},
        "chapters": [_chapter(text, chapter) for chapter in report.chapters],
        "observations": [_observation(text, o) for o in reading.observations],
        "notes": [_note(text, note) for note in reading.notes],
        "dropped": [_dropped(text, drop) for drop in report.dropped],
    }


def _correction(one: Correction) -> JsonObject:
    return {
        "date": one.day.isoformat(),
        "what": one.what,
        "what_en": one.what_en,
        "why": one.why,
        "before": one.before,
        "after": one.after,
    }


def _of(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def _chapter(text: str, chapter: Chapter) -> JsonObject:
    return {
        "id": chapter.id,
        "number": _of(text, chapter.num),
        "heading": _of(text, chapter.heading),
        "title": _of(text, chapter.heading) or chapter.editorial_title,
        "editorial": chapter.heading is None,
        "role": chapter.role,
        **_places(chapter),
        "paragraphs": [_paragraph(text, p) for p in chapter.paragraphs],
        "sections": [_section(text, s) for s in chapter.sections],
    }


def _section(text: str, section: Section) -> JsonObject:
    return {
        "id": section.id,
        "label": _of(text, section.num),
        "heading": _of(text, section.heading),
        **_places(section),
        "paragraphs": [_paragraph(text, p) for p in section.paragraphs],
        "sections": [_section(text, s) for s in section.sections],
    }


def _places(part: Chapter | Section) -> JsonObject:
    return {"start": part.span.start, "end": part.span.end, "lead_end": part.lead.end}


def _paragraph(text: str, paragraph: Paragraph) -> JsonObject:
    start, end = paragraph.span
    return {"id": paragraph.id, "text": text[start:end], "start": start, "end": end}


def _observation(text: str, o: Observation) -> JsonObject:
    return {
        "id": o.id,
        "surface": o.span.of(text),
        "start": o.span.start,
        "end": o.span.end,
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
        "quote": o.sentence.of(text),
        "link": o.link and {"relation": o.link.relation, "to": o.link.to},
        "code": o.code,
    }


def _note(text: str, note: Note) -> JsonObject:
    return {
        "id": note.id,
        "rule": note.rule,
        "severity": note.severity,
        "observations": list(note.observations),
        "text": {
            "zh": words(note, "seen", "zh") + words(note, "why", "zh"),
            "en": f"{words(note, 'seen', 'en')} {words(note, 'why', 'en')}",
        },
        "quotes": [{"text": span.of(text), "start": span.start, "end": span.end} for span in note.sentences],
        "dismissed": note.dismissed,
    }


def _dropped(text: str, drop: Dropped) -> JsonObject:
    start, end, reason = drop
    return {"start": start, "end": end, "text": text[start:end], "reason": reason} | {
        "reason_in_words": reasons().get(reason, {"zh": reason, "en": reason})
    }
