"""Numbers of a page are found by their words and their order."""

import io
import re
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.web.pages_screen import _picture, find_in_order
from tests.web.conftest import OWN


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("支出95万元，预算100万元", ["95万元", "100万元"], [2, 9]),
        ("1001、100", ["100"], [5]),
        ("100%和100", ["100"], [5]),
        ("3.5和3", ["3"], [4]),
        ("95、95", ["95", "95"], [0, 3]),
        ("乙2甲1", ["1", "2"], [3, 1]),
        ("没有", ["1"], [None]),
        ("", [""], [None]),
    ],
)
def test_each_number_has_its_place(text, wanted, found):
    assert find_in_order(text, wanted) == found


@given(st.text("12.%a", max_size=40), st.lists(st.text("12a", max_size=3), max_size=12))
def test_no_place_is_taken_twice_and_words_stand_there(text, wanted):
    seen: set[int] = set()
    for shown, at in zip(wanted, find_in_order(text, wanted), strict=True):
        if at is not None:
            assert text[at : at + len(shown)] == shown
            own = set(range(at, at + len(shown)))
            assert seen.isdisjoint(own)
            seen |= own


def test_without_an_office_words_and_tables_are_shown_with_their_sources(page):
    from generator.base.problem import Problem, Severity
    from generator.web.pages_screen import Previews
    from generator.word.preview.preview import Previews as Views

    none = Problem("O08", Severity.WARNING, "没有找到 LibreOffice")
    own = Previews(page.served, Views(none))
    data = own.data(page.id, page.folder)
    assert "没有能用的 LibreOffice" in data["message"]
    named = re.findall(r'data-figure="([^"]+)">([^<]+)<', data["documents"][0]["words"])
    assert ("books/funds.spent", "95万元") in named
    lines = own.trace(page.folder, "books/funds.spent")["lines"]
    assert any("books.toml" in line for line in lines)
    assert own.picture(page.folder, "0", "0") is None


def test_what_cannot_be_built_says_what_to_do(page):
    (page.folder / "unit.toml").write_text("year = \n", encoding="utf-8")
    data = page.client.post(f"/api/d/{page.id}/preview", json={}, headers=OWN).json()
    assert data["documents"] == []
    assert "问题" in data["message"]


def test_a_browser_may_ask_for_many_pages_at_once():
    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(300, 400)
    target = io.BytesIO()
    document.save(target)
    with ThreadPoolExecutor(8) as pool:
        drawn = [*pool.map(lambda n: _picture(target.getvalue(), n % 4), range(80))]
    assert [picture is None for picture in drawn] == [n % 4 == 3 for n in range(80)]
