"""Nobody but a page of the preview itself, on this machine, changes anything."""

import json

import pytest

from tests.editing.conftest import HOST, NAME, Desk

ASK = {"what": "block", "report": NAME, "page": "c1", "id": "c1-s1-p1"}
ATTACKS = {
    "a name that somebody leads here": ({"HTTP_HOST": "evil.example:8000", "HTTP_ORIGIN": "http://evil.example:8000"}, 403),
    "a name that only begins like ours": ({"HTTP_HOST": "localhost.evil.example", "HTTP_ORIGIN": "http://localhost.evil.example"}, 403),
    "no name": ({"HTTP_HOST": ""}, 403),
    "a foreign page": ({"HTTP_ORIGIN": "https://evil.example"}, 403),
    "a page of another port": ({"HTTP_ORIGIN": "http://127.0.0.1:9999"}, 403),
    "a page in a sandbox": ({"HTTP_ORIGIN": "null"}, 403),
    "no origin": ({"HTTP_ORIGIN": ""}, 403),
    "a foreign page, as the browser says": ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
    "a page of another port, as the browser says": ({"HTTP_SEC_FETCH_SITE": "same-site"}, 403),
    "no token": ({"HTTP_X_GONGKAI_TOKEN": ""}, 403),
    "a token of another run": ({"HTTP_X_GONGKAI_TOKEN": "x" * 43}, 403),
    "a form of a page": ({"CONTENT_TYPE": "application/x-www-form-urlencoded"}, 415),
    "a form as text": ({"CONTENT_TYPE": "text/plain"}, 415),
    "too much": ({"CONTENT_LENGTH": str(2**20)}, 413),
    "more than a number holds": ({"CONTENT_LENGTH": "9" * 5000}, 413),
    "no length": ({"CONTENT_LENGTH": ""}, 413),
    "less than nothing": ({"CONTENT_LENGTH": "-1"}, 413),
    "another way of asking": ({"REQUEST_METHOD": "PUT"}, 405),
    "a link": ({"REQUEST_METHOD": "GET"}, 404),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("name", ["save", "form", "undo", "check"])
def test_an_attack_is_refused(desk: Desk, name: str, attack: str) -> None:
    environ, expected = ATTACKS[attack]
    before = desk.read(f"docs/zh/{NAME}/c1.md")
    status, answer = desk.send(name, {**ASK, "said": {"text": "改"}}, **environ)
    assert status == expected
    assert desk.editing.token not in json.dumps(answer)
    assert desk.read(f"docs/zh/{NAME}/c1.md") == before


def test_what_the_page_itself_sends_is_taken(desk: Desk) -> None:
    """The attacks fail for what is wrong with them, not for all else."""
    assert desk.send("form", ASK)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8000", "0.0.0.0:8000", ""])
def test_the_token_is_told_to_no_other_name(desk: Desk, host: str) -> None:
    _, _, body = desk.get({"PATH_INFO": f"/zh/{NAME}/c1.html", "HTTP_HOST": host})
    assert desk.editing.token.encode() not in body


@pytest.mark.parametrize("host", [HOST, "localhost:8000", "LOCALHOST:8000", "[::1]:8000", "localhost"])
def test_a_page_of_this_machine_gets_it(desk: Desk, host: str) -> None:
    status, headers, body = desk.get({"PATH_INFO": f"/zh/{NAME}/c1.html", "HTTP_HOST": host})
    assert status == 200
    assert desk.editing.token.encode() in body
    # A page in a foreign frame would be clicked for somebody else.
    assert headers["X-Frame-Options"] == "DENY"
    assert int(headers["Content-Length"]) == len(body)
    assert b"livereload" not in body


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"1", b'{"what": 1, "report": "x"}', b"\xff", b'{"what":"block"}', b"[" * 30_000],
)
def test_what_cannot_be_read_is_refused(desk: Desk, body: bytes) -> None:
    assert desk.send("save", body)[0] == 400


PATHS = [
    "../../seeds/qinghe-2023",
    "/etc/passwd",
    "..",
    "c1.md",
    "c1/../c1",
    "",
    "c1\x00",
    ".base/zh/qinghe-2023/c1",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("field", ["report", "page", "edition"])
def test_no_path_leads_to_a_file(desk: Desk, field: str, path: str) -> None:
    status, answer = desk.send("form", {**ASK, field: path})
    assert status == 400, answer


@pytest.mark.parametrize("name", ["../guard.py", "edit.js/../../app.py", "", "/etc/passwd", "%2e%2e/app.py"])
def test_only_assets_are_served(desk: Desk, name: str) -> None:
    assert desk.get({"PATH_INFO": f"/_editing/assets/{name}"})[0] == 404


@pytest.mark.parametrize("name", ["edit.js", "edit.css", "pencil.svg"])
def test_assets_are_served(desk: Desk, name: str) -> None:
    assert desk.get({"PATH_INFO": f"/_editing/assets/{name}"})[0] == 200
