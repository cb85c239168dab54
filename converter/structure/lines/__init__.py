"""Lines before tree: each physical line cut (``cut``) and classified by one table of numbering styles (``styles.toml``)."""
