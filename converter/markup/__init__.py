"""Mark-up that people and documents bring along: what of it may reach a reader."""

from converter.markup.addresses import is_safe
from converter.markup.allowed import is_allowed
from converter.markup.elements import Cleaned, clean_block, clean_inline
from converter.markup.pages import Written, written_in
from converter.markup.text import visible, without_markup

__all__ = [
    "Cleaned",
    "Written",
    "clean_block",
    "clean_inline",
    "is_allowed",
    "is_safe",
    "visible",
    "without_markup",
    "written_in",
]
