"""White space that means nothing: templates are indented for those who write them, not for those who load a page."""

import re

from jinja2.ext import Extension

_INDENT = re.compile(r"\n[ \t]+")
_EMPTY = re.compile(r"\n\n+")
# Where white space is text.
_KEPT = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.S)


class Outdented(Extension):
    """Every template begins its lines at their beginning, unless white space is text in it; lines keep their numbers."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """What Jinja reads instead of ``source``."""
        return source if _KEPT.search(source) else _INDENT.sub("\n", source)


def without_empty_lines(html: str) -> str:
    """A page without the lines that its templates left empty."""
    if "<pre" not in html and "<textarea" not in html:
        return _EMPTY.sub("\n", html)
    # Every third part is what is kept, the one behind it the name of its element.
    parts = _KEPT.split(html)
    return "".join(
        part if at % 3 == 1 else _EMPTY.sub("\n", part) for at, part in enumerate(parts) if at % 3 != 2
    )
