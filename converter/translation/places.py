"""Names of places in English: read aloud (pinyin), with the generic word behind them; what is read otherwise is data."""

import re
from collections.abc import Mapping

from pypinyin import lazy_pinyin

from converter.caching import kept, kept_latest
from converter.knowledge import Record, Table


class _Generic(Record, frozen=True):
    zh: str
    en: str


class _Places(Record, frozen=True):
    no_names: tuple[str, ...]
    short: Mapping[str, str]
    generic: tuple[_Generic, ...]
    autonomous: Mapping[str, str]
    people: Mapping[str, str]
    character: Mapping[str, str]
    read: Mapping[str, str]


PLACES = Table(__package__, "places.toml", _Places)
_WITHIN = re.compile("(?P<above>.{2,5}[市区县旗州盟])(?P<below>.+)")
# 郑州市区 is a part of a town, not a name.
_IN_TOWN = re.compile(".{2,}[市县区]")
# Characters of a name without its generic word; what is longer is no name.
_NAME = re.compile("[\u3400-\u9fff]{1,8}")


def place_in_english(name: str, listed: Mapping[str, str]) -> str | None:
    """A place in English (``临沂市兰山区`` → ``Lanshan District, Linyi``), None for what has no generic word of a place.

    ``listed`` are names that need no reading, as they are in use.
    """
    if known := listed.get(name) or PLACES.load().short.get(name):
        return known
    above = next((end for end in range(len(name) - 2, 1, -1) if name[:end] in listed), 0)
    if above and (rest := place_in_english(name[above:], listed)):
        return f"{rest}, {listed[name[:above]]}"
    return _autonomous(name) or _plain(name) or _within_autonomous(name, listed)


def _within_autonomous(name: str, listed: Mapping[str, str]) -> str | None:
    """A place of an autonomous county or banner (``清原满族自治县英额门镇``)."""
    found = next((end for end in range(len(name) - 1, 4, -1) if _autonomous(name[:end])), 0)
    below = place_in_english(name[found:], listed) if found else None
    return f"{below}, {_autonomous(name[:found])}" if below else None


@kept_latest(4096)
def _plain(name: str) -> str | None:
    tables = PLACES.load()
    # The generic word of a name of one character is short: 新林区 is the district of 新林.
    fitting = (
        one
        for one in tables.generic
        if name.endswith(one.zh) and (len(name) - len(one.zh) > 1 or len(one.zh) == 1)
    )
    generic = next(fitting, None)
    if generic is None:
        return None
    own = name.removesuffix(generic.zh)
    if (
        not _NAME.fullmatch(own)
        or _IN_TOWN.fullmatch(own)
        or (own in tables.no_names and name not in tables.read)
    ):
        return None
    if within := _WITHIN.fullmatch(own):  # 龙岗区坪地街道
        above, below = _plain(within["above"]), _plain(name[within.end("above") :])
        return f"{below}, {above}" if above and below else None
    # A name of one character keeps the generic one, as signs have it: Shanxian County.
    said = read_aloud(name if len(own) == 1 and len(name) == 2 else own)
    return f"{said} {generic.en}".strip()


@kept_latest(4096)
def _autonomous(name: str) -> str | None:
    found = _pattern().fullmatch(name)
    if found is None:
        return None
    tables = PLACES.load()
    peoples = [tables.people[one] for one in re.findall(_peoples(), found["peoples"])]
    listed = " and ".join(filter(None, (", ".join(peoples[:-1]), peoples[-1])))
    return f"{read_aloud(found['name'])} {listed} {tables.autonomous[found['generic']]}"


@kept
def _peoples() -> str:
    return "|".join(sorted(PLACES.load().people, key=len, reverse=True))


@kept
def _pattern() -> re.Pattern[str]:
    generic = "|".join(sorted(PLACES.load().autonomous, key=len, reverse=True))
    return re.compile(rf"(?P<name>.{{2,6}}?)(?P<peoples>(?:(?:{_peoples()})族?)+)(?P<generic>{generic})")


def read_aloud(name: str) -> str:
    """A name of characters read aloud, written together, with a capital; an apostrophe parts what would be read as one syllable."""
    if known := PLACES.load().read.get(name):
        return known
    heard = zip(name, lazy_pinyin(name, v_to_u=True), strict=True)
    syllables = [PLACES.load().character.get(character, syllable) for character, syllable in heard]
    told = "".join(f"'{one}" if n and one[0] in "aeo" else one for n, one in enumerate(syllables))
    return told[:1].upper() + told[1:]
