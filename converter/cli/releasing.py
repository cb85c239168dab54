"""``gongkai release``: the site as it is handed on, checked, listed and packed."""

from collections.abc import Iterator
from pathlib import Path

import click

from converter.build.keep import clear_leftovers, write_file
from converter.build.planned import planned_build
from converter.cli.doubting import open_doubts, said
from converter.cli.folder import need_site, seeds_here
from converter.cli.messages import say
from converter.cli.notices import page_notices, refusals
from converter.errors import InputError
from converter.layout import DOCS, data_files
from converter.release.archive import NAME, archive
from converter.release.commit import commit_of
from converter.release.gate import problems
from converter.release.links import broken_links
from converter.release.manifest import NAME as MANIFEST
from converter.release.manifest import manifest
from converter.release.pdf import find_browser, offered_pdfs, offered_pictures, photograph, print_pdf
from converter.release.reports import reports_of, stale_reports
from converter.release.site import build_site
from converter.site.publisher import read_publisher

SITE, PACKED = Path("site"), Path(f"{NAME}.zip")


def release(pdf: bool) -> int:
    """Build, check, list and pack the site, with ``pdf`` print its reports; return 1 where
    something in the pages must not be published or links lead nowhere, else 0.

    Raises InputError ``no_data`` where there is no report, ``stale`` where a raw report is newer than its pages, those of
    ``need_site``, and those of building and writing.
    """
    need_site()
    project = Path()
    if not data_files(DOCS):
        raise InputError("no_data", path=DOCS / "data")
    if stale := stale_reports(project, DOCS):
        raise InputError("stale", path=" ".join(stale))
    clear_leftovers((project, SITE))
    commit = commit_of(project)
    if faults := [*_faults(), *_open_doubts(read_publisher(project).doubts == "stop")]:
        for line in (*faults, say("not_released", count=len(faults))):
            click.echo(line, err=True)
        return 1
    browser = find_browser() if pdf else None
    build_site(project, SITE, commit.seconds, pdf=browser is not None)
    if browser:
        _print(browser, commit.seconds)
    elif pdf:
        click.echo(say("no_browser"), err=True)
    if broken := broken_links(SITE):
        for link in broken:
            click.echo(say("broken_link", page=f"{SITE}/{link.page}", target=link.target), err=True)
        return 1
    write_file(SITE / MANIFEST, manifest(SITE, reports_of(DOCS), commit))
    packed = archive(SITE, commit.seconds)
    write_file(PACKED, packed)
    files = sum(file.is_file() for file in SITE.rglob("*"))
    size, index = len(packed) // 1024, f"{NAME}/index.html"
    click.echo(say("released", site=f"{SITE}/", files=files, packed=PACKED, size=size, index=index))
    if commit.changed:
        click.echo(say("changed_since_commit"), err=True)
    return 0


def _faults() -> Iterator[str]:
    """Everything in the pages that must not be published, each with its place and what to do."""
    yield from (say(one.key, path=one.path, line=one.line) for one in problems(DOCS))
    try:
        planned = planned_build(seeds_here(()), DOCS, whole=True)
    except InputError as error:
        if error.key == "no_seeds":  # a site goes on without the raw reports it was made of
            return
        raise
    for line in refusals(len(planned.converted), planned.refused):
        click.echo(line, err=True)
    yield from page_notices(planned.in_conflict)
    # The memory is no page: it follows with the next build.
    stale = (change.path for change in planned.different if change.path.endswith(".md"))
    yield from (say("stale_page", page=f"{DOCS}/{path}") for path in stale)


def _open_doubts(stop: bool) -> Iterator[str]:
    """Doubts and notes that nobody has answered: named, or where the publisher chose so each a fault."""
    for one in open_doubts():
        line = say("doubt_open", report=one.report, id=one.id, words=said(one))
        if stop:
            yield line
        else:
            click.echo(line, err=True)


def _print(browser: str, seconds: int) -> None:
    for page, target in offered_pdfs(SITE):
        content = print_pdf(browser, page, seconds)
        write_file(target, content)
        click.echo(say("printed", path=target, size=len(content) // 1024))
    for drawing, target in offered_pictures(SITE):
        write_file(target, photograph(browser, drawing))
