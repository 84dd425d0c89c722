"""A form adopted from one office is imported from another with other rows: printed as it stood, or told."""

import pytest

from generator.load.packs import find_packs
from generator.model.foreign_document import ReadTable
from generator.use.adopt.captions import Captions
from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from generator.use.workspace_labels import make_label_book
from generator.word.reading.document_words import read_docx_bytes
from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ABOVE = f"""
    项目名称 | < | 护林防火 | < | < | < | <
    {HEAD}
    产出指标 | 数量指标 | 巡护里程 | ≥200公里 | 210公里 | 30 | 30
    产出指标 | 质量指标 | 火情处置率 | 100% | 100% | 30 | 30
"""
BELOW = f"""
    {HEAD}
    效益指标 | 社会效益指标 | 林区火灾 | ≤1起 | 0起 | 20 | 20
    满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90% | 94% | 20 | 20
    总分 | < | < | < | < | 100 | 100
"""
MOVED = "    效益指标 | 社会效益指标 | 护林宣传 | ≥3次 | 3次 | 10 | 10\n"
LISTS = f"""
    项目名称 | < | 河道清淤 | < | < | < | <
    发行批次 | 到账日期 | 期限（年） | 利率（%） | 到账额度 | 支用数 | 付息情况
    2021年一批 | 2021-08-12 | 20 | 3.62 | 1200.00 | 1200.00 | 已付息
    2022年三批 | 2022-02-24 | 15 | 3.35 | 800.00 | 694.00 | 已付息
    收益情况 | 年度 | < | 测算收益 | 到手收益 | 差额 | 差异原因
    ^ | 2021年 | < | 0.00 | 0.00 | 0.00 | 建设期
    ^ | 2022年 | < | 9.00 | 0.00 | -9.00 | 建设期
    {HEAD}
    产出指标 | 数量指标 | 清淤长度 | ≥2公里 | 2公里 | 60 | 60
    效益指标 | 生态效益指标 | 内涝点 | ≤1处 | 0处 | 40 | 40
    总分 | < | < | < | < | 100 | 100
"""
LABELLED = f"""
    项目名称 | < | 河道清淤 | < | < | < | <
    预算执行数（元）：1,318,760.00 | < | < | 建设地点：北沟 | < | < | <
    {HEAD}
    产出指标 | 数量指标 | 清淤长度 | ≥2公里 | 2公里 | 60 | 60
    效益指标 | 生态效益指标 | 内涝点 | ≤1处 | 0处 | 40 | 40
    总分 | < | < | < | < | 100 | 100
"""


def parted(above, below):
    return word_bytes(TITLE, picture(above), "（续表）", picture(below))


def test_a_row_of_another_class_stays_in_the_table_where_it_stood(twin):
    differences, _, words = twin(parted(ABOVE, BELOW), parted(ABOVE + MOVED, BELOW))
    assert any("|of(" in text for text in words)
    assert differences == ()


def test_rows_of_the_usual_classes_need_no_record_of_their_table(twin, workspace):
    differences, _, _ = twin(parted(ABOVE, BELOW), parted(ABOVE, BELOW.replace("0起", "1起")))
    record = (workspace / "inputs" / "y" / ".jixiao" / "import.json").read_text(encoding="utf-8")
    assert (differences, '"loop"' in record) == ((), False)


def test_a_row_that_was_changed_is_printed_once(twin, run, workspace):
    twin(parted(ABOVE, BELOW), parted(ABOVE + MOVED, BELOW))
    project = workspace / "inputs" / "y" / "project-1.toml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace('"3次"', '"2次"'), encoding="utf-8")
    run("build", workspace / "inputs" / "y", "--as-stated")
    (made,) = (workspace / "outputs" / "y").glob("*.docx")
    said = [text for _, text, _ in read_foreign(made)[0].said()]
    assert said.count("护林宣传") == 1


def test_lists_with_captions_that_nobody_knows_are_free_tables(twin):
    other = (
        LISTS.replace("2021年一批", "2020年五批")
        .replace(
            "    2022年三批 |",
            "    2022年二批 | 2022-01-04 | 5 | 2.9 | 7 | 7 | 未付息\n    2022年三批 |",
        )
        .replace("    ^ | 2021年 | < | 0.00 | 0.00 | 0.00 | 建设期\n", "")
    )
    differences, _, words = twin(
        word_bytes(TITLE, picture(LISTS)), word_bytes(TITLE, picture(other))
    )
    assert sum("in table(" in text for text in words) == 2
    assert "期限（年）" in words
    assert differences == ()


def test_words_over_words_are_no_header():
    """Below a header that we do not know stand figures, not other words."""
    rows = """
    甲组 | 巡护情况 | 完成 | 良好
    乙组 | 已完成 | 尚可 | 无
    """
    assert header_in(rows) == []
    figures = """
    甲组 | 巡护情况 | 完成 | 良好情况
    乙组 | 31.5 | 12 | 无
    """
    assert header_in(figures) == ["甲组", "巡护情况", "完成", "良好情况"]


def header_in(rows):
    book = make_label_book(find_packs(None))[0]
    read = read_docx_bytes(word_bytes(picture(rows)), "x.docx")[0]
    table = next(b for b in read.blocks if isinstance(b, ReadTable))
    return [c.text for c in Captions(table, book).heads_at(1)]


def test_digits_with_commas_behind_a_label_are_a_value(twin):
    other = LABELLED.replace("1,318,760.00", "602,000.00").replace("北沟", "南沟")
    differences, said, words = twin(
        word_bytes(TITLE, picture(LABELLED)), word_bytes(TITLE, picture(other))
    )
    assert not any("318" in text for text in words)
    assert (differences, "没有导入" in said) == ((), False)


def test_a_table_of_another_project_does_not_hide_the_form(twin):
    """It is printed as the first office had it: import says so, cell by cell, and the rest is right."""
    own = ABOVE + BELOW.split("\n", 2)[2]
    second = own.replace("护林防火", "苗圃扩建").replace("巡护里程", "扩建面积")
    theirs = own.replace("护林防火", "堤防加固").replace("巡护里程", "加固长度")
    differences, said, _ = twin(
        word_bytes(TITLE, picture(own), TITLE, picture(second)),
        word_bytes(TITLE, picture(theirs), TITLE, picture(second.replace("苗圃扩建", "泵站大修"))),
    )
    assert {d.place.table for d in differences} == {2}
    assert "采用的表样在这里印的是“苗圃扩建”" in said


MONEY = f"""
    项目名称 | < | 乡村路灯 | < | < | < | <
    资金（万元） | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分
    ^ | 年度资金总额 | 50.00 | 52.00 | 49.40 | 95.00% | 9.5
    ^ | 其中：当年财政拨款 | 40.00 | 42.00 | 39.40 | 93.81% | —
    ^ | 上年结转资金 | 10.00 | 10.00 | 10.00 | 100.00% | —
    {HEAD}
    产出指标 | 数量指标 | 安装路灯 | ≥80盏 | 82盏 | 50 | 50
    效益指标 | 社会效益指标 | 受益村 | ≥4个 | 4个 | 40 | 40
    总分 | < | < | < | < | 100 | 99.5
"""


@pytest.mark.parametrize(
    "sources",
    [
        "    ^ | 其中：当年财政拨款 | 50.00 | 52.00 | 49.40 | | —\n",
        (
            "    ^ | 其中：省级补助 | 20.00 | 22.00 | 20.00 | 90.91% | —\n"
            "    ^ | 县级配套 | 20.00 | 20.00 | 19.40 | 97.00% | —\n"
            "    ^ | 单位自筹 | 10.00 | 10.00 | 10.00 | 100.00% | —\n"
        ),
    ],
)
def test_a_form_has_as_many_sources_of_money_as_the_unit_has(twin, sources):
    lines = MONEY.splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if "其中" in line)
    other = "".join([*lines[:at], sources, *lines[at + 2 :]])
    differences, _, words = twin(
        word_bytes(TITLE, picture(MONEY)), word_bytes(TITLE, picture(other))
    )
    assert any("in rows.funds" in text for text in words)
    assert differences == ()


def test_a_source_that_an_office_does_not_have_is_no_blank_row(twin, run, workspace):
    lines = MONEY.splitlines(keepends=True)
    other = "".join(line for line in lines if "上年结转" not in line)
    other = other.replace("40.00 | 42.00 | 39.40 | 93.81%", "50.00 | 52.00 | 49.40 | 95.00%")
    form = word_bytes(TITLE, picture(other))
    twin(word_bytes(TITLE, picture(MONEY)), form)
    run("build", workspace / "inputs" / "y", "-o", workspace / "made", "--draft")
    (made,) = (workspace / "made").rglob("*.docx")
    assert (
        compare(read_foreign(workspace / "second.docx")[0], read_foreign(made)[0]).differences == ()
    )


BESIDE = MONEY.replace("执行率 | 得分", "到位数 | 备注").replace("95.00% | 9.5", "52.00 | ")
BESIDE = BESIDE.replace("93.81% | —", "42.00 | ").replace("100.00% | —", "10.00 | 上年结余")


def test_other_amounts_and_words_beside_a_source_are_its_own(twin, workspace):
    other = BESIDE.replace(
        "上年结转资金 | 10.00 | 10.00 | 10.00 | 10.00", "村集体自筹 | 10.00 | 9.00 | 9.00 | 9.00"
    )
    other = other.replace("上年结余", "一户未交")
    differences, said, words = twin(
        word_bytes(TITLE, picture(BESIDE)), word_bytes(TITLE, picture(other))
    )
    assert {'{{ row.amounts["到位数"] }}', '{{ row.field["备注"] }}'} <= {*words}
    text = (workspace / "inputs" / "y" / "project-1.toml").read_text(encoding="utf-8")
    assert '"村集体自筹·备注" = "一户未交"' in text
    assert (differences, "没有导入" in said) == ((), False)


def test_names_that_are_alike_have_those_of_their_groups(twin):
    tasks = """
    项目名称 | < | 村庄保洁 | < | < | < | <
    年度任务 | 任务名称 | 主要内容 | 预算数（万元） | < | 执行数（万元） | <
    ^ | ^ | ^ | 总额 | 财政拨款 | 总额 | 财政拨款
    ^ | 垃圾清运 | 每日清运 | 30 | 20 | 29 | 19
    ^ | 河道打捞 | 每周打捞 | 12 | 12 | 11 | 11
    """ + "\n".join(MONEY.splitlines()[6:])
    other = tasks.replace("垃圾清运 | 每日清运 | 30", "沟渠清理 | 每月清理 | 31").replace(
        "    ^ | 河道打捞", "    ^ | 公厕管护 | 六座 | 5 | 5 | 5 | 5\n    ^ | 河道打捞"
    )
    differences, _, words = twin(
        word_bytes(TITLE, picture(tasks)), word_bytes(TITLE, picture(other))
    )
    assert '{{ row["执行数·财政拨款"] }}' in words
    assert differences == ()


def test_places_of_goals_that_an_office_does_not_have_are_blank(twin):
    goals = f"""
    项目名称 | < | 村庄保洁 | < | < | < | <
    年度目标1 | 清运生活垃圾 | < | < | 完成情况1 | 已清运 | <
    年度目标2 | 打捞河道水草 | < | < | 完成情况2 | 已打捞 | <
    {HEAD}
    产出指标 | 数量指标 | 清运垃圾 | ≥80吨 | 82吨 | 60 | 60
    效益指标 | 社会效益指标 | 受益村 | ≥4个 | 4个 | 40 | 40
    总分 | < | < | < | < | 100 | 100
    """
    other = goals.replace("打捞河道水草", "").replace("已打捞", "")
    differences, _, _ = twin(word_bytes(TITLE, picture(goals)), word_bytes(TITLE, picture(other)))
    assert differences == ()


def test_a_class_without_an_indicator_keeps_its_row_by_the_inputs_alone(twin, run, workspace):
    rows = [line.strip() for line in (ABOVE + BELOW).splitlines() if line.strip()]
    own = "\n".join(line for n, line in enumerate(rows) if n < 2 or line != HEAD)
    other = own.replace("质量指标 | 火情处置率 | 100% | 100% | 30 | 30", "质量指标 | | | | |")
    other = other.replace("210公里 | 30 | 30", "210公里 | 60 | 60")
    twin(word_bytes(TITLE, picture(own)), word_bytes(TITLE, picture(other)))
    run("build", workspace / "inputs" / "y", "-o", workspace / "made")
    (made,) = (workspace / "made").rglob("*.docx")
    found = compare(read_foreign(workspace / "second.docx")[0], read_foreign(made)[0])
    assert found.differences == ()
