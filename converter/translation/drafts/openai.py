"""A translator behind an endpoint that speaks OpenAI's chat completions, as most model servers do."""

import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from converter.errors import InputError
from converter.translation.drafts.port import AnswerError, Translator
from converter.translation.drafts.prompt import Message, mending, messages
from converter.translation.memory import Memory

_PATH = "/chat/completions"
_MOST_BYTES = 4_000_000
_FENCED = re.compile(r"\s*```\w*\s*(.*?)\s*```\s*", re.S)
_LOCAL = ("localhost", "127.0.0.1", "::1")
_BUSY = (408, 425, 429)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask: ``address`` up to ``/v1`` or whole; seconds for one answer, and before each new attempt."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 180
    waits: tuple[float, ...] = (2, 8)

    def __post_init__(self) -> None:
        """Raises InputError ``machine_address``, and ``machine_open_key`` where the key would travel in the clear."""
        try:
            parts = urlsplit(self.address)
            host = parts.hostname if parts.port != 0 else None
        except ValueError:
            host = None
        if not host or parts.scheme not in ("http", "https") or re.search(r"[\s\x00-\x1f]", self.address):
            raise InputError("machine_address", url=self.address)
        if self.key and parts.scheme == "http" and host not in _LOCAL:
            raise InputError("machine_open_key", url=self.address)

    @property
    def url(self) -> str:
        """The address requests go to."""
        base = self.address.rstrip("/")
        return base if base.endswith(_PATH) else base + _PATH


def chat_translator(endpoint: Endpoint, memories: Sequence[Memory]) -> Translator:
    """A translator that asks ``endpoint`` and shows it how texts in ``memories`` were translated.

    Its functions raise InputError ``machine_unreachable`` or ``machine_refused``.
    """

    def translate(texts: Sequence[str]) -> Sequence[str]:
        return _translations(_answer(endpoint, messages(texts, memories)))

    def mend(text: str, answer: str, wrong: str) -> str:
        found = _translations(_answer(endpoint, mending(messages([text], memories), answer, wrong)))
        if len(found) != 1:
            raise AnswerError(f"{len(found)} != 1")
        return found[0]

    return Translator(translate, mend)


class _PassingError(Exception):
    """A failure that another attempt may not meet."""


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would carry the key and the texts to a place nobody named."""

    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = build_opener(_NoRedirect)


def _answer(endpoint: Endpoint, asked: Sequence[Message]) -> bytes:
    body = {"model": endpoint.model, "temperature": 0, "messages": list(asked)}
    head = {"Content-Type": "application/json"}
    if endpoint.key:
        head["Authorization"] = f"Bearer {endpoint.key}"
    request = Request(endpoint.url, json.dumps(body).encode("ascii"), head, method="POST")
    for wait in (*endpoint.waits, None):
        try:
            return _once(request, endpoint)
        except _PassingError as error:
            if wait is None:
                raise InputError("machine_unreachable", url=endpoint.url, why=error) from error
            time.sleep(wait)
    raise AssertionError


def _once(request: Request, endpoint: Endpoint) -> bytes:
    deadline = time.monotonic() + endpoint.timeout
    try:
        with _OPENER.open(request, timeout=endpoint.timeout) as response:
            return _read(response, deadline)
    except HTTPError as error:
        error.close()
        if error.code in _BUSY or error.code >= 500:
            raise _PassingError(f"HTTP {error.code}") from error
        raise InputError("machine_refused", url=endpoint.url, status=error.code) from error
    except (OSError, HTTPException) as error:
        raise _PassingError(str(getattr(error, "reason", "") or error) or type(error).__name__) from error


def _read(response: HTTPResponse, deadline: float) -> bytes:
    """The whole body, within the time and a size no translation has."""
    found = bytearray()
    while part := response.read1(65536):
        found += part
        if len(found) > _MOST_BYTES:
            raise AnswerError("too long")
        if time.monotonic() > deadline:
            raise TimeoutError("timed out")
    return bytes(found)


def _translations(body: bytes) -> list[str]:
    """The strings in an answer.  Raises AnswerError for anything else."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
        fenced = _FENCED.fullmatch(content)
        found = json.loads(fenced[1] if fenced else content)
        texts = found["translations"] if isinstance(found, dict) else found
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise AnswerError(str(error)) from error
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise AnswerError("no list of strings")
    return texts
