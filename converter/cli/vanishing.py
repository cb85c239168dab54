"""What a build says where addresses that were published would lead nowhere from now on."""

import json
from collections.abc import Iterable, Iterator

from converter.cli.messages import say
from converter.keep import Change
from converter.seeds import DOCS

_SHOWN = 5


def vanishing(changes: Iterable[Change]) -> Iterator[str]:
    """A line for each report that has fewer places after ``changes`` than before: somebody may have cited them."""
    for change in changes:
        if change.path.startswith("data/") and change.before and change.text:
            after = set(_places(change.text))
            lost = [place for place in _places(change.before) if place not in after]
            if lost:
                shown = " ".join(lost[:_SHOWN]) + (" …" if len(lost) > _SHOWN else "")
                yield say("address_gone", path=f"{DOCS}/{change.path}", count=len(lost), shown=shown)


def _places(text: str) -> Iterator[str]:
    from converter.contract.places import places

    try:
        yield from places(json.loads(text))
    except (ValueError, KeyError, TypeError):
        return  # what is no report's data has no places; that it is broken is said elsewhere
