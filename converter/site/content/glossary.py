"""The glossary: a page in each language made from the termbase, and the address of each term on it."""

import re
from collections.abc import Callable, Iterator, Mapping

from converter.kept import kept
from converter.layout import GLOSSARY
from converter.site.words import table
from converter.translation.terms import Term, terms

NAME = GLOSSARY
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]|])")


def glossary_page(language: str) -> str:
    """The page's Markdown, with front matter: every term of the termbase, in the order of the language."""
    words = table("glossary")[language]
    columns = ("zh", "en") if language == "zh" else ("en", "zh")
    head = [*(words[f"column_{column}"] for column in columns), words["column_meaning"]]
    lines = [head, ["---"] * len(head), *(_row(term, columns, language) for term in _in_order(language))]
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
    # GB 18030 orders common characters by their sound, as a Chinese reader expects.
    by_sound: Callable[[Term], bytes] = lambda term: term.zh.encode("gb18030")  # noqa: E731
    return sorted(terms(), key=by_sound) if language == "zh" else sorted(terms(), key=lambda t: t.en.lower())


def _row(term: Term, columns: tuple[str, str], language: str) -> Iterator[str]:
    told = {"zh": term.forms, "en": term.whole_renderings}
    between = {"zh": "、", "en": "; "}
    first, second = ([_SPECIAL.sub(r"\\\1", form) for form in told[column]] for column in columns)
    # The anchor is on the words themselves: a row of a Markdown table cannot have one.
    preferred = f"**{first[0]}**{{ #{address_of(term)} }}"
    yield between[columns[0]].join([preferred, *first[1:]])
    others = between[columns[1]].join(second)
    yield others if language == "en" else f'<span lang="en">{others}</span>'
    yield _SPECIAL.sub(r"\\\1", term.explanation(language))
