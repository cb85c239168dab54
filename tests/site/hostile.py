"""A project that says hostile things wherever a person or a document can write something."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from converter.cli import main
from tests.site.conftest import ROOT

ATTACKS = (ROOT / "tests" / "cases" / "attacks.txt").read_text(encoding="utf-8").splitlines()
REPORT = "attacked-2020"
MOST = 30
"""Sections of a chapter."""
NUMERALS = "一二三四五六七八九十"
Say = Callable[[], str]
"""Another hostile text each time."""


def in_turn(texts: Sequence[str]) -> Say:
    """Says each of ``texts``, and then begins again."""
    turns = cycle(texts)
    return lambda: next(turns)


def report(say: Say, sections: int) -> str:
    """A raw report each part of which is hostile, in as many chapters as there are times ``MOST`` sections, and one more."""
    head = [f"某某区2020年{say()}法治政府建设情况报告", f"2020年，{say()}认真履职。现报告如下。"]
    # Whether a text is a web page is told from its first 2,048 bytes.
    head.append("认真贯彻落实党中央、国务院决策部署。" * 40)
    *chapters, last = NUMERALS[: 2 + -(-sections // MOST)]
    for at, chapter in enumerate(chapters):
        head += [f"{chapter}、加强{say()}领导"]
        for n in range(min(MOST, sections - MOST * max(0, at - 1))):
            head += [
                f"（{numeral(n + 1)}）推进{say()}",
                f"{say()}，办理{say()}案件{n + 5}件，办结率{n + 10}%。",
            ]
        head += [f"{say()} | 数量", f"{say()} | {n + 7}件"]
    return "\n".join([*head, f"{last}、下一步打算", "继续努力。"]) + "\n"


def numeral(number: int) -> str:
    tens, units = divmod(number, 10)
    begins = "" if not tens else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return begins + (NUMERALS[units - 1] if units else "")


def sidecar(say: Say) -> str:
    """Facts beside the report: JSON's strings are TOML's."""
    facts = "".join(
        f"[{key}]\nvalue = {quoted(say())}\nsource = {quoted(say())}\n"
        for key in ("issuer", "title_en", "region", "original")
    )
    return f"{facts}[[corrections]]\ndate = 2021-01-01\nwhat = {quoted(say())}\n"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def page(say: Say, text: str) -> str:
    """A page a person wrote, of Markdown and HTML."""
    front = f"---\ntitle: {quoted(say())}\ndescription: {quoted(say())}\n---\n"
    return f"{front}\n# {say()}\n\n{text}\n\n[a]({say()}) *b*{{ {say()} }}\n\n| {say()} | b |\n| --- | --- |\n| {say()} | d |\n"


def project(folder: Path, say: Say, sections: int = 2) -> Path:
    """The project in ``folder``, converted, translated and edited; its site is not built."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "seeds").mkdir()
    (folder / "seeds" / f"{REPORT}.txt").write_text(report(say, sections), encoding="utf-8")
    (folder / "seeds" / f"{REPORT}.toml").write_text(sidecar(say), encoding="utf-8")
    publisher = f"[independent]\noperator = {quoted(say())}\ncontact = {quoted(say())}\n"
    (folder / "publisher.toml").write_text(publisher, encoding="utf-8")
    convert(folder)
    translate(folder, say)
    convert(folder)
    return folder


def convert(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        # The attacks are longer than the report around them.
        result = CliRunner().invoke(main, ["build", "--force"])
    assert result.exit_code == 0, result.output


def translate(folder: Path, say: Say) -> None:
    """Take a PO file whose every translation is hostile, and let another be so in the memory itself."""
    memory = folder / "docs" / ".memory" / f"{REPORT}.po"
    file = polib.pofile(str(memory), wrapwidth=0)
    for entry in file:
        entry.msgstr, entry.flags = say(), []
    file.save(str(folder / "back.po"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner().invoke(main, ["translate", REPORT, "--from-po", "back.po"])
    assert result.exit_code == 0, result.output


def built(folder: Path) -> Path:
    """The site of the project, built as ``mkdocs build`` does: what is taken out of pages is only told."""
    site = folder / "loosely"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return site
