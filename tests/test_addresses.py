"""Addresses say Chinese in characters; what a reader follows stays the same address."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.site.mkdocs.spacing import with_read_addresses, without_breaks
from converter.text.addresses import as_read


@given(st.text("甲乙（é-_/.#?=& %25%", max_size=20))
def test_an_address_as_read_is_the_same_address(text: str) -> None:
    coded = quote(text)
    assert quote(as_read(coded), safe="/%") == coded


@pytest.mark.parametrize("address", ["a%20b", "%E5%B2", "%FF", "a.html#c1-v45%25", "100%"])
def test_signs_that_mean_something_and_broken_ones_stay(address: str) -> None:
    assert as_read(address) == address


def test_links_of_a_page_are_read() -> None:
    page = '<a href="../%E5%B2%9A%E5%B1%B1%202020/c1.html#c1-v5">5%</a> <p title="%E5%B2%9A">'
    assert with_read_addresses(page) == '<a href="../岚山%202020/c1.html#c1-v5">5%</a> <p title="%E5%B2%9A">'


def test_line_feeds_go_where_they_are_no_text() -> None:
    page = "<body>\n\n<div>\n<a>甲</a>\n<a>乙</a>\n\n\n<pre>\n\n<p>\n</pre>\n</div>\n<path>"
    assert without_breaks(page) == "<body><div>\n<a>甲</a>\n<a>乙</a>\n<pre>\n\n<p>\n</pre></div>\n<path>"
