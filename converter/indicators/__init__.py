"""The dictionary of indicators, and which figure of a report is a value of which indicator.

A code says that two figures may be set side by side, so a figure has one only where its words leave no doubt: they are
stripped of who reports and of what says nothing (``bare``), completed by what they take from before (``said``,
``taken``), and matched with the entries (``pattern``); a word that an entry does not know blocks its code.  That is the stage in ``coding``; here is the dictionary.
"""

from converter.indicators.dictionary import (
    Indicator,
    Level1,
    Topic,
    current,
    entry,
    indicators,
    level1,
    topics,
)

__all__ = [
    "Indicator",
    "Level1",
    "Topic",
    "current",
    "entry",
    "indicators",
    "level1",
    "topics",
]
