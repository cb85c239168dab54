"""The editing as a WSGI application around the server of the preview."""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from converter.errors import InputError
from converter.layout import FIRST, HTML_LANGUAGE, language_of, name_in
from converter.site.editing import guard, render, replies
from converter.site.editing.acts import act_of
from converter.site.editing.english import verdicts
from converter.site.editing.forms import Ask, EditingError, MeanwhileError
from converter.site.editing.inject import with_editing
from converter.site.editing.replies import Reply
from converter.site.editing.saving import Saved, save, undo
from converter.site.editing.seen import seeds, seen

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Serve = Callable[[Environ, StartResponse], Iterable[bytes]]
_ASSETS = Path(__file__).parent / "assets"
_KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Editing:
    """The editing of one preview."""

    mount: str
    """The address of the preview on its server, with a slash at the end."""
    page_at: Callable[[str], str]
    """The path below ``docs/`` of the page at an address below the preview's, empty where there is none."""
    done: Callable[[Collection[str]], None]
    """Told the names of the reports that were changed and brought up to date."""
    wait: Callable[[int], int]
    """How many builds there were, once there are more than the browser has seen."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def around(self, serve: Serve) -> Serve:
        """``serve``, with the editing on its pages and below an address of its own."""

        def application(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
            path = str(environ.get("PATH_INFO", "")).encode("latin-1").decode("utf-8", "replace")
            own = path.removeprefix(self.mount) if path.startswith(self.mount) else None
            if own is not None and own.startswith(guard.PREFIX):
                reply = self._reply(own.removeprefix(guard.PREFIX), environ)
                start_response(reply.status, reply.headers)
                return [reply.body]
            page = self.page_at(own or "index.html") if own is not None else ""
            return self._page(page, serve, environ, start_response)

        return application

    def _reply(self, name: str, environ: Environ) -> Reply:
        one = guard.asked(environ)
        if one.method == "GET":
            why = guard.refused_page(one)
            return replies.refusal(why, "zh", guard.STATUS[why]) if why else self._shown(name)
        why = guard.refused_act(one, self.token)
        if why:
            return replies.refusal(why, "zh", guard.STATUS[why])
        body = environ["wsgi.input"].read(int(one.length))
        try:
            ask = msgspec.json.decode(body, type=Ask)
        except (msgspec.DecodeError, UnicodeError):
            return replies.refusal("request", "zh")
        try:
            return self._answer(name, ask)
        except (EditingError, MeanwhileError, InputError) as error:
            return replies.refused(error, ask)

    def _shown(self, name: str) -> Reply:
        files = {file.name: file for file in _ASSETS.iterdir()}
        asset = files.get(name.removeprefix("assets/")) if name.startswith("assets/") else None
        if asset:
            return Reply("200 OK", _KINDS[asset.suffix], asset.read_bytes())
        return replies.refusal("no_page", "zh", "404 Not Found")

    def _answer(self, name: str, ask: Ask) -> Reply:
        match name:
            case "form":
                form = act_of(ask).form(seen(ask.report), ask)
                return replies.told({"html": render.form_html(form, ask.language), "version": form.version})
            case "wait":
                seen_builds = int(ask.id) if ask.id.isdecimal() else 0
                return replies.told({"builds": self.wait(seen_builds)})
            case "check":
                return replies.told({"verdicts": verdicts(seen(ask.report), ask)})
            case "save":
                return self._saved(ask, save(ask))
            case "undo":
                return self._saved(ask, undo(ask.id))
        raise EditingError("no_such_act")

    def _saved(self, ask: Ask, saved: Saved) -> Reply:
        self.done({name_in(path) for path in saved.changed} - {""})
        known = render.words(ask.language)
        return replies.told({"message": known["saved"], "changed": saved.changed})

    def _page(
        self, page: str, serve: Serve, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        if not page or not guard.is_local(str(environ.get("HTTP_HOST", ""))):
            return serve(environ, start_response)
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        body = b"".join(serve(environ, lambda status, headers, *_: begun.append((status, headers))))
        status, headers = begun[0]
        if status.startswith("200"):
            body = with_editing(body, self.mount, self._told(page))
        start_response(status, [*_others(headers), ("Content-Length", str(len(body))), *replies.SAFE])
        return [body]

    def _told(self, page: str) -> Mapping[str, object]:
        """What the script has to know of a page."""
        language, report = language_of(page), name_in(page)
        return {
            "token": self.token,
            "home": f"{self.mount}{guard.PREFIX}",
            "root": self.mount,
            "builds": self.wait(-1),
            "report": report if report in seeds() else "",
            "page": Path(page).stem if report else FIRST,
            "language": language,
            "lang": HTML_LANGUAGE[language],
            "words": render.words(language)["script"],
        }


def _others(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    ours = {"content-length", *(name.lower() for name, _ in replies.SAFE)}
    return [(name, value) for name, value in headers if name.lower() not in ours]
