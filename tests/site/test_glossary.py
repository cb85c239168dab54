"""The glossary in the browser: every term has a meaning, and what is typed leaves those that hold it."""

import pytest
from playwright.sync_api import expect

from converter.translation.terms import terms
from tests.site.conftest import Visit


def test_every_term_has_a_meaning() -> None:
    assert [term.zh for term in terms() if not term.explanation("zh")] == []
    assert [term.zh for term in terms() if not term.explanation("en")] == []


@pytest.mark.parametrize(
    ("language", "typed", "left"), [("zh", "legal aid", "法律援助"), ("en", "复议", "reconsideration")]
)
def test_what_is_typed_leaves_the_terms_that_hold_it(
    visit: Visit, address: str, language: str, typed: str, left: str
) -> None:
    page = visit.page
    page.goto(f"{address}{language}/glossary.html")
    rows = page.locator("tbody tr:visible")
    whole = rows.count()
    assert whole == len(terms())
    page.get_by_role("searchbox").last.fill(typed)
    expect(page.locator(".glossary-tools output")).to_contain_text(str(whole))
    assert 0 < rows.count() < 20
    assert any(left in text for text in rows.all_inner_texts())
    page.get_by_role("searchbox").last.fill("")
    assert rows.count() == whole
    assert not visit.complaints
