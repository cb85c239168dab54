"""Style sheets and scripts as few files, so that a page is drawn after few answers of the server."""

import re
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.site.words import SCRIPTS

SHEET = "assets/gongkai/all.css"
SCRIPT = "assets/scripts/{name}.js"
_IMPORT = re.compile(r'^@import "([\w-]+\.css)";$', re.M)
_REMARK = re.compile(r"/\*.*?\*/\s*", re.S)
# Only whole lines, as `//` may stand in a text.
_REMARKS = re.compile(r"^ *//.*\n", re.M)


def join_sheets(files: Files, config: MkDocsConfig) -> None:
    """Put the sheets that ``all.css`` imports in its place, in its order, and leave the single ones out."""
    sheet = files.get_file_from_path(SHEET)
    if not sheet:
        return
    folder = SHEET.rpartition("/")[0]
    parts = _known(files, (f"{folder}/{name}" for name in _IMPORT.findall(sheet.content_string)))
    _leave_out(files, [sheet, *parts])
    text = "".join(_REMARK.sub("", part.content_string) for part in parts)
    files.append(File.generated(config, SHEET, content=text))


def join_scripts(files: Files, config: MkDocsConfig) -> None:
    """Put each file of ``scripts.toml`` in the place of its parts; a part may be in several."""
    all_parts = []
    for name, sources in SCRIPTS.load().items():
        parts = _known(files, (f"assets/{source}.js" for source in sources))
        text = "".join(_REMARKS.sub("", part.content_string) for part in parts)
        files.append(File.generated(config, SCRIPT.format(name=name), content=text))
        all_parts += parts
    _leave_out(files, all_parts)


def _known(files: Files, paths: Iterable[str]) -> list[File]:
    found = map(files.get_file_from_path, paths)
    return [file for file in found if file]


def _leave_out(files: Files, parts: Iterable[File]) -> None:
    for part in {part.src_uri: part for part in parts}.values():
        files.remove(part)
