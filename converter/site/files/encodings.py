"""The files that each hold a whole report: plain text for programs, its data, the raw file, PDFs where they are printed."""

import hashlib
import mimetypes
from collections.abc import Callable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.data import ReportFile
from converter.exports import Encoding, kinds
from converter.layout import HTML_LANGUAGE, LANGUAGES, WHOLE, data_path, page_path
from converter.site.files.for_programs import markdown_uri
from converter.site.files.one_page import pdf_uri
from converter.site.files.raw import raw_uri

_MARKDOWN, _PDF, _PLAIN = "text/markdown", "application/pdf", "text/plain"


def encodings(
    files: Files, config: MkDocsConfig, name: str, report: ReportFile, address: Callable[[str], str]
) -> Iterator[Encoding]:
    """The files of the report called ``name``; ``address`` turns an address from the site's root into one for readers."""
    for language in LANGUAGES:
        tag = HTML_LANGUAGE[language]
        text = files.get_file_from_path(f"{markdown_uri(name, language)}.txt")
        if text:
            yield Encoding(_last(text.url), address(text.url), _MARKDOWN, tag)
        # Printed when the site is built: how long it is nobody knows yet.
        if config.extra.get("pdf") and files.get_file_from_path(page_path(name, WHOLE, language)):
            pdf = pdf_uri(name, language)
            yield Encoding(_last(pdf), address(pdf), _PDF, tag)
    data = files.get_file_from_path(data_path(name))
    if data:
        media = next(kind.media for kind in kinds() if kind.key == "fulltext")
        yield _measured(data, address, media, "")
    raw = files.get_file_from_path(raw_uri(name, report))
    if raw:
        media = mimetypes.guess_type(raw.src_uri)[0] or _PLAIN
        yield _measured(raw, address, media, HTML_LANGUAGE[LANGUAGES[0]])


def _measured(file: File, address: Callable[[str], str], media: str, language: str) -> Encoding:
    content = file.content_bytes
    digest = hashlib.sha256(content).hexdigest()
    return Encoding(_last(file.url), address(file.url), media, language, len(content), digest)


def _last(address: str) -> str:
    return address.rpartition("/")[2]
