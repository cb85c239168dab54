"""Source → report: one text, first cleaned (``clean``), then cut into lines (``lines``), then into parts (``segment``)."""
