"""Every published address exists in the built site, in both languages."""

import re
from pathlib import Path

import pytest

from tests.test_published import published


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_published_address_leads_to_its_place(site: Path, language: str) -> None:
    pages = {address.partition("#")[0] for address in published()}
    ids = {
        page: re.findall(r'\sid="([^"]+)"', (site / language / page).read_text(encoding="utf-8"))
        for page in pages
    }
    places = [address.partition("#")[::2] for address in published()]
    assert [f"{page}#{name}" for page, name in places if ids[page].count(name) != 1] == []
