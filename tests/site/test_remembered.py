"""What is worked out of all reports together is worked out again only when it may come out otherwise."""

from pathlib import Path

import pytest

from converter.pages.library import LibraryReport, library_pages
from converter.site.files import generated
from converter.site.files.remembered import Remembered
from converter.site.rendering.unchanged import Checksums

PATHS = ["zh/a/index.md", "zh/b/index.md"]
ENTRIES = [LibraryReport("a", region="甲市", year=2023), LibraryReport("b", region="甲市", year=2024)]


def test_the_library_is_made_again_for_other_reports_other_pages_and_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counting(entries: list[LibraryReport], *others: object) -> object:
        made.append(len(entries))
        return library_pages(entries, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("converter.site.files.generated.library_pages", counting)

    def library(entries: list[LibraryReport], paths: list[str], program: str) -> tuple[object, int]:
        made.clear()
        return generated._library(entries, paths, Remembered(tmp_path, program, Checksums())), len(made)

    first, times = library(ENTRIES, PATHS, "1")
    assert times == 2, "once for each language"
    same = [LibraryReport(one.name, region=one.region, year=one.year) for one in ENTRIES]
    assert library(same, PATHS, "1") == (first, 0)
    other = [LibraryReport("a", region="乙市", year=2023), ENTRIES[1]]
    for change in ((other, PATHS, "1"), (ENTRIES, PATHS[:1], "1"), (ENTRIES, PATHS, "2")):
        assert library(*change)[1] == 2
