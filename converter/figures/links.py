"""Ties between the figures of one sentence: a change and what changed, a share and its base, a part and its whole.

A tie is read from the words between two figures alone (``links.toml``), never from their values, so that the
checks may ask whether the values agree with it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from converter.figures.knowledge import either, knowledge
from converter.model import Link, Observation

_KNOWN = knowledge("links")
_CHANGE, _SHARE, _PART = _KNOWN["change"], _KNOWN["share"], _KNOWN["part"]
_COUNTED = {*knowledge("units")["count"], *knowledge("units")["compound"]}

_PLAIN = r"[^,、;:。()\d]"
# What is counted may stand behind its number; then the clause of the next figure begins.
_THING = rf"{_PLAIN}{{0,20}}[,、(]"
_CHANGED = re.compile(
    rf"(?:{_THING})?(?:{either(_CHANGE['subjects'])})?(?>{either(_CHANGE['against'])}|{_CHANGE['compared']})*"
    rf"(?:(?>{either(_CHANGE['verbs'])})|{either(_CHANGE['nouns'])})(?>{either(_CHANGE['reach'])})*\s?"
)
_IS_BASE = re.compile(rf"(?:{either(_CHANGE['base'])})[^,;:。()]*$")
_REACH = rf"(?>{either(_SHARE['reach'])})*\s?"
_HOW = rf"(?>{either(_SHARE['how'])})*"
_RATE = re.compile(rf"{_THING}(?:{_HOW}(?:{either(_SHARE['rates'])})率[、和及]?)+{_REACH}")
_STEM = re.compile(rf"{_HOW}({either(_SHARE['rates'])})率")
_EACH = re.compile(rf"{_PLAIN}{{2,16}}?{_HOW}(?:{either(_SHARE['each'])})率{_REACH}")
_OF_WHOLE = re.compile(rf"{_PLAIN}{{0,20}}[,、(]?约?占(?:{either(_SHARE['of'])})?{_REACH}")
_INTAKE = re.compile(either(_SHARE["intake"]))
_AMONG = re.compile(rf"[^。;()]{{0,40}}(?:{either(_PART['among'])})[,:]?{_PLAIN}{{0,20}}")
_BRACKET = re.compile(rf"{_PLAIN}{{0,16}}\({_PLAIN}{{1,12}}")
_DIVIDED = re.compile(rf"{_PLAIN}{{0,16}},(?:{either(_PART['divided'])}){_PLAIN}{{1,14}}")
_NEXT = re.compile(rf"{_PLAIN}{{0,16}}(?:,(?!{either(_PART['new'])})|、|和|及){_PLAIN}{{1,14}}")
_COMPARED = re.compile(either(_PART["compared"]))
_BOUNDARY = re.compile(r"[,、;:。()]")


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one sentence, in order, and the text they stand in."""

    folded: str
    figures: Sequence[Observation]

    def between(self, first: int, second: int) -> str:
        """The words between two figures."""
        return self.folded[self.figures[first].span.end : self.figures[second].span.start]

    def label(self, at: int) -> str:
        """The clause of a figure: the words before it and behind it up to marks or other figures."""
        figure = self.figures[at]
        start = self.figures[at - 1].span.end if at else figure.sentence.start
        end = self.figures[at + 1].span.start if at + 1 < len(self.figures) else figure.sentence.end
        before = _BOUNDARY.split(self.folded[start : figure.span.start])[-1]
        return before + _BOUNDARY.split(self.folded[figure.span.end : end])[0]

    def same_count(self, first: int, second: int) -> bool:
        """True where both count the same kind of thing, as the same kind of statement."""
        one, other = self.figures[first], self.figures[second]
        key = (other.measure, other.unit, other.status)
        return one.unit in _COUNTED and (one.measure, one.unit, one.status) == key and one.measure == "level"


Links = Sequence[Link | None]


def linked(folded: str, observations: Sequence[Observation]) -> Iterator[Observation]:
    """The observations of a report (``folded`` is its text), each with the tie its sentence states, if any."""
    for _, figures in groupby(observations, key=lambda observation: observation.sentence):
        row = Row(folded, tuple(figures))
        links: list[Link | None] = [None]
        for at in range(1, len(row.figures)):
            links.append(_change_of(row, at, links) or _share_of(row, at, links) or _part_of(row, at, links))
        yield from (replace(figure, link=link) for figure, link in zip(row.figures, links, strict=True))


def _change_of(row: Row, at: int, links: Links) -> Link | None:
    before, change = row.figures[at - 1], row.figures[at]
    if change.measure != "change" or before.status != change.status or before.measure == "rank":
        return None
    if not _CHANGED.fullmatch(row.between(at - 1, at)):
        return None
    if before.measure == "change" and not (change.unit == "百分点" and before.unit == "%"):
        # 增加10件,增长11%: both say how the same figure changed.
        return _only(links[at - 1], "change_of")
    fits = (
        before.unit in ("%", "‰") if change.unit == "百分点" else change.unit in ("%", "‰", "倍", before.unit)
    )
    if not fits or _IS_BASE.search(_words_before(row, at - 1)):
        return None
    return Link("change_of", before.id)


def _words_before(row: Row, at: int) -> str:
    figure = row.figures[at]
    start = row.figures[at - 1].span.end if at else figure.sentence.start
    return row.folded[start : figure.span.start]


def _only(link: Link | None, relation: str) -> Link | None:
    return link if link and link.relation == relation else None


def _share_of(row: Row, at: int, links: Links) -> Link | None:
    count, share = row.figures[at - 1], row.figures[at]
    if share.measure != "rate" or count.measure != "level" or count.status != share.status:
        return None
    words = row.between(at - 1, at)
    if _OF_WHOLE.fullmatch(words):
        whole = _only(links[at - 1], "part_of")
        return whole and Link("share_of", whole.to)
    if count.unit not in _COUNTED or count.upper is not None:
        return None
    if _EACH.fullmatch(words):
        return Link("share_of", count.id)
    base = _base(row, at) if _RATE.fullmatch(words) else None
    return None if base is None else Link("share_of", row.figures[base].id)


def _base(row: Row, at: int) -> int | None:
    """What a rate behind a count is a rate of: that count, or what came in before it, if that is clear."""
    count = at - 1
    earlier = [other for other in range(count) if row.same_count(other, count)]
    stems = _STEM.findall(row.between(count, at))
    if any(stem in row.label(count) for stem in stems):
        # 受理140件,调解成功125件,调解成功率90%: the count just before is what succeeded.
        came_in = [other for other in earlier if _INTAKE.search(row.label(other))]
        return came_in[-1] if came_in else None
    return None if count and count - 1 in earlier else count


def _part_of(row: Row, at: int, links: Links) -> Link | None:
    whole = _whole(row, at, links)
    return None if whole is None else Link("part_of", whole)


def _whole(row: Row, at: int, links: Links) -> str | None:
    words = row.between(at - 1, at)
    counts = [other for other in range(at) if row.same_count(other, at)]
    if not counts:
        return None
    last = counts[-1]
    if _AMONG.fullmatch(words):
        return None if _in_a_list(row, last, counts) else row.figures[last].id
    if last == at - 1 and _divides(row, at, words):
        return row.figures[last].id
    part = _only(links[last], "part_of")
    shares = all(_only(link, "share_of") for link in links[last + 1 : at])
    return part.to if part and shares and _NEXT.fullmatch(words) else None


def _divides(row: Row, at: int, words: str) -> bool:
    """True where ``words`` open brackets, or a list that names kinds (涉及自然人80件), behind the whole."""
    if _BRACKET.fullmatch(words):
        return not _COMPARED.search(words.partition("(")[2])
    ends = _BOUNDARY.match(row.folded, row.figures[at].span.end)
    return bool(_DIVIDED.fullmatch(words) and ends)


def _in_a_list(row: Row, at: int, counts: Sequence[int]) -> bool:
    """True where a count only ends a list (A 3件、B 5件,其中…): what is divided may be all of the list."""
    return at - 1 in counts and row.between(at - 1, at).lstrip().startswith(("、", "和", "及"))
