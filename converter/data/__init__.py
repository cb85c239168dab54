"""The data of a report as they are published: typed, with one writer, one reader and a schema made of the types.

What only reads need not load what converts, so the writer stands by itself (``converter.data.writer``).  A file that
cannot be understood is named with the place in it (InputError ``broken_data``).
"""

from converter.data.file import Correction, ReportFile
from converter.data.imprint import Imprint
from converter.data.observed import Link, Observation
from converter.data.parts import Chapter, Paragraph, Preface, Section, all_paragraphs
from converter.data.places import places
from converter.data.reader import read_first, read_imprint, read_report, report_of_text
from converter.data.schema import Schema, schema, schema_text
from converter.data.values import ends_of, plain, value_text

__all__ = [
    "Chapter",
    "Correction",
    "Imprint",
    "Link",
    "Observation",
    "Paragraph",
    "Preface",
    "ReportFile",
    "Schema",
    "Section",
    "all_paragraphs",
    "ends_of",
    "places",
    "plain",
    "read_first",
    "read_imprint",
    "read_report",
    "report_of_text",
    "schema",
    "schema_text",
    "value_text",
]
