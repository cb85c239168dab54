"""What a PO file says of a text beside it, for who translates: what it is, its terms in English, its figures."""

import re

from converter.caching import kept_latest
from converter.knowledge import Table
from converter.translation.english import shown_until_translated
from converter.translation.terms import terms_in

KINDS = Table(__package__, "kinds.toml", dict[str, str])

# Digits with their scale; the gate knows far more of numbers, but takes its time, and a note is not a check.
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*[百千万亿]*[余多]?[%％‰]?")


@kept_latest(4096)  # a build writes the memory of a report more than once
def note_of(page: str, key: str, zh: str) -> str:
    """The lines for one text; a string that is no block says what kind of string it is."""
    terms = dict.fromkeys(f"{hit.term.zh} = {hit.term.en.replace('…', '...')}" for hit in terms_in(zh))
    figures = dict.fromkeys(_FIGURE.findall(zh))
    shown = shown_until_translated(page, key, zh)
    lines = (
        "" if key else KINDS.load().get(page, ""),
        f"Terms 术语: {'; '.join(terms)}" if terms else "",
        f"Figures 数字: {'; '.join(figures)}" if figures and key else "",
        f"Shown until translated 未译时显示: {shown}" if shown else "",
    )
    return "\n".join(" ".join(line.split()) for line in lines if line)
