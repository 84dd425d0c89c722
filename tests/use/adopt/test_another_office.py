"""The form of another office, imported into the workspace of the first: printed right, or told."""

import pytest

from tests.foreign import picture, word_bytes

FORM = """
    项目名称 | < | 护林防火 | < | < | < | < | <
    主管部门 | < | 青岭县林业局 | < | 实施单位 | 青岭县林场 | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 得分计算方法
    产出指标 | 数量指标 | 巡护里程 | ≥200公里 | 210公里 | 50 | 50 | 按比例
    ^ | 质量指标 | 火情处置率 | 100% | 100% | 25 | 25 | 同上
    效益指标 | 社会效益指标 | 林区火灾 | ≤1起 | 0起 | 25 | 25 | 每起扣五分
    总分 | < | < | < | < | 100 | 100 |
"""
TITLE, NOTE = "项目支出绩效自评表（2023年度）", "本表一式两份，由主管部门存档"


def form(table=FORM, note=NOTE):
    return word_bytes(TITLE, picture(table), note)


@pytest.fixture
def imported(run, workspace):
    """Adopt the form of one office, import that of another; return what is listed, and the project."""

    def go(data):
        first, second = workspace / "first.docx", workspace / "second.docx"
        first.write_bytes(form())
        second.write_bytes(data)
        run("adopt", first, "-o", workspace, "--id", "lin")
        folder = workspace / "inputs" / "x"
        run("import", second, "-o", folder, "--scheme", "lin")
        texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.toml"))]
        listed = [line for text in texts for line in text.splitlines() if line.startswith("# ·")]
        return listed, "\n".join(texts)

    return go


def test_what_is_kept_and_printed_is_not_listed(imported):
    listed, text = imported(form())
    assert listed == []
    assert "没有对应的项" not in text
    assert text.count("得分计算方法") == 3
    assert "每起扣五分" in text


def test_other_values_are_printed_and_not_listed(imported):
    other = (
        FORM.replace("护林防火", "苗圃扩建")
        .replace("210公里", "190公里")
        .replace("同上", "全有或全无")
    )
    listed, text = imported(form(other))
    assert listed == []
    assert "全有或全无" in text


def test_what_the_template_prints_otherwise_is_listed_with_its_words(imported):
    listed, _ = imported(form(FORM.replace("主管部门", "归口部门")))
    assert len(listed) == 1
    assert "表 1第 2 行第 1 列" in listed[0]
    assert "“主管部门”" in listed[0]


def test_a_line_for_which_the_template_has_no_place_is_listed(imported):
    listed, _ = imported(form(note="本表已送县财政局复核"))
    assert len(listed) == 1
    assert "本表已送县财政局复核" in listed[0]


@pytest.mark.parametrize(
    ("title", "is_told"), [(TITLE, False), ("部门整体支出绩效自评表（2023年度）", True)]
)
def test_a_form_of_a_department_on_the_table_of_a_project_is_told(imported, title, is_told):
    table = FORM.replace("项目名称", "部门名称") if is_told else FORM
    _, text = imported(word_bytes(title, picture(table), NOTE))
    assert ("那是项目的表，这份读成部门整体" in text) is is_told
