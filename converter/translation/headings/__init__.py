"""Headings in English: those that all reports of a kind have, and those put together from what headings repeat."""

import re

from converter.caching import kept_latest
from converter.text.fold import fold
from converter.translation.headings.clauses import clause_in_english
from converter.translation.headings.outlines import outline
from converter.translation.headings.table import found
from converter.translation.leads import LEAD, numbered
from converter.translation.names import capital, is_no_topic, thing_in_english
from converter.translation.phrases import without_year

# Characters of a heading; a paragraph is none, however it begins.
_LONGEST = 60
_TELLING = 4  # characters
# What a heading says of its topic that the topic says for itself.
_ABOUT = re.compile(
    "(?:的)?(?:基本|总体|主要|具体|相关|有关|整体)?(?:工作)?(?:开展|进展|推进|落实|完成|办理|执行)?(?:情况|概况)$"
)


@kept_latest(4096)
def heading_in_english(heading: str) -> str | None:
    """A heading in English (``三、存在的问题`` → ``III. Problems``), None where some of it is not known."""
    lead = LEAD.fullmatch(fold(heading.strip())) if len(heading) <= _LONGEST else None
    if lead is None:
        return None
    words = lead["said"].lstrip("—-")
    said = _set_phrase(words) or outline(words) or _clauses(words) or _topic(words, bool(numbered(lead)))
    return said and f"{numbered(lead)}{said}"


def _topic(words: str, is_numbered: bool) -> str | None:
    """What a part is about, where its heading names only that (``行政执法主体概况``); a line may be a signature."""
    rest, year = without_year(words)
    bare = _ABOUT.sub("", rest)
    # 检查 alone says not who inspected whom.
    is_named = len(bare) >= _TELLING and (bare != rest or (is_numbered and not is_no_topic(bare)))
    said = thing_in_english(bare) if is_named else None
    return said and f"{capital(said)}{f', {year}' if year else ''}"


def _set_phrase(words: str) -> str | None:
    rest, year = without_year(words)
    said = found("heading", rest)
    return said and f"{said}{f', {year}' if year else ''}"


def _clauses(words: str) -> str | None:
    """What a heading calls for or says was reached, clause by clause; None where one of them is not known."""
    said = [clause_in_english(part) for part in re.split("[,，;；]", words)]
    told = [part for part in said if part]
    if len(told) < len(said):
        return None
    return "; ".join([told[0], *(part[:1].lower() + part[1:] for part in told[1:])])
