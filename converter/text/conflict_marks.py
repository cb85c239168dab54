"""Lines that git leaves in a text whose merge nobody has finished."""

import re

# The line between the two sides (=======) is also how Markdown underlines a heading, so it does not count.
_MARK = re.compile(r"(?:<{7}|>{7})(?: .*)?")


def conflict_marks(text: str) -> tuple[int, ...]:
    """The numbers (from 1) of the lines of ``text`` that are marks of an unfinished merge."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    return tuple(number for number, line in enumerate(text.split("\n"), 1) if _MARK.fullmatch(line.rstrip()))
