"""The termbase: how the terms of these reports are put into English, and what they mean to a citizen.

``termbase.csv`` holds one term a row; ``|`` separates the forms of a cell.

``zh``             the term and its variants in Chinese
``not_in``         other words in which its characters stand by chance, from their first character on
``en``             its renderings, the preferred one first; ``…`` stands for up to five words of one sentence
``forbidden``      renderings that mislead
``explain_zh``, ``explain_en``  what it means, in plain words
``glossary_only``  ``yes`` where good English has too many ways to say it for a check to be of use
``note``, ``source``  for translators
"""

from converter.translation.terms.agreement import Breach, breaches, explain, rendered
from converter.translation.terms.exchange import terms_csv, terms_tbx
from converter.translation.terms.finding import Hit, terms_in
from converter.translation.terms.table import Term, terms

__all__ = [
    "Breach", "Hit", "Term", "breaches", "explain", "rendered", "terms", "terms_csv",
    "terms_in", "terms_tbx",
]  # fmt: skip
