"""The home of all reports in one language: the newest one at a glance, then a table of what there is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from converter.pages.edition import Edition
from converter.pages.frame import heading, page, table
from converter.pages.own import own_links
from converter.pages.report.compared import key_figures
from converter.pages.report.index import doors
from converter.pages.report.published import ListedReport, WholeReport, chapters_of, stated_in, title_of

LISTED = ("region", "title")
"""The kinds of strings of a report that the home page shows; of the newest one it shows more."""
_KEY_FIGURES = 6
# More reports than this make no list to read; all that name a region are on its page.
_LISTED, _NEWEST = 40, 20
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")


def newest_first(reports: Mapping[str, ListedReport]) -> list[tuple[str, ListedReport]]:
    """The reports with their names as the home page lists them; the first is shown at a glance."""
    return sorted(
        reports.items(),
        key=lambda entry: (-(entry[1].report_year or 0), entry[1].region, entry[0]),
    )


def home_page(
    reports: Mapping[str, ListedReport],
    whole: WholeReport | None,
    language: str,
    coverage: Iterable[str] = (),
) -> str:
    """The Markdown of the home page in ``language``; ``reports`` are all reports by name, ``whole`` is the newest of them.

    ``coverage`` are the blocks that say which regions and years they are about, where they are many.
    """
    edition, newest = Edition(language), newest_first(reports)
    blocks = [
        heading(1, edition.word("home_title"), "home"),
        edition.word("home_intro"),
        *(_glance(whole, reports[whole.name], language) if whole else ()),
        *coverage,
        *_listed(newest, edition),
        edition.word("home_note"),
        own_links(edition, "zh/" if language == "zh" else ""),
    ]
    return page({"page": "home", "description": edition.word("home_description")}, blocks)


def _listed(newest: Sequence[tuple[str, ListedReport]], edition: Edition) -> Iterator[str]:
    """The table of all reports, or of the newest of many and those that no other page lists."""
    named = [report for report in newest if report[1].region]
    left_out = named[_NEWEST:] if len(newest) > _LISTED else []
    left = {name for name, _ in left_out}
    columns = ("region", "report_year", "report_kind", "home_report", "home_chapters", "home_figures")
    yield heading(2, edition.word("home_newest" if left else "home_reports"), "reports")
    rows = (_row(*report, edition.language) for report in newest if report[0] not in left)
    yield table([edition.word(key) for key in columns], rows)
    if any(_other_year(report) for name, report in newest if name not in left):
        yield edition.word("home_years")
    if left:
        root = "zh/" if edition.language == "zh" else ""
        yield edition.word("home_more", count=_NEWEST, more=len(left), root=root)


def _other_year(report: ListedReport) -> bool:
    """True where the title names a year, and not the one that is reported on."""
    years = _YEAR.findall(report.title)
    return bool(years and report.report_year and str(report.report_year) not in years)


def _glance(report: WholeReport, listed: ListedReport, language: str) -> Iterator[str]:
    """The newest report: its key figures and its chapters."""
    edition, folder = Edition(language, report.memory), _folder(report.name, language)
    yield heading(2, f"[{_with_place(report.name, listed, edition)}]({folder}index.md)", "newest")
    if told := doors([(chapter.id, chapter.role) for chapter in report.data.chapters], edition, folder):
        yield told
    yield from key_figures(stated_in(report.data), edition, _KEY_FIGURES, folder)
    yield heading(3, edition.word("contents"), "chapters")
    named = [(f"{id_}.md", title) for id_, title in chapters_of(report, edition)]
    named += [(f"{key}.md", edition.word(key)) for key in ("figures", "notes")]
    yield "\n".join(f"- [{title}]({folder}{path})" for path, title in named)


def _with_place(name: str, report: ListedReport, edition: Edition) -> str:
    """The title, behind the place where it does not say that itself."""
    title, region = title_of(name, report, edition), report.region
    place = edition.text("region", region)
    said = not region or region in (report.title or region) or place in title
    return title if said else edition.word("of_place", region=place, title=title)


def _folder(name: str, language: str) -> str:
    # The Chinese home is the root of the site, the English one the root of its tree.
    return f"zh/{name}/" if language == "zh" else f"{name}/"


def _row(name: str, report: ListedReport, language: str) -> Iterable[str]:
    edition, folder = Edition(language, report.memory), _folder(name, language)
    yield edition.cell("region", report.region)
    yield str(report.report_year or "")
    yield edition.kind(report.kind)
    yield f"[{title_of(name, report, edition)}]({folder}index.md)"
    yield str(report.chapters)
    yield f"[{report.figures}]({folder}figures.md)"
