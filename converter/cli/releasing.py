"""``gongkai release``: the site as it is handed on, checked, listed and packed."""

from pathlib import Path

import click

from converter.cli.messages import say
from converter.errors import InputError
from converter.keep import write_file
from converter.release import (
    archive,
    broken_links,
    build_site,
    commit_of,
    find_browser,
    manifest,
    offered_pdfs,
    print_pdf,
    stale_reports,
)
from converter.release.archive import NAME
from converter.release.manifest import NAME as MANIFEST
from converter.release.reports import reports_of
from converter.seeds import DOCS

SITE, PACKED = Path("site"), Path(f"{NAME}.zip")


def release(pdf: bool) -> int:
    """Build, check, list and pack the site, with ``pdf`` print its reports; return 1 where links lead nowhere, else 0.

    Raises InputError ``stale`` where a raw report is newer than its pages, and those of building and writing.
    """
    project = Path()
    if stale := stale_reports(project, DOCS):
        raise InputError("stale", path=" ".join(stale))
    commit = commit_of(project)
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
    click.echo(say("released", site=f"{SITE}/", files=files, packed=PACKED, size=len(packed) // 1024))
    if commit.changed:
        click.echo(say("changed_since_commit"), err=True)
    return 0


def _print(browser: str, seconds: int) -> None:
    for page, target in offered_pdfs(SITE):
        content = print_pdf(browser, page, seconds)
        write_file(target, content)
        click.echo(say("printed", path=target, size=len(content) // 1024))
