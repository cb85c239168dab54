"""What functions keep of what they worked out of the program's tables, until a preview sees that these changed.

Such a function depends on nothing but its arguments and the tables.  What holds for one build of a site, or was made of
files that people change, belongs to the objects of that build (``site/mkdocs/plugin.py``) or has the state of its files among
its arguments.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


class Kept:
    """The functions whose results are kept, and which can be made to forget all of them together."""

    def __init__(self) -> None:
        self._forget: list[Callable[[], None]] = []

    def latest(self, most: int | None) -> Callable[[Callable[P, T]], Callable[P, T]]:
        """A decorator for functions of which up to ``most`` results are kept, all if it is None."""

        def keep(function: Callable[P, T]) -> Callable[P, T]:
            keeping = lru_cache(maxsize=most)(function)
            self._forget.append(keeping.cache_clear)
            return cast(Callable[P, T], keeping)

        return keep

    def forget(self) -> None:
        """After it every function works everything out anew."""
        for forget in self._forget:
            forget()


_KEPT = Kept()
kept_latest = _KEPT.latest
kept = _KEPT.latest(None)
forget = _KEPT.forget
