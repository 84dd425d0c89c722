"""Cells are saved whole, at once, and never over what somebody else saved meanwhile."""

import errno
import os
import tomllib

import pytest

from tests.web.conftest import OWN, Page, cells_of

ACTUAL = "indicator[购书册数].actual"


def said(page: Page) -> str:
    return (page.folder / "books.toml").read_text(encoding="utf-8")


def test_a_cell_goes_into_the_file_and_scores_follow(page):
    before = page.sheet()["scores"]["total"]
    saved = page.save(ACTUAL, "10000册")
    assert saved["done"] == 1
    assert not saved["refused"]
    assert 'actual = "10000册"' in said(page)
    assert saved["sheet"]["scores"]["total"] != before


def test_nothing_else_in_the_file_changes(page):
    path = page.folder / "books.toml"
    path.write_text(f"# 由张三填写\n{said(page)}", encoding="utf-8")
    before = said(page)
    page.save(ACTUAL, "20501册")
    assert said(page) == before.replace("20500册", "20501册")


def test_a_number_is_written_as_a_number(page):
    assert page.save("funds.spent", "1,096.50")["done"] == 1
    assert "spent = 1096.50\n" in said(page)


def test_what_is_no_number_is_refused_with_the_reason(page):
    saved = page.save("indicator[购书册数].weight", "50分")
    assert saved["done"] == 0
    assert "只写数字" in saved["refused"][0]["message"]
    assert "weight = 50\n" in said(page)


def test_a_cell_that_was_changed_elsewhere_is_asked_and_not_overwritten(page):
    path = page.folder / "books.toml"
    path.write_text(said(page).replace("20500册", "20600册"), encoding="utf-8")
    saved = page.save(ACTUAL, "20700册", was="20500册")
    assert saved["refused"][0]["now"] == "20600册"
    assert "20600册" in said(page)


def test_another_cell_that_was_changed_elsewhere_stays_as_it_is(page):
    sheet = page.sheet()
    cell = next(c for row in sheet["rows"] for c in row["cells"] if c["key"] == ACTUAL)
    path = page.folder / "books.toml"
    path.write_text(said(page).replace("spent = 95\n", "spent = 96\n"), encoding="utf-8")
    wish = {"keys": cell["keys"], "was": cell["value"], "now": "20999册", "row": cell["row"]}
    assert page.ask("save", {"wishes": [wish]})["done"] == 1
    assert "spent = 96\n" in said(page)
    assert "20999册" in said(page)


def test_a_row_that_moved_is_found_by_its_name(page):
    sheet = page.sheet()
    cell = next(c for row in sheet["rows"] for c in row["cells"] if c["key"] == ACTUAL)
    first = '[[indicator]]\nclass = "产出/质量"\nname = "新书上架率"\ntarget = "100%"\n\n'
    path = page.folder / "books.toml"
    path.write_text(
        said(page).replace("[[indicator]]", f"{first}[[indicator]]", 1), encoding="utf-8"
    )
    wish = {"keys": cell["keys"], "was": cell["value"], "now": "20999册", "row": cell["row"]}
    page.ask("save", {"wishes": [wish]})
    rows = tomllib.loads(said(page))["indicator"]
    assert [row.get("actual") for row in rows[:2]] == [None, "20999册"]


def test_a_row_that_is_gone_is_told(page):
    saved = page.ask(
        "save",
        {"wishes": [{"keys": ["indicator", 0, "actual"], "was": "", "now": "1", "row": "没有"}]},
    )
    assert "刷新" in saved["refused"][0]["message"]


def test_an_emptied_cell_loses_its_key(page):
    page.save("indicator[到馆人次增长率].reason", "")
    assert "新馆推迟开放" not in said(page)
    assert "reason" not in tomllib.loads(said(page))["indicator"][1]


def test_keys_that_no_cell_shows_are_refused(page):
    for keys in (
        ["project"],
        ["nope", "x"],
        ["indicator", 0],
        ["accept", 0, "nope"],
        ["indicator", 99, "name"],
    ):
        before = said(page)
        saved = page.ask("save", {"wishes": [{"keys": keys, "was": "", "now": "x", "row": ""}]})
        assert saved["done"] == 0, keys
        assert said(page) == before


def test_a_row_is_added_and_taken_away(page):
    row = {"class": "产出/质量", "name": "新书上架率"}
    added = page.ask("add", {"row": row})
    assert added["sheet"]["rows"][-1]["name"] == "新书上架率"
    keys = added["sheet"]["rows"][-1]["keys"]
    gone = page.ask("remove", {"keys": keys, "row": "新书上架率"})
    assert [row["name"] for row in gone["sheet"]["rows"]] == [
        "购书册数",
        "到馆人次增长率",
        "读者满意度",
    ]


def test_another_row_is_not_taken_away_in_its_place(page):
    before = said(page)
    assert page.ask("remove", {"keys": ["indicator", 0], "row": "读者满意"})["refused"]
    assert said(page) == before


def test_a_disk_that_takes_nothing_is_told_and_the_file_stays(page, monkeypatch):
    from pathlib import Path

    before = said(page)

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(Path, "rename", full)
    saved = page.save(ACTUAL, "1册")
    assert saved["done"] == 0
    assert saved["problems"]
    monkeypatch.undo()
    assert said(page) == before


@pytest.mark.parametrize("number", range(1, 7))
def test_a_disk_that_is_full_at_any_write_leaves_a_whole_file_and_the_next_save_goes_on(
    page, monkeypatch, number
):
    path = page.folder / "books.toml"
    before, writes, write = path.read_bytes(), [], os.fsync

    def full(descriptor):
        writes.append(descriptor)
        if len(writes) == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    saved = page.save("indicator[购书册数].actual", "30000册")
    monkeypatch.undo()
    after = path.read_bytes()
    assert len(writes) >= number
    assert after in (before, before.replace(b"20500", b"30000"))
    assert (after != before) == (saved["done"] == 1)
    assert saved["done"] or saved["problems"]
    page.save("indicator[购书册数].actual", "40000册")
    assert path.read_bytes() == before.replace(b"20500", b"40000")
    assert [own for own in page.folder.rglob("*") if own.suffix == ".tmp"] == []


def test_two_tabs_that_change_different_cells_both_keep_what_they_typed(page):
    one, other = page.sheet(), page.sheet()
    for sheet, key, now in (
        (one, "funds.spent", "90"),
        (other, "project.authority", "某县教育局"),
    ):
        cell = next(own for own in cells_of(sheet) if own["key"] == key)
        wish = {"keys": cell["keys"], "was": cell["value"], "now": now, "row": cell["row"]}
        assert page.ask("save", {"wishes": [wish]})["done"] == 1
    text = (page.folder / "books.toml").read_text(encoding="utf-8")
    assert "spent = 90" in text
    assert "某县教育局" in text


def test_a_row_that_was_taken_away_comes_back_as_it_was(page):
    path = page.folder / "books.toml"
    path.write_text(
        said(page).replace('name = "购书册数"', 'name = "购书册数" # 台账'), encoding="utf-8"
    )
    before = said(page)
    row = page.sheet()["rows"][0]
    gone = page.ask("remove", {"keys": row["keys"], "row": row["name"]})
    assert said(page) != before
    back = page.ask("add", {"row": {"name": row["name"]}, "kept": gone["kept"]})
    assert back["done"] == 1
    assert said(page) == before


def test_a_row_comes_back_whole_where_the_file_was_changed_meanwhile(page):
    before = tomllib.loads(said(page))["indicator"]
    row = page.sheet()["rows"][0]
    gone = page.ask("remove", {"keys": row["keys"], "row": row["name"]})
    path = page.folder / "books.toml"
    path.write_text(f"# 由张三填写\n{said(page)}", encoding="utf-8")
    page.ask("add", {"row": {"name": row["name"]}, "kept": gone["kept"]})
    after = tomllib.loads(said(page))["indicator"]
    assert after == [*before[1:], before[0]]
    assert said(page).startswith("# 由张三填写\n")


def test_a_row_goes_back_into_its_own_file_alone(page):
    row = page.sheet()["rows"][0]
    kept = page.ask("remove", {"keys": row["keys"], "row": row["name"]})["kept"]
    other = page.folder / "other.toml"
    other.write_text(said(page), encoding="utf-8")
    row = {"class": "产出/质量", "name": "新书上架率"}
    added = page.ask("add", {"row": row, "kept": kept}, subject="other")
    assert added["sheet"]["rows"][-1]["name"] == "新书上架率"


def test_more_cells_than_can_be_saved_at_once_are_refused_and_none_is_lost_in_silence(page):
    before = said(page)
    wish = {"keys": ["indicator", 0, "actual"], "was": "20500册", "now": "1册", "row": "购书册数"}
    answer = page.client.post(
        f"/api/d/{page.id}/s/books/save", json={"wishes": [wish] * 5001}, headers=OWN
    )
    assert answer.status_code == 413
    assert "一格也没有保存" in answer.json()["message"]
    assert said(page) == before


@pytest.mark.parametrize(
    ("was", "now"),
    [("spent = 95\n", "96"), ("spent = 95.00 # 决算数\n", "96"), ("spent = 95\n", "")],
)
def test_what_is_taken_back_stands_there_in_its_very_letters(page, was, now):
    path = page.folder / "books.toml"
    path.write_text(said(page).replace("spent = 95\n", was), encoding="utf-8")
    before = path.read_bytes()
    done = page.save("funds.spent", now)
    after = path.read_bytes()
    back = page.ask("save", {"wishes": [], "kept": done["kept"]})
    assert after != before == path.read_bytes()
    assert page.ask("save", {"wishes": [], "kept": back["kept"]})["done"] == 1
    assert path.read_bytes() == after


def test_what_somebody_changed_meanwhile_stays_when_a_change_is_taken_back(page):
    done = page.save("funds.spent", "96")
    path = page.folder / "books.toml"
    path.write_text(f"# 由张三填写\n{said(page)}", encoding="utf-8")
    wish = {"keys": ["funds", "spent"], "was": "96", "now": "95", "row": ""}
    page.ask("save", {"wishes": [wish], "kept": done["kept"]})
    assert said(page).startswith("# 由张三填写\n")
    assert "spent = 95\n" in said(page)


def test_quotations_and_accepted_problems_follow_a_row_that_gets_another_name(page):
    path, unit = page.folder / "books.toml", page.folder / "unit.toml"
    accepted = '\n[[accept]]\ncode = "C03"\nkey = "indicator[购书册数].actual"\nreason = "已核对"\n'
    path.write_text(f"{said(page)}{accepted}", encoding="utf-8")
    quoted = '{{ project("books").indicator("购书册数").actual }}'
    report = f"\n[[report]]\nid = \"report-1\"\ntitle = '报告'\n[report.text]\nmain = '{quoted}'\n"
    unit.write_text(unit.read_text(encoding="utf-8") + report, encoding="utf-8")
    before = path.read_bytes(), unit.read_bytes()
    done = page.save("indicator[购书册数].name", "购书数")
    assert done["followed"] == 3
    assert "购书册数" not in said(page) + unit.read_text(encoding="utf-8")
    assert 'key = "indicator[购书数].actual"' in said(page)
    page.ask("save", {"wishes": [], "kept": done["kept"]})
    assert (path.read_bytes(), unit.read_bytes()) == before


def test_what_is_typed_waits_while_an_editor_leaves_the_file_broken(page):
    cell = next(c for c in cells_of(page.sheet()) if c["key"] == ACTUAL)
    wish = {"keys": cell["keys"], "was": cell["value"], "now": "46册", "row": cell["row"]}
    whole, path = said(page), page.folder / "books.toml"
    address = f"/api/d/{page.id}/s/books"
    asked = {"save": {"wishes": [wish]}, "add": {"list": ["indicator"], "row": {"name": "新的"}}}
    path.write_text(f"{whole}\n[[indicator\n", encoding="utf-8")
    for what, body in asked.items():
        answer = page.client.post(f"{address}/{what}", json=body, headers=OWN)
        assert answer.status_code == 423
        assert "改好以后" in answer.json()["message"]
    path.write_text(whole, encoding="utf-8")
    assert page.ask("save", asked["save"])["done"] == 1
    assert 'actual = "46册"' in said(page)
    path.unlink()
    gone = page.ask("save", asked["save"])
    assert gone["done"] == 0
    assert "已经不在" in gone["refused"][0]["message"]
