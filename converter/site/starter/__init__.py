"""The files of a new site: settings, publisher, a place for reports, publishing; on demand four invented reports to look at."""

import json
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

from msgspec import Struct

from converter.site.publisher.profile import Profile
from converter.site.starter.program import program

_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "publisher.toml": "publisher.toml",
    "requirements.txt": "requirements.txt",
    "seeds/README.md": "seeds.md",
    ".gitignore": "gitignore",
    ".github/workflows/pages.yml": "pages.yml",
}
"""Where each file stands in a site, and its text here."""
_EXAMPLE = {"seeds": "seeds", "memory": "docs/.memory"}
"""The folders of the example, and where their files stand in a site: raw reports, and their English."""

_BLANK = re.compile(r"@@(\w+)@@")


class NewSite(Struct, frozen=True):
    """What is asked of a site before it is made: who publishes it, and what it is called in both languages."""

    name: str = "政府年度报告"
    name_en: str = "Government Annual Reports"
    profile: Profile = "independent"
    example: bool = False


def starter_files(site: NewSite) -> Mapping[str, bytes]:
    """The files of a new site, by their paths in it."""
    filled = {
        "name": json.dumps(site.name, ensure_ascii=False),  # YAML reads what JSON quotes
        "name_en": json.dumps(site.name_en, ensure_ascii=False),
        "profile": site.profile,
        "program": program(),
    }
    folder = resources.files(__package__)
    files = {path: _filled(folder / "files" / name, filled) for path, name in _FILES.items()}
    return {**files, **(dict(_example(folder / "example")) if site.example else {})}


def _filled(file: Traversable, values: Mapping[str, str]) -> bytes:
    return _BLANK.sub(lambda blank: values[blank[1]], file.read_text(encoding="utf-8")).encode()


def _example(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for own, theirs in _EXAMPLE.items():
        for file in sorted((folder / own).iterdir(), key=lambda file: file.name):
            yield f"{theirs}/{file.name}", file.read_bytes()
