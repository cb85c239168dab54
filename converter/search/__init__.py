"""A built site in, its search index out: static files, from which a browser loads only what a query needs."""

from converter.search.index import FOLDER, write_index
from converter.search.page import marked

__all__ = ["FOLDER", "marked", "write_index"]
