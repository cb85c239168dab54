"""A built site in, its search index out: static files, from which a browser loads only what a query needs."""

from converter.site.search.index import FOLDER, Part, index_part, reuse_part
from converter.site.search.joining import KnownTerm, Last, join_index, write_index
from converter.site.search.page import marked
from converter.site.search.pages import numbered
from converter.site.search.ranges import Before, Replaced
from converter.site.search.variants import traditional

__all__ = [
    "FOLDER",
    "Before",
    "KnownTerm",
    "Last",
    "Part",
    "Replaced",
    "index_part",
    "join_index",
    "marked",
    "numbered",
    "reuse_part",
    "traditional",
    "write_index",
]
