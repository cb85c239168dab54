"""What is missing in a profile, and what must not be there."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from converter.knowledge import Bilingual, Table
from converter.site.publisher.profile import FILE, Field, Profile, Publisher, fields

PROBLEMS = Table(__package__, "problems.toml", dict[str, Bilingual])


class Problem(NamedTuple):
    """One thing to mend, in both languages."""

    zh: str
    en: str


def problems(publisher: Publisher, published: Mapping[str, date | None], site_url: str = "") -> list[Problem]:
    """Everything wrong with ``publisher`` and with reports on its site.

    ``published`` has each report's date of publication by the path of its raw file, None where it is not known;
    ``site_url`` is the address of the site, empty where it is not known.
    """
    if publisher.profile == "independent":
        return list(_foreign(publisher))
    return [
        *_missing(publisher),
        *_misshapen(publisher),
        *_foreign(publisher),
        *_elsewhere(publisher, urlsplit(site_url).hostname or ""),
        *_undated(published),
    ]


def _missing(publisher: Publisher) -> Iterator[Problem]:
    for field in fields(publisher.profile):
        if field.required and field.key not in publisher.says:
            yield _problem("missing", field)


def _misshapen(publisher: Publisher) -> Iterator[Problem]:
    for field in fields(publisher.profile):
        value = publisher.says.get(field.key)
        if value and field.shape and not re.fullmatch(field.shape, value):
            yield _problem("shape", field, value)


def _foreign(publisher: Publisher) -> Iterator[Problem]:
    """What the file says for the profile that is not in force."""
    independent = publisher.profile == "independent"
    other: Profile = "official" if independent else "independent"
    for field in fields(other):
        if field.key in publisher.written.get(other, {}):
            yield _problem("forbidden" if independent else "other", field)


def _elsewhere(publisher: Publisher, host: str) -> Iterator[Problem]:
    domain = publisher.says.get("site_domain", host)
    if host and host != domain:
        told = PROBLEMS.load()["elsewhere"]
        details = {"path": FILE, "domain": domain, "host": host}
        yield Problem(told["zh"].format(**details), told["en"].format(**details))


def _undated(published: Mapping[str, date | None]) -> Iterator[Problem]:
    told = PROBLEMS.load()["undated"]
    for path, day in published.items():
        if day is None:
            yield Problem(told["zh"].format(path=path), told["en"].format(path=path))


def _problem(kind: str, field: Field, value: str = "") -> Problem:
    told = PROBLEMS.load()[kind]
    details = {"path": FILE, "key": field.key, "value": value}
    return Problem(
        told["zh"].format(field=field.zh, shape=field.shape_zh, **details),
        told["en"].format(field=field.en, shape=field.shape_en, **details),
    )
