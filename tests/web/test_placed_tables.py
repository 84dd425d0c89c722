"""Tables and charts that sections place are filled in on the page; rows and columns come and go."""

import tomllib

import pytest

TABLE = """
[[insert]]
name = "各镇资金"
head = ["乡镇", "金额（万元）"]  # 两栏
rows = [
  ["甲镇", "1"],  # 甲
  ["乙镇", "2"],
]
"""


@pytest.fixture
def placed(page):
    path = page.folder / "books.toml"
    path.write_text(path.read_text(encoding="utf-8") + TABLE, encoding="utf-8")
    return page


def data_of(page):
    text = (page.folder / "books.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["insert"][0]


def test_a_table_is_laid_out_with_the_place_of_every_cell(placed):
    (own,) = placed.sheet()["placed"]
    assert own["name"] == "各镇资金"
    assert [cell["value"] for cell in own["head"]] == ["乡镇", "金额（万元）"]
    assert [[cell["value"] for cell in row] for row in own["rows"]] == [
        ["甲镇", "1"],
        ["乙镇", "2"],
    ]
    assert own["rows"][1][1]["keys"] == ["insert", 0, "rows", 1, 1]
    kind = next(field for field in own["fields"] if field["keys"][-1] == "kind")
    assert kind["labels"].keys() == {"table", *kind["choices"]}
    assert kind["usual"] == "表"


@pytest.mark.parametrize(
    ("cell", "was", "now"), [(1, "2", '{{ fact("乙镇") }}'), (0, "乙镇", ""), (1, "2", "")]
)
def test_a_cell_is_saved_and_what_stands_beside_it_stays(placed, cell, was, now):
    keys = ["insert", 0, "rows", 1, cell]
    saved = placed.ask("save", {"wishes": [{"keys": keys, "was": was, "now": now, "row": ""}]})
    assert saved["done"] == 1
    assert data_of(placed)["rows"][1][cell] == now
    assert "# 甲" in (placed.folder / "books.toml").read_text(encoding="utf-8")


def test_rows_and_columns_come_go_and_are_put_back(placed):
    before = data_of(placed)
    placed.ask("add", {"list": ["insert", 0, "rows"], "row": {"0": "丙镇", "1": "3"}})
    placed.ask("add", {"list": ["insert", 0, "head"], "row": {"0": "占比"}})
    assert data_of(placed)["head"] == ["乡镇", "金额（万元）", "占比"]
    assert data_of(placed)["rows"][2] == ["丙镇", "3", ""]
    gone = placed.ask("remove", {"keys": ["insert", 0, "head", 2], "row": "占比"})
    assert gone["done"] == 1
    gone = placed.ask("remove", {"keys": ["insert", 0, "rows", 2], "row": "丙镇\t3"})
    assert (gone["done"], data_of(placed)) == (1, before)
    back = {"list": ["insert", 0, "rows"], "row": {}, "kept": gone["kept"]}
    assert placed.ask("add", back)["done"] == 1
    assert data_of(placed)["rows"][2] == ["丙镇", "3"]


def test_a_row_that_is_another_one_by_now_stays(placed):
    gone = placed.ask("remove", {"keys": ["insert", 0, "rows", 1], "row": "丁镇\t4"})
    assert (gone["done"], len(data_of(placed)["rows"])) == (0, 2)


def test_a_new_table_has_two_columns_and_a_row(page):
    assert page.ask("add", {"list": ["insert"], "row": {"name": "各镇"}})["done"] == 1
    assert data_of(page) == {"name": "各镇", "head": ["", ""], "rows": [["", ""]]}
    unit = page.ask("add", {"list": ["insert"], "row": {"name": "各项目"}}, subject="unit")
    assert unit["sheet"]["placed"][0]["name"] == "各项目"


@pytest.mark.parametrize(
    "keys", [["insert", 0, "name"], ["insert", 7, "rows"], ["insert", 0, "head", 0, 1]]
)
def test_what_is_no_list_of_a_table_gets_no_row(placed, keys):
    before = (placed.folder / "books.toml").read_text(encoding="utf-8")
    assert placed.ask("add", {"list": keys, "row": {"0": "x"}})["done"] == 0
    assert (placed.folder / "books.toml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["insert", 0, "head", 1], "金额（万元）"),
        (["insert", 0, "rows"], "['甲镇', '1']\t['乙镇', '2']"),
        (["year"], "2023"),
    ],
)
def test_nothing_is_taken_out_that_must_be_there(placed, keys, row):
    before = (placed.folder / "books.toml").read_text(encoding="utf-8")
    assert placed.ask("remove", {"keys": keys, "row": row})["done"] == 0
    assert (placed.folder / "books.toml").read_text(encoding="utf-8") == before


def test_sections_place_a_table_by_its_new_name(placed):
    path = placed.folder / "books.toml"
    text = path.read_text(encoding="utf-8")
    mark = '\n[text]\nmain = """\n见下表。\n\n![各镇资金](各镇资金)\n"""\n'
    path.write_text(text + mark, encoding="utf-8")
    before = path.read_bytes()
    wish = {"keys": ["insert", 0, "name"], "was": "各镇资金", "now": "乡镇资金", "row": ""}
    done = placed.ask("save", {"wishes": [wish]})
    assert done["followed"] == 1
    assert "![各镇资金](乡镇资金)" in path.read_text(encoding="utf-8")
    placed.ask("save", {"wishes": [], "kept": done["kept"]})
    assert path.read_bytes() == before
