"""From a term in one language to its words in the other, for a search that finds both."""

from collections import defaultdict
from collections.abc import Mapping

from converter.kept import kept
from converter.text.fold import fold
from converter.translation.terms.english import prose
from converter.translation.terms.table import GAP, terms


def english_of(zh: str) -> tuple[str, ...]:
    """The renderings of a Chinese term, the preferred one first; nothing where it is not in the termbase."""
    return _english().get(fold(zh).strip(), ())


def chinese_of(en: str) -> tuple[str, ...]:
    """The Chinese terms that ``en``, in any inflection, is a rendering of; those that prefer it come first."""
    return _chinese().get(prose(en).stems, ())


@kept
def _english() -> Mapping[str, tuple[str, ...]]:
    return {fold(form): term.whole_renderings for term in terms() for form in term.forms}


@kept
def _chinese() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    most = max(len(term.renderings) for term in terms())
    for rank in range(most):
        for term in terms():
            if rank < len(term.renderings) and GAP not in term.renderings[rank]:
                found[prose(term.renderings[rank]).stems][term.zh] = None
    return {stems: tuple(names) for stems, names in found.items()}
