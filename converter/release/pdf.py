"""The PDF of each report: its one-page edition, printed by a browser where the machine has one."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup

from converter.errors import InputError
from converter.release.pdf_repair import dated, with_characters
from converter.release.pdf_text import missing_characters

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
SETTING = "GONGKAI_PDF"
"""The environment variable by which the pages of a site come to offer PDFs."""
_PAGE = "whole.html"
_ARGUMENTS = (
    "--headless=new",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
_SECONDS = 180
_SHOWN = 20


def find_browser() -> str | None:
    """The browser that prints: what ``CHROME`` names, else the first one installed that is made of Chromium."""
    return os.environ.get("CHROME") or next(filter(None, map(shutil.which, BROWSERS)), None)


def offered_pdfs(site: Path) -> Iterator[tuple[Path, Path]]:
    """The one-page editions in ``site`` that link a PDF of themselves, each with where that PDF has to be."""
    for page in sorted(site.rglob(_PAGE)):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
        link = soup.select_one('.paper a[type="application/pdf"]')
        if link:
            yield page, Path(os.path.normpath(page.parent / unquote(str(link["href"]))))


def print_pdf(browser: str, page: Path, seconds: int) -> bytes:
    """``page`` as a tagged PDF with an outline, dated ``seconds`` (UTC, since 1970).

    Same page, browser and fonts, same bytes.  Raises InputError ``pdf_failed`` with what the browser has to say, and
    ``pdf_without_font`` where characters of the page are not in the PDF.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "report.pdf"
        # A browser that runs as root refuses its sandbox; the page is our own.
        sandbox = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        own = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}", page.resolve().as_uri()]
        try:
            run = subprocess.run(
                [browser, *_ARGUMENTS, *sandbox, *own],
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise InputError("pdf_failed", path=page, browser=browser, why=str(error)) from error
        if run.returncode or not made.is_file():
            raise InputError("pdf_failed", path=page, browser=browser, why=run.stderr.strip()[-500:])
        content = made.read_bytes()
    if missing := missing_characters(page.read_text(encoding="utf-8"), content):
        raise InputError("pdf_without_font", path=page, missing=missing[:_SHOWN])
    return dated(with_characters(content), seconds)
