"""The parts of a report while its outline grows."""

from dataclasses import dataclass, field

from converter.model import Role, Span


@dataclass(slots=True)
class Text:
    """A paragraph's place, and whether it speaks of all the points before it."""

    span: Span
    closes_parent: bool = False


@dataclass(slots=True)
class Part:
    """A part while the outline grows; ``num`` and ``heading`` as in ``model.Section``, ``n`` what the number counts.

    ``inline`` is true where it starts in the middle of a line, ``flattened`` where that line had held several
    or was broken behind the mark: then whether the author typed a line there is not known.
    """

    rank: int
    lead: Span
    num: Span | None = None
    heading: Span | None = None
    role: Role | None = None
    point: bool = False
    inline: bool = False
    flattened: bool = False
    n: int = 0
    texts: list[Text] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the last of its characters ends."""
        ends = [self.lead.end, *(text.span.end for text in self.texts), *(part.end for part in self.parts)]
        return max(ends)
