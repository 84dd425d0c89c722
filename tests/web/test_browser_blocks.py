"""What is pasted, turned and printed in a real browser."""

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.web.clerk import in_a_browser, paste, saved

playwright = pytest.importorskip("playwright.sync_api", reason="没有装 playwright")
pytestmark = in_a_browser

_NAMES = (
    "河道清淤\n堤防加固",
    "河道清淤\r\n堤防加固\r\n",
    "河道清淤\t堤防加固",
    "序号\t项目名称\n1\t河道清淤\n2\t堤防加固",
    "河道清淤、堤防加固",
)
_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none"><rect width="100" height="100" fill="#fff"/><rect x="40" y="40" width="20" height="20"/></svg>'
_BOX = {
    "figure": "total",
    "text": "",
    "shown": "95.00",
    "number": 1,
    "left": 0.4,
    "top": 0.4,
    "width": 0.2,
    "height": 0.2,
}


def test_names_that_are_pasted_are_as_many_projects(browser):
    page, folder = browser
    page.get_by_role("link", name="新建填报").click()
    page.get_by_label("单位全称").fill("某县水务局")
    page.get_by_label("填报哪一年度").fill("2024")
    projects = page.get_by_label("有哪些项目")
    for names in _NAMES:
        projects.fill("")
        paste(page, names) if re.search(r"[\t\n]", names) else page.keyboard.insert_text(names)
        playwright.expect(projects).to_have_value(re.compile("^河道清淤[、\n]堤防加固$"))
    page.get_by_role("button", name="新建", exact=True).click()
    page.get_by_label("主管部门").wait_for()
    begun = folder.parent / "某县水务局-2024"
    assert saved(begun, '"河道清淤"', "project-1.toml")
    assert saved(begun, '"堤防加固"', "project-2.toml")


def test_a_pasted_row_of_headings_is_no_data_and_money_is_turned_as_a_whole(browser):
    page, folder = browser
    page.get_by_role("link", name="某县图书馆", exact=True).click()
    weight = page.get_by_role("gridcell", name="分值 购书册数", exact=True)
    was = weight.locator(".value").inner_text()
    weight.click()
    page.keyboard.type("十")
    page.keyboard.press("Enter")
    playwright.expect(weight).to_have_accessible_description(re.compile("不是数"))
    playwright.expect(weight.locator(".value")).to_have_text("十")  # until it is given up
    weight.click()
    page.keyboard.press("Escape")
    playwright.expect(weight.locator(".value")).to_have_text(was)
    page.get_by_role("gridcell", name="三级指标名称 购书册数", exact=True).click()
    before = (folder / "books.toml").read_text(encoding="utf-8")
    paste(page, "实际完成值\t年度指标值\n10000册\t≥9000册\n")
    assert saved(folder, 'actual = "10000册"')
    assert saved(folder, 'target = "≥9000册"')
    page.get_by_role("button", name="撤销").click()
    assert saved(folder, before)

    page.get_by_label("全年执行数 年度资金总额").click()
    paste(page, "资金\t全年执行数\t年初预算数\n年度资金总额\t96\t98\n当年财政拨款\t90\t80\n")
    assert saved(folder, "initial = 98\nbudget = 100\nspent = 96\n")
    assert saved(folder, "initial = 80, budget = 100, spent = 90")
    page.get_by_role("button", name="撤销").click()
    assert saved(folder, before)

    page.get_by_label("金额单位").select_option("元")
    log = page.get_by_role("log")
    playwright.expect(log).to_contain_text("没有换算：100 现在是 100元")
    log.get_by_role("button", name="换算成元（100 改为 1000000）").click()
    assert saved(folder, "spent = 950000")
    for _ in range(2):
        page.get_by_role("button", name="撤销").click()
    assert saved(folder, before)


def _preview(route: Any) -> None:
    """Answer with two pages, one upright and one lying, a number on each."""
    pages = [
        {"picture": f"/api/d/x/preview/a/{n}.png", "ratio": ratio, "boxes": [_BOX]}
        for n, ratio in enumerate((1.414, 0.707))
    ]
    document = {"name": "自评表", "words": "", "pages": pages, "print": "1"}
    route.fulfill(json={"documents": [document], "problems": [], "message": "", "state": "1"})


def test_pages_are_printed_one_a_sheet_and_their_numbers_can_be_read(browser, tmp_path):
    page, _ = browser
    page.route("**/api/d/*/preview", _preview)
    page.route("**/trace?*", lambda own: own.fulfill(json={"source": None, "text": None}))
    page.route("**/*.png", lambda own: own.fulfill(body=_PICTURE, content_type="image/svg+xml"))
    page.get_by_role("link", name="某县图书馆", exact=True).click()
    page.get_by_role("link", name="文稿", exact=True).click()
    number = page.get_by_role("button", name="95.00 从哪里来").first
    number.focus()
    page.keyboard.press("Enter")
    playwright.expect(page.get_by_role("region", name="来源")).to_be_focused()
    page.keyboard.press("Escape")
    playwright.expect(number).to_be_focused()
    file = Path(tmp_path, "printed.pdf")
    page.pdf(path=file, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(file) as printed:
        sizes = [tuple(round(own / 72 * 25.4) for own in sheet.get_size()) for sheet in printed]
        middles = [_middle(sheet) for sheet in printed]
    assert sizes == [(210, 297), (297, 210)]
    assert middles == [0, 0]  # black as the number on the picture


def _middle(sheet: Any) -> int:
    drawn = sheet.render(scale=0.2).to_pil().convert("L")
    return drawn.getpixel((drawn.width // 2, drawn.height // 2))
