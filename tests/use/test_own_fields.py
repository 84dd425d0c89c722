"""[fields]: what only the form of a unit has, from import to the printed page and into the next year."""

import docx
import pytest
import tomli

from generator.load.packaged import packaged_templates
from generator.scaffold.next_year import carry_over
from tests.foreign import packaged_wording, picture, word_bytes

FIELDS = '\n[fields]\n"项目负责人" = "张三"\n"培训场次" = "12场"\n\n[funds]'


@pytest.fixture
def with_fields(dossier):
    def make(text="为全县读者购置图书。", **change):
        return dossier(
            change={"\n[funds]": FIELDS, '"为全县读者购置图书。"': f"'{text}'", **change}
        )

    return make


def template_with(workspace, words):
    """Put a paragraph into a copy of the form of a project."""
    folder = workspace / "templates" / "docx"
    folder.mkdir(parents=True)
    document = docx.Document(str(packaged_templates() / "docx" / "project-form.docx"))
    document.add_paragraph(words)
    path = folder / "project-form.docx"
    document.save(str(path))
    return path


def words_of(folder):
    """Return the words of every document below a folder."""
    found = []
    for path in folder.rglob("*.docx"):
        document = docx.Document(str(path))
        found += [p.text for p in document.paragraphs]
    return "\n".join(found)


def test_texts_quote_a_field_by_its_name(with_fields, run):
    folder = with_fields('由{{ field("项目负责人") }}负责，培训{{ field("培训场次") }}。')
    code, out, _ = run("check", folder)
    assert code == 0, out


def test_an_unknown_field_is_a_problem_at_its_place(with_fields, run):
    _, out, _ = run("check", with_fields('由{{ field("负责人") }}负责。'))
    assert "I20" in out
    assert "没有自设栏目“负责人”" in out
    assert "项目负责人" in out


def test_a_word_template_prints_a_field(with_fields, run, workspace):
    template_with(workspace, '负责人：{{ field("项目负责人") }}，场次：{{ field("培训场次") }}')
    code, out, err = run("build", with_fields())
    assert code == 0, out + err
    assert "负责人：张三，场次：12场" in words_of(workspace / "outputs")


def test_a_word_template_with_an_unknown_field_is_a_problem(with_fields, run, workspace):
    template_with(workspace, '{{ field("负责人") }}')
    code, out, err = run("build", with_fields())
    assert code == 1
    assert "没有自设栏目“负责人”" in out + err


def test_the_check_of_templates_knows_fields(run, workspace):
    path = template_with(workspace, '{{ field("项目负责人") }}')
    code, out, _ = run("templates", "check", path)
    assert code == 0, out
    _, out, _ = run("templates", "fields")
    assert 'field("…")' in out


def test_a_field_without_its_name_is_told(run, workspace):
    path = template_with(workspace, "{{ field }}")
    code, out, _ = run("templates", "check", path)
    assert code == 1
    assert "后面要写栏目名" in out


def test_the_next_year_keeps_what_stands_and_blanks_what_was_of_the_year():
    project = """[project]
name = "甲"

[fields]
"项目负责人" = "张三"
"联系电话" = "0731-0000000"
"项目属性" = "延续性项目"
"起止时间" = "2023年1月至2023年12月"
"填报日期" = "2024年3月1日"
"其他需要说明事项" = "设备已验收。"
"合计·结余金额" = "38000"
"""
    files = {"unit.toml": "year = 2023\n[unit]\nname = '某局'\n", "a.toml": project}
    data = tomli.loads(carry_over(files, 2024, packaged_wording())["a.toml"])
    assert data["fields"] == {
        "项目负责人": "张三",
        "联系电话": "0731-0000000",
        "项目属性": "延续性项目",
        "起止时间": "2024年1月至2024年12月",
        "填报日期": "",
        "其他需要说明事项": "",
        "合计·结余金额": "",
    }


FORM = picture("""
项目名称 | 图书购置 | 项目负责人 | 王某
主管部门 | 某县文化局 | 实施单位 | 某县图书馆
项目属性 | 1、新增项目□ 2、延续项目☑ | 借阅证办理点 | 三个乡镇
预算数（万元） | 100 | 执行数（万元） | 95
其他需要说明事项 | 书架由社会捐赠。 | < | <
""")
ROWS = picture("""
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 购书册数 | ≥20000册 | 20500册 | 50 | 50
效益指标 | 社会效益指标 | 阅读氛围 | ≥90% | 95% | 30 | 30
满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90% | 93% | 10 | 10
""")


def test_an_import_keeps_the_fields_of_the_form_and_a_build_quotes_them(run, workspace):
    form = workspace / "自评表.docx"
    form.write_bytes(word_bytes("2023年度项目支出绩效自评表", "填报单位：某县图书馆", FORM, ROWS))
    folder = workspace / "inputs" / "library-2023"
    code, out, _ = run("import", form, "-o", folder)
    assert code == 0, out
    project = folder / "project-1.toml"
    fields = tomli.loads(project.read_text("utf-8"))["fields"]
    assert fields == {
        "项目负责人": "王某",
        "项目属性": "延续项目",
        "借阅证办理点": "三个乡镇",
        "其他需要说明事项": "书架由社会捐赠。",
    }
    _, out, _ = run("check", folder)
    assert "I1" not in out, out
    template_with(workspace, '{{ field("借阅证办理点") }}；{{ field("其他需要说明事项") }}')
    run("build", folder, "--draft")
    assert "三个乡镇；书架由社会捐赠。" in words_of(workspace / "outputs")
