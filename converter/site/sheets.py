"""The style sheets as one file, so that a page is drawn after one answer of the server."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ALL = "assets/gongkai/all.css"
_IMPORT = re.compile(r'^@import "([\w-]+\.css)";$', re.M)
_REMARK = re.compile(r"/\*.*?\*/\s*", re.S)


def join_sheets(files: Files, config: MkDocsConfig) -> None:
    """Put the sheets that ``all.css`` imports in its place, in its order, and leave the single ones out."""
    sheet = files.get_file_from_path(ALL)
    if not sheet:
        return
    folder = ALL.rpartition("/")[0]
    parts = [files.get_file_from_path(f"{folder}/{name}") for name in _IMPORT.findall(sheet.content_string)]
    known = [part for part in parts if part]
    for file in (sheet, *known):
        files.remove(file)
    text = "".join(_REMARK.sub("", part.content_string) for part in known)
    files.append(File.generated(config, ALL, content=text))
