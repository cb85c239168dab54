"""What was corrected after publication, for the report's first page: the earlier text stays to be read."""

from collections.abc import Iterator, Sequence

from converter.model import Correction
from converter.pages.edition import Edition
from converter.pages.frame import heading
from converter.text.markdown import escape, written


def corrections(made: Sequence[Correction], edition: Edition) -> Iterator[str]:
    """The section on corrections in Markdown, newest first; nothing where nothing was corrected."""
    if made:
        yield heading(2, edition.word("corrections"), "corrections")
        yield "\n".join(f"- {_line(one, edition)}" for one in reversed(made))


def _line(one: Correction, edition: Edition) -> str:
    told = {"before": one.before, "after": one.after, "why": one.why}
    more = (
        edition.word(f"correction_{key}", text=_text(edition.text("correction", text)))
        for key, text in told.items()
        if text
    )
    what = written(one.what_en) if edition.language == "en" and one.what_en else escape(one.what)
    return edition.word("correction", day=edition.day(one.day), what=_text(what)) + "".join(more)


def _text(text: str) -> str:
    return text.removesuffix("。").removesuffix(".")  # the words around it bring the full stop
