"""The table of what the program says, loaded when it first says something."""

from converter.knowledge import Bilingual, Table

MESSAGES = Table(__package__, "messages.toml", dict[str, Bilingual])
