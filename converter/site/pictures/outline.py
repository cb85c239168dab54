"""The chapters of a report, each with how many figures it states."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from converter.data import ReportFile
from converter.site.content.observations import Stated
from converter.site.pictures.model import Bar, Group, Picture
from converter.text.punctuation import full_width


def outline(report: ReportFile, stated: Stated, words: Mapping[str, Any]) -> Picture | None:
    """The picture of the chapters, none where there are none or no figures."""
    counts = {c.id: sum(figure.chapter == c.id for figure in stated.figures) for c in report.chapters}
    most = max(counts.values(), default=0)
    if not most:
        return None
    bars = tuple(
        Bar(
            full_width(stated.headings.get(chapter.id, chapter.title)),
            words["figure" if counts[chapter.id] == 1 else "figures"].format(count=counts[chapter.id]),
            Decimal(counts[chapter.id]) / most,
            page=chapter.id,
        )
        for chapter in report.chapters
    )
    return Picture("outline", words["outline"], words["outline_about"], (Group(bars),))
