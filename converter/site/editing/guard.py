"""Who may drive the editing of a preview: a page of this very preview, on this very machine, and nobody else.

A foreign page in the same browser can send requests here, and with a name of its own that leads here it can read the
answers; so the name asked for, the page that asks and a secret of this run are all looked at.
"""

import hmac
import re
from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

PREFIX = "_editing/"
"""Where the editing lies below the address of the preview."""
MOST = 64 * 1024
"""Bytes that one request may bring."""
TOKEN = "HTTP_X_GONGKAI_TOKEN"
_LOCAL = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?", re.I)
_JSON = "application/json"

Why = Literal["host", "foreign", "token", "method", "kind", "size"]
STATUS: Mapping[Why, str] = {
    "host": "403 Forbidden",
    "foreign": "403 Forbidden",
    "token": "403 Forbidden",
    "method": "405 Method Not Allowed",
    "kind": "415 Unsupported Media Type",
    "size": "413 Content Too Large",
}


class Asked(Struct, frozen=True):
    """What of a request says who asks, and for how much."""

    method: str
    host: str
    origin: str
    site: str
    """``Sec-Fetch-Site``: how the page that asks stands to this one; empty where a browser does not say."""
    token: str
    kind: str
    length: str


def asked(environ: Mapping[str, Any]) -> Asked:
    """What a WSGI server knows of a request."""
    names = ("REQUEST_METHOD", "HTTP_HOST", "HTTP_ORIGIN", "HTTP_SEC_FETCH_SITE", TOKEN, "CONTENT_TYPE")
    return Asked(*(str(environ.get(name) or "") for name in (*names, "CONTENT_LENGTH")))


def is_local(host: str) -> bool:
    """True for a name that always leads to this machine: one that somebody else gave to it may be in their hands."""
    return _LOCAL.fullmatch(host) is not None


def refused_page(one: Asked) -> Why | None:
    """Why a page of the editing is not shown: a reader comes to it by a link of this site, or types the address."""
    if not is_local(one.host):
        return "host"
    if one.method != "GET":
        return "method"
    return None if one.site in ("", "none", "same-origin") else "foreign"


def refused_act(one: Asked, token: str) -> Why | None:
    """Why a script gets no answer, and nothing is changed."""
    if not is_local(one.host):
        return "host"
    if one.method != "POST":
        return "method"
    if one.origin != f"http://{one.host}" or one.site not in ("", "same-origin"):
        return "foreign"
    if not _knows(one, token):
        return "token"
    if one.kind.partition(";")[0].strip().lower() != _JSON:
        return "kind"
    is_fit = one.length.isascii() and one.length.isdecimal() and int(one.length[:9]) <= MOST
    return None if is_fit and len(one.length) <= 9 else "size"


def _knows(one: Asked, token: str) -> bool:
    return hmac.compare_digest(one.token.encode(), token.encode())
