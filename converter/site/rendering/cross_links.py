"""Links from the pages one process makes into those of another, or into those that an earlier build made.

They are checked when all pages are made, as MkDocs checks the rest.
"""

from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from converter.site.rendering.page_shares import Anchors, Shared

_BETWEEN = "\0"


def anchors_of(file: File, files: Files) -> Anchors:
    """What is to be known elsewhere of a page that this process made."""
    page = page_of(file)
    elsewhere = files.elsewhere | files.kept if isinstance(files, Shared) else frozenset()
    links = {to.src_uri: named for to, named in (page.links_to_anchors or {}).items()}
    return Anchors(
        page.file.src_uri,
        _BETWEEN.join(page.present_anchor_ids or ()),
        {path: named for path, named in links.items() if path in elsewhere},
        {path: named for path, named in links.items() if path not in elsewhere},
    )


def check(told: Sequence[Anchors], files: Files, config: MkDocsConfig) -> None:
    """Warn of each link into what was made elsewhere whose anchor is not there, as MkDocs does of the others."""
    kept = files.kept if isinstance(files, Shared) else frozenset()
    before = files.before if isinstance(files, Shared) else ()
    linking = [(of.path, of.links) for of in told if of.links]
    # What an earlier build made may lead to a page that this one made anew.
    led = ((of.path, {**of.links, **of.near}) for of in before)
    linking += [(path, {to: named for to, named in links.items() if to not in kept}) for path, links in led]
    linked = {to for _, links in linking for to in links}
    for anchors in (*told, *before):
        if anchors.path in linked:
            page_of(files.src_uris[anchors.path]).present_anchor_ids = set(anchors.present.split(_BETWEEN))
    for path, links in linking:
        page = page_of(files.src_uris[path])
        page.links_to_anchors = {
            files.src_uris[to]: named for to, named in links.items() if to in files.src_uris
        }
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


def page_of(file: File) -> Page:
    """The page made of a file that is one."""
    assert file.page
    return file.page
