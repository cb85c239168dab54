"""What an English edition asks for beyond its chapters: each text of the report that stands alone, with its kind."""

from collections.abc import Container, Iterator

from converter.model import Reading
from converter.pages.report.comparison import linked_to, told
from converter.text.markdown import one_line
from converter.translation.english import by_rule, is_listed_region, label_in_english


def strings_of(reading: Reading) -> tuple[tuple[str, str], ...]:
    """The kinds and texts to translate, each once, in the order a reader meets them."""
    found = ((kind, one_line(text)) for kind, text in _strings(reading))
    return tuple(dict.fromkeys((kind, text) for kind, text in found if text))


def _strings(reading: Reading) -> Iterator[tuple[str, str]]:
    report, facts, text = reading.report, reading.report.source.facts, reading.report.source.text
    if "title_en" not in facts:
        yield "title", report.title or ""
    if report.region and not is_listed_region(report.region):
        yield "region", report.region
    yield "issuer", report.issuer or ""
    if "issuer" in facts:
        yield "fact_source", facts["issuer"].source
    for one in report.source.corrections:
        yield from (("correction", told_ or "") for told_ in (one.before, one.after, one.why))
    yield from _of_figures(reading)
    figures = {one_line(o.span.of(text)) for o in reading.observations}
    for note in reading.notes:
        yield "dismissed", note.dismissed or ""
        yield from (("sentence", sentence.of(text)) for sentence in note.sentences)
        yield from (("detail", detail) for detail in note.details.values() if needs_words(detail, figures))


def needs_words(detail: str, figures: Container[str]) -> bool:
    """True where what a note repeats of the report must be translated: no computed number, no figure alone, no form's row."""
    return not detail.isascii() and one_line(detail) not in figures and not label_in_english(detail)


def _of_figures(reading: Reading) -> Iterator[tuple[str, str]]:
    report, text = reading.report, reading.report.source.text
    linked = linked_to(reading.observations)
    for o in reading.observations:
        if not (o.cell and label_in_english(o.indicator)):
            yield "indicator", o.indicator
        if not by_rule("unit", o.unit):
            yield "unit", o.unit
        if o.period and not by_rule("period", o.period):
            yield "period", o.period
        ties = linked.get(o.id, {})
        for other in (*ties.get("change_of", ()), *ties.get("share_of", ())):
            if told(report.folded, other) != other.span:
                yield "comparison", told(report.folded, other).of(text)
