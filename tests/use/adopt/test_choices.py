"""Boxes to tick of a form become choices with their options and marks, and are read back."""

import io
import json

import docx
import pytest
import tomli
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
FORM = """
    项目名称 | < | 护林防火 | < | < | < | <
    主管部门 | < | 青岭县林业局 | < | 实施单位 | 青岭县林场 | <
    {row}
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 巡护里程 | ≥200公里 | 210公里 | 50 | 50
    效益指标 | 社会效益指标 | 林区火灾 | ≤1起 | 0起 | 40 | 40
    满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90% | 94% | 10 | 10
    总分 | < | < | < | < | 100 | 100
"""
IN_CELL = "项目类别 | < | {} | < | < | < | <"
# what a blank form has, what a unit ticks, and what comes of it
CASES = {
    "before": (
        IN_CELL.format("□新增　□延续"), IN_CELL.format("□新增　☑延续"),
        "项目类别", ["新增", "延续"], "☑", "□", "延续",
    ),
    "behind": (
        IN_CELL.format("1、部门预算项目□　2、转移支付项目□"),
        IN_CELL.format("1、部门预算项目□　2、转移支付项目☑"),
        "项目类别", ["部门预算项目", "转移支付项目"], "☑", "□", "转移支付项目",
    ),
    "circles": (
        IN_CELL.format("○甲类\\n○乙类\\n○丙类"), IN_CELL.format("○甲类\\n●乙类\\n○丙类"),
        "项目类别", ["甲类", "乙类", "丙类"], "●", "○", "乙类",
    ),
    "begin-alike": (
        IN_CELL.format("□财政　□财政专户"), IN_CELL.format("□财政　☑财政专户"),
        "项目类别", ["财政", "财政专户"], "☑", "□", "财政专户",
    ),
    "brackets": (
        "是否公开 | < | 是（　） 否（　） | < | < | < | <",
        "是否公开 | < | 是（√） 否（　） | < | < | < | <",
        "是否公开", ["是", "否"], "（√）", "（　）", "是",
    ),
    "a-cell-each": (
        "项目类别 | < | □新增 | □延续 | < | □其他 | <",
        "项目类别 | < | □新增 | ☑延续 | < | □其他 | <",
        "项目类别", ["新增", "延续", "其他"], "☑", "□", "延续",
    ),
    "below-heads": (
        "事项 | < | < | < | < | 是 | 否\n是否公开自评结果 | < | < | < | < | |",
        "事项 | < | < | < | < | 是 | 否\n是否公开自评结果 | < | < | < | < | | √",
        "是否公开自评结果", ["是", "否"], "√", "", "否",
    ),
    "several": (
        IN_CELL.format("□维修　□购置　□服务").replace("项目类别", "支出内容（可多选）"),
        IN_CELL.format("☑维修　□购置　☑服务").replace("项目类别", "支出内容（可多选）"),
        "支出内容", ["维修", "购置", "服务"], "☑", "□", ["维修", "服务"],
    ),
    "two-in-a-cell": (
        IN_CELL.format("资金性质：□本级　□上级\\n采购方式：□公开招标　□询价"),
        IN_CELL.format("资金性质：☑本级　□上级\\n采购方式：□公开招标　☑询价"),
        "采购方式", ["公开招标", "询价"], "☑", "□", "询价",
    ),
}  # fmt: skip


def form_of(row):
    return word_bytes(TITLE, picture(FORM.replace("{row}", row)))


def read_toml(path):
    return tomli.loads(path.read_text(encoding="utf-8"))


def compared(first, second):
    return compare(read_foreign(first)[0], read_foreign(second)[0]).differences


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_blank_form_asks_for_an_option_and_the_filled_one_is_read_back(case, run, workspace):
    blank, ticked, name, options, mark, box, answer = case
    form, filled = workspace / "form.docx", workspace / "filled.docx"
    form.write_bytes(form_of(blank))
    filled.write_bytes(form_of(ticked))
    code, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    told = json.loads(out)
    assert (code, told["comparison"]["differences"]) == (0, [])
    declared = read_toml(workspace / "templates" / "forms" / "form.toml")["field"]
    (own,) = [item for item in declared if item["key"] == name]
    assert own["kind"] == "choice"
    assert (own["options"], own["ticked"], own["unticked"]) == (options, mark, box)
    assert own.get("several", False) is isinstance(answer, list)
    assert run("import", filled, "-o", workspace / "inputs" / "a")[0] == 0
    project = read_toml(workspace / "inputs" / "a" / "project-1.toml")
    assert project["fields"][name] == answer
    assert run("build", workspace / "inputs" / "a", "--as-stated")[0] == 0
    (made,) = (workspace / "outputs" / "a").glob("*.docx")
    assert compared(filled, made) == ()
    assert run("import", made, "-o", workspace / "inputs" / "b")[0] == 0
    again = read_toml(workspace / "inputs" / "b" / "project-1.toml")
    assert again["fields"] == project["fields"]


def test_a_filled_form_says_which_option_is_ticked(run, workspace):
    form = workspace / "form.docx"
    form.write_bytes(form_of(CASES["before"][1]))
    run("adopt", form, "-o", workspace)
    run("import", form, "-o", workspace / "inputs" / "x")
    project = read_toml(workspace / "inputs" / "x" / "project-1.toml")
    assert project["fields"] == {"项目类别": "延续"}


@pytest.mark.parametrize(
    "line",
    [
        "评价方式：□部门自评　☑第三方评价　　填表人：石某某",
        "填表人：石某某　　评价方式：□部门自评　☑第三方评价",
    ],
)
@pytest.mark.parametrize("is_cell", [True, False])
def test_a_value_in_the_line_of_boxes_has_its_tag(is_cell, line, run, workspace):
    form = workspace / "form.docx"
    row = f"{line} | < | < | < | < | < | <" if is_cell else IN_CELL.format("护林")
    below = () if is_cell else (line,)
    form.write_bytes(word_bytes(TITLE, picture(FORM.replace("{row}", row)), *below))
    code, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    assert (code, json.loads(out)["comparison"]["differences"]) == (0, [])
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
    words = " ".join(text for _, text, _ in template.said())
    assert "石某某" not in words
    assert '填表人：{{ field("填表人") }}' in words
    assert '{{ choice("评价方式")["第三方评价"] }}第三方评价' in words


def test_the_grade_is_ticked_by_its_own_tag(run, workspace):
    form = workspace / "form.docx"
    form.write_bytes(form_of("评价等级 | < | ☑优　□良　□中　□差 | < | < | < | <"))
    code, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    assert (code, json.loads(out)["comparison"]["differences"]) == (0, [])
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
    words = [text for _, text, _ in template.said()]
    assert any('{% if form.grade == "优" %}☑{% else %}□{% endif %}优' in text for text in words)


@pytest.mark.parametrize("text", ["□□中学", "二〇二三年", "□已盖章", "地址（　）电话（　）"])
def test_signs_that_are_no_options_make_no_choice(text, run, workspace):
    form = workspace / "form.docx"
    form.write_bytes(form_of(IN_CELL.format(text)))
    run("adopt", form, "-o", workspace)
    path = workspace / "templates" / "forms" / "form.toml"
    declared = read_toml(path)["field"] if path.is_file() else []
    assert all(item["kind"] != "choice" for item in declared)


def test_a_box_by_itself_is_told(run, workspace):
    form = workspace / "form.docx"
    form.write_bytes(form_of(IN_CELL.format("□已盖章")))
    _, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    assert any("单独的一个框" in left["reason"] for left in json.loads(out)["left"])


CONTROL = """<w:sdt {ns} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
<w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/></w14:checkbox></w:sdtPr>
<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"""
SYMBOL = '<w:r {ns}><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:sym w:font="Wingdings" w:char="{char}"/></w:r>'
FIELD = """<w:r {ns}><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>
<w:default w:val="0"/><w:checked w:val="{on}"/></w:checkBox></w:ffData></w:fldChar></w:r>"""
REST = (
    '<w:r {ns}><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>',
    '<w:r {ns}><w:fldChar w:fldCharType="end"/></w:r>',
)


def boxes_of(kind, is_on):
    if kind == "control":
        return [CONTROL.format(ns="{ns}", on=int(is_on), sign="☒" if is_on else "☐")]
    if kind == "symbol":
        return [SYMBOL.format(ns="{ns}", char="F0FE" if is_on else "F0A8")]
    return [FIELD.format(ns="{ns}", on=int(is_on)), *REST]


@pytest.mark.parametrize("kind", ["control", "symbol", "field"])
def test_boxes_of_word_become_tags(kind, run, workspace):
    document = docx.Document(io.BytesIO(form_of(IN_CELL.format("类"))))
    paragraph = document.tables[0].cell(2, 2).paragraphs[0]
    paragraph.runs[0].text = ""
    for option, is_on in (("新增", False), ("延续", True)):
        for xml in boxes_of(kind, is_on):
            paragraph._p.append(parse_xml(xml.replace("{ns}", nsdecls("w"))))
        paragraph.add_run(f"{option}　")
    form = workspace / "form.docx"
    document.save(str(form))
    code, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
    assert (code, json.loads(out)["comparison"]["differences"]) == (0, [])
    template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
    words = [text.strip() for _, text, _ in template.said() if "choice" in text]
    assert words == ['{{ choice("项目类别")["新增"] }}新增　{{ choice("项目类别")["延续"] }}延续']
    run("import", form, "-o", workspace / "inputs" / "x")
    project = read_toml(workspace / "inputs" / "x" / "project-1.toml")
    assert project["fields"] == {"项目类别": "延续"}
