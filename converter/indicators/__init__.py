"""The dictionary of indicators, and which figure of a report is a value of which indicator.

A code says that two figures may be set side by side, so a figure has one only where its name leaves no doubt.
"""

from converter.indicators.coding import coded
from converter.indicators.dictionary import Indicator, Level1, Topic, entry, indicators, level1, topics

__all__ = ["Indicator", "Level1", "Topic", "coded", "entry", "indicators", "level1", "topics"]
