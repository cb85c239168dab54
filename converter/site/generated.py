"""Pages the site makes of what it knows: the glossary, the state of the translations, regions and indicators."""

import re
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.library import library_pages, years_line
from converter.site import glossary, progress, shelf
from converter.site.menu import order, report_of
from converter.site.words import LANGUAGES

_TITLE = re.compile(r"^# .*$", re.M)


def add_pages(files: Files, config: MkDocsConfig) -> Mapping[str, str]:
    """Add the pages to the site; one a person wrote under the same name stays instead.

    Returns what the first pages of reports get below their titles, by path.
    """
    docs = Path(config.docs_dir)
    paths = [file.src_uri for file in files.documentation_pages()]
    taken = set(paths)
    entries = shelf.entries_of(docs, paths)
    for language in LANGUAGES:
        own = sorted(
            (p for p in paths if p.startswith(f"{language}/")), key=lambda p: (report_of(p), order(p))
        )
        made = {
            f"{language}/{glossary.NAME}.md": glossary.glossary_page(language),
            f"{language}/{progress.NAME}.md": progress.progress_page(docs, own, language),
            **dict(library_pages(entries, language, paths)),
        }
        for path, text in made.items():
            if path not in taken:
                files.append(File.generated(config, path, content=text))
    lines = (years_line(entries, language, paths) for language in LANGUAGES)
    return {path: line for by_path in lines for path, line in by_path.items()}


def below_title(markdown: str, block: str) -> str:
    """The page with ``block`` below its first heading; before all else where it has none."""
    title = _TITLE.search(markdown)
    at = title.end() if title else 0
    return f"{markdown[:at]}\n\n{block}\n\n{markdown[at:]}"
