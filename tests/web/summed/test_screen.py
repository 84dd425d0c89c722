"""The summary leads from every unit, rank and indicator to where it is filled in."""

import re
from fractions import Fraction
from html import unescape

import pytest

from generator.summary.whole import summarise
from generator.web.summed.charts import Bar, bars
from generator.web.summed.screen import summary_content


def html_of(page):
    return page.client.get("/api/summary").json()["html"]


def test_every_link_leads_somewhere(page):
    html = html_of(page)
    links = {unescape(own) for own in re.findall('href="([^"]+)"', html)}
    assert f"/d/{page.id}/fill/books" in links
    assert f"/d/{page.id}/fill/books?at=funds.spent" in links
    key = "indicator%5B%E5%88%B0%E9%A6%86%E4%BA%BA%E6%AC%A1%E5%A2%9E%E9%95%BF%E7%8E%87%5D.actual"
    assert f"/d/{page.id}/fill/books?at={key}" in links
    keys = {cell["key"] for row in page.sheet()["rows"] for cell in row["cells"]}
    assert "indicator[到馆人次增长率].actual" in keys
    assert "95.00%" in html
    assert page.client.get("/summary").text.count("/api/summary") == 1


def test_what_was_summed_up_once_is_not_again_until_a_file_changes(page):
    before = html_of(page)
    assert html_of(page) == before
    path = page.folder / "books.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("spent = 95", "spent = 80"), encoding="utf-8"
    )
    assert "80.00%" in html_of(page)


def test_a_rate_says_which_projects_it_leaves_out(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    assert "不含没有执行数" not in html_of(page)
    other = text.replace("spent = 95\n", "").replace(", spent = 95", "").replace("100", "60")
    (page.folder / "hall.toml").write_text(other.replace("图书购置", "新馆"), encoding="utf-8")
    html = html_of(page)
    assert "95.00%（不含没有执行数的 1 个项目，按预算 100.00 万元）" in html
    assert ">160.00<" in html


def test_an_empty_tree_says_so():
    assert "没有填报" in summary_content(summarise(()), {})


@pytest.mark.parametrize(
    ("share", "width"),
    [("0", "0.0"), ("1/2", "210.0"), ("1", "420.0"), ("3/2", "420.0"), ("-1", "0.0")],
)
def test_bars_stay_in_their_frame(share, width):
    drawn = bars("得分", [Bar("甲<乙", Fraction(share), "9分")])
    assert f'width="{width}"' in drawn
    assert 'aria-label="得分：甲&lt;乙 9分"' in drawn


def test_of_nothing_nothing_is_drawn():
    assert bars("得分", []) is None
