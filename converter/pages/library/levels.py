"""Which level of government a region has: only those of one level are set side by side in a chart."""

from typing import Literal

from converter.pages.library.regions import Region
from converter.structure.segment import WHOLE_COUNTRY

Level = Literal["nation", "province", "prefecture", "county", "town", "unknown"]
LEVELS: tuple[Level, ...] = ("nation", "province", "prefecture", "county", "town", "unknown")
_MUNICIPALITIES = {"北京市", "天津市", "上海市", "重庆市"}
# Of a place that is on no list its name tells as much; a 市 may be of two levels.
_ENDS: dict[Level, tuple[str, ...]] = {
    "province": ("省", "自治区", "特别行政区"),
    "prefecture": ("自治州", "盟", "地区"),
    "county": ("县", "区", "旗"),
    "town": ("镇", "乡", "街道", "苏木"),
}


def level_of(region: Region) -> Level:
    """The level of ``region``: by its official code, by what it is part of, or by its name."""
    if region.name == WHOLE_COUNTRY:
        return "nation"
    code = next((entry.code for entry in region.entries if entry.code.isdecimal()), "")
    path = next((entry.path for entry in region.entries if entry.path), ())
    return _by_code(code) or _by_path(path) or _by_name(region.name)


def _by_code(code: str) -> Level | None:
    if len(code) < 6:
        return None
    if len(code) > 6 and code[6:].strip("0"):
        return "town"
    return "province" if code[2:6] == "0000" else "prefecture" if code[4:6] == "00" else "county"


def _by_path(path: tuple[str, ...]) -> Level | None:
    # The districts of a municipality stand below it at once.
    depth = len(path) + (1 if len(path) > 1 and path[0] in _MUNICIPALITIES else 0)
    return LEVELS[min(depth, 4)] if depth else None


def _by_name(name: str) -> Level:
    return next((level for level, ends in _ENDS.items() if name.endswith(ends)), "unknown")
