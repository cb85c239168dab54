"""The dataset over all reports: one tidy table of figures and one of reports, as files and to be asked in SQL."""

from converter.dataset.query import RESERVED, Answer, ask
from converter.dataset.tables import Table, tables
from converter.dataset.writing import write_dataset

__all__ = ["RESERVED", "Answer", "Table", "ask", "tables", "write_dataset"]
