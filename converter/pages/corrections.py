"""What was corrected after publication, for the report's first page: the earlier text stays to be read."""

from collections.abc import Iterator, Sequence

from converter.model import Correction
from converter.pages.frame import heading
from converter.pages.markdown import escape
from converter.pages.words import word


def corrections(made: Sequence[Correction]) -> Iterator[str]:
    """The section on corrections in Markdown, newest first; nothing where nothing was corrected."""
    if made:
        yield heading(2, word("corrections"), "corrections")
        yield "\n".join(f"- {_line(one)}" for one in reversed(made))


def _line(one: Correction) -> str:
    told = {"before": one.before, "after": one.after, "why": one.why}
    more = (word(f"correction_{key}", text=_text(text)) for key, text in told.items() if text)
    day = word("day", y=one.day.year, m=one.day.month, d=one.day.day)
    return word("correction", day=day, what=_text(one.what)) + "".join(more)


def _text(text: str) -> str:
    return escape(text).removesuffix("。")  # the words around it bring the full stop
