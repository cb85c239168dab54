"""Files that the site has beside the pages of ``docs/``: downloads, feeds, the raw reports, one-page editions, bundles."""
