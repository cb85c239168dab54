"""What a build says of what is there no more: addresses that were published, Chinese that was translated, reports."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from converter.build.keep import Change
from converter.build.withdrawn import Withdrawn
from converter.cli.messages import say
from converter.errors import InputError
from converter.layout import DOCS, SEEDS, is_data, is_memory

if TYPE_CHECKING:
    from converter.data import Chapter, Section

_SHOWN = 5


def vanishing(changes: Iterable[Change]) -> Iterator[str]:
    """A line for each report of which ``changes`` leave places out, or put others in their stead: somebody may have
    cited them."""
    for change in changes:
        if is_data(change.path) and change.before and change.text and change.before != change.text:
            before, after = _places(change.before), _places(change.text)
            lost = [place for place in before if place not in after]
            known = set(before.values())  # a heading put right where it is moves nothing
            moved = [p for p in before if p in after and before[p] != after[p] and after[p] in known]
            for key, found in (("address_gone", lost), ("address_moved", moved)):
                if found:
                    shown = " ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
                    yield say(key, path=f"{DOCS}/{change.path}", count=len(found), shown=shown)


def out_of_use(changes: Iterable[Change]) -> Iterator[str]:
    """A line for each translation memory where ``changes`` leave translations without their Chinese: they are kept."""
    for change in changes:
        if is_memory(change.path) and change.before and change.text and change.action == "updated":
            count = _former(change.before, change.text)
            if count:
                yield say("former", path=f"{DOCS}/{change.path}", count=count)


def _former(before: str, after: str) -> int:
    """How many translations in use ``before`` are so no more, as nothing has the Chinese they were of."""
    from converter.translation.memory import read_memory

    try:
        old, new = (read_memory(text, "").units for text in (before, after))
    except InputError:
        return 0  # that the file is torn is said elsewhere
    # A text may stand alone in a table as well, where it is another translation.
    chinese, english = {(bool(unit.key), unit.zh) for unit in new}, {unit.en for unit in new}
    return sum(
        bool(unit.en) and (bool(unit.key), unit.zh) not in chinese and unit.en not in english for unit in old
    )


def farewells(withdrawn: Iterable[Withdrawn]) -> Iterator[str]:
    """What a build says of reports whose raw file was taken away."""
    for one in withdrawn:
        told = Counter(change.action for change in one.changes if change.before is not None)
        yield say("gone", name=one.name, retired=told["retired"], seeds=SEEDS)
        stay = [c.path for c in one.changes if c.action == "retired_kept"]
        yield from (say("gone_kept", page=f"{DOCS}/{path}") for path in (*stay, *one.kept))
        if one.memory:
            yield say("gone_memory", path=f"{DOCS}/{one.memory}")


def _places(text: str) -> Mapping[str, str | None]:
    """The places of a report by their addresses, those of parts with their heading."""
    from converter.data import places, report_of_text

    try:
        report = report_of_text(text, "")
    except InputError:
        return {}  # what is no report's data has no places; that it is broken is said elsewhere
    headings = {
        f"{chapter.id}.html#{part.id}": part.heading
        for chapter in report.chapters
        for part in _parts(chapter)
    }
    return {place: headings.get(place) for place in places(report)}


def _parts(part: "Chapter | Section") -> "Iterator[Chapter | Section]":
    yield part
    for section in part.sections:
        yield from _parts(section)
