"""Lines to a report: chapters, sections, paragraphs, sentences; title, issuer, region, year and date.

The stage is in ``segmenting``: who only asks about a report need not load what makes one.
"""

from converter.structure.segment.kind import kind_of, kinds
from converter.structure.segment.parts import all_paragraphs, all_tables, leads_below
from converter.structure.segment.region import WHOLE_COUNTRY
from converter.structure.segment.report_kind import due, due_of, report_kind, report_kinds
from converter.structure.segment.required import required_contents
from converter.structure.segment.roles import role_of_heading
from converter.structure.segment.sentences import sentences
from converter.structure.segment.tree import chapter, paragraphs

__all__ = [
    "WHOLE_COUNTRY",
    "all_paragraphs",
    "all_tables",
    "chapter",
    "due",
    "due_of",
    "kind_of",
    "kinds",
    "leads_below",
    "paragraphs",
    "report_kind",
    "report_kinds",
    "required_contents",
    "role_of_heading",
    "sentences",
]
