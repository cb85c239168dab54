"""What the site says beyond its pages: glossary, citations, the other language, the state of the translations."""
