"""Pages the site makes of what it knows: the glossary and the state of the translations, in each language."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.site import glossary, progress
from converter.site.menu import order, report_of
from converter.site.words import LANGUAGES


def add_pages(files: Files, config: MkDocsConfig) -> None:
    """Add the pages to the site; one a person wrote under the same name stays instead."""
    docs = Path(config.docs_dir)
    paths = [file.src_uri for file in files.documentation_pages()]
    for language in LANGUAGES:
        own = sorted(
            (p for p in paths if p.startswith(f"{language}/")), key=lambda p: (report_of(p), order(p))
        )
        made = {
            glossary.NAME: glossary.glossary_page(language),
            progress.NAME: progress.progress_page(docs, own, language),
        }
        for name, text in made.items():
            path = f"{language}/{name}.md"
            if path not in paths:
                files.append(File.generated(config, path, content=text))
