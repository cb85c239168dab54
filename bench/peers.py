"""The set-ups and generators that a site is built with beside ours: each makes a project its own and says the command."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
_MKDOCS = (sys.executable, "-m", "mkdocs")
_BUILD = ("build", "--clean", "--quiet")
PLAIN = "site_name: x\nuse_directory_urls: false\nexclude_docs: |\n  /dev/\n  .*\nmarkdown_extensions: [attr_list, tables]\n"


def ours(project: Path) -> list[str]:
    shutil.copy(ROOT / "mkdocs.yml", project)
    return [*_MKDOCS, *_BUILD]


def material(project: Path) -> list[str]:
    (project / "mkdocs.yml").write_text(
        PLAIN + "theme: {name: material, language: zh, font: false}\n", encoding="utf-8"
    )
    return [*_MKDOCS, *_BUILD]


def with_jieba(project: Path) -> list[str]:
    material(project)
    return [os.environ.get("MKDOCS_JIEBA", "mkdocs-with-jieba"), *_BUILD]


def plain(project: Path) -> list[str]:
    (project / "mkdocs.yml").write_text(PLAIN + "theme: mkdocs\n", encoding="utf-8")
    return [*_MKDOCS, *_BUILD]


def zensical(project: Path) -> list[str]:
    leanest = "theme: {name: material, language: zh, font: false, features: [navigation.prune]}\n"
    (project / "mkdocs.yml").write_text(PLAIN + leanest, encoding="utf-8")
    return [os.environ.get("ZENSICAL", "zensical"), "build", "--clean"]


def hugo(project: Path) -> list[str]:
    # To Hugo a folder with an index.md is one page; _index.md is the first page of a folder.
    content = project / "content"
    for page in pages_of(project / "docs"):
        copy = content / page.relative_to(project / "docs")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, copy.with_name("_index.md") if page.name == "index.md" else copy)
    (project / "hugo.toml").write_text(
        'baseURL = "/"\npublishDir = "site"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap"]\n',
        encoding="utf-8",
    )
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text("<title>{{ .Title }}</title>{{ .Content }}\n", encoding="utf-8")
    return [os.environ.get("HUGO", "hugo"), "--quiet"]


OURS = "Gongkai"
SET_UPS: Mapping[str, Callable[[Path], list[str]]] = {
    OURS: ours,
    "Material, as it comes": material,
    "Material, searching Chinese (jieba)": with_jieba,
    "MkDocs, plain": plain,
    "Zensical, pruned menu": zensical,
    "Hugo, bare template": hugo,
}
WHOLE_MENU = {material, with_jieba, plain}


def pages_of(docs: Path) -> Iterator[Path]:
    """The pages of the site, without what the program keeps for itself."""
    return (
        file
        for file in docs.rglob("*.md")
        if not any(part.startswith(".") for part in file.relative_to(docs).parts)
    )
