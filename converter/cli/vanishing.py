"""What a build says where addresses that were published would lead nowhere from now on."""

from collections.abc import Iterable, Iterator

from converter.build.keep import Change
from converter.cli.messages import say
from converter.errors import InputError
from converter.layout import DOCS, is_data

_SHOWN = 5


def vanishing(changes: Iterable[Change]) -> Iterator[str]:
    """A line for each report that has fewer places after ``changes`` than before: somebody may have cited them."""
    for change in changes:
        if is_data(change.path) and change.before and change.text:
            after = set(_places(change.text))
            lost = [place for place in _places(change.before) if place not in after]
            if lost:
                shown = " ".join(lost[:_SHOWN]) + (" …" if len(lost) > _SHOWN else "")
                yield say("address_gone", path=f"{DOCS}/{change.path}", count=len(lost), shown=shown)


def _places(text: str) -> Iterator[str]:
    from converter.data import places, report_of_text

    try:
        yield from places(report_of_text(text, ""))
    except InputError:
        return  # what is no report's data has no places; that it is broken is said elsewhere
