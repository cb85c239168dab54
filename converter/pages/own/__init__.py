"""The pages of the site that are about the site: how to read it, its data, who makes it.

Their texts are Markdown files beside this module, by language.  ``$files`` and ``$columns`` in them are filled in from
what a report's files are made of.  Who publishes the site is put in by the site, as ``publisher.toml`` says it then.
"""

from importlib import resources
from string import Template

from converter.exports import columns, kinds
from converter.layout import ABOUT
from converter.pages.edition import Edition
from converter.pages.frame import table
from converter.text.markdown import in_cell, written


def own_pages(language: str) -> dict[str, str]:
    """The Markdown of each page in ``language``, by path under ``docs/``."""
    edition = Edition(language)
    filled = {"files": _files(edition), "columns": _columns(edition)}
    return {f"{language}/{name}.md": Template(_text(language, name)).substitute(filled) for name in ABOUT}


def own_links(edition: Edition, folder: str = "") -> str:
    """A line of links to these pages; ``folder`` leads to them from the page."""
    return " · ".join(f"[{edition.term('own', name)}]({folder}{name}.md)" for name in ABOUT)


def _text(language: str, name: str) -> str:
    return resources.files(__package__).joinpath(language, f"{name}.md").read_text(encoding="utf-8")


def _files(edition: Edition) -> str:
    header = [edition.word("file"), edition.word("content")]
    own = edition.language == "zh"
    return table(header, ([f"`{kind.name}`", in_cell(kind.zh if own else kind.en)] for kind in kinds()))


def _columns(edition: Edition) -> str:
    header = [edition.word(key) for key in ("field", "title_of_field", "about_field")]
    own = edition.language == "zh"
    rows = (
        [
            f"`{column.name}`",
            in_cell(column.zh if own else column.en),
            in_cell(written(column.about_zh if own else column.about_en)),
        ]
        for column in columns()
    )
    return table(header, rows)
