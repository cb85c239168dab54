"""What a person meets who has never used the program: wrong folders, wrong names, wrong words; each is told what to do."""

import os
import socket
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from converter.cli import main
from converter.cli.failing import run
from converter.cli.messages import say
from converter.cli.starting import _yes
from converter.site.publisher.profile import PROFILES
from tests.test_seeds import REPORT

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture(params=["zh_CN.UTF-8", "en_US.UTF-8"])
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    monkeypatch.setenv("LC_ALL", request.param)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def gongkai(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=answers)


@pytest.mark.parametrize(
    ("arguments", "key", "details"),
    [
        (("sit",), "no_such_command", {"name": "sit", "known": " ".join(main.commands)}),
        (("site", "--force"), "no_such_option", {"name": "--force"}),
        (("--forse",), "no_such_option", {"name": "--forse"}),
        (("new",), "missing_parameter", {"name": "'DIR'"}),
    ],
)
def test_wrong_usage_is_told_in_the_readers_language_with_where_the_help_is(
    arguments: tuple[str, ...], key: str, details: dict[str, str]
) -> None:
    details = details | {"known": " ".join(sorted(main.commands))}
    result = gongkai(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(say(key, **details) + "\n")
    assert "--help" in result.stderr


def test_a_value_that_cannot_be_is_told_with_its_option() -> None:
    result = gongkai("serve", "--port", "web")
    assert result.exit_code == 2
    assert result.stderr.startswith(
        say("bad_parameter", name="'--port'", why="'web' is not a valid integer range.")
    )


def test_a_question_that_is_left_unanswered_is_no_defect(capsys: pytest.CaptureFixture[str]) -> None:
    def left() -> int:
        raise click.Abort

    with pytest.raises(SystemExit) as end:
        run(left)
    assert (end.value.code, capsys.readouterr().err) == (130, say("interrupted") + "\n")


def test_a_question_takes_an_answer_in_either_language_and_asks_again_for_any_other() -> None:
    with pytest.raises(click.UsageError, match=say("answer_yes_or_no")):
        _yes("某县")
    assert [_yes(answer) for answer in ("是", "Y", "否", "n", "")] == [True, True, False, False, False]


@pytest.mark.parametrize("command", ["site", "serve", "release", "build", "check"])
def test_outside_a_sites_folder_one_that_is_near_is_named(command: str) -> None:
    result = gongkai(command)
    assert (result.exit_code, result.stderr) == (3, say("no_site", path="mkdocs.yml") + "\n")
    assert gongkai("new", "我的 网站").exit_code == 0
    result = gongkai(command)
    told = say("site_elsewhere", path="mkdocs.yml", folder='"我的 网站"')
    assert (result.exit_code, result.stderr) == (3, told + "\n")


def test_inside_a_sites_folder_the_site_above_is_named(folder: Path) -> None:
    gongkai("new", "mine")
    os.chdir(folder / "mine" / "seeds")
    told = say("site_elsewhere", path="mkdocs.yml", folder=str(folder.resolve() / "mine"))
    assert gongkai("site").stderr == told + "\n"


def test_of_two_sites_below_none_is_picked() -> None:
    gongkai("new", "a")
    gongkai("new", "b")
    assert gongkai("site").stderr == say("no_site", path="mkdocs.yml") + "\n"


def test_a_folder_that_has_a_site_is_told_how_to_go_on() -> None:
    gongkai("new", "my site")
    result = gongkai("new", "my site")
    assert result.exit_code == 3
    assert 'cd "my site"' in result.stderr


def test_what_lies_in_seeds_and_is_not_converted_is_said(folder: Path) -> None:
    for name in (
        "seeds/good.txt",
        "seeds/2023/below.txt",
        "seeds/table.xlsx",
        "seeds/README.md",
        "seeds/~$good.docx",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(REPORT, encoding="utf-8")
    (folder / "seeds/empty").mkdir()
    (folder / "seeds/goods.toml").write_text("", encoding="utf-8")
    (folder / "seeds/good.toml").write_text("", encoding="utf-8")
    result = gongkai("build")
    assert result.exit_code == 0
    for name, is_said in (
        ("seeds/2023/", True),
        ("seeds/table.xlsx", True),
        ("seeds/goods.toml", True),
        ("seeds/good.toml", False),
        ("seeds/README.md", False),
        ("seeds/empty", False),
        ("~$good", False),
    ):
        assert (name in result.stderr) is is_said, name


def test_reports_in_folders_alone_are_said_before_none_are_found(folder: Path) -> None:
    (folder / "seeds/2023").mkdir(parents=True)
    (folder / "seeds/2023/a.txt").write_text(REPORT, encoding="utf-8")
    result = gongkai("build")
    assert result.exit_code == 3
    assert say("overlooked_folder", path="seeds/2023", count=1, seeds="seeds") in result.stderr


def test_an_edit_that_the_english_does_not_show_yet_stops_a_release(folder: Path) -> None:
    gongkai("new", "mine")
    os.chdir(folder / "mine")
    Path("seeds/jia-2023.txt").write_text(REPORT, encoding="utf-8")
    assert gongkai("build").exit_code == 0
    page = Path("docs/zh/jia-2023/c1.md")
    page.write_text(
        page.read_text(encoding="utf-8").replace("新建学校12所", "改建学校12所"), encoding="utf-8"
    )
    result = gongkai("release")
    assert result.exit_code == 1
    assert say("stale_page", page="docs/en/jia-2023/c1.md") in result.stderr


def test_an_empty_word_file_is_called_empty(folder: Path) -> None:
    for name in ("a.docx", "b.pdf", "c.html", "d.txt", "e.doc"):
        (folder / "seeds").mkdir(exist_ok=True)
        (folder / "seeds" / name).write_bytes(b"")
    result = gongkai("build")
    for name in ("a.docx", "b.pdf", "c.html", "d.txt", "e.doc"):
        assert say("empty", path=f"seeds/{name}") in result.stderr


def test_help_lists_every_command_in_both_languages_and_uncut() -> None:
    listed = gongkai("--help").stdout.partition("Commands:")[2]
    assert "..." not in listed
    for line in main.commands.values():
        assert line.short_help
        assert any("一" <= char <= "鿿" for char in line.short_help), line.name


@pytest.mark.parametrize(
    ("written", "key", "details"),
    [
        ("[author]\nvalue = 'x'\nsource = 'y'\n", "sidecar_unknown", {"fact": "author"}),
        ("[kind]\nvalue = '法治'\nsource = 'y'\n", "sidecar_kind", {}),
        (
            "[published]\nvalue = '2024年3月28日'\nsource = 'y'\n",
            "sidecar_fact",
            {"fact": "published", "example": "2024-03-28"},
        ),
        ("[region]\nvalue = “甲市”\n", "not_toml", {"line": 2}),
        ("[region]\nvalue = '甲市'\n", "sidecar_fact", {"fact": "region", "example": "清河县"}),
        (
            "[report_year]\nvalue = '23'\nsource = 'y'\n",
            "sidecar_fact",
            {"fact": "report_year", "example": "2023"},
        ),
        ("[地区]\nvalue = '甲市'\n", "not_toml", {"line": 1}),
    ],
)
def test_a_slip_in_a_sidecar_is_told_with_how_to_write_it(
    folder: Path, written: str, key: str, details: dict[str, object]
) -> None:
    (folder / "seeds").mkdir()
    (folder / "seeds/a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "seeds/a.toml").write_text(written, encoding="utf-8")
    result = gongkai("build")
    assert result.exit_code == 3
    assert result.stderr == say(key, path="seeds/a.toml", **details) + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_sidecar_saved_by_notepad_is_read(folder: Path, encoding: str) -> None:
    (folder / "seeds").mkdir()
    (folder / "seeds/a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "seeds/a.toml").write_text('[region]\nvalue = "甲市"\nsource = "栏目"\n', encoding=encoding)
    assert gongkai("build").exit_code == 0
    assert "甲市" in Path("docs/zh/a/index.md").read_text(encoding="utf-8")


def test_a_sidecar_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "seeds").mkdir()
    (folder / "seeds/a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "seeds/a.toml").write_text('[region]\nvalue = "甲市"\n', encoding="gb18030")
    assert gongkai("build").stderr == say("not_utf8", path="seeds/a.toml") + "\n"


def test_a_port_that_another_preview_has_is_no_defect() -> None:
    gongkai("new", "mine")
    os.chdir("mine")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = gongkai("serve", "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr == say("port_taken", port=port, other=max(8000, port + 1)) + "\n"


def test_an_address_that_is_none_of_this_machine_is_told() -> None:
    gongkai("new", "mine")
    os.chdir("mine")
    result = gongkai("serve", "--host", "192.0.2.1")
    assert (result.exit_code, result.stderr) == (2, say("no_such_host", host="192.0.2.1") + "\n")


@pytest.mark.parametrize(
    ("written", "key", "details"),
    [
        ("profile = “official”\n", "not_toml", {"line": 1}),
        (
            'profile = "semi"\n',
            "publisher_unknown",
            {"what": 'profile = "semi"', "known": ", ".join(PROFILES)},
        ),
    ],
)
def test_a_slip_in_the_publisher_is_told_before_a_site_is_made(
    folder: Path, written: str, key: str, details: dict[str, object]
) -> None:
    gongkai("new", "mine")
    os.chdir(folder / "mine")
    Path("publisher.toml").write_text(written, encoding="utf-8")
    result = gongkai("site")
    assert (result.exit_code, result.stderr) == (3, say(key, path="publisher.toml", **details) + "\n")
