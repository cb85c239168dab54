"""A third MkDocs hook: a site bears the date of its commit, however it is built, and knows whether PDFs will be made."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from converter.release.commit import published_at
from converter.release.pdf import SETTING


def on_config(config: MkDocsConfig) -> None:
    """Set the date that MkDocs writes into the site, and whether its pages offer the PDFs that a release prints."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(published_at(Path(config.config_file_path).parent)))
    config.extra["pdf"] = bool(os.environ.get(SETTING))
