"""Figures as people put them right: another name, unit or period, none at all, or one that the program missed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import Any

from msgspec.structs import replace

from converter.corrections.places import place_of
from converter.entries import Entry
from converter.figures.added_by_hand import figure_at
from converter.indicators import current
from converter.indicators import entry as indicator
from converter.model import Observation, Report, Span


def with_figures(report: Report, observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations as the entries of the sidecar say, a later entry before an earlier one; codes are not looked at.

    After it as after ``observe``: in the order of the text, no two overlap, no two ids are equal, links lead to one.
    """
    entries = [one for one in report.source.entries if one.kind == "figure"]
    found = list(observations)
    for one in entries:
        if place := place_of(one, report):
            found = _corrected(report, found, one, place)
    return _linked(found) if entries else tuple(observations)


def _corrected(report: Report, found: list[Observation], one: Entry, place: Span) -> list[Observation]:
    others = [o for o in found if o.span.end <= place.start or place.end <= o.span.start]
    if one.said.get("not_a_figure"):
        return others
    known = next((o for o in found if o.span == place), None) or next(
        (o for o in found if o not in others), None
    )
    own = known if known and known.span == place else _stated(report, place, one, known)
    if own is None:
        return found
    changed = replace(own, **_fields(one.said))
    return sorted([*others, _with_free_id(changed, others)], key=lambda o: o.span)


def _stated(report: Report, place: Span, one: Entry, known: Observation | None) -> Observation | None:
    """What stands at a place where the program sees no figure, or another one; it must be called something."""
    read = figure_at(report, place, Decimal(one.said["value"]) if "value" in one.said else None)
    if read is None:
        return None
    name = one.said.get("name") or (known.indicator if known else read.indicator)
    return replace(read, indicator=name) if name else None


def _fields(said: Mapping[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {key: said[key] for key in ("unit", "bound", "measure", "status") if key in said}
    if "name" in said:
        fields["indicator"] = said["name"]
    if "name_en" in said:
        fields["indicator_en"] = said["name_en"]
    if "period" in said:
        fields["period"] = said["period"] or None
    if "value" in said:
        fields |= {"value": Decimal(said["value"]), "upper": None}
    return fields


def _with_free_id(one: Observation, others: Iterable[Observation]) -> Observation:
    used = {other.id for other in others}
    if one.id not in used:
        return one
    return replace(one, id=next(f"{one.id}-{n}" for n in count(2) if f"{one.id}-{n}" not in used))


def _linked(found: Sequence[Observation]) -> tuple[Observation, ...]:
    ids = {o.id for o in found}
    return tuple(replace(o, link=None) if o.link and o.link.to not in ids else o for o in found)


def coded_by_hand(report: Report, observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations with the codes that entries give them; an empty one takes the program's away."""
    codes = dict(_codes(report))
    return tuple(replace(o, code=codes[o.span] or None) if o.span in codes else o for o in observations)


def _codes(report: Report) -> Iterator[tuple[Span, str]]:
    for one in report.source.entries:
        code = one.said.get("code") if one.kind == "figure" else None
        if code is not None and (not code or is_code(code)) and (place := place_of(one, report)):
            yield place, current(code)


def is_code(code: str) -> bool:
    """Whether the dictionary has an indicator, or the change of one, with this code."""
    try:
        indicator(code)
    except KeyError:
        return False
    return True
