"""The glossary: a page in each language made from the termbase, and the address of each term on it."""

import re
from collections.abc import Iterator, Mapping

from converter.caching import kept
from converter.layout import GLOSSARY
from converter.site.words import table
from converter.text.sound import by_sound
from converter.translation.terms import Term, terms

NAME = GLOSSARY
_COLUMNS = ("term", "meaning", "other", "also")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]|])")


def glossary_page(language: str) -> str:
    """The page's Markdown, with front matter: every term of the termbase, in the order of the language."""
    words = table("glossary")[language]
    head = [words[f"column_{column}"] for column in _COLUMNS]
    row = _in_chinese if language == "zh" else _in_english
    lines = [head, ["---"] * len(head), *(row(term) for term in _in_order(language))]
    rows = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    front = f'---\npage: "glossary"\ndescription: "{words["description"]}"\nsearch: false\n---'
    return f"{front}\n\n# {words['title']} {{ #glossary }}\n\n{words['intro']}\n\n{rows}\n"


def address_of(term: Term) -> str:
    """The id of a term on the glossary page."""
    return _addresses()[term]


@kept
def _addresses() -> Mapping[Term, str]:
    found: dict[Term, str] = {}
    used: set[str] = set()
    for term in terms():
        plain = "t-" + _NOT_IN_ID.sub("-", term.en.lower()).strip("-")
        name, number = plain, 1
        while name in used:
            number += 1
            name = f"{plain}-{number}"
        used.add(name)
        found[term] = name
    return found


def _in_order(language: str) -> list[Term]:
    if language == "zh":
        return sorted(terms(), key=lambda term: by_sound(term.zh))
    return sorted(terms(), key=lambda term: term.en.lower())


def _in_chinese(term: Term) -> Iterator[str]:
    first, *others = map(_escaped, term.forms)
    yield "、".join([_anchored(first, term), *others])
    yield _escaped(term.explanation("zh"))
    english, *more = map(_escaped, term.whole_renderings)
    yield f'<span lang="en">{english}</span>'
    yield f'<span lang="en">{"; ".join(more)}</span>' if more else ""


def _in_english(term: Term) -> Iterator[str]:
    first, *others = map(_escaped, term.whole_renderings)
    yield _anchored(first, term)
    yield _escaped(term.explanation("en"))
    yield "、".join(map(_escaped, term.forms))
    yield "; ".join(others)


def _anchored(words: str, term: Term) -> str:
    # The anchor is on the words themselves: a row of a Markdown table cannot have one.
    return f"**{words}**{{ #{address_of(term)} }}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
