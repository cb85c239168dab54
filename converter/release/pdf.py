"""The PDF of each report, and the picture that goes along when it is shared: made by a browser where the machine has one."""

import os
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup

from converter.errors import InputError
from converter.release.pdf_repair import dated, with_characters
from converter.release.pdf_text import missing_characters

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PAGE = "whole.html"
_ARGUMENTS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # in a container shared memory is smaller than a long report needs
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
        link = soup.select_one('.reading-tools a[type="application/pdf"]')
        if link:
            yield page, Path(os.path.normpath(page.parent / unquote(str(link["href"]))))


def offered_pictures(site: Path) -> Iterator[tuple[Path, Path]]:
    """The drawings in ``site`` that go along with a report that is shared, each with where its picture has to be."""
    for drawing in sorted(site.glob("data/*/share.*.svg")):
        yield drawing, drawing.with_suffix(".png")


def photograph(browser: str, drawing: Path) -> bytes:
    """``drawing`` as a PNG of its size.  Raises InputError ``pdf_failed`` with what the browser has to say."""
    size = ET.parse(drawing).getroot()
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "picture.png"
        window = f"--window-size={size.get('width')},{size.get('height')}"
        _run(browser, drawing, folder, [window, f"--screenshot={made}"], made)
        return made.read_bytes()


def _run(browser: str, page: Path, folder: str, own: Sequence[str], made: Path) -> None:
    """Have ``browser`` write ``made`` of ``page``; its profile is in ``folder``."""
    # A browser that runs as root refuses its sandbox; the page is our own.
    sandbox = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    command = [
        browser,
        *_ARGUMENTS,
        *sandbox,
        f"--user-data-dir={folder}/profile",
        *own,
        page.resolve().as_uri(),
    ]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputError("pdf_failed", path=page, browser=browser, why=str(error)) from error
    if run.returncode or not made.is_file():
        raise InputError("pdf_failed", path=page, browser=browser, why=run.stderr.strip()[-500:])


def print_pdf(browser: str, page: Path, seconds: int) -> bytes:
    """``page`` as a tagged PDF with an outline, dated ``seconds`` (UTC, since 1970).

    Same page, browser and fonts, same bytes.  Raises InputError ``pdf_failed`` with what the browser has to say, and
    ``pdf_without_font`` where characters of the page are not in the PDF.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "report.pdf"
        _run(browser, page, folder, [f"--print-to-pdf={made}"], made)
        content = made.read_bytes()
    if missing := missing_characters(page.read_text(encoding="utf-8"), content):
        raise InputError("pdf_without_font", path=page, missing=missing[:_SHOWN])
    return dated(with_characters(content), seconds)
