"""The picture of each report that goes along when it is shared: drawn by the build, made into PNG by the release."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.layout import LANGUAGES, data_path, export_folder
from converter.pages.edition import Edition
from converter.pages.report.compared import chosen, most_telling, printed
from converter.pages.report.published import stated_in
from converter.site.content.counterpart import memory_of
from converter.site.content.report_data import data_in
from converter.site.head.about import report_names, report_title
from converter.site.mkdocs.language import said
from converter.site.pictures.share import Shared, share_picture
from converter.site.rendering.page_shares import Later
from converter.text.markdown import shown

_FIGURES = 3


def share_uri(name: str, language: str) -> str:
    """Where the picture of a report is, from the site's root, without its ending."""
    return f"{export_folder(name)}/share.{language}"


def add_share(files: Files, config: MkDocsConfig) -> Iterator[Later]:
    """Add the drawing of each report, where a browser of the release makes pictures of them."""
    if config.extra.get("pdf"):
        for language in LANGUAGES:
            for name in report_names(files, language):
                file = File.generated(config, f"{share_uri(name, language)}.svg", content=b"")
                files.append(file)
                yield Later(file, partial(_drawn, files, config, name, language))


def _drawn(files: Files, config: MkDocsConfig, name: str, language: str) -> bytes:
    docs = Path(config.docs_dir)
    report, edition = data_in(docs / data_path(name)), Edition(language, memory_of(docs, name))
    stated = stated_in(report)
    figures = chosen(stated.chosen, stated.observations) or most_telling(stated.observations, _FIGURES)
    issuer = edition.text("issuer", report.issuer or report.fact("issuer"))
    day = edition.day(report.published) if report.published else ""
    return share_picture(
        Shared(
            said(config, language, "site_name"),
            report_title(files, name, language),
            edition.word("list_comma").join(filter(None, (shown(issuer), day))),
            [(shown(printed(o, stated.text, edition)), shown(edition.indicator(o))) for o in figures],
        )
    )
