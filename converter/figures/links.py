"""Ties between the figures of one sentence: a change and what changed, a share and its base, a part and its whole.

A tie is read from the words between two figures alone (``links.toml``), never from their values, so that the
checks may ask whether the values agree with it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from converter.figures.alternatives import either
from converter.figures.tables import UNITS
from converter.figures.wording import LINKS
from converter.model import Link, Observation

_KNOWN = LINKS.load()
_CHANGE, _SHARE, _PART = _KNOWN.change, _KNOWN.share, _KNOWN.part
_COUNTED = {*UNITS.load().count, *UNITS.load().compound}
_CASES = frozenset(_SHARE.units)

_PLAIN = r"[^,、;:。()\d]"
# What is counted may stand behind its number; then the clause of the next figure begins.
_THING = rf"{_PLAIN}{{0,20}}[,、(]"
_CHANGED = re.compile(
    rf"(?:{_THING})?(?:{either(_CHANGE.subjects)})?(?>{either(_CHANGE.against)}|{_CHANGE.compared})*"
    rf"(?:(?>{either(_CHANGE.verbs)})|{either(_CHANGE.nouns)})(?>{either(_CHANGE.reach)})*\s?"
)
_NOT_CHANGED = re.compile(either(_CHANGE.base))
_REACH = rf"(?>{either(_SHARE.reach)})*\s?"
_HOW = rf"(?>{either(_SHARE.how)})*"
_ANY_RATE = either(rate for row in _KNOWN.direct for rate in row.rates)
# The last of the rates is that of the kind (满意率、办结率均为100%).
_DIRECT = tuple(
    (
        re.compile(rf"{_THING}(?:{_HOW}(?:{_ANY_RATE})率[、和及]?)*{_HOW}(?:{either(row.rates)})率{_REACH}"),
        re.compile(rf"{_PLAIN}{{2,16}}?{_HOW}(?:{either([*row.rates, *row.each])})率{_REACH}"),
        re.compile(rf"(?!.*(?:{either(_SHARE.made)})).*(?:{either(row.things)})"),
    )
    for row in _KNOWN.direct
)
_OF_WHOLE = re.compile(rf"{_PLAIN}{{0,20}}[,、(]?约?占(?:{either(_SHARE.of)})?{_REACH}")
_OUTCOME = re.compile(either(_SHARE.outcome))
_UNCLEAR = re.compile(either(_SHARE.unclear))
_TOLD = tuple(
    (
        re.compile(rf"{_THING}{_PLAIN}{{0,14}}?(?:{either(row.rates)})率{_REACH}"),
        re.compile(rf"(?<![不未])(?<!直接)(?:{either(row.part)})"),
        re.compile(rf"(?<!不)(?<!不予)(?:{either(row.whole)})"),
    )
    for row in _KNOWN.told
)
_ALONE = tuple(
    (rate, re.compile(either(row.alone)))
    for row, (rate, *_) in zip(_KNOWN.told, _TOLD, strict=True)
    if row.alone
)
_AMONG = re.compile(rf"[^。;()]{{0,40}}(?:{either(_PART.among)})[,:]?{_PLAIN}{{0,20}}")
_BRACKET = re.compile(rf"{_PLAIN}{{0,16}}\({_PLAIN}{{1,12}}")
_DIVIDED = re.compile(rf"{_PLAIN}{{0,16}},(?:{either(_PART.divided)}){_PLAIN}{{1,14}}")
_NEXT = re.compile(rf"{_PLAIN}{{0,16}}(?:,(?!{either(_PART.new)})|、|和|及){_PLAIN}{{1,14}}")
_COMPARED = re.compile(either(_PART.compared))
_NO_WHOLE = re.compile(either(_PART.no_whole))
_LISTED = re.compile(rf"{_PLAIN}{{0,16}}[、和及]")
_LISTED_NUMBER = re.compile(r"[、和及]\s?[\d百]")
_REACH_BACK = 12  # figures; nobody divides what he said longer ago
_BOUNDARY = re.compile(r"[,、;:。()]")


class Row(Struct, frozen=True):
    """The figures of one sentence, in order, and the text they stand in."""

    folded: str
    figures: Sequence[Observation]

    def between(self, first: int, second: int) -> str:
        """The words between two figures."""
        return self.folded[self.figures[first].span.end : self.figures[second].span.start]

    def words_before(self, at: int) -> str:
        """The words before a figure back to a mark or the figure before it."""
        figure = self.figures[at]
        start = self.figures[at - 1].span.end if at else figure.sentence.start
        return _BOUNDARY.split(self.folded[start : figure.span.start])[-1]

    def label(self, at: int) -> str:
        """The clause of a figure: the words before it and behind it up to marks or other figures."""
        figure = self.figures[at]
        end = self.figures[at + 1].span.start if at + 1 < len(self.figures) else figure.sentence.end
        return self.words_before(at) + _BOUNDARY.split(self.folded[figure.span.end : end])[0]

    def alike(self, first: int, second: int) -> bool:
        """True where both are values of the same kind: level or rate, unit, result or target."""
        one, other = self.figures[first], self.figures[second]
        return (one.measure, one.unit, one.status) == (other.measure, other.unit, other.status)

    def same_count(self, first: int, second: int) -> bool:
        """True where both count the same kind of thing, as the same kind of statement."""
        count = self.figures[first]
        return count.unit in _COUNTED and count.measure == "level" and self.alike(first, second)


Links = Sequence[Link | None]


def linked(folded: str, observations: Sequence[Observation]) -> Iterator[Observation]:
    """The observations of a report (``folded`` is its text), each with the tie its sentence states, if any."""
    for _, figures in groupby(observations, key=lambda observation: observation.sentence):
        row = Row(folded, tuple(figures))
        links: list[Link | None] = [None]
        for at in range(1, len(row.figures)):
            links.append(_change_of(row, at, links) or _share_of(row, at, links) or _part_of(row, at, links))
        for figure, link in zip(row.figures, links, strict=True):
            yield replace(figure, link=link) if link else figure


def _change_of(row: Row, at: int, links: Links) -> Link | None:
    before, change = row.figures[at - 1], row.figures[at]
    if change.measure != "change" or before.status != change.status or before.measure == "rank":
        return None
    if not _CHANGED.fullmatch(row.between(at - 1, at)) or _LISTED_NUMBER.match(row.folded, change.span.end):
        return None
    if before.measure == "change" and not (change.unit == "百分点" and before.unit == "%"):
        # 增加10件,增长11%: both say how the same figure changed.
        return _only(links[at - 1], "change_of")
    fits = (
        before.unit in ("%", "‰") if change.unit == "百分点" else change.unit in ("%", "‰", "倍", before.unit)
    )
    compared = before.measure != "change" and _NOT_CHANGED.search(row.words_before(at - 1))
    return Link("change_of", before.id) if fits and not compared and not _ends_a_list(row, at - 1) else None


def _only(link: Link | None, relation: str) -> Link | None:
    return link if link and link.relation == relation else None


def _share_of(row: Row, at: int, links: Links) -> Link | None:
    count, share = row.figures[at - 1], row.figures[at]
    if share.measure != "rate" or count.measure != "level" or count.status != share.status:
        return None
    words, whole = row.between(at - 1, at), _only(links[at - 1], "part_of")
    told = any(_is_told(row, at, patterns) for patterns in _TOLD)
    if whole and (told or _OF_WHOLE.fullmatch(words)):
        return Link("share_of", whole.to)
    if told and not _UNCLEAR.search(words):
        # 受理140件,调解成功125件,调解成功率90%: the count just before is what succeeded.
        return Link("share_of", row.figures[at - 2].id)
    alone = at < 2 or not row.same_count(at - 2, at - 1)
    return Link("share_of", count.id) if _is_of_each(row, at) or (alone and _is_direct(row, at)) else None


def _is_of_each(row: Row, at: int) -> bool:
    """True where the noun of the count before leads to a rate that such things can have (4个断面达标率95%)."""
    words, label = row.between(at - 1, at), row.label(at - 1)
    counted = row.figures[at - 1].unit in _COUNTED and "率" in words
    return counted and any(each.fullmatch(words) and things.match(label) for _, each, things in _DIRECT)


def _is_direct(row: Row, at: int) -> bool:
    """True where a rate told behind a count is of what was counted, as its words or its whole (``alone``) say."""
    words, label = row.between(at - 1, at), row.label(at - 1)
    if row.figures[at - 1].unit not in _CASES or "率" not in words:
        return False
    if any(rate.fullmatch(words) and whole.search(label) for rate, whole in _ALONE):
        return True
    if _OUTCOME.search(label):
        return False
    return any(rate.fullmatch(words) and things.match(label) for rate, _, things in _DIRECT)


def _is_told(row: Row, at: int, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """True where the two counts before a rate are, in this order, the whole and the part it is a share of."""
    rate, part, whole = patterns
    return (
        at > 1
        and row.same_count(at - 2, at - 1)
        and rate.fullmatch(row.between(at - 1, at)) is not None
        and part.search(row.label(at - 1)) is not None
        and whole.search(row.label(at - 2)) is not None
    )


def _part_of(row: Row, at: int, links: Links) -> Link | None:
    words, nearest = row.between(at - 1, at), range(at - 1, max(-1, at - _REACH_BACK), -1)
    last = next((other for other in nearest if row.same_count(other, at)), None)
    if last is None:
        return None
    if _AMONG.fullmatch(words) or (last == at - 1 and _divides(row, at, words)):
        divided = not _ends_a_list(row, last) and not _NO_WHOLE.search(row.label(last))
        return Link("part_of", row.figures[last].id) if divided else None
    part, between = _only(links[last], "part_of"), links[last + 1 : at]
    # A comma behind a list with 、 ends the list.
    ended = part and "、" in row.between(last - 1, last) and "、" not in words
    goes_on = _NEXT.fullmatch(words) and all(_only(link, "share_of") for link in between)
    return part if goes_on and not ended else None


def _divides(row: Row, at: int, words: str) -> bool:
    """True where ``words`` open brackets, or a list that names kinds (涉及自然人80件), behind the whole."""
    if _BRACKET.fullmatch(words):
        return not _COMPARED.search(words.partition("(")[2])
    ends = _BOUNDARY.match(row.folded, row.figures[at].span.end)
    return bool(_DIVIDED.fullmatch(words) and ends)


def _ends_a_list(row: Row, at: int) -> bool:
    """True where a count only ends a list (A投诉3件、B投诉5件,其中…): what follows may speak of all of it."""
    if not at or not row.alike(at - 1, at):
        return False
    words = row.between(at - 1, at)
    return bool(_LISTED.match(words)) or words[-2:] == row.words_before(at - 1)[-2:]
