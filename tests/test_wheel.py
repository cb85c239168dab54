"""The program as others get it: the wheel alone, in an environment of its own, in a folder that is not ours."""

import filecmp
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from converter.site.starter import NewSite, starter_files
from tests.conftest import ROOT, SEED
from tests.sources.wordfile import paragraph, word_file

LINES = starter_files(NewSite(example=True))["seeds/example-2023.txt"].decode().splitlines()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built of a copy, so that nothing is left in this folder."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT / "converter", folder / "converter", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done = subprocess.run(
        [*command, "--wheel-dir", str(folder / "dist"), str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = (folder / "dist").glob("gongkai-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel.  The libraries are lent by this one: no registry is asked."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    subprocess.run([*command, "--no-index", str(wheel)], check=True)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return home / "bin"


def run_in(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in ``folder`` as somebody would who knows nothing of this repository, and at no terminal."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment | {"LC_ALL": "en_US.UTF-8", "SOURCE_DATE_EPOCH": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def mine(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site made by the installed program of our report and one in Word."""
    folder = tmp_path_factory.mktemp("elsewhere")
    made = run_in(folder, installed / "gongkai", "new", "mine")
    assert made.returncode == 0, made.stdout + made.stderr
    for file in (SEED, SEED.with_suffix(".toml")):
        shutil.copy(file, folder / "mine" / "seeds")
    word = word_file("".join(paragraph(line) for line in LINES))
    (folder / "mine" / "seeds" / "jia-2023.docx").write_bytes(word)
    done = run_in(folder / "mine", installed / "gongkai", "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return folder / "mine"


def test_it_is_the_installed_program(installed: Path, tmp_path: Path) -> None:
    said = run_in(tmp_path, installed / "python", "-c", "import converter; print(converter.__file__)")
    assert Path(said.stdout.strip()).is_relative_to(installed.parent)


def test_every_file_of_the_program_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("converter/")}
    files = (file for file in (ROOT / "converter").rglob("*") if file.is_file() and file.suffix != ".pyc")
    assert packed == {file.relative_to(ROOT).as_posix() for file in files}


def test_its_pages_are_those_of_this_repository(mine: Path) -> None:
    # As the program wrote them: people may have edited those in docs/zh.
    ours = ROOT / "docs" / ".base"
    names = [
        f"data/{SEED.stem}.json",
        *(f"zh/{SEED.stem}/{page.name}" for page in (ours / "zh" / SEED.stem).iterdir()),
    ]
    assert len(names) > 5
    assert filecmp.cmpfiles(ours, mine / "docs", names, shallow=False)[1:] == ([], [])


def test_its_site_has_both_languages_and_what_the_plugin_brings(mine: Path) -> None:
    site = mine / "site"
    for page in ("index.html", "en/index.html", "zh/jia-2023/c1.html", "en/jia-2023/c1.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert "assets/gongkai/all.css" in text
        assert "Content-Security-Policy" in text
    assert '<html lang="en"' in (site / "en/index.html").read_text(encoding="utf-8")
    assert (site / "search").is_dir()
    assert (site / "assets/scripts/page.js").is_file()


def test_nothing_in_its_folder_points_into_the_programs(mine: Path, installed: Path) -> None:
    texts = [file for file in mine.rglob("*") if file.is_file() and ".cache" not in file.parts]
    for place in (str(ROOT), str(installed.parent), str(mine)):
        assert [file for file in texts if place.encode() in file.read_bytes()] == []


def test_a_second_run_changes_no_page(mine: Path, installed: Path) -> None:
    before = {file: file.read_bytes() for file in (mine / "docs").rglob("*") if file.is_file()}
    done = run_in(mine, installed / "gongkai", "site")
    assert done.returncode == 0, done.stderr
    assert "reports unchanged: 2" in done.stdout
    assert before == {file: file.read_bytes() for file in (mine / "docs").rglob("*") if file.is_file()}
