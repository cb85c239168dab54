"""The editing as a WSGI application around the server of the preview."""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import msgspec
from msgspec import Struct, field

from converter.errors import InputError
from converter.layout import FIRST, HTML_LANGUAGE, LANGUAGES, language_of, name_in
from converter.site.editing import guard, render, replies, telling
from converter.site.editing.acts import act_of
from converter.site.editing.also import also_changed
from converter.site.editing.codes import codes_like
from converter.site.editing.elsewhere import catch_up
from converter.site.editing.english import verdicts
from converter.site.editing.forms import Ask, EditingError, MeanwhileError
from converter.site.editing.inject import with_editing
from converter.site.editing.journal import Noted, of_day, of_days_before
from converter.site.editing.publishing import published
from converter.site.editing.replies import Reply
from converter.site.editing.saving import Saved, save, undo
from converter.site.editing.seen import seeds, seen
from converter.site.editing.work import MOST, of_page, pages_of, reports, work

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Serve = Callable[[Environ, StartResponse], Iterable[bytes]]
_ASSETS = Path(__file__).parent / "assets"
_KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


def _form(ask: Ask) -> dict[str, object]:
    form = act_of(ask).form(seen(ask.report), ask)
    return {"html": render.form_html(form, ask.language), "version": form.version}


def _told_changes(changes: Iterable[Noted], language: str) -> list[tuple[Noted, str]]:
    return [(one, telling.told(one, language)) for one in changes]


def _still_listed(ask: Ask) -> str:
    """Why English that was saved is listed still; empty where it is not."""
    if ask.what != "block" or ask.edition == LANGUAGES[0]:
        return ""
    found = verdicts(seen(ask.report), ask)
    return (
        str(render.words(ask.language)["work"]["listed"].format(count=len(found), told=found[0]))
        if found
        else ""
    )


_QUESTIONS: Mapping[str, Callable[[Ask], dict[str, object]]] = {
    "form": _form,
    "check": lambda ask: {"verdicts": verdicts(seen(ask.report), ask)},
    "codes": lambda ask: {"codes": codes_like(ask.words, ask.language)},
    "publish": lambda ask: published(ask.language),
}


_HOMELESS = ("zh", "zh/")
"""Folders without a page of their own: the home is in Chinese and lies above."""


class Editing(Struct, frozen=True):
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
            if own in _HOMELESS:
                start_response("302 Found", [("Location", self.mount), *replies.SAFE])
                return []
            page = self._page_at(own) if own is not None else ""
            return self._page(page, serve, environ, start_response)

        return application

    def _page_at(self, own: str) -> str:
        """The page at an address; a folder's is the one it begins with."""
        first = f"{own}index.html" if own == "" or own.endswith("/") else ""
        return (self.page_at(first) if first else "") or self.page_at(own)

    def _reply(self, name: str, environ: Environ) -> Reply:
        one = guard.asked(environ)
        if one.method == "GET":
            why = guard.refused_page(one)
            return replies.refusal(why, "zh", guard.STATUS[why]) if why else self._shown(name, environ)
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

    def _shown(self, name: str, environ: Environ) -> Reply:
        if not name:
            query = parse_qs(str(environ.get("QUERY_STRING", "")))
            asked = query.get("lang", [""])[0]
            language = asked if asked in LANGUAGES else LANGUAGES[0]
            return replies.page(
                self._work(language, *(query.get(name, [""])[0] for name in ("report", "page")))
            )
        files = {file.name: file for file in _ASSETS.iterdir()}
        asset = files.get(name.removeprefix("assets/")) if name.startswith("assets/") else None
        if asset:
            return Reply("200 OK", _KINDS[asset.suffix], asset.read_bytes())
        return replies.refusal("no_page", "zh", "404 Not Found")

    def _answer(self, name: str, ask: Ask) -> Reply:
        match name:
            case "save":
                return self._saved(ask, save(ask))
            case "undo":
                return self._saved(ask, undo(ask.id))
            case "wait":
                return replies.told({"builds": self.wait(int(ask.id) if ask.id.isdecimal() else 0)})
        if name not in _QUESTIONS:
            raise EditingError("no_such_act")
        return replies.told(_QUESTIONS[name](ask))

    def _saved(self, ask: Ask, saved: Saved) -> Reply:
        builds = self.wait(-1)
        self.done({name_in(path) for path in saved.changed} - {""})
        known = render.words(ask.language)
        also = " · ".join(filter(None, (also_changed(saved.changed, ask), _still_listed(ask))))
        told = {"message": known["saved"], "also": also, "changed": saved.changed}
        return replies.told({**told, "builds": builds})

    def _work(self, language: str, report: str, page: str) -> str:
        told = self._told(f"{language}/index.md") | {"work": True}
        catch_up()
        all_, one = work(language, report), report in seeds() or len(seeds()) == 1
        pages = pages_of(all_.translations, language) if one else {}
        return render.page_html(
            "work.html",
            language,
            told=told,
            mount=self.mount,
            work=all_ if page not in pages else of_page(all_, page),
            pages=pages,
            chosen=(report, page),
            most=MOST,
            titles={name: report.title or name for name, report in reports()},
            changes=_told_changes(of_day(date.today()), language),
            earlier=_told_changes(of_days_before(date.today()), language),
        )

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

    def _told(self, page: str) -> dict[str, object]:
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
