"""HTML that people wrote into pages, found without making the site."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from converter.text.markup.addresses import is_safe
from converter.text.markup.allowed import allowed
from converter.text.markup.elements import Cleaned, clean_block

_FRONT = re.compile(r"\A---\n.*?^---\n", re.S | re.M)
# Code is shown as it is written, what is escaped as well.
_SEEN = re.compile(
    r"(?P<kept>\\[^<]|^(?P<fence>```+|~~~+)[^\n]*\n.*?^(?P=fence)|(?P<ticks>`+)[^\n]*?(?P=ticks)|<https?://[^\s<>]*>|<[^\s<>@:]+@[^\s<>]+>)"
    r"|<!--.*?-->|</[^<>]*>"
    r"|(?P<html><[A-Za-z!?][^<>]*>?)"
    r"|\]\(\s*<?(?P<address>[^\s()<>]+)"
    r"|\{:?(?P<list>[ #.][^{}\n]*)\}",
    re.S | re.M,
)
_NAME = re.compile(r"""([\w-]+)\s*=(?=["'\w])""")
_RAW = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)

Kind = Literal["html", "attribute", "link"]


class Written(NamedTuple):
    """A piece of mark-up on a ``line`` of a page, and what is ``left`` of it on the site: all, a part, or nothing.

    ``kind`` is ``html``, ``attribute`` (of an attribute list) or ``link``; of the last two only those not allowed are told.
    """

    line: int
    kind: Kind
    what: str
    left: str

    @property
    def is_whole(self) -> bool:
        """True where readers get all of it."""
        return self.kind == "html" and not Cleaned(self.what, self.left).changed


def written_in(markdown: str) -> Iterator[Written]:
    """Each piece of HTML in a page, and each link and attribute that it may not have, in order."""
    front = _FRONT.match(markdown)
    at = front.end() if front else 0
    while found := _SEEN.search(markdown, at):
        at = found.end()
        line = markdown.count("\n", 0, found.start()) + 1
        if found["html"]:
            # A script is one thing with what it holds.
            whole = _RAW.match(markdown, found.start())
            at = whole.end() if whole else at
            piece = whole[0] if whole else found["html"]
            yield Written(line, "html", piece, clean_block(piece).left)
        elif found["address"] and not is_safe(found["address"]):
            yield Written(line, "link", found["address"], "")
        else:
            names = _NAME.findall(found["list"] or "")
            yield from (Written(line, "attribute", name, "") for name in names if not _known(name))


def _known(attribute: str) -> bool:
    return any(attribute in names for names in allowed().attributes.values())
