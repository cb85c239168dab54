"""What means nothing in a page: white space for those who write templates, and Chinese addresses in a form for machines."""

import re

from jinja2.ext import Extension

from converter.text.addresses import as_read

_INDENT = re.compile(r"\n[ \t]+")
_LINK = re.compile(r' href="[^"%]*%[^"]*"')
# Before a block no white space is text, and a line that a template left empty is none.
_BLOCKS = "article|aside|body|dd|details|div|dl|dt|figure|footer|form|h[1-6]|head|header|li|link|main|meta|nav|ol|p|section|script|table|title|ul"
_BREAKS = re.compile(rf"\n(?=\n|</?(?:{_BLOCKS})\b)")
# Where white space is text.
_KEPT = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.S)


class Outdented(Extension):
    """Every template begins its lines at their beginning, unless white space is text in it; lines keep their numbers."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """What Jinja reads instead of ``source``."""
        return source if _KEPT.search(source) else _INDENT.sub("\n", source)


def without_breaks(html: str) -> str:
    """A page without the line feeds that mean nothing."""
    if "<pre" not in html and "<textarea" not in html:
        return _BREAKS.sub("", html)
    # Every third part is what is kept, the one behind it the name of its element.
    parts = _KEPT.split(html)
    return "".join(
        part if at % 3 == 1 else _BREAKS.sub("", part) for at, part in enumerate(parts) if at % 3 != 2
    )


def with_read_addresses(html: str) -> str:
    """A page whose links say Chinese in characters, as browsers show them; each would take nine signs otherwise."""
    return _LINK.sub(lambda link: as_read(link[0]), html)
