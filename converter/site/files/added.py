"""What a site has beside the pages of ``docs/``, and what of its theme it leaves out."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from converter.site.files import downloads, pictures, raw, share
from converter.site.files import one_page as whole
from converter.site.files.bundles import join_scripts, join_sheets, share_palette
from converter.site.files.generated import add_pages
from converter.site.files.remembered import Remembered
from converter.site.files.shared import add_shared
from converter.site.files.unused import leave_out_unused
from converter.site.head import publishing
from converter.site.rendering.page_shares import Later

_UNUSED = re.compile(r"assets/javascripts/(lunr|workers)/|assets/.*\.map$")


class Added(NamedTuple):
    """The files to make ``later``, and what pages of reports get besides, by path."""

    later: list[Later]
    years: Mapping[str, str]


def add_all(files: Files, config: MkDocsConfig, remembered: Remembered) -> Added:
    """Leave out what Material ships for its own search and for its developers; add each report's data and the site's own pages."""
    for file in list(files):
        if _UNUSED.match(file.src_uri):
            files.remove(file)
    add_shared(files, config)
    join_sheets(files, config)
    join_scripts(files, config)
    share_palette(files, config)
    leave_out_unused(files, config)
    later = [*downloads.add_downloads(files, config)]
    made = add_pages(files, config, remembered)
    later += publishing.add_published(files, config, made.in_english)
    later += raw.add_raw(files, config)
    later += pictures.add_pictures(files, config, made.pictures)
    later += share.add_share(files, config)
    later += whole.add_whole(files, config)
    return Added(later, made.lines)
