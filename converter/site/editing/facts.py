"""What a report is: its title, who reports, where, for which year, when."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from converter.indicators import indicators
from converter.model import Report
from converter.site.editing.forms import Ask, EditingError, Field, Form
from converter.site.editing.seen import Seen
from converter.site.editing.steps import EntryStep, Step
from converter.sources.sidecar import KEYS, KINDS
from converter.text.fold import fold

_DAYS = ("published", "written", "delivered")
_LONGEST = 300
"""Characters that a title or a name has at most."""
_WRITTEN = {
    "region_code": re.compile(r"\d{6}"),
    "report_year": re.compile(r"(?:19|20)\d\d"),
    "original": re.compile(r"https?://[^\s/]+\.[^\s]+"),
}
_AS_TYPED = re.compile(r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?")


def form(seen: Seen, ask: Ask) -> Form:  # noqa: ARG001
    """The form about all facts of a report."""
    values = _as_they_are(seen)
    fields = (
        Field(key, values[key], "choice", tuple((kind, f"kind.{kind}") for kind in KINDS))
        if key == "kind"
        else Field(key, values[key])
        for key in sorted(KEYS, key=_place)
    )
    return Form("facts", (*fields, Field("why", "")))


def _place(key: str) -> int:
    """The English title stands behind the Chinese one, which it is to say; all else in the order of a sidecar."""
    return -1 if key.startswith("title") else list(KEYS).index(key)


def steps(seen: Seen, ask: Ask) -> Iterator[Step]:
    """An entry for each fact that was changed."""
    for key, value in _as_they_are(seen).items():
        said = _day(ask.said.get(key, value).strip()) if key in _DAYS else ask.said.get(key, value).strip()
        if said != value:
            if not said:
                raise EditingError("fact_needed", field=key)
            _refuse_odd(seen, key, said)
            yield EntryStep({"fact": key, "value": said}, ask.said.get("why", ""))


def _refuse_odd(seen: Seen, key: str, said: str) -> None:
    """Raises EditingError ``fact_form`` for a fact that is not written as such facts are, ``fact_long`` for a story."""
    if len(said) > _LONGEST:
        raise EditingError("fact_long", field=key, most=str(_LONGEST))
    if not _is_fit(seen, key, said):
        raise EditingError("fact_form", field=key, value=said[:40])


def _is_fit(seen: Seen, key: str, said: str) -> bool:
    if key in _DAYS:
        return _is_day(said)
    if key == "key_figures":
        codes = {one.code for one in indicators()}
        known = codes | {one.id for one in seen.reading.observations}
        return all(one in known for one in said.split())
    return key not in _WRITTEN or _WRITTEN[key].fullmatch(said) is not None


def _is_day(said: str) -> bool:
    try:
        return date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def _day(typed: str) -> str:
    """A day as the sidecar has it, however people write it: 2024年2月8日, 2024/2/8; all else as it was typed."""
    found = _AS_TYPED.fullmatch(fold(typed))
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else typed


def _as_they_are(seen: Seen) -> Mapping[str, str]:
    report, data = seen.reading.report, seen.data
    facts = {key: fact.value for key, fact in report.source.facts.items()}
    return {key: facts.get(key) or _stated(report, key) or str(getattr(data, key, "") or "") for key in KEYS}


def _stated(report: Report, key: str) -> str:
    value = getattr(report, key, None)
    return "" if value is None else str(value)
