"""The key figures of a report: those a person chose, else the most telling (``importance.toml``), each with what it is compared with."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.indicators import entry
from converter.knowledge import Record, Table, only_once
from converter.model import Observation
from converter.pages.amount import amount
from converter.pages.edition import Edition
from converter.pages.frame import table
from converter.pages.report.comparison import linked_to, told
from converter.text.fold import fold


class _Importance(Record, frozen=True):
    codes: tuple[str, ...]

    def __post_init__(self) -> None:
        only_once(self.codes, "codes")


IMPORTANCE = Table(__package__, "importance.toml", _Importance)


class Stated(NamedTuple):
    """What key figures are chosen from: the text as printed, its figures, and what a person chose (``[key_figures]``)."""

    text: str
    observations: Sequence[Observation]
    chosen: str = ""


def key_figures(stated: Stated, edition: Edition, most: int, folder: str = "") -> Iterator[str]:
    """The table of up to ``most`` key figures, nothing where there are none.

    ``folder`` leads from the page to those of the report (``zh/lanshan-2020/``).  Which way is better is said on the
    report's own page, which explains how that is meant.
    """
    text, observations = stated.text, stated.observations
    folded, changes = fold(text), {o.id: change for o, change in changed(observations)}
    rows = [
        [
            edition.indicator(o),
            _link(o, printed(o, text, edition), folder),
            edition.cell("comparison", told(folded, changes[o.id]).of(text)) if o.id in changes else "",
            *(() if folder else (meaning(o, edition),)),
        ]
        for o in (chosen(stated.chosen, observations) or most_telling(observations, most))[:most]
    ]
    columns = ("indicator", "value", "compared", *(() if folder else ("meaning",)))
    if rows:
        yield table([edition.word(key) for key in columns], rows, numbers=1)


def chosen(ids: str, observations: Sequence[Observation]) -> list[Observation]:
    """The figures that a person chose, by their ids or codes; of several with a code the first result."""
    found = (meant(one, observations) for one in ids_in(ids))
    return list(dict.fromkeys(o for o in found if o))


def ids_in(told: str) -> list[str]:
    """The ids and codes that a person wrote, apart by spaces or commas."""
    return re.split(r"[\s,，、]+", told.strip()) if told.strip() else []


def meant(one: str, observations: Sequence[Observation]) -> Observation | None:
    """The figure that an id or a code is of, None where the report has none."""
    results = (o for o in observations if o.code == one and o.status == "result")
    return next((o for o in observations if o.id == one), None) or next(results, None)


def most_telling(observations: Sequence[Observation], most: int) -> list[Observation]:
    """Up to ``most`` results by importance, one a code; then those whose change the report states, in its order."""
    first: dict[str, Observation] = {}
    for o in observations:
        if o.code and o.status == "result":
            first.setdefault(o.code, o)
    known = [first[code] for code in IMPORTANCE.load().codes if code in first]
    others = [o for o, _ in changed(observations) if o not in known]
    return [*known, *others][:most]


def printed(o: Observation, text: str, edition: Edition) -> str:
    """The number as its reader counts: in Chinese as the report prints it (``11.3万户``), in English in thousands."""
    if edition.language != "zh":
        return amount(o, edition)
    own = edition.text("surface", o.span.of(text))
    said = "余" in own or "多" in own
    return own if said else edition.term("bound", o.bound) + own


def changed(observations: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """The results whose change the report states, each with the first such change, in document order."""
    linked = linked_to(observations)
    return [
        (o, linked[o.id]["change_of"][0])
        for o in observations
        if o.status == "result" and "change_of" in linked.get(o.id, {})
    ]


def meaning(o: Observation, edition: Edition) -> str:
    """Which way is better by the dictionary; empty where neither is, or for a figure it does not know."""
    better = entry(o.code).better if o.code else "neither"
    return "" if better == "neither" else edition.term("better", better)


def _link(o: Observation, words: str, folder: str) -> str:
    page = f"c{o.chapter}.md" if o.chapter else "index.md"
    return f"[{words}]({folder}{page}#{o.id})"
