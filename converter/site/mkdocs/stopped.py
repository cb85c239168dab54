"""Pages of a preview that could not be made anew: those made before are served, and say so."""

import html
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, MkDocsException

from converter.site.words import EDITS

if TYPE_CHECKING:
    from converter.site.editing.app import Environ, Serve, StartResponse

_BODY = re.compile(rb"<body[^>]*>")


def reason(error: Exception) -> str:
    """Why a build ended, in a line."""
    # MkDocs says "aborted" of what it has told already.
    cause = error.__context__ if isinstance(error, Abort) and error.__context__ else error
    return str(cause) if isinstance(cause, MkDocsException) else f"{type(cause).__name__}: {cause}"


def with_reason(serve: "Serve", stopped: Callable[[], str]) -> "Serve":
    """``serve``, with what ``stopped`` says, once a page is there, above the text of the page."""

    def application(environ: "Environ", start_response: "StartResponse") -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        served = serve(environ, lambda status, headers, *_: begun.append((status, headers)))
        status, headers = begun[0]
        why = stopped()
        if not why or not any(value.startswith("text/html") for _, value in headers):
            start_response(status, headers)
            return served
        body = _told(b"".join(served), why)
        others = [header for header in headers if header[0].lower() != "content-length"]
        start_response(status, [*others, ("Content-Length", str(len(body)))])
        return [body]

    return application


def _told(page: bytes, why: str) -> bytes:
    texts = EDITS.load()["stopped"]
    said = "".join(f"<p>{html.escape(texts[language])}</p>" for language in ("zh", "en"))
    inner = f'<div class="md-banner__inner md-grid md-typeset">{said}<p>{html.escape(why)}</p></div>'
    notice = f'<aside class="md-banner md-banner--warning" role="alert">{inner}</aside>'
    return _BODY.sub(lambda body: body[0] + notice.encode(), page, count=1)
