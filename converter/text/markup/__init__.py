"""Mark-up that people and documents bring along: what of it may reach a reader."""

from converter.text.markup.addresses import is_safe
from converter.text.markup.allowed import is_allowed
from converter.text.markup.elements import Cleaned, clean_block, clean_inline
from converter.text.markup.pages import Written, written_in
from converter.text.markup.text import visible, without_markup

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
