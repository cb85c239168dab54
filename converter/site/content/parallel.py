"""The other language beside each paragraph, and what a reader must know of a translation, as Markdown.

It is made at build from the pages as they stand, so it never goes stale on its own.  A twin has the class ``twin``
and is shown when a reader asks for it; a remark on the translation has the class ``state``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from converter.layout import HTML_LANGUAGE
from converter.translation.memory import Block, Unit, blocks_of, state_of

_LIST_ITEM = re.compile(r"^(\d+)([.)])")
_TWIN = re.compile(r"^\{: \.twin", re.M)
_TABLE = re.compile(r"^\|")


def beside(
    markdown: str, units: Sequence[Unit], language: str, words: Mapping[str, Any], twins: bool = True
) -> str:
    """``markdown`` (a page in ``language``, without front matter) with its remarks and, unless ``twins`` is false, its twins put in."""
    if not units:
        return markdown
    # By its words first: until the next build the English page may lack a paragraph that the Chinese one gained.
    by_text = {unit.en: unit for unit in units if unit.en} if language != "zh" else {}
    by_key = {unit.key: unit for unit in units}
    told = _Told(language, words, all(not unit.en for unit in units))
    blocks = [(block, by_text.get(block.text) or by_key.get(block.key)) for block in blocks_of(markdown)]
    pieces = [piece for block, unit in blocks for piece in told.around(block, unit)]
    return "\n\n".join(piece for piece in pieces if twins or not _TWIN.search(piece))


class _Told:
    def __init__(self, language: str, words: Mapping[str, Any], nothing: bool) -> None:
        self.language, self.words, self.nothing = language, words, nothing

    def around(self, block: Block, unit: Unit | None) -> Iterator[str]:
        # A table has no place for an attribute list, nor a row for another language.
        if unit is None or any(map(_TABLE.match, (block.text, unit.zh, unit.en))):
            yield block.markdown()
            if unit and self.language != "zh" and block.text != unit.zh:
                yield from self._state(unit)
        elif self.language == "zh":
            yield block.markdown()
            if unit.en:
                yield _twin(unit.en, block, "en")
        else:
            yield from self._english(block, unit)

    def _english(self, block: Block, unit: Unit) -> Iterator[str]:
        # A person may have put the Chinese back: what the page says counts.
        state = "missing" if block.text == unit.zh else state_of(unit)
        if state == "missing":
            yield block.markdown(more=f'.missing lang="{HTML_LANGUAGE["zh"]}"')
            if self.nothing and block.marks == "#":
                yield f"{self.words['nothing']}\n{{: .state }}"
            elif not self.nothing and not block.marks:
                yield f"{self.words['missing']}\n{{: .state }}"
            return
        yield block.markdown(more="" if state == "reviewed" else f".{state}")
        yield _twin(unit.zh, block, "zh")
        yield from self._state(unit)

    def _state(self, unit: Unit) -> Iterator[str]:
        if (state := state_of(unit)) in ("draft", "stale"):
            yield f"{self.words[state]}\n{{: .state }}"


def _twin(text: str, block: Block, language: str) -> str:
    heading = f" .twin-{len(block.marks)}" if block.marks else ""
    said = _LIST_ITEM.sub(r"\1\\\2", text)
    return f'{said}\n{{: .twin{heading} lang="{HTML_LANGUAGE[language]}" }}'
