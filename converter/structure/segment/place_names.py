"""What a place is called in running text: where its name begins, and which places it is part of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.caching import kept
from converter.knowledge import Record, Table
from converter.structure.segment.places import named_so, places
from converter.text.fold import fold
from converter.text.numerals import Regex

# What a place name of any level ends in, longest first (a county's towns, a league's banners, development zones).
# 广州市 is no 广州: a suffix that another one follows is part of the name (新市街道, 石市镇), unless it begins an office
# (市场监管局) or says the level once more (甲市市司法局).
_PLACE = (
    r"(?!城市|委)(?:(?!(?:人民)?政府|委员会|工作|局|召开|全[省市县区])[一-龥]){1,12}?(?:综合实验区|深度合作区|经济技术开发区|高新技术产业开发区|高新区|开发区|新区|实验区|自治区|自治州|"
    r"自治县|自治旗|苏木|街道|(?!州区(?!域)|市[场容]|(?<=城)乡(?:建设|规划|管理|统筹|一体|居民|环境))[省市区县旗州盟镇乡](?!街道|[镇乡](?=人民政府|党|\d|法治|$)|(?:(?<!市)市|(?<!省)省|(?<!县)县|(?<!旗)旗)(?![场监容民级直委长]|政(?!府))))"
)
# A place stands in at most three others.  Without a bound a row of 区 can be divided in more ways than there is time for.
PLACES_IN_A_ROW = f"(?:{_PLACE}){{1,4}}"
_SUFFIX = "省市区县旗州盟镇乡"
_OPENING = 600  # characters
_LEAST_NAMED, _TIMES_NAMED = 3, 4
_LONGEST_LEAD = 8  # characters before a listed name


class _Lead(Record, frozen=True):
    words: Regex
    no_name: Regex


LEAD = Table(__package__, "place_names.toml", _Lead)


def without_lead(name: str) -> str:
    """A row of places without the verb or preposition before it (``现公布泰州市``): the list of places tells where it begins,
    for those it has not a list of such words does."""
    if _listed_at(name, 0) or any(name.startswith(short) for short in _short_names()):
        return name
    for at in range(1, min(_LONGEST_LEAD, len(name) - 2)):
        if len(_listed_at(name, at)) > 2 and name[at - 1] not in _SUFFIX:
            return name[at:]
        if any(name.startswith(short, at) for short in _short_names()) and _is_lead(name[:at]):
            return name[at:]
    found = re.match(LEAD.load().words, name)
    return name[found.end() :] if found and len(name) - found.end() > 2 else name


def starts_with_place(words: str) -> bool:
    """Whether ``words`` start with the name of a listed place: 镇江市 is a city where 镇 alone is a level."""
    return len(_listed_at(words, 0)) > 2


def begins_with_place(words: str) -> bool:
    """Whether ``words`` begin with what reads as the name of a place, listed or not, and no verb or preposition is before it."""
    row = re.match(PLACES_IN_A_ROW, words)
    return row is not None and without_lead(row[0]) == row[0] and is_name(row[0])


def is_name(row: str) -> bool:
    """Whether a row of places begins as names do: as a listed one, or with no word that is none of a name."""
    lead = LEAD.load()
    level_alone = re.match(rf"(?:{lead.words})?[{_SUFFIX}]$", row)  # 在县, 由市
    return bool(_listed_at(row, 0)) or not (level_alone or re.match(lead.no_name, row))


def _is_lead(words: str) -> bool:
    return re.fullmatch(LEAD.load().words, words) is not None


# 甲经济技术开发区 is part of 甲市.
_ZONE = re.compile(
    r"([一-龥]{2,5}?)(?:国家级|省级)?(?:经济技术|经济|高新技术产业|高新技术|高新|工业|综合|临空|旅游|生态)?(?:开发区|高新区|产业园区|工业园区|园区|保税区|示范区|度假区)"
)
# 甲县县委、县政府: whom the text addresses.
_ADDRESSED = re.compile(rf"(?:^|\n)(?:中共)?({_PLACE})[市县区旗州]?(?:委|人民政府)[^。,:\n]{{0,16}}:")
# 地址:甲县…路, and 通过甲县人民政府门户网站.
_SEAT = re.compile(
    rf"地址 ?: ?({PLACES_IN_A_ROW})|({PLACES_IN_A_ROW})(?:人民)?政府(?:政府)?(?:门户|信息公开)?网"
    rf"|(?:^|\n)({PLACES_IN_A_ROW})人民政府(?=\n|$)"
)
# Whose pages they are: 主办:甲区人民政府办公室.
_HOST = re.compile(rf"(?:主办|承办|主管|版权所有)(?:单位)? ?:? ?({PLACES_IN_A_ROW})(?=(?:人民)?政府)")
# The street that a district's government has an office in: 甲区人民政府乙街道办事处.
ARM = re.compile(r"人民政府((?:(?!人民政府)[一-龥]){2,10}?(?:街道|[镇乡]|苏木))(?=办事处|办公室)")
_NO_ELSEWHERE = re.compile("(?<!学习)(?<!借鉴)(?<!考察)(?<!参观)(?<!支援)(?<![赴到与和、])")  # 赴甲市乙区考察
_GOVERNMENT = ("委", "人民政府", "政府")
BELOW_COUNTY = ("镇", "乡", "街道", "苏木")


def with_site(text: str, hints: Mapping[str, str]) -> str:
    """A text with the government whose pages it stands on, where the page around it tells that."""
    return f"{text}\n主办:{fold(hints['site'])}" if "site" in hints else text


def region_path(region: str, text: str = "") -> tuple[str, ...] | None:
    """A region with those it is part of, the largest first, by the list of places; None where that is not sure.

    A town that the list has not is part of the place that its report addresses, else of the county that it says it is in
    or whose government's pages it puts its reports on.  Of several places of one name it is the
    one that ``text`` alone names together with its city, or in whose city or province it is at home: it names that often
    and those of the others hardly ever.
    """
    paths = _paths(region)
    if not paths and region.endswith(BELOW_COUNTY):
        paths = _paths_of_town(region, text)
    return paths[0] if len(paths) == 1 else _at_home(paths, text)


def _paths_of_town(town: str, text: str) -> list[tuple[str, ...]]:
    opening = text[:_OPENING]
    if addressed := _ADDRESSED.search(opening):
        return _paths(f"{addressed[1]}{town}")
    seats = [match[1] or match[2] or match[3] for match in _SEAT.finditer(opening)]
    seats += _HOST.findall(text)
    seats += re.findall(rf"({PLACES_IN_A_ROW})人民政府(?={re.escape(town)})", text)
    seats += re.findall(rf"({PLACES_IN_A_ROW})(?={re.escape(town)})", opening)  # 甲市乙区丙街道
    rows = dict.fromkeys(f"{without_lead(seat).removesuffix(town)}{town}" for seat in seats)
    found = [paths for row in rows if (paths := [path for path in _paths(row) if _is_in_county(path)])]
    # Two counties are none.
    return found[0] if len({paths[0][-2] for paths in found}) == 1 else []


def _is_in_county(path: Sequence[str]) -> bool:
    above = places().get(path[-2]) if len(path) > 1 else None
    return above is not None and above.rank == "county"


def _paths(region: str) -> list[tuple[str, ...]]:
    folded = fold(region)
    # 荆州松滋市: what it is part of may go by its short name.
    for short in _short_names():
        if folded.startswith(short) and not _listed_at(folded, 0) and _listed_at(folded, len(short)):
            below = (path for path in _paths(folded[len(short) :]))
            return [path for path in below if short in {places()[p].short for p in path if p in places()}]
    if not _listed_at(folded, 0) and (zone := _ZONE.fullmatch(folded)):
        # Zones of a name that a city and a district go by are the city's.
        named_by = named_so(zone[1])
        highest = [name for name in named_by if places()[name].rank == places()[named_by[0]].rank]
        return [(*chain, folded) for name in highest for chain in _chains(name)]
    named, at = [], 0
    while found := _listed_at(folded, at):
        named.append(found)
        at += len(found)
    rest = folded[at:]
    if not named or (rest and not (len(rest) > 2 and re.fullmatch(PLACES_IN_A_ROW, rest))):
        return []
    chains = (chain for chain in _chains(named[-1]) if set(named) <= set(chain))
    return [(*chain, *filter(None, [rest])) for chain in chains]


def _at_home(paths: Sequence[tuple[str, ...]], text: str) -> tuple[str, ...] | None:
    if len(said := [path for path in paths if _is_said_whole(path, text)]) == 1:
        return said[0]
    above = [{place for place in path[:-1] if place in places()} for path in paths]
    own = [these.difference(*(others for others in above if others is not these)) for these in above]
    counted = [sum(text.count(places()[place].short) for place in these) for these in own]
    ranked = sorted(zip(counted, paths, strict=True), reverse=True)
    (most, path), (second, _) = (*ranked, (0, ()), (0, ()))[:2]
    return path if path and most >= max(_LEAST_NAMED, _TIMES_NAMED * second) else None


def _is_said_whole(path: Sequence[str], text: str) -> bool:
    """Whether a text names a place with one that it is part of before it (甲市乙区), or the government
    of that (甲市委), and not as whom it learns from."""
    *above, name = (place for place in path if place in places())
    short = [places()[one].short for one in above]
    said = [
        *(f"{one}{name}" for one in (*above, *short)),
        *(one + own for one in above for own in _GOVERNMENT),
    ]
    return any(_is_said(words, text) for words in said)


def _is_said(words: str, text: str) -> bool:
    at = text.find(words)
    while at >= 0:
        committee = words.endswith("委") and text.startswith("员", at + len(words))
        if not committee and _NO_ELSEWHERE.match(text, at):
            return True
        at = text.find(words, at + 1)
    return False


def _chains(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of places that end in the one of this name, each from its province down."""
    above = places()[name].within.split()
    if not above:
        yield (name,)
    for parent in above:
        yield from ((*chain, name) for chain in _chains(parent))


def _listed_at(words: str, at: int) -> str:
    """The longest name of the list that stands at a place in ``words``, empty where none does."""
    return next((words[at:end] for end in range(len(words), at, -1) if words[at:end] in places()), "")


@kept
def _short_names() -> tuple[str, ...]:
    """What provinces and cities go by: 江苏 in 江苏淮安市洪泽区.  Those of counties are words as well."""
    return tuple(place.short for place in places().values() if place.rank != "county")
