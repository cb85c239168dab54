"""A third MkDocs hook: a site bears the date of its commit, however it is built, so that one commit gives one site."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from converter.release.commit import published_at


def on_config(config: MkDocsConfig) -> None:
    """Set the date that MkDocs writes into the site."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(published_at(Path(config.config_file_path).parent)))
