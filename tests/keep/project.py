"""A project whose pages people have edited in every way, just before a build that changes all of them."""

import shutil
from pathlib import Path

from converter.cli.building import build
from converter.layout import BASE
from tests.conftest import SEED

CHAPTERS = "docs/zh/lanshan-2020"
# Text that stands in the pages after the next build, whatever happens to it.
EDITS = {
    f"{CHAPTERS}/c2.md": ("规范市场的监管", "六十六万户"),
    f"{CHAPTERS}/c3.md": ("编者补充",),
    f"{CHAPTERS}/c6-old.md": ("#",),
    f"{CHAPTERS}/added.md": ("编者说明",),
}
DELETED = (f"{CHAPTERS}/c6.md", f"{CHAPTERS}/c7.md")


def edited_project(project: Path) -> None:
    """Build in ``project`` (the working folder), edit, and change the raw report so that every page changes."""
    (project / "seeds").mkdir()
    raw = project / "seeds" / SEED.name
    shutil.copy(SEED, raw)
    assert build((), force=False) == 0
    _replace(project / CHAPTERS / "c2.md", "规范市场监管", "规范市场的监管")
    _replace(project / CHAPTERS / "c2.md", "66万户", "六十六万户")
    with (project / CHAPTERS / "c3.md").open("a", encoding="utf-8") as page:
        page.write("\n编者补充。\n")
    (project / CHAPTERS / "c6.md").rename(project / CHAPTERS / "c6-old.md")
    (project / CHAPTERS / "c7.md").unlink()
    (project / CHAPTERS / "added.md").write_text("# 编者说明\n", encoding="utf-8")
    _replace(raw, "66万户", "67万户")
    _replace(raw, "兰山区", "东山区")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` with what is in it."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def faults(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> list[str]:
    """What a broken-off build may not leave of ``docs/``: a file that is neither the old nor the new one."""
    halves = [
        path
        for path in sorted({*found, *old, *new})
        if found.get(path) not in (old.get(path), new.get(path)) and not path.endswith(".tmp")
    ]
    edits = {path.removeprefix("docs/"): texts for path, texts in EDITS.items()}
    lost = [p for p, texts in edits.items() for t in texts if t.encode() not in found.get(p, b"")]
    return halves + lost


def pages_now(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> set[str]:
    """Of the files that the build changes: is any still ``old``, is any ``new`` already?"""
    changing = [path for path in {*old, *new} if old.get(path) != new.get(path)]
    return {"new" if found.get(path) == new.get(path) else "old" for path in changing if BASE not in path}


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
