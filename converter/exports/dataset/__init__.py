"""The dataset over all reports: one tidy table of figures and one of reports, as files and to be asked in SQL."""

from converter.exports.dataset.query import RESERVED, Answer, ask
from converter.exports.dataset.tables import Table, tables
from converter.exports.dataset.writing import write_dataset

__all__ = ["RESERVED", "Answer", "Table", "ask", "tables", "write_dataset"]
