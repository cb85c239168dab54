"""Style sheets and scripts as few files, so that a page is drawn after few answers of the server."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.layout import LANGUAGES
from converter.site.mkdocs.language import speak
from converter.site.words import SCRIPTS, Script, table

SHEET = "assets/gongkai/all.css"
SCRIPT = "assets/scripts/{name}.js"
_PALETTE = "partials/palette.html"
# The theme's own templates of these names have no code.
_PALETTE_CODE, _MEMORY_CODE = "partials/javascripts/palette.html", "partials/javascripts/base.html"
# In a page Material's code finds the site's root from the page, in a file from the file's own address.
_ROOT = re.compile(r'new URL\("[^"]*",location\)')
_SCOPE = "new URL({scope},document.currentScript.src)"
_SHOW = (
    'document.currentScript.insertAdjacentHTML("beforebegin",'
    '{forms}[document.documentElement.lang.startsWith("en")?"en":"zh"]);\n'
)
_ROOM = re.compile(r"\n\s*")
_CODE = re.compile(r"<script>(.*?)</script>", re.S)
_IMPORT = re.compile(r'^@import "([\w-]+\.css)";$', re.M)
_REMARK = re.compile(r"/\*.*?\*/\s*", re.S)
# What stands in quotation marks stays as it is.
_BLANK = re.compile(r"""("[^"]*"|'[^']*')|[;\s]*(})\s*|\s*([{;,])\s*|(:)\s+|\s+""")
_SAY = (
    "(function(gongkai,told){{for(const table in told)Object.assign((gongkai.told??={{}})[table]??={{}},told[table])}})"
    '(window.gongkai??={{}},{said}[document.documentElement.lang.startsWith("en")?"en":"zh"]);\n'
)
# Only whole lines, as `//` may stand in a text, and what they begin with: no text of ours goes over several.
_UNSAID = re.compile(r"^ *//.*\n|^ +|^\n", re.M)


def join_sheets(files: Files, config: MkDocsConfig) -> None:
    """Put the sheets that ``all.css`` imports in its place, in its order, and leave the single ones out."""
    sheet = files.get_file_from_path(SHEET)
    if not sheet:
        return
    folder = SHEET.rpartition("/")[0]
    parts = _known(files, (f"{folder}/{name}" for name in _IMPORT.findall(sheet.content_string)))
    _leave_out(files, [sheet, *parts])
    files.append(File.generated(config, SHEET, content="".join(sent(part.content_string) for part in parts)))


def sent(sheet: str) -> str:
    """A sheet without what only its authors read, a rule a line."""
    return _BLANK.sub(_without_blanks, _REMARK.sub("", sheet))


def _without_blanks(found: re.Match[str]) -> str:
    mark = found[found.lastindex] if found.lastindex else " "
    return "}\n" if mark == "}" else mark


def join_scripts(files: Files, config: MkDocsConfig) -> None:
    """Put each file of ``scripts.toml`` in the place of its parts; a part may be in several."""
    all_parts = []
    for name, script in SCRIPTS.load().items():
        parts = _known(files, (f"assets/{source}.js" for source in script.sources))
        text = "".join(_UNSAID.sub("", part.content_string) for part in parts)
        files.append(File.generated(config, SCRIPT.format(name=name), content=said_by(script) + text))
        all_parts += parts
    _leave_out(files, all_parts)


def share_palette(files: Files, config: MkDocsConfig) -> None:
    """Give a file of their own to what a browser remembers and to the choice of colours, with Material's code for both."""
    scope = _SCOPE.format(scope=json.dumps(config.extra.get("scope") or "../.."))
    memory, found = _ROOT.subn(lambda _: scope, _code(config, _MEMORY_CODE))
    assert found == 1, _MEMORY_CODE
    loader = FileSystemLoader(config.theme.dirs)
    template = Environment(loader=loader, autoescape=True).get_template(_PALETTE)
    forms = {}
    for language in reversed(LANGUAGES):  # the first one last, as the configuration had it
        speak(config, language)
        forms[language] = _ROOM.sub("", template.render(config=config))
    show = _SHOW.format(forms=json.dumps(forms, ensure_ascii=False))
    content = f"{memory}\n{show}{_code(config, _PALETTE_CODE)}\n"
    files.append(File.generated(config, SCRIPT.format(name="palette"), content=content))


def _code(config: MkDocsConfig, template: str) -> str:
    """The script in Material's ``template``."""
    places = (Path(folder, template) for folder in config.theme.dirs)
    codes = (_CODE.search(place.read_text(encoding="utf-8")) for place in places if place.is_file())
    return next(filter(None, codes))[1]


def said_by(script: Script) -> str:
    """The beginning of a script: the words that it says, in the language of the page it runs on."""
    told = {
        language: {
            name: {word: table(name)[language][word] for word in words} for name, words in script.says.items()
        }
        for language in LANGUAGES
    }
    return _SAY.format(said=json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _known(files: Files, paths: Iterable[str]) -> list[File]:
    found = map(files.get_file_from_path, paths)
    return [file for file in found if file]


def _leave_out(files: Files, parts: Iterable[File]) -> None:
    for part in {part.src_uri: part for part in parts}.values():
        files.remove(part)
