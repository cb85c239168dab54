"""Source text → folded text with its noise marked; nothing is cut out and no position moves."""

from converter.clean.fold import fold
from converter.clean.noise import find_noise, reasons
from converter.model import Clean, Source

__all__ = ["clean", "fold", "reasons"]


def clean(source: Source) -> Clean:
    """Fold the text one to one and mark its noise: ``len(result.folded) == len(source.text)``."""
    folded = fold(source.text)
    return Clean(source, folded, find_noise(source.text, folded, source.furniture))
