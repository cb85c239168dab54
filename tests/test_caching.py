"""What was worked out of the tables is kept until a preview sees that a table changed; then nothing of it is left."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from converter.caching import Kept
from tests.conftest import ROOT

# The table, a word in it and another one, what loads it, and what depends on that word.
TABLES = {
    "site/words/words.toml": (
        "引用本页",
        "引用此页",
        "from converter.site.words import words",
        "words('zh')",
    ),
    "site/words/glossary.toml": (
        "术语表",
        "词汇表",
        "from converter.site.content.glossary import glossary_page",
        "glossary_page('zh')",
    ),
    "pages/library/words.toml": (
        "年度未知",
        "年度不明",
        "from converter.pages.library.words import words",
        "words('zh')",
    ),
    "structure/segment/report_kinds.toml": (
        "政府工作报告",
        "政府报告",
        "from converter.structure.segment import report_kinds",
        "report_kinds()",
    ),
    "exports/columns.toml": ("报告代号", "报告名", "from converter.exports import columns", "columns()"),
    "exports/words.toml": (
        "未题名的报告",
        "无题名的报告",
        "from converter.exports import word",
        "word('untitled', 'zh')",
    ),
    "pages/words.toml": (
        "政府年度报告",
        "政府报告",
        "from converter.pages.words import said",
        "said('zh', 'home_title')",
    ),
    "pages/scales.toml": (
        "万亿",
        "兆",
        "from decimal import Decimal\nfrom converter.pages.scale import in_words",
        "in_words(Decimal('5e12'), 'zh')",
    ),
    "translation/terms/termbase.csv": (
        "行政协议,,",
        "行政协定,,",
        "from converter.translation.terms import terms",
        "terms()",
    ),
    "translation/english.toml": (
        '"件" = "items"',
        '"件" = "matters"',
        "from converter.translation.english import by_rule",
        "by_rule('unit', '件')",
    ),
    "indicators/topics.toml": (
        "简政放权",
        "放权",
        "from converter.indicators import topics",
        "topics()",
    ),
}
ASK = """
import sys
from pathlib import Path
{load}
from converter.caching import forget
table, old, new = Path(sys.argv[1]), *sys.argv[2:]
before, text = repr({ask}), table.read_text(encoding="utf-8")
assert old in text
table.write_text(text.replace(old, new), encoding="utf-8")
assert repr({ask}) == before, "read again although nobody said that it changed"
forget()
print(repr({ask}) != before)
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program whose tables may be changed."""
    folder = tmp_path_factory.mktemp("kept")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "converter", folder / "converter", ignore=ignored)
    return folder


@pytest.mark.parametrize("table", TABLES)
def test_a_changed_table_is_noticed_once_it_is_told(program: Path, table: str) -> None:
    old, new, load, ask = TABLES[table]
    code = ASK.format(load=load, ask=ask)
    command = [sys.executable, "-c", code, str(program / "converter" / table), old, new]
    done = subprocess.run(command, cwd=program, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_an_owner_forgets_what_all_its_functions_keep() -> None:
    calls: list[int] = []
    owner = Kept()

    def told(number: int) -> int:
        calls.append(number)
        return number

    first, second = owner.latest(None)(told), owner.latest(1)(told)
    assert [first(1), first(1), second(1), second(2), second(1)] == [1, 1, 1, 2, 1]
    assert calls == [1, 1, 2, 1]
    owner.forget()
    assert (first(1), second(1)) == (1, 1)
    assert calls == [1, 1, 2, 1, 1, 1]
