"""What the page fills in: goals, rows of texts, sections with their standard wording, figures to quote."""

import pytest

from generator.model.spans import Span
from generator.use.build.standard_words import SectionWords
from generator.web.fillable_cells import COLUMNS
from generator.web.sheet_texts import section_note
from tests.web.conftest import OWN


def test_a_goal_can_be_written_where_there_is_none(page):
    path = page.folder / "books.toml"
    head, _, tail = path.read_text(encoding="utf-8").partition("[goal]")
    path.write_text(head + tail[tail.index("[[indicator]]") :], encoding="utf-8")
    assert [own["key"] for own in page.sheet()["goals"]] == ["goal.expected", "goal.achieved"]
    assert page.save("goal.expected", "丰富馆藏。")["done"] == 1
    assert 'expected = "丰富馆藏。"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rows", "row", "label"),
    [
        (["problem"], {"text": "新书上架慢。"}, "新书上架慢。"),
        (["funds", "sources"], {"name": "其他资金"}, "其他资金"),
        (["indicator"], {"class": "产出/质量", "name": "上架率"}, "上架率"),
    ],
)
def test_rows_come_go_and_come_back(page, rows, row, label):
    path = page.folder / "books.toml"
    before = path.read_text(encoding="utf-8")
    assert page.ask("add", {"list": rows, "row": row})["done"] == 1
    added = path.read_text(encoding="utf-8")
    assert label in added
    gone = page.ask("remove", {"keys": [*rows, added_at(page, rows)], "row": label})
    assert gone["done"] == 1
    assert path.read_text(encoding="utf-8") == before
    assert page.ask("add", {"list": rows, "row": {}, "kept": gone["kept"]})["done"] == 1
    assert path.read_text(encoding="utf-8") == added


def added_at(page, rows):
    sheet = page.sheet()
    every = [
        *sheet["rows"],
        *sheet["funds"]["rows"],
        *(r for li in sheet["lists"] for r in li["rows"]),
    ]
    return max(own["keys"][-1] for own in every if own["keys"][:-1] == rows)


def test_a_row_of_another_kind_is_not_added(page):
    before = (page.folder / "books.toml").read_bytes()
    added = page.ask("add", {"list": ["accept"], "row": {"nonsense": "1"}})
    assert added["done"] == 0
    assert (page.folder / "books.toml").read_bytes() == before


@pytest.mark.parametrize("row", [{}, {"name": "上架率"}])
def test_half_a_row_is_not_added(page, row):
    before = (page.folder / "books.toml").read_bytes()
    added = page.ask("add", {"list": ["indicator"], "row": row, "kept": "gone"})
    assert "文件就读不了" in added["refused"][0]["message"]
    assert (page.folder / "books.toml").read_bytes() == before


@pytest.mark.parametrize(
    "key",
    ["project.name", "indicator[购书册数].name", "problem[1].text", "funds.spent"],
)
def test_what_is_emptied_leaves_a_file_that_can_be_read(page, key):
    sheet = page.sheet()
    cells = [c for r in (*sheet["rows"], *sheet["funds"]["rows"]) for c in r["cells"]]
    cells += sheet["texts"] + [c for li in sheet["lists"] for r in li["rows"] for c in r["cells"]]
    own = next(cell for cell in cells if cell["key"] == key)
    wish = {"keys": own["keys"], "was": own["value"], "now": "", "row": own["row"]}
    saved = page.ask("save", {"wishes": [wish]})
    assert saved["done"] == 1
    assert saved["sheet"] is not None
    assert page.sheet()["rows"]


def test_a_name_that_stands_for_two_things_is_not_taken(page):
    page.ask("add", {"row": {"class": "产出/数量", "name": "上架册数"}})
    before = (page.folder / "books.toml").read_bytes()
    cell = page.sheet()["rows"][-1]["cells"][COLUMNS.index("name")]
    wish = {"keys": cell["keys"], "was": cell["value"], "now": "购书册数", "row": cell["row"]}
    for told in (
        page.ask("save", {"wishes": [wish]}),
        page.ask("try", {"wishes": [wish]}),
        page.ask("add", {"row": {"class": "产出/数量", "name": "购书册数"}}),
    ):
        assert "文件就读不了" in told["refused"][0]["message"]
    assert (page.folder / "books.toml").read_bytes() == before


def test_a_section_shows_what_it_prints_without_words_of_its_own(page):
    section = next(own for own in page.sheet()["sections"] if "{{" in own["standard"])
    assert section["value"] == ""
    saved = page.save(section["key"], section["standard"])["sheet"]
    own = next(one for one in saved["sections"] if one["key"] == section["key"])
    assert own["value"] == section["standard"]
    # Words that quote as the standard wording does are no problem.
    assert [p for p in page.sheet()["problems"] if p["key"] == section["key"]] == []


def test_figures_of_all_kinds_can_be_quoted_and_quotations_show_what_they_print(page):
    path = page.folder / "books.toml"
    path.write_text(
        path.read_text(encoding="utf-8") + '\n[facts]\n"读者" = "3万人"\n', encoding="utf-8"
    )
    sheet = page.sheet()
    figures = {own["name"]: own["shown"] for own in sheet["figures"]}
    assert figures['fact("读者")'] == "3万人"
    assert figures['indicator("购书册数").score'] == "50分"
    assert sheet["quoted"] == {'indicator("购书册数").actual': "20500册", "funds.spent": "95万元"}


def test_what_is_sure_stands_with_its_problem(page):
    page.save("indicator[购书册数].actual", "2O500册")
    mends = [own["mend"] for own in page.sheet()["problems"] if own["mend"]]
    (mend,) = mends
    assert mend["keys"] == ["indicator", 0, "actual"]
    assert (mend["was"], mend["now"], mend["said"]) == ("2O500册", "20500册", "改为 20500册")


def test_a_reason_is_asked_for_where_points_are_taken_off(page):
    page.save("indicator[到馆人次增长率].reason", "")
    assert [row["wants_reason"] for row in page.sheet()["rows"]] == [False, True, False]


def test_the_money_is_counted_in_a_unit_from_a_list(page):
    unit = page.sheet()["funds"]["unit"]
    assert unit["choices"] == ["元", "千元", "万元", "亿元"]
    wish = {"keys": unit["keys"], "was": unit["value"], "now": "斤", "row": ""}
    assert page.ask("save", {"wishes": [wish]})["refused"]
    assert page.ask("save", {"wishes": [{**wish, "now": "元"}]})["done"] == 1


def test_other_subjects_lend_their_wording(page):
    text = (page.folder / "books.toml").read_text(encoding="utf-8")
    (page.folder / "papers.toml").write_text(
        text.replace("图书购置", "报刊购置").replace("延长开放时间。", "增设自助借还。"),
        encoding="utf-8",
    )
    found = page.client.get(
        f"/api/d/{page.id}/s/books/snippets", params={"keys": '["problem", 0, "measure"]'}
    ).json()
    assert found == {"snippets": [{"origin": "报刊购置", "text": "增设自助借还。"}]}


@pytest.mark.parametrize("keys", ["", "{", "[]", "[-1]", "[" * 3000, '["x", null]'])
def test_keys_that_no_page_sends_are_refused(page, keys):
    answer = page.client.get(
        f"/api/d/{page.id}/s/books/snippets", params={"keys": keys}, headers=OWN
    )
    assert answer.status_code == 400


def test_an_indicator_goes_to_one_of_several_goals(page):
    path = page.folder / "books.toml"
    text = path.read_text(encoding="utf-8").replace("[goal]", '[[goals]]\nname = "目标一"')
    path.write_text(text.replace("[[indicator]]", "[[goals.indicator]]"), encoding="utf-8")
    sheet = page.sheet()
    assert sheet["row_lists"] == [{"keys": ["goals", 0, "indicator"], "title": "目标一"}]
    assert sheet["goals"] == []
    added = page.ask(
        "add", {"list": ["goals", 0, "indicator"], "row": {"class": "产出/质量", "name": "上架率"}}
    )
    assert added["sheet"]["rows"][-1]["name"] == "上架率"
    assert len(added["sheet"]["rows"][-1]["cells"]) == len(COLUMNS)


def test_sentences_are_quoted_by_name_with_the_figures_of_the_subject(page):
    address = f"/api/d/{page.id}/s/books/sentences"
    found = {own["name"]: own for own in page.client.get(address).json()["sentences"]}
    whole = found['snippet("执行进度偏低")']
    assert whole["title"].startswith("资金使用")
    assert "95%" in whole["text"]
    assert 'snippet("达到指标值/购书册数")' in found
    page.save("funds.explanation", f"{{{{ {whole['name']} }}}}")
    assert page.sheet()["quoted"][whole["name"]] == whole["text"]


def test_of_a_subject_that_is_not_there_no_sentence_is_offered(page):
    answer = page.client.get(f"/api/d/{page.id}/s/none/sentences")
    assert answer.json() == {"sentences": []}


@pytest.mark.parametrize(
    ("section", "note"),
    [
        (SectionWords("绩效情况", has_parts=True), "下面分节写，这里可以不填"),
        (SectionWords("得分", has_parts=True, has_chart=True), "这里放程序画的图，可以不填"),
        (SectionWords("结论", (Span("完成。"),), has_parts=True), None),
        (SectionWords("结论"), None),
    ],
)
def test_a_section_that_may_stay_blank_says_why(section, note):
    assert section_note(section).get("note") == note
