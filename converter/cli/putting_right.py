"""What a build says of what people put right: entries without a place, edits that nobody can read."""

from collections.abc import Iterable, Iterator

from converter.build.alike import Alike
from converter.build.seeds import Converted
from converter.cli.messages import say


def put_right(one: Converted) -> Iterator[str]:
    """What is to be said of a report; of its sidecar where the build writes into it."""
    if one.sidecar:
        yield say("sidecar_written", path=one.sidecar.path)
    yield from remarks(one)


def remarks(one: Converted) -> Iterator[str]:
    """What a person should see to."""
    for remark in one.told.remarks:
        yield say(remark.key, **remark.details)


def told_alike(found: Iterable[Alike]) -> Iterator[str]:
    """Reports that seem to be in the site twice."""
    return (say("alike", one=one.one, other=one.other) for one in found)
