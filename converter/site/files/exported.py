"""The files of a report as people take them away, made once when the first of them is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import get_args

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converter.caching import kept_latest
from converter.exports import Kind, Language, Reader, compact, export_files
from converter.layout import page_of_chapter, page_path
from converter.site.content.named import named_in, report_in
from converter.site.head.about import report_data
from converter.text.addresses import as_read

LANGUAGES: tuple[Language, ...] = get_args(Language)


class PublishedData(File):
    """The data of a report at another ``address`` than they have among the files of ``docs/``, and compact."""

    def __init__(self, data: File, address: str) -> None:
        super().__init__(
            data.src_uri,
            data.src_dir,
            data.dest_dir,
            data.use_directory_urls,
            dest_uri=address,
            inclusion=data.inclusion,
        )

    @property  # type: ignore[misc]  # nobody sets it
    def content_bytes(self) -> bytes:
        """What readers get."""
        assert self.abs_src_path
        return compact(Path(self.abs_src_path).read_bytes())

    def copy_file(self, dirty: bool = False) -> None:
        """Write it; a preview in a hurry leaves it where it did not change."""
        if not dirty or self.is_modified():
            # Held while MkDocs writes it, and no longer.
            self._content = self.content_bytes
            super().copy_file(dirty)
            self._content = None


@dataclass
class Exported:
    """The files of the report called ``name``, whose published JSON is ``data``."""

    files: Files
    config: MkDocsConfig
    data: File
    name: str

    def of(self, kind: Kind) -> bytes:
        """One of them."""
        return self._all[kind.name]

    @cached_property
    def _all(self) -> Mapping[str, bytes]:
        readers = tuple(map(self._reader, LANGUAGES))
        return _exported(self.data.content_bytes, self.name, readers, self.config.site_url or None)

    def _reader(self, language: Language) -> Reader:
        docs = Path(self.config.docs_dir)
        named = named_in(docs, self.name, language)
        return Reader(
            language, tuple(self._addresses(language)), tuple(named), *report_in(docs, self.name, language)
        )

    def _addresses(self, language: Language) -> Iterator[str | None]:
        report = report_data(self.files, self.name)
        for number in range(len(report.chapters) + 1 if report else 0):
            file = self.files.get_file_from_path(page_path(self.name, page_of_chapter(number), language))
            yield as_read(file.url) if file else None


@kept_latest(256)
def _exported(
    content: bytes, name: str, readers: tuple[Reader, ...], homepage: str | None
) -> Mapping[str, bytes]:
    # `mkdocs serve` asks again for every report whenever any page has changed.
    return export_files(content, name, readers, homepage)
