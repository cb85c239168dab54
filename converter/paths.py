"""Where the files of a report and of the site are, under ``docs/``."""

LANGUAGES = ("zh", "en")


def report_folder(name: str, language: str = "zh") -> str:
    """Where the pages of the report called ``name`` are."""
    return f"{language}/{name}"


def data_path(name: str) -> str:
    """Where its data are."""
    return f"data/{name}.json"


def home_path(language: str) -> str:
    """Where the home page of a language is: the Chinese one is the site's."""
    return "index.md" if language == "zh" else f"{language}/index.md"
