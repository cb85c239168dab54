"""What all pages have in common stands in files that they share: the drawings of icons, the names of cells."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from converter.layout import LANGUAGES
from converter.site.markdown.rows import titles

ICONS = "assets/gongkai/icons.css"
COLUMNS = "assets/gongkai/columns.css"
# Of the program's own templates; the others are settings.
_OWN = ("material/menu", "material/magnify", "material/arrow-left", "material/close")
_OF_THEME = {
    "logo": "material/library",
    "previous": "material/arrow-left",
    "next": "material/arrow-right",
    "top": "material/arrow-up",
}
_DRAWING = 'svg.{name}{{--icon:url("data:image/svg+xml,{drawn}")}}\n'
_LABEL = "table.figures.known:lang({language}) td:nth-child({number}){{--label:{title}}}\n"
_ROOM = re.compile(r"\s*\n\s*")


def add_shared(files: Files, config: MkDocsConfig) -> None:
    """Add the sources of what is shared to ``files``, where the site's scripts and sheets take them from."""
    files.append(File.generated(config, ICONS, content="".join(_drawings(config))))
    files.append(File.generated(config, COLUMNS, content="".join(_labels())))


def icons_of(config: MkDocsConfig) -> list[str]:
    """The names of all icons that pages show, in order: the program's own, those of the theme, those of its palette."""
    set_up: Mapping[str, str] = config.theme.get("icon") or {}
    palette = config.theme.get("palette") or ()
    toggles = (
        option.get("toggle") or {} for option in ([palette] if isinstance(palette, Mapping) else palette)
    )
    named = [*_OWN, *(set_up.get(key) or usual for key, usual in _OF_THEME.items())]
    return [*dict.fromkeys([*named, *(toggle["icon"] for toggle in toggles if toggle.get("icon"))])]


def _labels() -> Iterator[str]:
    """A sheet that names the cells of the tables of figures where a narrow screen shows their rows as cards."""
    for language in LANGUAGES:
        for number, title in enumerate(titles(language), start=1):
            yield _LABEL.format(language=language, number=number, title=json.dumps(title, ensure_ascii=False))


def _drawings(config: MkDocsConfig) -> Iterator[str]:
    for name in icons_of(config):
        places = (Path(folder, ".icons", f"{name}.svg") for folder in config.theme.dirs)
        place = next((place for place in places if place.is_file()), None)
        if place is None:
            raise PluginError(f"没有名为“{name}”的图标。 There is no icon called {name}.")
        drawn = _ROOM.sub(" ", place.read_text(encoding="utf-8").strip())
        yield _DRAWING.format(name=name.replace("/", "-"), drawn=quote(drawn, safe=" =:/,'"))
