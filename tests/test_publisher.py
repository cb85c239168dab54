"""publisher.toml: what each profile lacks, what it must not have, and how it may be written."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from converter.cli import main
from converter.errors import InputError
from converter.site.publisher import Publisher, fields, problems, read_publisher
from tests.conftest import ROOT

DAY = date(2021, 3, 31)
OFFICIAL = {
    "site_name": "示例区人民政府门户网站",
    "site_domain": "www.example.gov.cn",
    "organiser": "示例区人民政府办公室",
    "telephone": "000-0000000",
    "site_id_code": "0000000000",
    "icp": "某ICP备00000000号-1",
    "police": "某公网安备 00000000000000号",
}


def official(**changed: str) -> Publisher:
    said = {key: value for key, value in (OFFICIAL | changed).items() if value}
    return Publisher("official", {"official": said})


def test_a_complete_official_site_has_no_problem() -> None:
    assert problems(official(), {"seeds/x.txt": DAY}) == []


@pytest.mark.parametrize("field", [f for f in fields("official") if f.required], ids=lambda f: f.key)
def test_an_official_site_says_everything_that_is_asked(field) -> None:  # type: ignore[no-untyped-def]
    (problem,) = problems(official(**{field.key: ""}), {})
    assert f"必须写明“{field.zh}”" in problem.zh
    assert f"[official] {field.key}" in problem.en


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("site_domain", "https://www.example.gov.cn/"),
        ("site_domain", "www.example.com"),
        ("site_id_code", "371302"),
        ("site_id_code", "3713020001x"),
        ("icp", "00000000号"),
        ("police", "某ICP备00000000号"),
    ],
)
def test_an_official_site_writes_them_as_they_are_written(key: str, value: str) -> None:
    (problem,) = problems(official(**{key: value}), {})
    assert f'{key} = "{value}"' in problem.zh
    assert f'{key} = "{value}"' in problem.en


def test_an_official_site_needs_the_date_of_each_report() -> None:
    (problem,) = problems(official(), {"seeds/a.txt": DAY, "seeds/b.txt": None})
    assert problem.en.startswith("seeds/b.txt: has no date of publication")


@pytest.mark.parametrize("key", OFFICIAL)
def test_an_independent_copy_may_not_even_note_what_is_a_governments(key: str) -> None:
    publisher = Publisher("independent", {"official": {key: OFFICIAL[key]}})
    (problem,) = problems(publisher, {"seeds/b.txt": None})
    assert f"[official] {key}" in problem.zh
    assert "must not carry" in problem.en
    assert publisher.says == {}


def test_an_official_site_is_kept_by_nobody_else() -> None:
    both = Publisher("official", {"official": OFFICIAL, "independent": {"operator": "某人"}})
    (problem,) = problems(both, {})
    assert "[independent] operator" in problem.en


def test_without_the_file_a_site_is_an_independent_copy(tmp_path: Path) -> None:
    assert read_publisher(tmp_path) == Publisher("independent")
    assert problems(read_publisher(tmp_path), {"seeds/b.txt": None}) == []


def test_the_file_of_this_project_names_every_field() -> None:
    text = (ROOT / "publisher.toml").read_text(encoding="utf-8")
    for profile in ("official", "independent"):
        part = text.partition(f"\n[{profile}]\n")[2].partition("\n[")[0]
        shown = {line.split()[1] for line in part.splitlines() if line.startswith("# ")}
        assert shown == {field.key for field in fields(profile)}
    assert read_publisher(ROOT).profile == "independent"


WRONG = {
    "no TOML": "profile = ",
    "another profile": 'profile = "semi-official"',
    "an unknown table": "[emblem]\nfile = 'emblem.svg'",
    "an unknown key": "[official]\nemblem = 'emblem.svg'",
    "a value that is no text": "[official]\ntelephone = 123",
    "no table": "official = 'yes'",
    "not UTF-8": b'profile = "\xff"'.decode("latin-1"),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_cannot_be_understood_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "publisher.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match="publisher"):
        read_publisher(tmp_path)


def test_blanks_and_line_ends_in_a_value_are_one_blank(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text('[independent]\noperator = "  某\\n 人 "\ncontact = " "\n')
    assert read_publisher(tmp_path).says == {"operator": "某 人"}


@pytest.mark.parametrize(
    ("language", "said"), [("zh_CN", "必须写明“网站标识码”"), ("en", "has to give “Website")]
)
def test_check_says_it_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/x-2020.txt").write_bytes((ROOT / "seeds/lanshan-2020.txt").read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", language)
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
    (tmp_path / "publisher.toml").write_text('profile = "official"\n')
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 1
    assert said in done.output
    (tmp_path / "publisher.toml").write_text("profile = 1\n")
    assert CliRunner().invoke(main, ["check"]).exit_code == 3
