"""A project with edits and translations of every kind, its stores damaged in every way, and what a person does then.

``python -m tests.keep.stores FOLDER SEED CUTS both`` runs all of it once and prints what it saw.
"""

import itertools
import json
import os
import random
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from converter.build.memory_store import load_memory
from converter.cli import main as gongkai_command
from tests.conftest import ROOT
from tests.keep.project import tree

NAME = "lanshan-2020"
DOCS = Path("docs")
STORES = {
    "memory": ["docs/.memory/*"],
    "base": ["docs/.base/**/*"],
    "data": ["docs/data/*.json"],
    "cache": [".cache/gongkai/*.json"],
    "English pages": [f"docs/en/{NAME}/*.md"],
    "Chinese pages": [f"docs/zh/{NAME}/*.md"],
}
MEMORY = (".po", ".former.jsonl")
PAIRS = [
    ("memory", "base"),
    ("memory", "data"),
    ("base", "data"),
    *(("cache", store) for store in STORES if store != "cache"),
]
"""Stores that break together; of pages and their base nothing else knows the edits, so these are no pair."""
MARKS = b"<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\n"
_ROUNDS = 6


def once(function: Callable[..., Any]) -> Callable[..., Any]:
    """``function`` that works out nothing twice: the raw report stays the same, what people edit in it comes back."""
    results: list[tuple[object, Any]] = []

    def again(*arguments: object) -> object:
        known = next((result for given, result in results if given == arguments), None)
        if known is None:
            known = function(*arguments)
            results.append((arguments, known))
        return known

    return again


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(gongkai_command, arguments)


def lived_in_project() -> None:
    """In the working folder: the project's own report in both languages, with edits on both sides, a stale translation,
    a draft and a former one."""
    for folder in ("seeds", "docs"):
        shutil.copytree(ROOT / folder, folder, ignore=shutil.ignore_patterns("dev"))
    _edit("zh", "c2", "三是规范市场监管", "三是规范市场的监管")
    _edit("zh", "c3", "\n## ", "\n编者补充一段说明。\n\n## ")
    _edit("zh", "c4", "\n## ", "\n编者注。\n\n## ")
    gongkai("build")
    _edit("en", "c4", "编者注。", "A note of the editors.")
    _edit("zh", "c1", "# 一、加强党", "# 一、加强中国共产党")
    gongkai("build")
    _edit("zh", "c4", "编者注。\n\n", "")
    memory = DOCS / f".memory/{NAME}.po"
    text = memory.read_text(encoding="utf-8")
    memory.write_text(
        text.replace('msgctxt "c5#c5-s1-p1"', '#, fuzzy\nmsgctxt "c5#c5-s1-p1"'), encoding="utf-8"
    )
    while gongkai("build").output.count("updated"):
        pass


def _edit(language: str, page: str, old: str, new: str) -> None:
    file = DOCS / language / NAME / f"{page}.md"
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def files_of(store: str) -> list[Path]:
    return sorted(file for pattern in STORES[store] for file in Path().glob(pattern) if file.is_file())


def damages(cuts: int, random_: random.Random) -> Iterator[tuple[str, Callable[[bytes], bytes | None]]]:
    """Each way to damage a file, by name: its bytes to those that are left, None where the file is gone."""
    yield "deleted", lambda _: None
    yield "emptied", lambda _: b""
    yield "garbage", lambda data: random_.randbytes(max(40, len(data) // 2))
    yield "conflict marks", _with_marks
    for number in range(cuts):
        yield f"cut {number}", lambda data: data[: random_.randrange(1, len(data))] if len(data) > 1 else b""


def _with_marks(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join([*lines[: len(lines) // 2], MARKS, *lines[len(lines) // 2 :]])


def english(docs: Path = DOCS) -> set[str]:
    """Every translation the memory holds, in use or not."""
    memory = load_memory(docs, NAME)
    return {unit.en for unit in (*memory.units, *memory.former) if unit.en}


def follow_advice(output: str) -> list[str]:
    """Do what the messages of a run say; return what was done."""
    done = []
    for pages in re.findall(r"gongkai resolve --program ((?:docs/\S+ ?)+)", output):
        named = dict.fromkeys(page.rstrip(",.") for page in pages.split())
        done.append(f"program {gongkai('resolve', '--program', *named).output}")
    for page in dict.fromkeys(re.findall(r"^(\S+?):\d+: you changed this", output, re.M)):
        done.append(f"mine {gongkai('resolve', page).output}")
    for file in re.findall(r"^(\S+?):(?: |\d+: ).*[Dd]elete (?:it|the file) and run", output, re.M):
        Path(file).unlink()
        done.append(f"deleted {file}")
    return done


def case(
    before: dict[str, bytes], known: set[str], damaged: dict[Path, bytes | None]
) -> tuple[str, list[str]]:
    """Put the damage into the project and mend it as told; return how it went and what is wrong about it."""
    _put(damaged)
    broken, wrong = tree(DOCS), []
    first = gongkai("build")
    after = tree(DOCS)
    if first.exit_code not in (0, 3):
        wrong.append(f"exit code {first.exit_code}: {first.output}")
    if first.exit_code == 3 and _of_report(after) != _of_report(broken):
        wrong.append("a refusal that changed something")
    if "Traceback" in first.output or "our defect" in first.output:
        wrong.append(first.output)
    advice, output = 0, first.output
    for _ in range(_ROUNDS):
        advice += len(follow_advice(output))
        output = gongkai("build").output
    how = "refused" if first.exit_code else "restored" if not advice else "asked"
    if _whole() != before and all(data is not None for data in damaged.values()):
        # What looks just like a person's edit is one, until the person takes it back.
        edited = [file for file in damaged if file.is_relative_to(DOCS) and _kept(file, damaged[file])]
        how = "taken for an edit" if edited else how
        lost = known - english()
        wrong += [f"lost from the memory: {text}" for text in lost]
        for file in edited:
            file.write_bytes(before[file.relative_to(DOCS).as_posix()])
        for _ in range(2):
            gongkai("build")
    wrong += [f"not whole: {path}" for path in _different(_whole(), before)]
    wrong += [f"lost: {text}" for text in known - english()]
    if "ends early" in first.output:
        wrong += shorten_on_purpose(before, known, damaged)
    return how, wrong


def shorten_on_purpose(
    before: dict[str, bytes], known: set[str], damaged: dict[Path, bytes | None]
) -> list[str]:
    """Put pages into the project that end early, say that they should, and take that back; return what is wrong then."""
    restore()
    used = load_memory(DOCS, NAME).units
    _put(damaged)
    shortened = set[Path]()
    for _ in range(_ROUNDS):
        told = re.search(r"run gongkai resolve ((?:docs/\S+ ?)+);", gongkai("build").output)
        if not told:
            break
        shortened |= set(map(Path, told[1].split()))
        gongkai("resolve", *told[1].split())
    wrong = [f"not as the person has it: {file}" for file in shortened if _differs(file, damaged[file])]
    wrong += [f"lost from the memory: {text}" for text in known - english()]
    for file in (file for file in damaged if file.is_relative_to(DOCS)):
        file.write_bytes(before[file.relative_to(DOCS).as_posix()])
    for _ in range(3):
        gongkai("build")
    pages = [path for path in _different(_whole(), before) if not path.endswith(MEMORY)]
    wrong += [f"not whole after an edit was taken back: {path}" for path in pages]
    wrong += [f"not in use any more: {unit.en}" for unit in used if unit not in load_memory(DOCS, NAME).units]
    return wrong


def _differs(file: Path, data: bytes | None) -> bool:
    return data is not None and file.read_bytes().rstrip(b"\n") != data.rstrip(b"\n")


def _put(damaged: dict[Path, bytes | None]) -> None:
    for file, data in damaged.items():
        if data is None:
            file.unlink()
        else:
            file.write_bytes(data)


def _kept(file: Path, data: bytes | None) -> bool:
    return file.suffix == ".md" and ".base" not in file.parts and file.exists() and bool(data)


def _of_report(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if NAME in path}


def _whole() -> dict[str, bytes]:
    return {path: data for path, data in tree(DOCS).items() if not path.startswith(".lost/")}


def _different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def prepare() -> tuple[dict[str, bytes], set[str]]:
    """Make the project in the working folder; return its files and its translations."""
    for module, name in (("convert", "report_of"), ("corrected", "reading"), ("corrected", "report_pages")):
        where = import_module(f"converter.build.{module}")
        setattr(where, name, once(getattr(where, name)))
    lived_in_project()
    for folder in ("docs", ".cache"):
        shutil.copytree(folder, f"before/{folder}")
    return tree(DOCS), english()


def restore() -> None:
    for folder in ("docs", ".cache"):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(f"before/{folder}", folder)


def damage_pairs(
    before: dict[str, bytes], known: set[str], cuts: int, random_: random.Random
) -> Iterator[str]:
    """Damage two stores at once, all files of both; return what is wrong then.

    Where the memory and its copy are both gone, what stands on no page is nowhere: then the pages stay as they are, and
    the memory has the translation of each of their blocks.
    """
    restore()
    on_pages = {unit.en for unit in load_memory(DOCS, NAME).units if unit.key and unit.en}
    for pair in PAIRS:
        for damage, left in damages(cuts, random_):
            restore()
            files = [file for store in pair for file in files_of(store)]
            lost = pair == ("memory", "base")
            wrong = case(before, on_pages if lost else known, {f: left(f.read_bytes()) for f in files})[1]
            wrong = [text for text in wrong if not (lost and text.endswith(MEMORY))]
            yield from (f"{' and '.join(pair)} {damage}: {text[:300]}" for text in wrong)


def main(folder: Path, seed: int, cuts: int, widths: str) -> None:
    """Print what was seen as JSON; with ``widths`` "both" each damage is done to one file of a store and to all."""
    os.environ["LC_ALL"] = "en_US.UTF-8"
    os.chdir(folder)
    before, known = prepare()
    random_, seen, faults = random.Random(seed), Counter[str](), []
    faults += damage_pairs(before, known, cuts, random_)
    for store, one_or_all in itertools.product(STORES, (False, True) if widths == "both" else (None,)):
        for damage, left in damages(cuts, random_):
            restore()
            every = random_.random() < 0.5 if one_or_all is None else one_or_all
            files = files_of(store)
            files = files if every else [random_.choice(files)]
            how, wrong = case(before, known, {file: left(file.read_bytes()) for file in files})
            seen[f"{store}, {damage.split()[0]}{', all' if every else ''}: {how}"] += 1
            faults += [f"{store} {damage} {files[0]} {len(files)}: {text[:300]}" for text in wrong]
    print(json.dumps({"seen": seen, "faults": faults}, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
