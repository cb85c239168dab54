"""The optional file beside a raw report (``name.toml``): facts its text does not carry, each with its source."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from converter.errors import InputError
from converter.model import Fact

KEYS = ("issuer", "original", "region_code", "title_en")


def read_sidecar(report: Path) -> Mapping[str, Fact]:
    """The facts of ``report``'s sidecar, empty where there is none.

    Raises InputError ``sidecar`` where the file is no TOML, names an unknown fact, or gives one without
    ``value`` and ``source``: a fact that cannot say where it comes from is not published.
    """
    path = report.with_suffix(".toml")
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError("sidecar", path=path, why=str(error)) from error
    return {key: _fact(path, key, entry) for key, entry in table.items()}


def _fact(path: Path, key: str, entry: object) -> Fact:
    if key not in KEYS:
        raise InputError("sidecar", path=path, why=f"[{key}] ∉ {', '.join(KEYS)}")
    match entry:
        case {"value": str(value), "source": str(source)} if value and source:
            return Fact(value, source)
    raise InputError("sidecar", path=path, why=f'[{key}] value = "…", source = "…"')
