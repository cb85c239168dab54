"""What a page says of its document: meta tags first, then the labels it prints, then the lines above the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile

from bs4 import BeautifulSoup, Comment

from converter.sources.html.body import Body
from converter.sources.html.labels import Fact, facts, is_label
from converter.sources.html.page import HtmlPage
from converter.sources.html.rules import attribute, folded, noise_reason, pattern, squashed, table

_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2}) ?[-年/.] ?(\d{1,2}) ?[-月/.] ?(\d{1,2})(?!\d)")
_DIGITS = re.compile(r"(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)")
_CLOCK = re.compile("今天|星期|现在时间")
_SESSION = re.compile("会议|大会")
_DAYS = ("published", "written")
_ADDRESS = re.compile(r"https?://[^\s<>\"'（），。]+")
_SITE = re.compile(r"(?:^|[-_:： 　|]|主办|版权所有)([一-龥]{2,16}人民政府)(?=$|[-_ 　|网门办])")
_ABOVE, _BELOW = 40, 20  # lines; how far from its text a page prints what belongs to it
_NEAR, _HEAD = 12, 6
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 120


def read_hints(soup: BeautifulSoup, page: HtmlPage, body: Body, windows: Sequence[str]) -> Mapping[str, str]:
    """Title, published and written (ISO dates), issuer, source, index, original, site (the government whose pages
    they are): those of them that the page tells."""
    told = {key: _meta(soup, key) for key in table()["meta"]}
    printed = _printed(page, body)
    found = {key: told.get(key) or printed.get(key) for key in ("issuer", "source", "index")}
    title = told["title"] or printed.get("title") or _title(windows, page, body)
    # The day of a session stands below a title too.
    below = (words for words in _below_title(title, page, body) if not _SESSION.search(words))
    dates = [told["published"], printed.get("published"), *(() if printed.get("written") else below)]
    found |= {
        "title": title,
        "published": next(filter(None, (iso_date(words) for words in dates if words)), None),
        "written": iso_date(printed.get("written", "")),
        "original": _original(soup, told["original"]),
        "site": _site(soup, page, body),
    }
    return {key: value for key, value in sorted(found.items()) if value}


def window_titles(soup: BeautifulSoup) -> list[str]:
    """What the page calls itself in its head, squashed; a site's name is there as well, as a rule."""
    told = (_meta(soup, "title"), _meta(soup, "window"), soup.title and soup.title.get_text())
    return [squashed(words) for words in told if words]


def iso_date(words: str) -> str | None:
    """The first date of the calendar in ``words`` as ``YYYY-MM-DD``; 20210331 is one, a page's clock is none."""
    match = _DATE.search(words) or _DIGITS.search(words)
    if not match or _CLOCK.search(words):
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def _meta(soup: BeautifulSoup, key: str) -> str | None:
    """What the first meta tag says that has one of the names of ``[meta] key`` and a value, the best name first."""
    values: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = (attribute(tag, "name") or attribute(tag, "property")).lower().strip()
        content = " ".join(re.sub("<[^<>]*>", " ", attribute(tag, "content")).split())
        if content:
            values.setdefault(name, content)
    value = next((values[name.lower()] for name in table()["meta"][key] if name.lower() in values), None)
    labelled = [fact.value for fact in facts([value or ""]) if fact.key == key]
    return labelled[0] if labelled else value


def _printed(page: HtmlPage, body: Body) -> dict[str, str]:
    texts = [line.text for line in page.lines]
    head = takewhile(lambda text: "。" not in text, texts[body.start : body.end][:_ABOVE])
    above = list(facts(texts[max(body.start - _ABOVE, 0) : body.start]))[::-1]
    found = [
        *above,
        *facts(list(head)),
        *facts(texts[body.end :][:_BELOW]),
    ]
    usable = [fact for fact in found if fact.key not in _DAYS or iso_date(fact.value)]
    best: dict[str, Fact] = {}
    for fact in usable:
        if fact.key not in best or fact.rank < best[fact.key].rank:
            best[fact.key] = fact
    return {key: fact.value for key, fact in best.items()}


def _title(windows: Sequence[str], page: HtmlPage, body: Body) -> str | None:
    """The printed lines that the window's title repeats, else the nearest line above the text shown as a title."""
    first = next((n for n in range(body.start, body.end) if n not in body.noise), body.end)
    above = {n for at in (body.start, first) for n in range(max(at - _NEAR, 0), at)}
    near = [*sorted(above), *range(first, min(first + _HEAD, body.end))]
    possible = [page.lines[n].text if _may_be_title(page, n) else "" for n in near]
    runs = (possible[n:end] for n in range(len(possible)) for end in range(n + 1, len(possible) + 1))
    joined = ("".join(run) for run in runs if all(run))
    repeated = [title for title in joined if any(squashed(title) in words for words in windows)]
    if repeated:
        return max(repeated, key=len)
    upwards = [n for n in reversed(near) if n <= first and n not in body.noise]
    return next((page.lines[n].text for n in upwards if page.lines[n].large and _may_be_title(page, n)), None)


def _may_be_title(page: HtmlPage, n: int) -> bool:
    words = page.lines[n].text
    fits = _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE and "。" not in words
    is_part = pattern("report", "item").match(folded(words))
    return fits and not (
        is_part or noise_reason(words) or is_label(words) or iso_date(words) or any(facts([words]))
    )


def _below_title(title: str | None, page: HtmlPage, body: Body) -> Iterator[str]:
    """The lines between the title and the text."""
    above = range(body.start - 1, max(body.start - _NEAR, 0) - 1, -1)
    at = next((n for n in above if title and squashed(page.lines[n].text) == squashed(title)), body.start)
    yield from (page.lines[n].text for n in range(at + 1, body.start) if len(page.lines[n].text) < 80)


def _site(soup: BeautifulSoup, page: HtmlPage, body: Body) -> str | None:
    """The government that the window's title or the lines around the text name as the one whose pages these are."""
    around = [*page.lines[: body.start], *page.lines[body.end :]]
    told = [soup.title.get_text() if soup.title else "", *(line.text for line in around)]
    found = (match for words in told for match in _SITE.finditer(words))
    return next((match[1] for match in found), None)


def _original(soup: BeautifulSoup, told: str | None) -> str | None:
    """The address the page was saved from: its own, or what a browser notes in a comment when it saves one."""
    links = (
        attribute(link, "href") for link in soup.find_all("link") if "canonical" in attribute(link, "rel")
    )
    notes = (str(node) for node in soup.contents[:6] if isinstance(node, Comment))
    places = (_ADDRESS.search(words) for words in (told or "", *links, *notes))
    return next((match[0] for match in places if match), None)
