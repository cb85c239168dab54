"""What every reader of a text stands on: folding, numerals, punctuation, Markdown, mark-up.  Knows nothing of reports."""
