"""Chinese words in the order in which their readers look for them: by how they sound."""

from pypinyin import lazy_pinyin

_MARKS = "“”‘’《》（）"


def by_sound(words: str) -> tuple[list[str], str]:
    """A key to sort by: pinyin, character by character, whatever the words are quoted in."""
    return lazy_pinyin(words.strip(_MARKS)), words
