"""What a release says, told to who pressed the button: what stands in the way and where, without commands and ids."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

_PLACE = re.compile(r"(?:docs|site)/((?:zh|en)/([^/\s:：]+)/([\w-]+))\.(?:md|html)(?::(\d+))?")
_SEED = re.compile(r"seeds/([^/\s:：]+)\.\w+")
_SENTENCE = re.compile(r"[^。.；;]*(?:[。；;]|[.](?=\s|$)|$)")
_COMMAND = "gongkai "
_AT_ONCE = "gongkai-site"


class Line(Struct, frozen=True):
    """One thing, and where it is on the site: empty where that is no page."""

    text: str
    link: str = ""


def in_the_way(said: Iterable[str], ids: Iterable[tuple[str, str]], titles: Mapping[str, str]) -> list[Line]:
    """The lines of a release that are no doubts (``ids``: reports and what a doubt is called), each a short one.

    A line that goes on is told by its first; a sentence that only names a command is left out.
    """
    doubts = [f" {report} {id_} " for report, id_ in ids]
    lines = [line for line in said if not line[:1].isspace() and not any(one in line for one in doubts)]
    return list(dict.fromkeys(_told(line, titles) for line in lines))


def _told(line: str, titles: Mapping[str, str]) -> Line:
    place = _PLACE.search(line)
    link = f"{place[1]}.html" if place else ""
    text = _PLACE.sub(lambda found: f"《{titles.get(found[2], found[2])}》", line)
    text = _SEED.sub(lambda found: f"《{titles.get(found[1], found[1])}》", text)
    return Line("".join(_without_commands(text)).strip() or text, link)


def _without_commands(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        if _COMMAND not in sentence.replace(_AT_ONCE, ""):
            yield sentence
        elif "：" in sentence:  # what is named before it stays
            yield sentence.partition("：")[0]
