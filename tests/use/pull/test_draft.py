"""A blank draft that somebody filled in in Word: every gap and blank cell goes into its field."""

import tomllib

import docx
import pytest

from generator.use.pull.pull import pull
from tests.use.pull.folders import words_of

GAP = "【待补】"
BODY = {
    "绩效自评报告": ["图书购置"],
    "本次自评围绕": ["图书购置"],
    "评价对象为": ["图书购置"],
    "项目全年预算": ["100万元"],
    "全年支出": ["95万元"],
}
SECTIONS = {
    "一、项目基本情况": "为全县读者购置图书，送到每个乡镇。",
    "（二）总体绩效目标完成情况": "购书齐全，读者满意。",
    "（一）存在的问题": "到馆人次增长偏慢。",
    "（二）改进措施": "延长开放时间。",
    "（一）结果应用情况": "作为下年度预算依据。",
    "（二）结果公开情况": "在政府网站公开。",
}


@pytest.fixture
def filled(workspace, run):
    """A draft of a folder that nobody filled in, filled in in Word."""
    run("init", "inputs/library-2023", "--scheme", "mof-2020")
    run("build", "inputs/library-2023", "--draft")
    (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
    document = docx.Document(str(path))
    for head, values in BODY.items():
        paragraph = next(p for p in document.paragraphs if head in p.text)
        for value in values:
            put(paragraph, value)
    heads = [p.text for p in document.paragraphs]
    for head, value in SECTIONS.items():
        put(document.paragraphs[heads.index(head) + 1], value)
    money, indicators = document.tables
    put_cells(money.rows[0], {"项目名称": "图书购置"})
    put_cells(money.rows[1], {"主管部门": "某县文化局", "实施单位": "某县图书馆"})
    for row, values in ((3, (100, 100, 95)), (4, (80, 80, 75)), (5, (20, 20, 20)), (6, (0, 0, 0))):
        put_blanks(money.rows[row], map(str, values))
    put_blanks(money.rows[8], ("丰富馆藏。", "购书齐全，读者满意。"))
    for number, row in enumerate(indicators.rows[1:10]):
        weight = str((10, 15, 15, 10, 5, 10, 5, 10, 10)[number])
        put_blanks(row, (f"指标{number}", f"≥{number + 20}册", f"{number + 30}册", weight))
    document.save(str(path))
    return path


def put(paragraph, words):
    run = next(r for r in paragraph.runs if GAP in r.text)
    run.text = run.text.replace(GAP, words, 1)


def cells_of(row):
    return list({id(cell._tc): cell for cell in row.cells}.values())


def put_cells(row, values):
    cells = cells_of(row)
    for head, value in values.items():
        at = next(n for n, cell in enumerate(cells) if cell.text == head)
        put(cells[at + 1].paragraphs[0], value)


def put_blanks(row, values):
    """Fill blank cells and gaps from left to right."""
    blank = [c for c in cells_of(row)[1:] if not c.text.strip() or c.text == GAP]
    for cell, value in zip(blank, values, strict=False):
        if GAP in cell.text:
            put(cell.paragraphs[0], value)
        else:
            cell.paragraphs[0].add_run(value)


def test_everything_that_was_filled_in_is_in_its_field(filled, run, workspace):
    code, _, err = run("pull", filled, "--apply")
    assert code == 0, err
    assert "没有取回" not in err
    text = (workspace / "inputs" / "library-2023" / "project-1.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    assert "text" not in data  # standard wording stays standard
    assert data["project"]["name"] == "图书购置"
    assert data["project"]["overview"] == SECTIONS["一、项目基本情况"]
    assert data["problem"] == [{"text": "到馆人次增长偏慢。", "measure": "延长开放时间。"}]
    assert data["result"]["use"] == "作为下年度预算依据。"
    assert data["result"]["publicity"] == "在政府网站公开。"
    assert [data["funds"][name] for name in ("initial", "budget", "spent")] == [100, 100, 95]
    assert data["funds"]["sources"][0] == {
        "name": "当年财政拨款",
        "initial": 80,
        "budget": 80,
        "spent": 75,
    }
    assert data["goal"]["achieved"] == "购书齐全，读者满意。"
    assert [own["name"] for own in data["indicator"]] == [f"指标{n}" for n in range(9)]
    assert data["indicator"][3]["actual"] == "33册"
    assert sum(own["weight"] for own in data["indicator"]) == 90


def test_a_pull_of_it_again_takes_nothing(filled, run):
    run("pull", filled, "--apply")
    assert pull(filled).fixed == ()


def test_a_score_that_the_program_works_out_alike_is_not_in_the_way(filled, run):
    document = docx.Document(str(filled))
    paragraph = next(p for p in document.paragraphs if "执行率为" in p.text)
    put(paragraph, "95%")
    document.save(str(filled))
    code, _, err = run("pull", filled, "--apply")
    assert code == 0
    assert "由程序算出，与您写的一致" in err
    assert GAP not in words_of(filled).split("执行率为")[1][:6]


def test_several_paragraphs_in_the_place_of_one_gap_are_its_lines(filled, run, workspace):
    document = docx.Document(str(filled))
    first = next(p for p in document.paragraphs if p.text == SECTIONS["一、项目基本情况"])
    after = document.paragraphs[[p.text for p in document.paragraphs].index(first.text) + 1]
    after.insert_paragraph_before("另有一段概况。")
    document.save(str(filled))
    run("pull", filled, "--apply")
    text = (workspace / "inputs" / "library-2023" / "project-1.toml").read_text(encoding="utf-8")
    wanted = f"{SECTIONS['一、项目基本情况']}\n另有一段概况。"
    assert tomllib.loads(text)["project"]["overview"] == wanted
