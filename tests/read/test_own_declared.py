"""A form that is declared, read in layouts of all kinds: values by their kinds, everything accounted for."""

import datetime

import pytest
import tomli

from generator.model.own_form import OwnForm
from generator.read.own_book import Candidate, OwnBook, best_candidate
from generator.read.whole_document import recognise
from tests.foreign import book, picture, read_excel, read_word
from tests.own_form import FORM

TITLE = "2023年度项目支出绩效自评表"
ROWS = picture("""
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 评分标准
产出指标 | 数量指标 | 购书册数 | ≥20000册 | 20500册 | 50 | 50 | 达标得满分
^ | 质量指标 | 新书占比 | ≥60% | 65% | 40 | 40 | ^
""")
HEAD = picture("""
项目名称 | 图书购置 | < | <
项目负责人 | 李某 | 联系电话 | 0731-12345678
评价方式 | □单位自评 ☑第三方评价 | 公开渠道 | ☑门户网站 □公告栏 ☑报纸
是否公开 | 是 | 受益人数（人） | 1,200
财政资金（元） | 800000 | 自筹资金 | 15.5
资金合计 | 95.5 | 填表日期 | 2024.3.5
评价结论 | 目标基本实现。 | < | <
""")


def declared(text=FORM):
    return OwnForm.from_data(tomli.loads(text, parse_float=__import__("decimal").Decimal)).declared


def read(document, text=FORM):
    own = OwnBook(Candidate("county-2020", declared(text)))
    return recognise(document, book(), frozenset(), own=own)


def only(draft):
    (subject,) = draft.subjects
    return subject


def unread(draft):
    return [left.quote for s in draft.subjects for left in s.unplaced] + [
        left.quote for left in draft.unplaced
    ]


def test_labels_with_their_values_beside_them():
    draft = read(read_word(TITLE, HEAD, ROWS))
    assert only(draft).values["fields"] == {
        "项目负责人": "李某",
        "联系电话": "0731-12345678",
        "评价方式": "第三方评价",
        "公开渠道": ["门户网站", "报纸"],
        "是否公开": True,
        "受益人数": 1200,
        "财政资金": 80,
        "自筹资金": tomli.loads("a = 15.5")["a"],
        "填表日期": datetime.date(2024, 3, 5),
        "评价结论": "目标基本实现。",
    }
    assert unread(draft) == []
    assert draft.accounts[0].as_data()["unread"] == 0


def test_a_cell_over_several_indicators_holds_for_all_of_them():
    rows = only(read(read_word(TITLE, HEAD, ROWS))).values["indicator"]
    assert [row["fields"] for row in rows] == [{"评分标准": "达标得满分"}] * 2


def test_labels_over_their_values_and_lines_of_labels():
    head = picture("""
    项目名称 | 图书购置 | <
    项目负责人 | 受益人数 | 财政资金（万元）
    李某 | 1200人 | 80.00
    填表日期：2024年3月5日　　联系电话：0731-12345678 | < | <
    """)
    draft = read(read_word(TITLE, head, ROWS, "是否公开：否"))
    assert only(draft).values["fields"] == {
        "项目负责人": "李某",
        "受益人数": 1200,
        "财政资金": 80,
        "填表日期": datetime.date(2024, 3, 5),
        "联系电话": "0731-12345678",
        "是否公开": False,
    }
    assert unread(draft) == []


def test_a_table_inside_the_form_beside_its_name():
    costs = picture("""
    项目名称 | < | 图书购置 | < | <
    项目负责人 | < | 李某 | < | <
    三公经费 | 费用 | 预算安排（元） | 实际支出（元） | 编列依据
    ^ | 公务接待费 | 20000 | 15000 | 上年数
    ^ | 公务用车费 | 130000 | 117500 |
    ^ | 1.购置费 | 100000 | 95000 |
    ^ | 2.运行费 | 30000 | 22500 | 厉行节约条例
    ^ | 合计 | 150000 | 132500 |
    联系电话 | < | 0731-12345678 | < | <
    """)
    draft = read(read_word(TITLE, costs, ROWS))
    subject = only(draft)
    assert subject.values["tables"] == {
        "三公经费": {
            "公务接待费": {"预算": 2, "支出": tomli.loads("a = 1.5")["a"], "依据": "上年数"},
            "购置费": {"预算": 10, "支出": tomli.loads("a = 9.5")["a"]},
            "运行费": {"预算": 3, "支出": tomli.loads("a = 2.25")["a"]},
        }
    }
    assert "sums" not in subject.values.get("stated", {})
    assert subject.values["fields"]["联系电话"] == "0731-12345678"
    assert unread(draft) == []


def test_a_list_ends_where_something_else_begins():
    items = picture("""
    项目名称 | 图书购置 | < | <
    顺序 | 设备名称 | 台数 | 到货日期
    1 | 借还机 | 2 | 2023年6月
    2 | 购置费 | 3 | 2023-06-02
    3 |  |  |
    项目负责人 | 李某 | 联系电话 | 0731-12345678
    """)
    draft = read(read_word(TITLE, items, ROWS))
    subject = only(draft)
    assert subject.values["tables"]["设备清单"] == [
        {"设备": "借还机", "台数": 2},
        {"设备": "购置费", "台数": 3, "到货": datetime.date(2023, 6, 2)},
    ]
    assert subject.values["fields"] == {"项目负责人": "李某", "联系电话": "0731-12345678"}
    assert unread(draft) == ["2023年6月"]


def test_a_list_ends_at_the_header_of_the_indicators():
    items = picture("""
    项目名称 | 图书购置 | < | < | < | < | < | <
    顺序 | 设备名称 | 台数 | 到货日期 | < | < | < | <
    1 | 借还机 | 2 | 2023-06-02 | < | < | < | <
    """)
    subject = only(read(read_excel([*items, *ROWS])))
    assert [row["设备"] for row in subject.values["tables"]["设备清单"]] == ["借还机"]
    assert [row["name"] for row in subject.values["indicator"]] == ["购书册数", "新书占比"]


def test_a_blank_form_holds_nothing_and_asks_for_all():
    blank = picture("""
    项目名称 | 图书购置 | < | <
    项目负责人 |  | 联系电话 |
    评价方式 | □单位自评 □第三方评价 | 受益人数 |
    费用 | 预算安排 | 实际支出 | 编列依据
    公务接待费 |  |  |
    合计 |  |  |
    """)
    draft = read(read_word(TITLE, blank, ROWS))
    subject = only(draft)
    assert "fields" not in subject.values
    assert "tables" not in subject.values
    assert {"fields.项目负责人", "fields.评价方式", "tables.三公经费"} <= subject.asked
    assert "fields.填表日期" not in subject.asked
    assert unread(draft) == []


def test_several_forms_in_one_file_keep_apart():
    other = [
        [cell.replace("图书购置", "馆舍维修").replace("李某", "王某") for cell in row]
        for row in HEAD
    ]
    draft = read(read_word(TITLE, HEAD, ROWS, TITLE, other, ROWS))
    assert [(s.name, s.values["fields"]["项目负责人"]) for s in draft.subjects] == [
        ("图书购置", "李某"),
        ("馆舍维修", "王某"),
    ]


def test_a_sheet_is_read_alike():
    draft = read(read_excel([[TITLE, *[""] * 7], *([*row, *[""] * 4] for row in HEAD), *ROWS]))
    assert only(draft).values["fields"]["受益人数"] == 1200
    assert only(draft).values["fields"]["填表日期"] == datetime.date(2024, 3, 5)


@pytest.mark.parametrize(
    ("labels", "is_one"),
    [
        (("项目负责人", "联系电话", "评价方式"), False),
        (tuple(field.label for field in declared().fields), True),
    ],
)
def test_a_form_is_known_by_half_of_its_labels(labels, is_one):
    page = [["项目名称", "图书购置"], *([label, ""] for label in labels)]
    columns = [c.label for t in declared().tables for c in t.column] if is_one else []
    document = read_word(TITLE, page, *([columns] if columns else []))
    found = best_candidate(document, [Candidate("county-2020", declared())], "")
    assert (found is not None) is is_one


def test_of_two_forms_the_one_with_more_labels_is_taken_and_else_the_usual_one():
    few = declared('id = "x"\n[[field]]\nkey = "项目负责人"\n[[field]]\nkey = "联系电话"')
    document = read_word(TITLE, HEAD, ROWS)
    both = [Candidate("few", few), Candidate("same", few)]
    found = best_candidate(document, both, "same")
    assert found is not None
    assert found.scheme == "same"


def test_an_indicator_that_is_called_as_a_field_is_none_of_its_values():
    table = picture("""
    项目名称 | 图书购置 | < | < | < | <
    资金合计 | 95.5 | 填表日期 | 2024.3.5 | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值
    产出指标 | 数量指标 | 购书册数 | ≥20000册 | 20500册 | 50
    ^ | 成本指标 | 受益人数 | ≥900人 | 930人 | 40
    """)
    subject = only(read(read_word(TITLE, table)))
    assert [row["name"] for row in subject.get(("indicator",))] == ["购书册数", "受益人数"]
    assert subject.get(("fields", "受益人数")) is None


def is_known(document, names):
    text = 'id = "x"\n' + "".join(f'[[field]]\nkey = "{name}"\n' for name in names)
    return best_candidate(document, [Candidate("x", declared(text))], "") is not None


@pytest.mark.parametrize(
    ("labels", "met", "known"), [(2, 1, False), (2, 2, True), (4, 2, False), (6, 3, True)]
)
def test_of_more_than_two_labels_three_are_met_where_a_form_is_known(labels, met, known):
    names = [f"自设{mark}项" for mark in "甲乙丙丁戊己"[:labels]]
    assert is_known(read_word([[name, ""] for name in names[:met]]), names) is known


@pytest.mark.parametrize(("signs", "known"), [(200, True), (201, False)])
def test_a_line_of_two_hundred_signs_may_begin_with_a_label(signs, known):
    line = "负责人员："
    assert is_known(read_word(line + "李" * (signs - len(line))), ["负责人员"]) is known


@pytest.mark.parametrize(
    ("row", "devices"),
    [
        ("2 | 书架 | 3 | ^", ["借还机", "书架"]),  # three of four columns have a cell of their own
        ("2 | 书架 | 3 | 2023-06-03", ["借还机", "书架"]),
        ("以上设备均已验收 | < | 王某 | <", ["借还机"]),
    ],
)
def test_a_row_of_a_list_has_cells_below_most_of_its_headings(row, devices):
    items = picture(f"""
    项目名称 | 图书购置 | < | <
    顺序 | 设备名称 | 台数 | 到货日期
    1 | 借还机 | 2 | 2023-06-02
    {row}
    """)
    subject = only(read(read_word(TITLE, items, ROWS)))
    assert [one["设备"] for one in subject.values["tables"]["设备清单"]] == devices


@pytest.mark.parametrize(
    ("heads", "is_found"),
    [
        ("顺序 | 设备名称 | 台数 | 说明", True),
        ("顺序 | 设备名称 | 规格 | 说明", False),
    ],
)
def test_a_list_is_known_by_two_of_three_headings(heads, is_found):
    items = picture(f"项目名称 | 图书购置 | < | <\n{heads}\n1 | 借还机 | 2 | 无")
    subject = only(read(read_word(TITLE, items, ROWS)))
    assert ("tables" in subject.values) is is_found
