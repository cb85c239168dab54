"""What every page has: front matter, one H1, a line feed at the end."""

import json
from collections.abc import Iterable, Mapping

from converter.text.markdown import shown


def page(fields: Mapping[str, str | bool], blocks: Iterable[str]) -> str:
    """Front matter of ``fields`` (quoted, so that no value can end it) and the blocks, an empty line between.

    What ``fields`` say is Markdown, as the blocks are.
    """
    front = "\n".join(f"{key}: {_quoted(value)}" for key, value in fields.items())
    return "\n\n".join((f"---\n{front}\n---", *blocks)) + "\n"


def _quoted(value: str | bool) -> str:
    return json.dumps(shown(value) if isinstance(value, str) else value, ensure_ascii=False)


def heading(level: int, text: str, anchor: str) -> str:
    """A heading with its own ASCII id; ``text`` is Markdown already."""
    return f"{'#' * min(level, 6)} {text} {{ #{anchor} }}"


def marked(text: str, attributes: str) -> str:
    """A paragraph with attributes (``#id``, ``.class``) on a line of their own."""
    return f"{text}\n{{: {attributes} }}"


def table(header: Iterable[str], rows: Iterable[Iterable[str]], numbers: int | None = None) -> str:
    """A Markdown table; cells are Markdown already.  Column ``numbers`` (from 0) is set flush right."""
    head = list(header)
    rule = ["---:" if column == numbers else "---" for column in range(len(head))]
    lines = [head, rule, *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
