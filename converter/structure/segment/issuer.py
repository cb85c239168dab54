"""The body that reports: who wrote the text, not whom it addresses, and no place.  Patterns: ``issuer.toml``."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.caching import kept
from converter.structure.segment.issuer_words import ISSUER
from converter.structure.segment.place_names import PLACES_IN_A_ROW, begins_with_place, starts_with_place
from converter.text.fold import fold

_TOWN = rf"{PLACES_IN_A_ROW}(?:(?<=[镇乡])|(?<=街道))"
OPENING = 400  # characters that may say who reports


class Issuer(Struct, frozen=True):
    """The name of a body as printed; ``sure`` where the text itself says that it reports."""

    name: str
    sure: bool


class Told(Struct, frozen=True):
    """What may name the body that reports: title, lines of the page before the text, opening and end of the text."""

    title: str | None
    above: str | None
    """The line right above the title."""
    below: str | None
    """The one right below it."""
    page_lines: Sequence[str]
    opening: str
    closing: Sequence[str]
    hint: str | None


def issuer_of(told: Told) -> Issuer | None:
    """The body that reports, by the first of these that names one: the title, the lines above and below it, who
    speaks, the signature, the page's label, whose work is reported, who compiled it, the mark-up, the page's source, the first sentence.

    What a later one says more fully (市应急管理局, 乙市应急管理局) is taken from there; where two of the sure ones name
    different bodies, neither is sure.
    """
    found = list(_named(told))
    if not found:
        return None
    name = found[0].name
    # The party's committee that reports beside a body is no fuller name of it.
    fuller = (one.name for one in found if _plain(one.name).endswith(_plain(name)) and "中共" not in one.name)
    rivals = [one for one in found if one.sure and not _same(one.name, name)]
    titled = re.search(PLACES_IN_A_ROW, fold(told.title or ""))
    named_in_title = next(iter(_in_title(told.title or "")), None) is not None
    own = named_in_title or (titled and _is_government_of(titled[0], name))
    return Issuer(max(fuller, key=len, default=name), bool(found[0].sure and (own or not rivals)))


def _same(one: str, other: str) -> bool:
    return _plain(one).endswith(_plain(other)) or _plain(other).endswith(_plain(one))


def _plain(name: str) -> str:
    return fold(name).replace("人民政府", "政府")


def _named(told: Told) -> Iterator[Issuer]:
    sources = ISSUER.load().sources
    sure = (
        _in_title(told.title or ""),
        _whole(told.above or ""),
        _whole(re.sub(sources.post, "", (told.below or "").strip(" ()"))),
        _found(rf"{sources.speaker}({_body()})", told.opening),
        _found(rf"{sources.charged}({_body()})(?={sources.charged_behind})", told.opening),
        (name for line in reversed(told.closing) for name in _signed(line)),
        (name for line in told.page_lines for name in _labelled(sources.label, line, f"{_body()}|{_TOWN}")),
        _found(rf"{sources.reporter}({_body()})(?={sources.reported})", told.opening),
        _found(rf"{sources.compiler}({_body()}){sources.compiled}", told.opening),
    )
    yield from (Issuer(name, True) for names in sure for name in names)
    unsure = (
        _found(
            rf"{sources.headed}({_body()})(?={sources.heads})", "\n".join([*told.page_lines, told.opening])
        ),
        _whole(told.hint or ""),
        _origins(told),
        _acting(told),
        (name for name in _contacts(told.opening) if not re.search(sources.of_town, name)),
    )
    yield from (Issuer(name, False) for names in unsure for name in names)


@kept
def _body() -> str:
    return rf"[一-龥、]{{1,30}}?(?:{ISSUER.load().body.end})"


def _is_body(name: str) -> bool:
    return len(name) > 2 and not re.search(ISSUER.load().body.no_body, name)


def is_body(words: str) -> bool:
    """Whether ``words`` are nothing but the name of a body."""
    return next(_whole(words), None) is not None


def _whole(words: str) -> Iterator[str]:
    """``words`` where they are nothing but the name of a body."""
    name = fold(words).strip()
    if re.fullmatch(_body(), name) and _is_body(name):
        yield name


def _found(pattern: str, words: str) -> Iterator[str]:
    for match in re.finditer(pattern, words):
        placeless = re.match(ISSUER.load().body.placeless, match[1]) and not starts_with_place(match[1])
        if _is_body(match[1]) and not placeless:
            yield match[1]


def _in_title(title: str) -> Iterator[str]:
    rules = ISSUER.load()
    pattern = rf"{rules.title.lead}(?:关于)?(?:{rules.sources.party}\s*)?(?:\d{{4}} ?年度? ?)?({rules.body.in_brackets}{_body()})(?:[ ,]+{_body()})*{rules.body.bracketed}\s*(?={rules.body.behind})"
    match = re.match(pattern, fold(title)) or re.search(rf"\(({_body()})\)$", fold(title))
    if match and _is_body(match[1]):
        yield title[slice(*match.span(1))]


def _signed(line: str) -> Iterator[str]:
    """Who signs; the day may stand behind the name."""
    yield from _whole(re.sub(r"[ \d○〇O零一二三四五六七八九十]+年.{2,12}日$", "", line.strip()))


def _labelled(label: str, line: str, bodies: str) -> Iterator[str]:
    """The bodies behind a label of the page, whatever brackets it stands in."""
    pattern = rf"(?:{label}) ?[\]】]? ?[:]?[ |]*({bodies})(?=$|[ \[【|])"
    yield from (match[1] for match in re.finditer(pattern, line) if _is_body(match[1]))


def _origins(told: Told) -> Iterator[str]:
    """The page's source may be whoever put the report there: beside a title that names a place it must be its government."""
    named = re.search(PLACES_IN_A_ROW, fold(told.title or ""))
    sources = ISSUER.load().sources
    for line in told.page_lines:
        for name in _labelled(sources.origin, line, _body()):
            place = re.match(PLACES_IN_A_ROW, name)
            if place and (not named or re.fullmatch(sources.of_place, name[place.end() :])):
                yield name


def _acting(told: Told) -> Iterator[str]:
    """The body that the opening says has acted; beside a title that names a place only the government of that place."""
    rules = ISSUER.load()
    body = rf"{PLACES_IN_A_ROW}(?:政府|[一-龥、]{{0,20}}?(?:{rules.body.end}))"
    pattern = rf"(?:^|[,。\n] ?)({body}|{rules.sources.national})(?={rules.sources.acts})"
    titled = re.search(PLACES_IN_A_ROW, fold(told.title or ""))
    for name in _found(pattern, told.opening[:OPENING]):
        of_place = begins_with_place(name) or re.fullmatch(rules.sources.national, name)
        if _is_government_of(titled[0], name) if titled else of_place:
            yield name


def _contacts(opening: str) -> Iterator[str]:
    """Whom a reader may ask."""
    sources = ISSUER.load().sources
    yield from _found(rf"(?:{sources.contact})({_body()})(?={sources.office})", opening)


def _is_government_of(region: str, name: str) -> bool:
    place = re.match(PLACES_IN_A_ROW, name)
    if not place or not re.fullmatch(ISSUER.load().sources.of_place, name[place.end() :]):
        return False
    return region.endswith(place[0]) or place[0].endswith(region)
