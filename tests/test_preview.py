"""``mkdocs serve`` shows a page, a raw report or a word of the knowledge soon after it was saved, and never dies of one."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from converter.site.mkdocs.preview import Live, stamps, to_convert
from tests.conftest import ROOT
from tests.surroundings import PATIENCE
from tests.terminal import as_in_a_terminal

SEED = "lanshan-2020.txt"
CHAPTER = "zh/lanshan-2020/c2.html"


@dataclass
class Preview:
    """A running preview of a project that a test may edit."""

    project: Path
    address: str
    log: Path

    def shown(self, page: str) -> str:
        with urlopen(self.address + page, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def wait(self, page: str, text: str) -> float:
        """Seconds until ``page`` says ``text``; fails after ``PATIENCE``."""
        start = time.monotonic()
        while time.monotonic() < start + PATIENCE:
            try:
                if text in self.shown(page):
                    return time.monotonic() - start
            except OSError:
                pass  # not up yet
            time.sleep(0.02)
        pytest.fail(f"{page} never said {text}:\n{self.log.read_text(encoding='utf-8')}")

    def rest(self) -> None:
        """Wait until nothing has happened for a moment, as when a person reads."""
        size = -1
        while size != (size := self.log.stat().st_size):
            time.sleep(0.8)

    def edit(self, path: str, old: str, new: str) -> None:
        """Save a changed file, at rest."""
        self.rest()
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


def project(copy: Path) -> Path:
    """A copy of the project's site."""
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    copy = project(tmp_path_factory.mktemp("preview"))
    # The program too, as its knowledge is edited: Python finds it here before the one that is installed.
    shutil.copytree(ROOT / "converter", copy / "converter", ignore=shutil.ignore_patterns("__pycache__"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    log = copy / "serve.log"
    environment = os.environ | {"LC_ALL": "en_US.UTF-8"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
    with log.open("wb") as said, as_in_a_terminal():
        server = subprocess.Popen(command, cwd=copy, env=environment, stdout=said, stderr=said)
    with server:
        yield Preview(copy, f"http://{host}/", log)
        server.send_signal(signal.SIGINT)  # what Ctrl-C does
        try:
            server.wait(PATIENCE)
        finally:
            server.kill()
    assert "Traceback" not in log.read_text(encoding="utf-8")


@pytest.mark.slow
def test_what_was_saved_is_soon_shown(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    preview.wait(CHAPTER, "66万户")
    times = {}
    preview.edit("docs/zh/lanshan-2020/c2.md", "规范市场监管", "规范市场的监管")
    times["page"] = preview.wait(CHAPTER, "规范市场的监管")
    preview.edit(f"seeds/{SEED}", "66万户", "67万户")
    times["raw report"] = preview.wait(CHAPTER, "67万户")
    assert "规范市场的监管" in preview.shown(CHAPTER)
    preview.edit("seeds/lanshan-2020.toml", "临沂市兰山区人民政府", "兰山区政府")
    times["sidecar"] = preview.wait("zh/lanshan-2020/index.html", "兰山区政府")
    preview.edit("converter/pages/words.toml", 'about = "基本信息"', 'about = "关于本报告"')
    times["knowledge"] = preview.wait("zh/lanshan-2020/index.html", "关于本报告")
    with capsys.disabled():
        print("\nsaved to served:", ", ".join(f"{what} {t:.1f} s" for what, t in times.items()), end=" ")


@pytest.mark.slow
def test_a_raw_report_that_cannot_be_read_is_one_line_and_no_end(preview: Preview) -> None:
    preview.wait(CHAPTER, "规范")
    raw = preview.project / "seeds" / SEED
    text = raw.read_text(encoding="utf-8")
    raw.write_bytes(b"")
    until = time.monotonic() + PATIENCE
    while "the file is empty" not in preview.log.read_text(encoding="utf-8"):
        assert time.monotonic() < until
        time.sleep(0.02)
    assert "规范" in preview.shown(CHAPTER)
    raw.write_text(text.replace("二是加快流程再造", "二是加快流程改造"), encoding="utf-8")
    preview.wait(CHAPTER, "加快流程改造")
    log = preview.log.read_text(encoding="utf-8")
    assert log.count(f"seeds/{SEED}: the file is empty.") == 1
    assert "Traceback" not in log


@pytest.mark.slow
def test_a_page_that_cannot_be_read_stops_nothing_and_every_page_says_so(preview: Preview) -> None:
    preview.wait(CHAPTER, "规范")
    page = preview.project / "docs/zh/lanshan-2020/c3.md"
    text = page.read_bytes()
    page.write_bytes(text.decode().encode("gb18030"))
    preview.wait(CHAPTER, "zh/lanshan-2020/c3.md：不是 UTF-8")
    assert "规范" in preview.shown(CHAPTER)
    assert "网页没有更新" in preview.shown("zh/lanshan-2020/c3.html")
    preview.edit("docs/zh/lanshan-2020/c2.md", "规范", "规整")
    assert "规整" not in preview.shown(CHAPTER)
    page.write_bytes(text)
    preview.wait(CHAPTER, "规整")
    assert "网页没有更新" not in preview.shown(CHAPTER)
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_plain_build_converts_nothing(tmp_path: Path) -> None:
    copy = project(tmp_path)
    (copy / "seeds" / SEED).write_bytes(b"")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True)
    assert "empty" not in done.stdout + done.stderr


SEEDS = Path("seeds")
BEFORE = {
    SEEDS / "a.txt": (1, 10),
    SEEDS / "a.toml": (1, 5),
    SEEDS / "b.txt": (1, 20),
    Path("converter/units.toml"): (1, 30),
}


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({}, []),
        ({SEEDS / "a.txt": (2, 10)}, ["a.txt"]),
        ({SEEDS / "a.toml": (2, 5)}, ["a.txt"]),
        ({SEEDS / "c.txt": (2, 1)}, ["c.txt"]),
        ({SEEDS / "notes.md": (2, 1)}, []),
        ({Path("converter/units.toml"): (2, 30)}, ["a.txt", "b.txt"]),
    ],
)
def test_only_what_changed_is_converted(changed: dict[Path, tuple[int, int]], names: list[str]) -> None:
    assert to_convert(BEFORE, BEFORE | changed, SEEDS) == names


def test_a_file_that_is_gone_at_once_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / ".a.txt.swp").symlink_to("gone")
    assert [file.name for file in stamps(tmp_path) if file.parent == tmp_path] == ["a.txt"]


def test_a_sidecar_taken_away_converts_its_report() -> None:
    now = {file: stamp for file, stamp in BEFORE.items() if file.suffix != ".toml" or file.parent != SEEDS}
    assert to_convert(BEFORE, now, SEEDS) == ["a.txt"]


@pytest.mark.parametrize(("code", "again"), [(0, False), (3, False), (5, True), (-9, True)])
def test_what_was_killed_or_not_written_is_converted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, again: bool
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/jia.txt").write_text("甲", encoding="utf-8")
    asked: list[list[str]] = []
    monkeypatch.setattr(Live, "_convert", lambda _, __, names: asked.append([*names]) or code)
    live = Live()
    for _ in range(2):
        live.catch_up(tmp_path)
    assert asked == [["jia.txt"]] * (2 if again else 1)


def test_a_report_taken_away_converts_nothing() -> None:
    assert to_convert(BEFORE, {f: s for f, s in BEFORE.items() if f.name != "b.txt"}, SEEDS) == []
