"""Gongkai: raw annual reports of Chinese governments in, Markdown pages and checked figures out.

Four verbs are what other programs may rely on: ``read`` a document, ``observe`` its figures, make its ``pages``, and
``build`` a whole site's.  All but the last are pure.

How a report flows: ``sources``, then the stages of ``pipeline.py`` (``unwrapped``, ``tables``, ``clean``, ``segment``,
``outline`` and ``placed``, then ``amended``, ``figures``, ``corrected``, ``indicators``, ``checks``, ``doubts``, ``answers``; what people put
right is done by ``corrections``), then ``data`` and ``pages``, written by ``build``; ``cli`` is the way in for people, ``site`` the MkDocs
plugin after the border of ``docs/``.  Imports go down only
(``tests/test_architecture.py``).
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

# What a verb needs is loaded when it is called, so that a command that needs none of it starts at once.
if TYPE_CHECKING:
    from converter.model import Reading, Report

__version__ = "0.2.0"
__all__ = ["__version__", "build", "observe", "pages", "read"]


def read(document: Path | bytes | str) -> "Report":
    """The report in a file with its sidecar, in the bytes of a document (text, HTML, Word, PDF), or in a text.

    >>> report = read("甲县2023年法治政府建设情况报告\\n一、提升服务\\n全年受理行政复议案件20件，同比增长25%。\\n")
    >>> report.title
    '甲县2023年法治政府建设情况报告'
    >>> chapter = report.chapters[0]
    >>> report.source.text[chapter.heading.start : chapter.heading.end]
    '提升服务'

    Raises ``converter.errors.InputError`` for what cannot be read; any text can.
    """
    from converter.pipeline import report_of
    from converter.sources import read_source, source_of

    if isinstance(document, Path):
        return report_of(read_source(document))
    data = document.encode() if isinstance(document, str) else document
    return report_of(source_of(data, "document"))


def observe(report: "Report") -> "Reading":
    """The report with its figures, named and coded, and with notes: what a careful reviewer would ask about them.

    >>> text = "甲县2023年法治政府建设情况报告\\n一、提升服务\\n全年受理行政复议案件20件，同比增长25%。\\n"
    >>> seen = observe(read(text))
    >>> for figure in seen.observations:
    ...     print(figure.indicator, figure.value, figure.unit, text[figure.span.start : figure.span.end])
    受理行政复议案件 20 件 20件
    受理行政复议案件同比增长 25 % 25%
    """
    from converter.pipeline import reading

    return reading(report)


def pages(reading: "Reading", name: str) -> Mapping[str, str]:
    """The Markdown pages of the report, to be called ``name`` in addresses, and its data as JSON: texts by path.

    >>> made = pages(observe(read("甲县2023年法治政府建设情况报告\\n一、提升服务\\n受理行政复议案件20件。\\n")), "jia-2023")
    >>> sorted(made)  # doctest: +NORMALIZE_WHITESPACE
    ['data/jia-2023.json', 'zh/jia-2023/c1.md', 'zh/jia-2023/figures.md', 'zh/jia-2023/index.md',
     'zh/jia-2023/notes.md']
    >>> print(made["zh/jia-2023/c1.md"].partition("# ")[2])
    一、提升服务 { #c1 }
    <BLANKLINE>
    受理行政复议案件20件。
    <BLANKLINE>
    """
    from converter.pages.report import report_pages

    return report_pages(reading, name)


def build(site: Path) -> tuple[str, ...]:
    """Bring ``docs/`` of the site in this folder up to date with its ``seeds/``; return the paths of the files written.

    What people wrote in the pages stays.

    >>> import tempfile
    >>> from converter.site.starter import NewSite, starter_files
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for path, data in starter_files(NewSite(example=True)).items():
    ...         file = Path(folder, path)
    ...         file.parent.mkdir(parents=True, exist_ok=True)
    ...         _ = file.write_bytes(data)
    ...     first, again = build(Path(folder)), build(Path(folder))
    >>> "zh/example-2023/c1.md" in first, again
    (True, ())

    Raises an ``ExceptionGroup`` of what was wrong with raw reports that could not be converted, all others being written,
    and ``converter.errors.InputError`` where ``docs/`` cannot be.
    """
    from converter.build.rebuild import rebuild

    return rebuild(site)


class _Package(ModuleType):
    """Keeps each verb what it is: Python would put the folder or module of the same name in its place once it is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
