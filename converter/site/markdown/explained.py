"""A term's explanation where it is first used on a page: a link to the glossary that shows it on hover, focus and touch."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from converter.model import Span
from converter.site.content.glossary import address_of
from converter.site.markdown.inline import put, runs
from converter.translation.terms import Hit, Term, rendered, terms_in

_ASIDE = {"editorial", "twin", "state"}


def explain_terms(root: Element, language: str, glossary: str, chinese: Mapping[str, str]) -> None:
    """Mark in the paragraphs of ``root`` the first use of each term that has an explanation.

    ``glossary`` is the link to the glossary page, ``chinese`` what the blocks of a translated page say in Chinese, by id.
    """
    seen: set[Term] = set()
    for block in _paragraphs(root):
        # From the front, to find what comes first; each run is cut from its end, so that places stay.
        for run in list(runs(block)):
            hits = _first(_hits(run.text, language, chinese.get(block.get("id", ""), "")), seen, language)
            for hit in reversed(hits):
                put(run, hit.span, _explained(hit, run.text, language, glossary))


def _paragraphs(root: Element) -> Iterator[Element]:
    for block in root.iter("p"):
        if _ASIDE.isdisjoint(block.get("class", "").split()) and not block.get("lang"):
            yield block


def _hits(text: str, language: str, chinese: str) -> Iterable[Hit]:
    return terms_in(text) if language == "zh" else rendered(chinese, text)


def _first(hits: Iterable[Hit], seen: set[Term], language: str) -> list[Hit]:
    found = []
    for hit in hits:
        if hit.term not in seen and hit.term.explanation(language):
            seen.add(hit.term)
            found.append(hit)
    return found


def _explained(hit: Hit, text: str, language: str, glossary: str) -> Element:
    # In an attribute, so that a copied or extracted sentence is the report's own.
    told = hit.term.explanation(language)
    link = Element(
        "a", {"class": "term", "href": f"{glossary}#{address_of(hit.term)}", "aria-description": told}
    )
    link.text = Span(*hit.span).of(text)
    return link
