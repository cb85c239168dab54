"""Marks that bound words: looked for as one sign, so that a search for the nearest of them is one of a string."""

MARK = ","


def with_one_mark(text: str, marks: str) -> str:
    """``text`` with ``MARK`` in the place of each of ``marks``, as long as before."""
    for mark in marks:
        text = text.replace(mark, MARK)
    return text
