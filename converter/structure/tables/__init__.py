"""Tables: found in a text, kept from the stages that read prose, and what their rows and columns are called."""

from converter.structure.tables.finding import find_tables, tables_apart
from converter.structure.tables.hiding import with_tables
from converter.structure.tables.labels import Body, BodyRow, Named, bodies, named_cells

__all__ = [
    "Body",
    "BodyRow",
    "Named",
    "bodies",
    "find_tables",
    "named_cells",
    "tables_apart",
    "with_tables",
]
