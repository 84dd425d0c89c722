"""A form adopted from one office is imported from another with other rows: printed as it stood, or told."""

import pytest

from generator.load.packs import find_packs
from generator.model.reading import ReadTable
from generator.use.adopt.captions import Captions
from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from generator.use.label_book import make_label_book
from generator.word.reading.document import read_docx_bytes
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


@pytest.fixture
def twin(run, workspace):
    """Adopt one form, import and print another; return the differences, what was said, the template."""

    def go(first, second):
        (workspace / "first.docx").write_bytes(first)
        other = workspace / "second.docx"
        other.write_bytes(second)
        run("adopt", workspace / "first.docx", "-o", workspace, "--id", "own")
        _, said, _ = run("import", other, "-o", workspace / "inputs" / "y", "--scheme", "own")
        run("build", workspace / "inputs" / "y", "--as-stated")
        made = sorted((workspace / "outputs" / "y").glob("*.docx"))
        found = [compare(read_foreign(other)[0], read_foreign(one)[0]) for one in made]
        template = read_foreign(workspace / "templates" / "docx" / "own.docx")[0]
        best = min(found, key=lambda one: len(one.differences))
        return best.differences, said, [text for _, text, _ in template.said()]

    return go


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
