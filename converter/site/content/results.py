"""The page on which a search shows what it found; the browser fills it (``theme/assets/search/results.js``)."""

from converter.layout import RESULTS
from converter.site.words import table

NAME = RESULTS


def results_page(language: str) -> str:
    """The page's Markdown, with front matter."""
    words = table("search")[language]
    front = f'---\npage: "search"\ndescription: "{words["results_description"]}"\nsearch: false\n---'
    return f"{front}\n\n# {words['label']} {{ #results }}\n"
