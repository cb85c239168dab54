"""Data → Markdown: the pages of one report (``report``), and those over many (``library``)."""
