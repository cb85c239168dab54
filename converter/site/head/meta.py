"""The meta tags of a page: those asked of Chinese government websites, and Open Graph.

Which tags a page has goes by its kind (Guidelines on the Development of Government Websites, 国办发〔2017〕47号): those of
the site on every page, those of the column on its pages and on the articles in it, those of an article on a chapter.
A report's first page is a column, its chapters are the articles.  What is not known has no tag.
"""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from converter.site.head.about import About, plain
from converter.site.pictures.share import SHARE_SIZE
from converter.site.publisher import Publisher, fields
from converter.site.words import table

_ARTICLE = "chapter"
_LOCALES = {"zh": "zh_CN", "en": "en_GB"}


class Tag(NamedTuple):
    """A ``<meta>`` element; ``attribute`` is ``name`` or ``property``."""

    attribute: str
    key: str
    content: str


class Site(NamedTuple):
    """What the tags say of the site as a whole; ``url`` is empty where it does not know its address.

    ``picture`` is the whole address of the picture of the page's report, empty where there is none.
    """

    name: str
    url: str
    publisher: Publisher
    picture: str = ""


def meta_tags(page: About, site: Site, alternates: tuple[str, ...] = ()) -> list[Tag]:
    """The tags of ``page`` in order; ``alternates`` are the other languages it exists in."""
    named = (*_of_site(site), *_of_column(page, site), *_of_article(page, site), *_optional(page))
    graph = _open_graph(page, site, alternates)
    tags = [*(Tag("name", *one) for one in named), *(Tag("property", *one) for one in graph)]
    return [tag for tag in tags if tag.content]


def _of_site(site: Site) -> Iterator[tuple[str, str]]:
    if site.publisher.profile == "official":
        for field in fields("official"):
            if field.tag:
                yield field.tag, site.publisher.says.get(field.key, "")
    else:
        yield "SiteName", site.name
        yield "SiteDomain", urlsplit(site.url).hostname or ""


def _of_column(page: About, site: Site) -> Iterator[tuple[str, str]]:
    words = table("publishing")[page.language]
    kind = site.publisher.says.get("column_type") or words["column_type"]
    yield "ColumnName", page.report_title or page.title
    yield "ColumnDescription", page.description
    yield "ColumnKeywords", keywords(page)
    yield "ColumnType", kind


def _of_article(page: About, site: Site) -> Iterator[tuple[str, str]]:
    if page.kind == _ARTICLE and page.report:
        yield "ArticleTitle", page.title
        # The hour is part of the form; a report tells the day.
        yield "PubDate", f"{page.report.published} 00:00" if page.report.published else ""
        yield "ContentSource", _issuer(page) or site.publisher.says.get("organiser", "")


def _optional(page: About) -> Iterator[tuple[str, str]]:
    # Description is the `description` that every page has: names of tags are the same in either case.
    yield "Keywords", keywords(page)
    yield "Author", _issuer(page)
    yield "Url", page.url


def keywords(page: About) -> str:
    """Place, year and subject of the page's report, as a list in one line."""
    words = table("publishing")[page.language]
    number = page.report.report_year if page.report else None
    year = words["year"].format(year=number) if number else ""
    kind = page.report.kind if page.report else ""
    told = (page.place, year, words.get(f"keywords_{kind}", words["keywords"]))
    return str(words["between"]).join(filter(None, told))


def _issuer(page: About) -> str:
    """Who issued the report, where the report itself says so: a tag has no room to say where else it is from."""
    return plain(page.report.stated_issuer or "") if page.report else ""


def _open_graph(page: About, site: Site, alternates: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "og:type", "article" if page.kind == _ARTICLE else "website"
    yield "og:site_name", site.publisher.says.get("site_name") or site.name
    yield "og:title", page.title
    yield "og:description", page.description
    yield "og:url", page.url
    if site.picture:
        yield "og:image", site.picture
        yield "og:image:width", str(SHARE_SIZE[0])
        yield "og:image:height", str(SHARE_SIZE[1])
        yield "og:image:alt", page.report_title
    yield "og:locale", _LOCALES[page.language]
    yield from (("og:locale:alternate", _LOCALES[language]) for language in alternates)
    if page.kind == _ARTICLE and page.report:
        yield "article:published_time", page.report.published.isoformat() if page.report.published else ""
