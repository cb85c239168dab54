"""The site: what MkDocs is taught beyond reading Markdown pages (menu, anchors of figures, search, theme)."""
