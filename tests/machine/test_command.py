"""``gongkai translate --machine`` from the command line to the built page."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from converter.build.english import current_memory
from converter.cli import main
from converter.translation import numbers as gate
from converter.translation.english import by_rule, form_in_english
from converter.translation.memory import Unit, state_of
from tests.machine.server import Answer, serving, texts_of, translated
from tests.translation.test_life import EN, TEXT, edit

NAME = "jia-2020"
ENGLISH = {
    "全年办理案件200件。": "In the year, 200 cases were handled.",
    "开展培训3次。": "Three <script>attacked()</script> [x](javascript:attacked()) training sessions { #evil }",
    "发布信息50条。": "In all, 51 items were published.",
}


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / f"seeds/{NAME}.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr("converter.translation.drafts.openai.time.sleep", lambda _: None)
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"GONGKAI_TRANSLATOR_{name}", raising=False)
    assert gongkai("build").exit_code == 0


def gongkai(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def ask(url: str) -> Result:
    return gongkai("translate", NAME, "--machine", "openai", "--machine-url", url, "--machine-model", "tiny")


def units() -> dict[str, Unit]:
    return {unit.zh: unit for unit in current_memory(Path("docs"), NAME).units}


def model(body: dict[str, Any]) -> Answer:
    return translated([ENGLISH.get(text, "Words without a number") for text in texts_of(body)])


def test_what_is_missing_is_drafted_gated_and_shown_as_plain_text() -> None:
    edit(EN / "c2.md", "II. Strengthening supervision", "II. By hand")
    with serving(model) as asked:
        result = ask(asked.url)
    assert result.exit_code == 1, result.output
    assert "二、加强监督" not in asked.texts
    assert "51" in result.output
    found = units()
    assert state_of(found["发布信息50条。"]) == "missing"
    assert (found["二、加强监督"].en, state_of(found["二、加强监督"])) == ("II. By hand", "reviewed")
    drafts = [unit for unit in found.values() if state_of(unit) == "draft"]
    assert {"全年办理案件200件。", "开展培训3次。"} <= {unit.zh for unit in drafts}
    assert [unit for unit in drafts if gate.differences(unit.zh, unit.en, 2020)] == []
    assert gongkai("build").exit_code == 0
    page = (EN / "c1.md").read_text(encoding="utf-8")
    assert "In the year, 200 cases were handled." in page
    assert (
        "&lt;script&gt;attacked()&lt;/script&gt; \\[x\\](javascript:attacked()) training sessions \\{ #evil \\}"
        in page
    )
    assert {unit.zh: unit for unit in drafts}.items() <= units().items()  # a build leaves them drafts


def test_a_second_run_asks_only_for_what_was_refused() -> None:
    with serving(model) as asked:
        ask(asked.url)
        first = len(asked.bodies)
        before = units()
        ask(asked.url)
        # What has English by rule is asked for not even once.
        left = [unit for unit in before.values() if not unit.en and not form_in_english(unit.zh)]
        left = [unit for unit in left if not by_rule(unit.page, unit.zh)]
        assert {t for body in asked.bodies[first:] for t in texts_of(body)} == {unit.zh for unit in left}
        assert {"三、存在的问题", "甲县2020年法治政府建设情况报告"} <= before.keys() - {u.zh for u in left}
    assert units() == before


@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError])
def test_what_is_done_is_kept_when_the_rest_is_broken_off(
    stop: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    monkeypatch.setattr(sys.modules["converter.translation.drafts.drafts"], "_MOST_TEXTS", 1)

    def once(text: str) -> str:
        calls.append(text)
        if len(calls) > 4:
            raise stop
        return ENGLISH.get(text, "Words without a number")

    stub_argos(monkeypatch, once)
    result = gongkai("translate", NAME, "--machine", "argos")
    assert any(state_of(unit) == "draft" for unit in units().values())
    assert "Traceback" not in result.output
    if stop is KeyboardInterrupt:
        assert result.exit_code == 130


def test_a_server_that_fails_is_told_in_one_line_and_nothing_changes() -> None:
    before = units()
    with serving(lambda _: (500, b"")) as asked:
        result = ask(asked.url)
    assert result.exit_code == 3
    assert "HTTP 500" in result.output
    assert units() == before


def test_nothing_is_sent_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(model) as asked:
        monkeypatch.setenv("GONGKAI_TRANSLATOR_URL", asked.url)
        monkeypatch.setenv("GONGKAI_TRANSLATOR_MODEL", "tiny")
        for command in (["build"], ["check"], ["translate"], ["translate", "--po", "x.po", NAME]):
            gongkai(*command)
        assert asked.bodies == []
        assert gongkai("translate", "--machine", "openai").exit_code == 1  # one of the drafts is refused
        assert asked.bodies


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--machine", "openai"], 2),
        (["--machine", "openai", "--machine-url", "http://127.0.0.1:1"], 2),
        (["--machine", "openai", "--machine-url", "file:///x", "--machine-model", "x"], 3),
        (["--machine", "argos", "--status"], 2),
        (["--machine", "other"], 2),
        (["--machine", "argos", "no-such-report"], 3),
    ],
)
def test_wrong_usage_is_said_plainly(arguments: list[str], code: int) -> None:
    result = gongkai("translate", *arguments)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


def test_two_reports_are_not_one() -> None:
    Path("seeds/yi-2020.txt").write_text(TEXT.replace("甲县", "乙县"), encoding="utf-8")
    gongkai("build")
    result = gongkai("translate", "--po", "x.po")
    assert (result.exit_code, "Name one report" in result.output) == (2, True)


def stub_argos(
    monkeypatch: pytest.MonkeyPatch, translate: Any, codes: tuple[str, ...] = ("zh", "en")
) -> None:
    """Argos Translate as it would be, with a model that calls ``translate``."""
    pair = SimpleNamespace(translate=translate)
    languages = [SimpleNamespace(code=code, get_translation=lambda _: pair) for code in codes]
    module: Any = ModuleType("argostranslate.translate")
    module.get_installed_languages = lambda: languages
    monkeypatch.setitem(sys.modules, "argostranslate", ModuleType("argostranslate"))
    monkeypatch.setitem(sys.modules, "argostranslate.translate", module)


def test_argos_drafts_text_by_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stub_argos(monkeypatch, lambda text: ENGLISH.get(text, "Words without a number"))
    assert gongkai("translate", NAME, "--machine", "argos").exit_code == 1
    assert units()["全年办理案件200件。"].draft
    assert not units()["发布信息50条。"].en


def test_argos_that_is_not_there_and_argos_without_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    stub_argos(monkeypatch, str, codes=("en",))
    result = gongkai("translate", NAME, "--machine", "argos")
    assert (result.exit_code, "argospm install translate-zh_en" in result.output) == (3, True)
    monkeypatch.setitem(sys.modules, "argostranslate", None)
    monkeypatch.delitem(sys.modules, "argostranslate.translate")
    result = gongkai("translate", NAME, "--machine", "argos")
    assert (result.exit_code, "pip install argostranslate" in result.output) == (3, True)
