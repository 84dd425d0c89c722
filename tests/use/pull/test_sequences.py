"""What went wrong once: sequences of edits and builds, each by its name."""

import copy
import tomllib

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from generator.use.pull.pull import pull
from tests.use.pull.test_pull import edit, only

BATCHES = {
    'overview = "为全县读者购置图书。"': "overview = '分16批到货，其中{{ fact(\"延迟批次\") }}延迟。'",
    '[[indicator]]\nclass = "产出/数量"': '[facts]\n"延迟批次" = "5批"\n\n[[indicator]]\nclass = "产出/数量"',
}


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


@pytest.fixture
def text(workspace):
    return lambda: (workspace / "inputs" / "library-2023" / "books.toml").read_text("utf-8")


def set_cell(path, row_with, column, words):
    document = docx.Document(str(path))
    row = next(r for t in document.tables for r in t.rows if row_with in [c.text for c in r.cells])
    row.cells[column].paragraphs[0].add_run(words)
    document.save(str(path))


def test_a_sentence_changed_and_then_a_figure_moved_in_the_inputs(dossier, run, outputs, text):
    prose = {
        'overview = "为全县读者购置图书。"': 'overview = "预算{{ funds.budget }}，支出{{ funds.spent }}，购置图书。"'
    }
    folder = dossier(change=prose)
    run("build", folder)
    edit(only(outputs), "，购置图书", "，为乡镇购置图书")
    spent = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
    dossier(change={**prose, **spent})
    run("build", folder)
    code, diff, err = run("pull", only_edited(outputs), "--apply")
    assert code == 0, err
    assert 'overview = "预算{{ funds.budget }}，支出{{ funds.spent }}，为乡镇购置图书。"' in text()
    assert "spent = 96\n" in text()
    assert [line for line in diff.splitlines() if line.startswith("-") and "95" in line] == []


def only_edited(outputs):
    return next(p for p in outputs.glob("*.docx") if "（新版）" not in p.name)


def test_a_figure_typed_over_changes_its_fact_and_no_other_number(dossier, run, outputs, text):
    run("build", dossier(change=BATCHES))
    edit(only(outputs), "5批", "6批")
    run("pull", only(outputs), "--apply")
    assert '"延迟批次" = "6批"' in text()
    assert '分16批到货，其中{{ fact("延迟批次") }}延迟。' in text()


def test_two_items_of_one_list_and_two_standard_sections(dossier, run, outputs, text):
    run("build", dossier())
    edit(only(outputs), "客观公正", "客观真实")
    edit(only(outputs), "公开透明", "公开可查")
    edit(only(outputs), "评价对象为", "本次评价的对象是")
    code, _, err = run("pull", only(outputs), "--apply")
    assert code == 0, err
    for words in ("客观真实", "公开可查", "本次评价的对象是"):
        assert words in text()
    assert pull(only(outputs)).fixed == ()


def test_an_if_around_the_words_stays_and_the_other_branch_too(dossier, run, outputs, text):
    raw = "{% if score.grade is defined %}执行较快，为{{ funds.rate }}。{% else %}偏慢。{% endif %}"
    run("build", dossier(change={"为全县读者购置图书。": raw}))
    edit(only(outputs), "执行较快", "执行总体较快")
    run("pull", only(outputs), "--apply")
    assert raw.replace("执行较快", "执行总体较快") in text()


@pytest.mark.parametrize(
    ("row", "column", "key"), [("读者满意度", -1, "reason"), ("购书册数", -1, "reason")]
)
def test_a_note_in_a_cell_goes_into_its_row(dossier, run, outputs, text, row, column, key):
    run("build", dossier())
    set_cell(only(outputs), row, column, "手写的原因。")
    run("pull", only(outputs), "--apply")
    assert f'{key} = "手写的原因。"' in text()


def add_row(path, like, words):
    """Copy a row without its anchors; ``words`` by the words that stand in its cells."""
    document = docx.Document(str(path))
    rows = [r._tr for t in document.tables for r in t.rows if like in [c.text for c in r.cells]]
    twin = copy.deepcopy(rows[0])
    rows[0].addnext(twin)
    for mark in [*twin.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    for node in twin.iter(qn("w:t")):
        node.text = words.get(node.text, "")
    document.save(str(path))


def test_what_an_added_row_says_and_no_input_can_is_told(dossier, run, outputs, text):
    run("build", dossier())
    typed = {"到馆人次增长率": "读者活动场次", "≥10%": "≥20场", "8%": "18场", "30": "约十"}
    add_row(only(outputs), "到馆人次增长率", typed)
    _, _, err = run("pull", only(outputs), "--apply")
    assert tomllib.loads(text())["indicator"][-1]["name"] == "读者活动场次"
    assert len([line for line in err.splitlines() if "单元格加“约十”没有取回" in line]) == 1
    assert "没有取回 1 处" in err


@pytest.mark.parametrize("typed", ["９５．５万元", "955000元", "95.5 万元"])
def test_an_amount_in_another_way_of_writing_is_the_same_amount(dossier, run, outputs, text, typed):
    prose = {"为全县读者购置图书。": "全年支出{{ funds.spent }}。"}
    run("build", dossier(change=prose))
    edit(only(outputs), "95万元", typed)
    code, _, err = run("pull", only(outputs), "--apply")
    assert code == 0, err
    assert "spent = 95.5\n" in text()
    assert pull(only(outputs)).fixed == ()


def test_a_typed_number_that_is_a_figure_is_offered_as_a_quotation(dossier, run, outputs):
    run("build", dossier())
    edit(only(outputs), "为全县读者购置图书", "全年支出95万元，为全县读者购置图书")
    _, _, err = run("pull", only(outputs))
    assert "X07 取回的“95万元”" in err
    assert "{{ funds.spent }}" in err


def test_the_old_value_of_a_figure_that_moved_is_offered_too(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    edit(only(outputs), "为全县读者购置图书", "已拨付95万元，为全县读者购置图书")
    dossier(change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"})
    _, _, err = run("pull", only(outputs))
    assert "“95万元”是上一版的数，现在是 96万元" in err
    assert "{{ funds.spent }}" in err


def test_numbers_that_were_there_before_are_not_offered_again(dossier, run, outputs):
    run("build", dossier(change={"为全县读者购置图书。": "全年支出95万元，购置图书。"}))
    edit(only(outputs), "购置图书", "购置新书")
    _, _, err = run("pull", only(outputs))
    assert "X07" not in err


def test_words_behind_a_name_and_a_value_stand_once_after_pull_and_merge(
    dossier, run, outputs, text
):
    folder = dossier()
    run("build", folder)
    set_cell(only(outputs), "购书册数", -1, "（含捐赠）")
    document = docx.Document(str(only(outputs)))
    cells = [c for t in document.tables for r in t.rows for c in r.cells]
    cell = next(c for c in cells if c.text == "20500册")
    cell.paragraphs[0].add_run("左右")
    document.save(str(only(outputs)))
    run("pull", only(outputs), "--apply")
    assert "20500册左右" in text()
    for _ in range(2):
        run("build", folder, "--on-edited", "merge")
        words = [c.text for t in docx.Document(str(only(outputs))).tables for c in t._cells]
        assert not any("左右左右" in one or "（含捐赠）（含捐赠）" in one for one in words)
        assert "20500册左右" in words


@pytest.mark.parametrize("end", ["", "增购绘本。"])
def test_a_line_added_with_enter_in_a_cell_goes_into_its_input(dossier, run, outputs, text, end):
    run("build", dossier())
    document = docx.Document(str(only(outputs)))
    cells = [c for t in document.tables for r in t.rows for c in r.cells]
    cell = next(c for c in cells if "新馆推迟开放。" in c.text)
    if end:
        cell.paragraphs[-1].add_run(end)
    cell.add_paragraph("另订期刊。")
    document.save(str(only(outputs)))
    code, _, err = run("pull", only(outputs), "--apply")
    assert code == 0
    assert "没有取回" not in err
    assert f"新馆推迟开放。{end}" in text()
    assert "另订期刊。" in text()


def test_comments_that_a_merge_hung_on_a_file_are_nobodys_edit(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    edit(only(outputs), "为全县读者购置图书", "已拨付95万元，为全县读者购置图书")
    dossier(change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"})
    _, out, _ = run("build", folder, "--on-edited", "merge")
    assert "O08" in out
    _, _, err = run("pull", only(outputs))
    assert "批注" not in err


def test_a_paragraph_behind_a_section_stands_once_where_the_section_changes_too(
    dossier, run, outputs, text
):
    folder = dossier()
    run("build", folder)
    document = docx.Document(str(only(outputs)))
    own = {
        words: p
        for p in document.paragraphs
        for words in ("客观公正", "公开透明")
        if words in p.text
    }
    own["客观公正"].add_run("只看事实。")
    behind = copy.deepcopy(own["公开透明"]._p)
    for mark in [*behind.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    own["公开透明"]._p.addnext(behind)
    Paragraph(behind, own["公开透明"]._parent).text = "另请专家到场。"
    document.save(str(only(outputs)))
    code, _, err = run("pull", only(outputs), "--apply")
    assert code == 0, err
    assert text().count("另请专家到场。") == text().count("只看事实。") == 1
    assert pull(only(outputs)).fixed == ()
    run("build", folder, "--on-edited", "merge")
    said = [p.text for p in docx.Document(str(only(outputs))).paragraphs]
    assert said.count("另请专家到场。") == 1


@pytest.mark.parametrize("mark", ["- ", "+ "])
def test_a_point_goes_with_the_mark_of_its_line(dossier, run, outputs, text, mark):
    lines = [f"{mark}购置图书。", f"{mark}开放新馆。", f"{mark}培训读者。"]
    said = "\n".join(lines)
    run("build", dossier(change={"[result]": f'[text]\noverview = """{said}"""\n\n[result]'}))
    document = docx.Document(str(only(outputs)))
    (gone,) = [p._p for p in document.paragraphs if "开放新馆" in p.text]
    gone.getparent().remove(gone)
    document.save(str(only(outputs)))
    code, _, err = run("pull", only(outputs), "--apply")
    assert code == 0, err
    assert tomllib.loads(text())["text"]["overview"] == f"{lines[0]}\n{lines[2]}"
    assert pull(only(outputs)).fixed == ()
