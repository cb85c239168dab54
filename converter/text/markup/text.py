"""Text of a translator or a machine as Markdown that brings no mark-up of its own but emphasis and plain links."""

import re

from converter.text.markup.addresses import is_safe

# Marks that turn the direction of writing, and what cannot be seen: a reader is not to be deceived.
_UNSEEN = re.compile("[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# In this order: what Markdown lets be escaped (not "<"), code, addresses in <>, links; what then still begins mark-up is escaped.
_MARKS = re.compile(
    r"(?P<begin>^ {0,3}(?:#|`(?=``)|~(?=~~)))"
    r"|(?P<kept>\\[\\`*_{}\[\]()>#+\-.!]|`[^`<\n]*`|<https?://[^\s<>\"']*>)"
    r"|(?P<link>!?\[[^\[\]<>{}\\`\n]*\]\((?P<address>[^\s()<>\"'\\{}]+)\))"
    r"|(?P<mark>[<\[\]{])",
    re.M,
)
_ESCAPED = {"<": "&lt;", "[": "\\[", "]": "\\]", "{": "\\{"}


def without_markup(markdown: str) -> str:
    """``markdown`` without HTML, headings, attribute lists and links that are not plain and safe: these are shown as they are written.

    Doing it again changes nothing.
    """
    return _MARKS.sub(_text, visible(markdown))


def visible(text: str) -> str:
    """``text`` without marks that nobody sees and that could make it look like another."""
    return _UNSEEN.sub("", text)


def _text(found: re.Match[str]) -> str:
    if begin := found["begin"]:
        # The ids of parts are their headings': a paragraph may not become another heading, nor code.
        return f"{begin[:-1]}&#{ord(begin[-1])};"
    if mark := found["mark"]:
        return _ESCAPED[mark]
    if found["link"] and not is_safe(found["address"]):
        return re.sub(r"[\[\]]", r"\\\g<0>", found[0])
    return found[0]
