"""Links from the pages one process makes into those of another: checked when all are made, as MkDocs checks the rest."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from converter.site.rendering.page_shares import Shared

_BETWEEN = "\0"


class Anchors(NamedTuple):
    """Of one page, by its path: the ids it has (``_BETWEEN`` them), and its links into pages of other shares."""

    path: str
    present: str
    links: Mapping[str, dict[str, str]]


def anchors_of(file: File, files: Files) -> Anchors:
    """What is to be known elsewhere of a page that this process made."""
    page = page_of(file)
    elsewhere = files.elsewhere if isinstance(files, Shared) else frozenset()
    links = {
        to.src_uri: named for to, named in (page.links_to_anchors or {}).items() if to.src_uri in elsewhere
    }
    return Anchors(page.file.src_uri, _BETWEEN.join(page.present_anchor_ids or ()), links)


def check(told: Sequence[Anchors], files: Files, config: MkDocsConfig) -> None:
    """Warn of each link from one share into another whose anchor is not there, as MkDocs does within a share."""
    linking = [anchors for anchors in told if anchors.links]
    linked = {path for anchors in linking for path in anchors.links}
    for anchors in told:
        if anchors.path in linked:
            page_of(files.src_uris[anchors.path]).present_anchor_ids = set(anchors.present.split(_BETWEEN))
    for anchors in linking:
        page = page_of(files.src_uris[anchors.path])
        page.links_to_anchors = {files.src_uris[path]: named for path, named in anchors.links.items()}
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


def page_of(file: File) -> Page:
    """The page made of a file that is one."""
    assert file.page
    return file.page
