"""Lines before tree: each physical line cut and classified by one table of numbering styles (``styles.toml``)."""

from converter.structure.lines.cut import Line, read_lines, trimmed
from converter.structure.lines.marks import Mark

__all__ = ["Line", "Mark", "read_lines", "trimmed"]
