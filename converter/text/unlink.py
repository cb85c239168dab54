"""Links to pages that are not there become their words: what the program writes leads nowhere into the void."""

import posixpath
import re
from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

_LINK = re.compile(r"(?<!!)\[((?:\\.|[^\[\]\\])*)\]\((?:([^()\s#]+)\.md)?(?:#([^()\s]*))?\)")


def without_links(text: str, page: str, gone: Callable[[str], bool]) -> str:
    """The Markdown ``text`` of ``page`` with the words instead of each link to a page that is ``gone``.

    Pages are paths below ``docs/``; links are relative, as MkDocs wants them.  A link inside the page (the table of
    figures) leads to a row of the page its address begins with: ``#c3-s1-v9`` goes with ``c3.md``.
    """

    @cache  # the rows of a table lead to a few pages
    def is_gone(name: str) -> bool:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), f"{unquote(name)}.md"))
        return bool(name) and gone(target)

    def words(link: re.Match[str]) -> str:
        name = link[2] or (link[3] or "").partition("-")[0]
        return link[1] if is_gone(name) else link[0]

    return _LINK.sub(words, text)
