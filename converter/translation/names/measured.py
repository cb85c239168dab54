"""What is measured, in itself or of something: what a noun can have so much of."""

import re

from converter.translation.names import amounts
from converter.translation.names.lexicon import NOUNS

# What can be so much in itself.
_MONEY = re.compile(
    r"\b(?:income|revenue|value|investments?|capital|profits?|tax(?:es)?|assets|amount|sales|imports|exports|spending|turnover)\b"
)


# What a whole has more of than a part, and what tells of it by head or in percent.
AMOUNT = re.compile(
    r"\b(?:income|revenue|value|investments?|profits?|tax(?:es)?|sales|imports?|exports?|spending|expenditure|product|output|GDP|loans|deposits|electricity|industr(?:y|ies)|services|sector|number of|length|area|capacity|scale|cost)\b",
    re.I,
)
RATE = re.compile(
    r"\b(?:per|average|rates?|index|coverage|intensity|ratio|share|growth|rise|increase|decrease|fall|prices?|concentration|level|density|satisfaction|speed)\b",
    re.I,
)
# What many things have, each its own.
_MEASURES = r"(?:rate|value|revenue|income|output|investment|number|prices?|index|coverage|fires?\+?|accidents?\+?|burdens?\+?)"
MEASURE, MEASURED = re.compile(rf"{_MEASURES}$"), re.compile(rf"\b{_MEASURES}\b")

# Who can be counted, as a noun names them.
PERSONS = re.compile(
    r"\b(?:(?:people|persons?|population|child|children|residents?|men|women|elderly|students?|patients?|workers?|employees?|staff"
    r"|personnel|talents?|professionals?|visitors?|tourists?|farmers?|graduates?|members?|officers?|officials?|teachers?|recipients?"
    r"|migrants?|volunteers?|partners?|operators?|doctors?|lawyers?|users?|passengers?|orphans?|deputies|deput(?:y|ies)|servants?"
    r"|applicants?|experts?|scientists?|engineers?|entrepreneurs?|masters?|academicians?|artists?|soldiers?|craftsm[ae]n|guides?|beneficiaries|nurses?|trainees?|suspects?|cadres?|candidates?|sojourners?"
    r"|injured|deaths|insured|unemployed|audience|participants?|spectators?|drivers?|prisoners?|families|learners?|readers?|infants?|toddlers?)\+?)(?!-)\b",
    re.I,
)


def has_amount(word: str, amount: str) -> bool:
    """Whether an amount is one of what the word before it names (``营收超百亿元``), and not of what stands behind both."""
    english = NOUNS.load().get(word)
    return bool(english) and (amounts.is_above(amount) or bool(_MONEY.search(english or "")))
