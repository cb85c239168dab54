"""The adapter for a model server: what it sends, and every way an answer can be bad."""

import json
import threading
from typing import Any

import pytest

from converter.errors import InputError
from converter.translation.drafts import AnswerError, Endpoint, chat_translator
from converter.translation.memory import Memory, Unit
from tests.machine.server import Answer, said, serving, texts_of, translated
from tests.surroundings import PATIENCE


@pytest.fixture(autouse=True)
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def endpoint(url: str, key: str = "", timeout: float = PATIENCE) -> Endpoint:
    return Endpoint(url, "tiny", key, timeout, waits=(0, 0))


def test_the_texts_go_out_with_their_terms_and_the_nearest_translations() -> None:
    memory = Memory(
        (
            Unit(
                "c1",
                "c1-p1",
                "开展行政复议培训3次。",
                "Three training sessions were held.",
                "开展行政复议培训3次。",
            ),
            Unit("c1", "c1-p2", "完全无关的一句话", "Unrelated.", "完全无关的一句话"),
            Unit("c1", "c1-p3", "开展行政复议培训4次。", "A draft.", "开展行政复议培训4次。", draft=True),
        )
    )
    with serving(lambda _: translated(["one", "two"])) as asked:
        answers = chat_translator(endpoint(asked.url, "secret"), [memory]).translate(
            ["开展行政复议培训5次。", "甲"]
        )
    assert answers == ["one", "two"]
    assert asked.paths == ["/v1/chat/completions"]
    assert asked.headers[0]["Authorization"] == "Bearer secret"
    [body] = asked.bodies
    assert body["model"] == "tiny"
    told = json.loads(body["messages"][1]["content"])
    assert texts_of(body) == ["开展行政复议培训5次。", "甲"]
    assert [example["en"] for example in told["examples"]] == ["Three training sessions were held."]
    assert any("行政复议" in term["zh"] for term in told["glossary"])


def test_what_is_wrong_is_told_with_the_answer() -> None:
    with serving(lambda _: said('```json\n["better"]\n```')) as asked:
        mend = chat_translator(endpoint(asked.url), []).mend
        assert mend
        assert mend("办理5件。", "Six {wrong} cases.", "5 became six") == "better"
    roles = [message["role"] for message in asked.bodies[0]["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    assert "5 became six" in asked.bodies[0]["messages"][3]["content"]


@pytest.mark.parametrize(
    "answer",
    [
        said("I am sorry, I cannot do that."),
        said('{"translations": ["one"'),
        said('{"translations": [1, 2]}'),
        said('{"translations": "one"}'),
        said('{"other": []}'),
        said("[" * 100_000),
        said("null"),
        (200, b"{}"),
        (200, b"\xff\xfe"),
        (200, b'{"choices": []}'),
        (200, b'{"choices": [{"message": {"content": null}}]}'),
        (200, b" " * 4_100_000),
    ],
    ids=range(12),
)
def test_a_broken_answer_is_named_as_one_and_not_asked_for_again(answer: Answer) -> None:
    with serving(lambda _: answer) as asked:
        with pytest.raises(AnswerError):
            chat_translator(endpoint(asked.url), []).translate(["甲", "乙"])
        assert len(asked.bodies) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_failure_is_tried_again(status: int) -> None:
    answers = iter([(status, b""), (status, b"no"), translated(["one"])])
    with serving(lambda _: next(answers)) as asked:
        assert chat_translator(endpoint(asked.url), []).translate(["甲"]) == ["one"]
        assert len(asked.bodies) == 3


def failure(url: str, key: str = "", timeout: float = PATIENCE) -> InputError:
    with pytest.raises(InputError) as caught:
        chat_translator(endpoint(url, key, timeout), []).translate(["甲"])
    assert "secret" not in str(caught.value.details)
    return caught.value


def test_a_lasting_failure_ends_after_three_attempts() -> None:
    with serving(lambda _: (500, b"")) as asked:
        error = failure(asked.url)
    assert (error.key, str(error.details["why"]), len(asked.bodies)) == ("machine_unreachable", "HTTP 500", 3)


@pytest.mark.parametrize("status", [301, 302, 307, 400, 401, 404])
def test_a_refusal_is_final_and_no_redirect_takes_texts_and_key_elsewhere(status: int) -> None:
    with serving(lambda _: (status, b"")) as asked:
        error = failure(asked.url, "secret")
    assert (error.key, error.details["status"], len(asked.bodies)) == ("machine_refused", status, 1)


def test_a_server_that_does_not_answer_is_not_waited_for_without_end() -> None:
    done = threading.Event()

    def silent(_: dict[str, Any]) -> Answer:
        done.wait(PATIENCE)
        return 503, b""

    with serving(silent) as asked:
        error = failure(asked.url, timeout=0.05)
        done.set()
    assert error.key == "machine_unreachable"


def test_nobody_at_the_address() -> None:
    with serving(lambda _: (500, b"")) as asked:
        pass
    assert failure(asked.url).key == "machine_unreachable"


@pytest.mark.parametrize(
    "url",
    ["", "host", "file:///etc/passwd", "ftp://host/v1", "http://", "http://[x", "http://h:x/", "http://a b/"],
)
def test_an_address_is_one_of_the_web(url: str) -> None:
    with pytest.raises(InputError, match="machine_address"):
        endpoint(url)


def test_a_key_does_not_travel_in_the_clear_and_is_not_shown() -> None:
    with pytest.raises(InputError, match="machine_open_key"):
        endpoint("http://example.org/v1", "secret")
    assert "secret" not in repr(endpoint("https://example.org/v1", "secret"))
    assert (
        endpoint("https://example.org/v1/chat/completions/").url == "https://example.org/v1/chat/completions"
    )
