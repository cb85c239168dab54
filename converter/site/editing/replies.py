"""What the editing answers, before it goes out: a status, what it is, and its bytes."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from converter.errors import InputError
from converter.site.editing import render
from converter.site.editing.forms import Ask, EditingError, MeanwhileError, UnsureError

_OF_FILES = "sidecar"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SAFE = (
    # Nobody may show a page in a frame of theirs, where a reader's clicks would be their own.
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)


class Reply(Struct, frozen=True):
    """An answer to a request."""

    status: str
    kind: str
    body: bytes

    @property
    def headers(self) -> list[tuple[str, str]]:
        """All that a browser is told with it."""
        told = [("Content-Type", self.kind), ("Content-Length", str(len(self.body)))]
        return [*told, ("Content-Security-Policy", _POLICY), *SAFE]


def page(html: str) -> Reply:
    """A page."""
    return Reply("200 OK", "text/html; charset=utf-8", html.encode())


def told(answer: Mapping[str, object], status: str = "200 OK") -> Reply:
    """What a script asked for."""
    return Reply(status, "application/json", json.dumps(answer, ensure_ascii=False).encode())


def refusal(key: str, language: str, status: str = "400 Bad Request", **details: object) -> Reply:
    """Why something is not done, in the person's language."""
    known = render.words(language)
    refused = known["refused"]
    text = refused.get(key) or refused[_OF_FILES if key.startswith(("sidecar_", "correction_")) else "other"]
    fields: dict[str, object] = {
        str(name): _named(known, str(details[name])) for name in ("field", "fact") if name in details
    }
    help_ = known["help"].get(str(details.get("field", "")), "")
    filled: dict[str, object] = {"key": key, "help": help_, **details, **fields}
    message = text.format(**filled)
    return told({"message": message, "why": key}, status)


def _named(known: Mapping[str, Any], name: str) -> str:
    return str(known["field"].get(name, name))


def refused(error: Exception, ask: Ask) -> Reply:
    """What is said of what the editing or a build would not do."""
    match error:
        case MeanwhileError():
            html = render.form_html(error.form, ask.language, ask.said)
            message = render.words(ask.language)["refused"]["meanwhile"]
            return told({"message": message, "html": html, "version": error.form.version}, "409 Conflict")
        case UnsureError():
            reply = refusal(error.key, ask.language, **error.details)
            sure = f"{ask.sure} {error.key}".strip()
            return told(json.loads(reply.body) | {"sure": sure}, "400 Bad Request")
        case EditingError():
            return refusal(error.key, ask.language, **error.details)
        case InputError():
            status = "409 Conflict" if error.key in ("meanwhile", "busy") else "400 Bad Request"
            return refusal(error.key, ask.language, status, **_shown(error.details))
    raise error


def _shown(details: Mapping[str, object]) -> dict[str, str]:
    return {name: str(detail) for name, detail in details.items() if name != "key"}
