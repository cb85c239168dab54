"""In what words a figure says what it counts: its name, or its clause, with what they take from before."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

from msgspec import Struct
from msgspec.structs import replace

from converter.indicators.carried_words import counted_together, of_the_paragraph_before, taken
from converter.indicators.changes import without_change
from converter.indicators.clauses import JOINING, words_before, words_behind
from converter.indicators.in_full import in_full
from converter.indicators.pattern import any_of
from converter.indicators.setting import Setting
from converter.indicators.stripped import (
    all_done,
    bare,
    first_done,
    has_object,
    is_elliptical,
    last_done,
    narrows,
    neutral,
    object_phrase,
    objects,
    says_something,
    without_done,
)
from converter.indicators.tables import OBJECTS
from converter.model import Measure, Observation

_DONE_TO = re.compile(r"(?P<lead>[^,;:。]{0,8}?)(?<![针面相绝校])[对将就把](?P<rest>[^,;:。]*)")
_DOING = "开展"  # stands for what was done, which tells who did it
_EACH = "分别"
_JOINED = re.compile(f"{JOINING}[^,;:。!?()]*")
_CLOSING = re.compile(f"中(?![国央小学医外华])|的|{JOINING}")
_PART = re.compile(r"(?P<whole>.*[^（）])（(?P<part>[^（）]+)）")
_MORE = 3  # characters; a clause with more that the name has not is of something narrower
_BROKEN = "name_broken"  # such a figure is called by its whole clause, the number in it


class Said(Struct, frozen=True, dict=True):
    """The words of one figure, bare of signs and of the names of who reports."""

    name: str
    clause: str
    before: Callable[[], str]
    """Gives what the words count where they do not say it themselves; asked only then."""
    done: str
    """What was done, where the figure only goes on with a list (审查决策1件、文件2件)."""
    measure: Measure
    further_before: Callable[[], str] = str
    """Gives the same of the paragraph before, where this one goes on from it."""

    @cached_property
    def taken(self) -> str:
        """The nearest object before, with what narrows it; that of one of two whose things they are (委员满意率)."""
        found = self.before()
        if counted_together(found):
            for one, other in OBJECTS.load().whose.items():
                if one in self.clause and not any(w in self.clause for w in OBJECTS.load().whose if w != one):
                    return other
        return found

    def own(self) -> Iterator[str]:
        """Its own words: each of the ways has one of these in it."""
        yield from (self.name, self.clause)
        if part := _PART.fullmatch(self.name):
            yield part["part"]

    def ways(self) -> Iterator[str]:
        """What the figure may be read as, the surest first."""
        if self.tells_how():
            yield self.taken + self.clause
        yield from self._ways()
        if not has_object(self.name) and not self.taken and self.further_before():
            yield from replace(self, before=self.further_before)._ways()

    def _ways(self) -> Iterator[str]:
        part = _PART.fullmatch(self.name)
        if part and has_object(part["part"]) and not says_something(_without_kinds(part["whole"])):
            yield last_done(part["whole"]) + part["part"]  # 审核各类文件（规范性文件）
        if part and not narrows(part["part"]):
            if has_object(part["whole"]) and not neutral().sub("", objects().sub("", part["part"], count=1)):
                yield part["part"]  # 罚没款（罚款）
            return  # 备案审查（区政府文件）: what makes it a part is not told from who reports
        if part:
            alone = has_object(part["part"])
            yield part["part"] if alone else without_done(part["whole"]) + part["part"]
        if self.measure == "rate" and self.is_of_both() and counted_together(self.taken):
            yield self.taken + self.clause
        # 立案 alone is of what stands before it; 专利授权量 is an indicator, though it is in no list of objects.
        if not (is_elliptical(self.name) and self.taken):
            yield self.done + self.name
            if self.done:
                yield self.name
        # A clause that says but a part of the name leaves out what narrows it (培育上市企业 is not 上市企业).
        if has_object(self.clause) and not self.leaves_out():
            yield self.clause
        if not has_object(self.name) and says_something(self.name) and not self.says_more() and self.taken:
            yield self.taken + self.name
        if part and not has_object(part["whole"]):
            yield part["part"]
        if says_something(self.clause) and not has_object(self.clause):
            own = object_phrase(self.name) or self.taken
            yield own + self.clause
        if self.name in self.clause and self.name != self.clause:
            yield self.clause  # the name left out for whom (为消费者挽回损失)

    def ways_of_what_changed(self) -> Iterator[str]:
        """What a change is of, with the words that say that it is one."""
        yield self.name
        changed = without_change(self.name)
        if not has_object(changed) and says_something(changed) and self.taken:
            yield self.taken + self.name

    def tells_how(self) -> bool:
        """True where the clause says what the name does of what was done, and how (以调解和解方式终止)."""
        part = _PART.fullmatch(self.name)
        named = set(all_done(part["part"] if part else self.name))
        return bool(named) and not has_object(self.clause) and named < set(all_done(self.clause))

    def leaves_out(self) -> bool:
        """True where the clause says but a part of the name, and the rest is no other thing told before."""
        said = neutral().sub("", self.clause)
        rest = self.name.replace(said, "")
        if first_done(said) and not without_done(rest):
            return False  # what was done to the thing before (提请审议法规2件、制定规章1件)
        return said in self.name and (rest.endswith("的") or not has_object(rest))

    def says_more(self) -> bool:
        """True where the clause narrows by words that the name has not (“…标准化”专题发布政府信息)."""
        said = neutral().sub("", without_done(self.clause))
        ends = range(1, len(said) + 1)
        more = [
            end
            for end in ends
            if said[end - 2 : end] not in self.name and said[end - 1 : end + 1] not in self.name
        ]
        return len(more) > _MORE

    def is_of_both(self) -> bool:
        """True where the clause names neither of two objects before it, nor tells them apart (it would be empty)."""
        return bool(self.clause) and not has_object(self.clause)


def _without_kinds(words: str) -> str:
    """What narrows a thing that holds all kinds of others (县政府各类文件); empty where nothing does."""
    return any_of([*OBJECTS.load().all_kinds, *"、和及与"]).sub("", without_done(words))


def said(observations: Sequence[Observation], at: int, setting: Setting) -> Said:
    """How the observation at ``at`` is told."""
    one = observations[at]
    before = observations[at - 1] if at and observations[at - 1].paragraph == one.paragraph else None
    behind = words_behind(one, setting)
    name = in_full(bare(one.indicator, setting.own), behind, one, setting)
    done = _going_on(name, observations, at, setting)
    clause = words_before(one, before, setting)
    if (
        behind
        and (match := _DONE_TO.match(clause))
        and not says_something(bare(match["lead"] + _DOING, setting.own))
    ):
        # What was done is said behind (对印发的3件文件开展后评估): a name without it tells of something else.
        clause = bare(match["rest"] + behind, setting.own)
        told = name in clause or name.endswith(clause[-2:])
        name = name if told and (has_object(name) or not has_object(clause)) else clause
        return Said(name, "", str, "", one.measure)
    if behind and not says_something(name) and says_something(bare(behind, setting.own)):
        behind, clause = "", behind  # 余下8件结转下一年度办理
    near, further = (partial(find, observations, at, setting) for find in (taken, of_the_paragraph_before))
    if behind and not _CLOSING.match(behind):
        # 另有19件经调解结案: what was done is said behind, and what it was done to before
        goes_on = is_elliptical(bare(clause, setting.own).removeprefix("在")) and is_elliptical(name)
        return Said(name, "", near if goes_on else str, done, one.measure)
    clause = "" if _EACH in clause else bare(clause, setting.own)
    name = clause if _narrower(clause, name) or _BROKEN in one.doubts else name
    return Said(name, clause, near, done, one.measure, further)


def _narrower(clause: str, name: str) -> bool:
    """True where the clause says of the name's object what narrows it, and the name does not (因拆迁引发的行政复议)."""
    limit, mark, rest = clause.rpartition("的")
    return bool(mark) and has_object(rest) and name.endswith(rest) and limit not in name


def _going_on(name: str, observations: Sequence[Observation], at: int, setting: Setting) -> str:
    """What was done to what the figure before counts, where this one goes on with its list and says nothing else."""
    while at:
        before, one = observations[at - 1], observations[at]
        between = setting.folded[before.span.end : one.span.start]
        if before.sentence != one.sentence or not (_JOINED.fullmatch(between) and has_object(between)):
            return ""
        if done := first_done(bare(before.indicator, setting.own)):
            return "" if first_done(name) else done
        at -= 1
    return ""
