"""The regions of a library: which reports are of one place, in which order, under which address; what came before and after."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace
from pypinyin import lazy_pinyin

from converter.pages.library.copies import nearly_equal
from converter.pages.library.entries import LibraryReport
from converter.text.sound import by_sound

_PLACES = tuple("省市区县旗州盟镇乡")


class Region(Struct, frozen=True):
    """A region and its reports by year; ``slug`` names its page: its official code where that is known, else how it sounds.

    A report that names no region is in one of its own without a name, which has no page.
    """

    name: str
    slug: str
    entries: tuple[LibraryReport, ...]
    copies: tuple[tuple[LibraryReport, LibraryReport], ...] = ()
    """Reports that are another one over again, each with the one of ``entries`` that stands for both."""


def regions_of(entries: Iterable[LibraryReport]) -> tuple[Region, ...]:
    """The regions in the order of their codes and sounds, those without a name last.

    A region is one place however its reports write it (洪泽区, 淮安市洪泽区) and goes by the shortest of these names.  So is
    one that the list of places does not have, where a single other report writes it with what it is part of.  Two regions of one name are told apart by their codes, where they have them.
    """
    found_of: dict[tuple[str, ...], list[LibraryReport]] = {}
    told = list(entries)
    paths = {entry.region: entry.path or (entry.region,) for entry in told}
    for entry in told:
        found_of.setdefault(entry.path or paths[_fullest(entry.region, paths)], []).append(entry)
    nameless = sorted(found_of.pop(("",), ()), key=lambda entry: (entry.year or 0, entry.name))
    named: dict[str, list[LibraryReport]] = {}
    for own in found_of.values():
        named.setdefault(min((e.region for e in own), key=lambda name: (len(name), name)), []).extend(own)
    found = [region for name, own in named.items() for region in _told_apart(name, own)]
    ordered = _named_apart(sorted(found, key=_place))
    return (*ordered, *(Region("", "", (entry,)) for entry in nameless))


def _fullest(region: str, regions: Collection[str]) -> str:
    """The one name of ``regions`` that says what ``region`` is part of; itself where none does, or where two differ."""
    fuller = [name for name in regions if name.endswith(region) and name[: -len(region)][-1:] in _PLACES]
    longest = max(fuller, key=len, default=region)
    return longest if region and all(longest.endswith(name) for name in fuller) else region


def _told_apart(name: str, entries: Sequence[LibraryReport]) -> Iterator[Region]:
    codes = sorted({entry.code for entry in entries if entry.code})
    if len(codes) < 2:
        yield _region(name, "".join(codes), entries)
        return
    for code in dict.fromkeys(entry.code for entry in entries):
        yield _region(name, code, [entry for entry in entries if entry.code == code])


def _region(name: str, code: str, entries: Iterable[LibraryReport]) -> Region:
    """The region with each report once: of two with nearly the same text the first stands for both."""
    own, copies = list[LibraryReport](), list[tuple[LibraryReport, LibraryReport]]()
    for entry in _by_year(entries):
        like = next((one for one in own if _is_copy(entry, one)), None)
        if like:
            copies.append((entry, like))
        else:
            own.append(entry)
    return Region(name, _slug(name, code), tuple(own), tuple(copies))


def _is_copy(entry: LibraryReport, other: LibraryReport) -> bool:
    return _same_body(entry, other) and entry.year == other.year and nearly_equal(entry.sketch, other.sketch)


def _slug(name: str, code: str) -> str:
    """An address that anybody can type: an official code, or the name as it sounds (``jiaxian``)."""
    sounds = code if code.isascii() and code.isalnum() else "".join(lazy_pinyin(name))
    slug = "".join(c if c.isascii() and c.isalnum() else "-" for c in sounds.lower()).strip("-")
    return slug or "region"


def _named_apart(regions: Iterable[Region]) -> Iterator[Region]:
    """The regions with a number behind an address that another one before has."""
    taken = {"index"}
    for region in regions:
        slugs = chain([region.slug], (f"{region.slug}-{n}" for n in count(2)))
        slug = next(slug for slug in slugs if slug not in taken)
        taken.add(slug)
        yield replace(region, slug=slug)


def _by_year(entries: Iterable[LibraryReport]) -> tuple[LibraryReport, ...]:
    return tuple(sorted(entries, key=lambda e: (e.year or 0, e.kind, e.name)))


def _place(region: Region) -> tuple[str, tuple[list[str], str], str]:
    code = max(entry.code for entry in region.entries)
    return code or "~", by_sound(region.name), region.slug


def before(entry: LibraryReport, region: Region) -> LibraryReport | None:
    """The report of the same body and kind that came last before ``entry``; None where there is none."""
    earlier = [e for e in region.entries if _same_body(e, entry) and (e.year or 0) < (entry.year or 0)]
    return max(earlier, key=lambda e: (e.year or 0, e.name), default=None)


def after(entry: LibraryReport, region: Region) -> LibraryReport | None:
    """The report of the same body and kind that comes next after ``entry``; None where there is none."""
    later = [e for e in region.entries if _same_body(e, entry) and (e.year or 0) > (entry.year or 0)]
    return min(later, key=lambda e: (e.year or 0, e.name), default=None)


def _same_body(one: LibraryReport, other: LibraryReport) -> bool:
    issuers = {one.issuer, other.issuer} - {""}
    return bool(one.year and other.year and one.kind == other.kind and len(issuers) < 2)
