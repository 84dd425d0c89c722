"""A clerk in a real browser: opens the folder, types, pastes, undoes, looks at the pages."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
playwright = pytest.importorskip("playwright.sync_api", reason="没有装 playwright")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="没有 Chromium，浏览器里的测试跳过")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def browser(dossier) -> Iterator[tuple[Any, Path]]:
    folder = dossier()
    command = [sys.executable, "-m", "generator", "serve", str(folder.parent.parent), "--no-open"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            with playwright.sync_playwright() as own:
                chromium = own.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                page = chromium.new_page(viewport={"width": 1366, "height": 768})
                faults: list[str] = []
                page.on("pageerror", lambda error: faults.append(str(error)))
                page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
                page.goto(address)
                yield page, folder
                assert not faults
                chromium.close()
        finally:
            process.terminate()


def saved(folder: Path, words: str) -> None:
    import time

    until = time.monotonic() + 10
    while words not in (folder / "books.toml").read_text(encoding="utf-8"):
        assert time.monotonic() < until, f"not saved: {words}"
        time.sleep(0.05)


def test_an_hour_of_a_clerk(browser):
    page, folder = browser
    page.get_by_role("link", name="某县图书馆", exact=True).click()
    grid = page.get_by_role("grid", name="绩效指标")
    grid.wait_for()
    total = page.get_by_role("status", name="总分")
    before = total.inner_text()

    page.get_by_role("gridcell", name="实际完成值 购书册数", exact=True).click()
    page.keyboard.type("10000册")
    page.keyboard.press("Enter")
    saved(folder, 'actual = "10000册"')
    playwright.expect(total).not_to_have_text(before)

    page.get_by_role("button", name="撤销").click()
    saved(folder, 'actual = "20500册"')
    playwright.expect(total).to_have_text(before)
    page.get_by_role("button", name="重做").click()
    saved(folder, 'actual = "10000册"')

    page.get_by_role("gridcell", name="年度指标值 购书册数", exact=True).click()
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "≥9000册\\t9500册\\n≥7%\\t8.5%");
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    saved(folder, 'actual = "8.5%"')
    saved(folder, 'target = "≥9000册"')

    spent = page.get_by_label("全年执行数 年度资金总额")
    spent.fill("一百")
    spent.press("Tab")
    playwright.expect(page.get_by_role("log")).to_contain_text("不是数")

    path = folder / "books.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("93%", "94%"), encoding="utf-8")
    cell = page.get_by_role("gridcell", name="实际完成值 读者满意度", exact=True)
    playwright.expect(cell).to_contain_text("94%", timeout=10_000)

    page.get_by_role("link", name="问题").click()
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text("问题")
    page.get_by_role("link", name="总览").click()
    page.get_by_role("button", name=re.compile("生成 某县图书馆")).click()
    playwright.expect(page.get_by_role("log")).to_contain_text(re.compile("写出|没有生成"))


def test_the_keyboard_alone_is_enough(browser):
    page, folder = browser
    page.get_by_role("link", name="某县图书馆", exact=True).focus()
    page.keyboard.press("Enter")
    first = page.get_by_role("gridcell", name="实际完成值 购书册数", exact=True)
    first.click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.type("以上")
    page.keyboard.press("Escape")
    page.keyboard.type("9%")
    page.keyboard.press("Tab")
    saved(folder, 'actual = "9%"')
