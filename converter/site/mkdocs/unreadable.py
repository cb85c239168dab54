"""Which page of a site cannot be read, and where."""

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from converter.site.words import EDITS


def unreadable(files: Files) -> PluginError | None:
    """What to say of the first page that is no UTF-8, None if all are."""
    for file in files.documentation_pages():
        content = file.content_bytes
        try:
            content.decode()
        except UnicodeDecodeError as error:
            told = EDITS.load()["encoding"]
            line = content.count(b"\n", 0, error.start) + 1
            said = (told[language].format(line=line) for language in ("zh", "en"))
            return PluginError("{}：{}。 {}".format(file.src_uri, *said))
    return None
