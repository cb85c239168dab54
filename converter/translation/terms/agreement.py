"""Whether an English text renders the terms of the Chinese text it translates."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from converter.knowledge import Bilingual, Table
from converter.model import Span
from converter.translation.terms.english import Prose, places, prose
from converter.translation.terms.finding import Hit, terms_in
from converter.translation.terms.table import Term

MESSAGES = Table(__package__, "breaches.toml", dict[str, Bilingual])


class Breach(Struct, frozen=True):
    """A term the English does not render (``missing``), or renders by words that mislead (``forbidden``).

    ``zh`` is the term's first place in the Chinese, ``en`` that of the forbidden words in the English.
    """

    term: Term
    kind: Literal["missing", "forbidden"]
    zh: Span
    en: Span | None = None
    words: str = ""
    """The forbidden words as they stand."""


def breaches(zh: str, en: str, base: Sequence[Term] | None = None) -> tuple[Breach, ...]:
    """Every breach of the termbase in ``en``, a translation of ``zh``: each missing term once, each forbidden wording.

    A term that stands only inside a longer one does not count.  What renders another term of the same text is not
    forbidden there: “proposals” is wrong for 建议, but not beside 提案.
    """
    first: dict[Term, Span] = {}
    for term, span in terms_in(zh, base):
        first.setdefault(term, span)
    text = prose(en)
    rendered = {term: _all(term.renderings, text) for term in first}
    proper = [span for spans in rendered.values() for span in spans]
    missing = [Breach(t, "missing", at) for t, at in first.items() if t.checked and not rendered[t]]
    return (*missing, *(b for t, at in first.items() for b in _forbidden(t, at, en, text, proper)))


def rendered(zh: str, en: str, base: Sequence[Term] | None = None) -> tuple[Hit, ...]:
    """Where ``en``, a translation of ``zh``, renders the terms of ``zh``: in order of ``en``, none overlapping.

    Where two renderings overlap the longer stands.
    """
    text = prose(en)
    met = {hit.term for hit in terms_in(zh, base)}
    found = [Hit(term, span) for term in met for span in _all(term.renderings, text)]
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.span.start - hit.span.end, hit.span, hit.term.forms)):
        if all(hit.span.end <= other.span.start or other.span.end <= hit.span.start for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.span))


def _all(renderings: Sequence[str], text: Prose) -> list[Span]:
    return [span for rendering in renderings for span in places(rendering, text)]


def _forbidden(term: Term, at: Span, en: str, text: Prose, proper: Sequence[Span]) -> Iterator[Breach]:
    for span in sorted(set(_all(term.forbidden, text))):
        if not any(right.start <= span.start and span.end <= right.end for right in proper):
            yield Breach(term, "forbidden", at, span, span.of(en))


def explain(breach: Breach, language: str) -> str:
    """One sentence in ``language`` that says what is wrong and what to write instead."""
    return MESSAGES.load()[breach.kind][language].format(
        zh=breach.term.zh, en=breach.term.en.replace("…", "..."), words=breach.words
    )
