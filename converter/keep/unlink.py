"""Links to pages a person deleted become their words: what the program writes leads nowhere into the void."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

_LINK = re.compile(r"(?<!!)\[((?:\\.|[^\[\]\\])*)\]\((?:([^()\s#]+)\.md)?(?:#([^()\s]*))?\)")


def without_links(text: str, page: str, deleted: Callable[[str], bool]) -> str:
    """The Markdown ``text`` of ``page`` with the words instead of each link to a page that is ``deleted``.

    Pages are paths below ``docs/``; links are relative, as MkDocs wants them.  A link inside the page (the table of
    figures) leads to a row of the page its address begins with: ``#c3-s1-v9`` goes with ``c3.md``.
    """

    def words(link: re.Match[str]) -> str:
        name = link[2] or (link[3] or "").partition("-")[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), f"{unquote(name)}.md"))
        return link[1] if name and deleted(target) else link[0]

    return _LINK.sub(words, text)
