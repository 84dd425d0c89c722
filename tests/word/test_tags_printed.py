"""What tags of a Word template print: in runs, with anchors, as docxtpl prints it; or a problem at the cell."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from generator.language.program_run import Run
from generator.model.blocks import Row
from generator.word.word_render import Renderer
from generator.word.xml import parse
from tests.language.test_random import EXPRESSIONS, TAGS
from tests.word.samples import (
    MANNER,
    REPORT,
    cell,
    form_document,
    indicator,
    opened,
    part,
    report_of,
    write,
)
from tests.word.test_prepared import by_docxtpl, canonical

CLEAN = MANNER._replace(is_clean=True, is_fixed=True)
ROWS = [
    indicator("甲", "goal[1]/indicator[甲]", level1="restart", level2="restart"),
    indicator("乙", "goal[1]/indicator[乙]", level1="continue", level2="continue"),
    indicator("丙", "goal[2]/indicator[丙]", level1="continue"),
    indicator("丁", "indicator[丁]", level1="restart"),
    indicator("戊", "indicator[戊]", level1="continue"),
]
FIRST, SECOND = "产出指标（50分）", "效益指标"


def rows():
    """Rows of two classes and two goals; what goes on with the row above says nothing itself."""
    made = []
    for number, row in enumerate(ROWS):
        cells = dict(row.cells)
        for name in ("level1", "level2"):
            merge = cells[name].merge
            said = "" if merge == "continue" else (FIRST if number < 3 else SECOND)
            cells[name] = cell(said, merge)
        made.append(Row({**cells, "target": cell("≥20000册", figure="p/t")}, row.key))
    return made


def template(tmp_path, *paragraphs, cells=(), header=""):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if cells:
        table = document.add_table(rows=len(cells), cols=len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for own, text in zip(row.cells, texts, strict=True):
                own.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path = tmp_path / "own.docx"
    document.save(str(path))
    return path


def filled(path, blocks=None, manner=MANNER):
    return Renderer().render([part(path, blocks or form_document(rows()))], manner)


def texts(path, manner=MANNER):
    result = filled(path, manner=manner)
    assert not [problem for problem in result.problems if problem.stops]
    return [p.text for p in opened(result.data).paragraphs]


VALUE = '{{ form.name if form.name else "" }}'


@pytest.mark.parametrize("manner", [MANNER, CLEAN], ids=["anchors", "clean"])
@pytest.mark.parametrize(
    ("tag", "said"),
    [
        (VALUE, "甲"),
        ("{{ form.name or form.unit }}", "甲"),
        ('{{ "字" }}', "字"),
        ('{{ "有" if draft else "无" }}', "无"),
        ("{{ form.name|number }}", "甲"),
        ('{{ rows.uses|join("、", "item") }}', "甲"),
        ('{{ notes|join("") }}', "1.口径说明。"),
        ("{{ form.unit|merge }}", "甲"),
    ],
)
def test_what_is_printed_always_stands_in_a_run(tmp_path, manner, tag, said):
    path = template(tmp_path, f"前{tag}后", cells=[[tag]], header=tag)
    data = filled(path, manner=manner).data
    document = opened(data)
    assert document.paragraphs[0].text == f"前{said}后"
    assert document.tables[0].cell(0, 0).text == said
    assert document.sections[0].header.paragraphs[0].text == said
    for part_of in (document.part, document.sections[0].header.part):
        for element in parse(part_of.blob).iter():
            outside = [element.tail] if element.tag == qn("w:t") else [element.text, element.tail]
            assert not "".join(filter(None, outside)).strip()


@pytest.mark.parametrize("where", ["body", "cell", "header"])
@pytest.mark.parametrize("tag", [VALUE, "{{ form.name|number }}", "{{ form.name or '' }}"])
def test_what_is_chosen_or_written_otherwise_keeps_its_anchor_and_its_figure(tmp_path, where, tag):
    tags = {"body": [tag], "cell": [], "header": []}[where]
    path = template(
        tmp_path,
        *tags,
        cells=[[tag]] if where == "cell" else (),
        header=tag if where == "header" else "",
    )
    (anchor,) = filled(path).anchors["d/form"]
    assert (anchor.key, anchor.figure) == ("form.name", "books/name")


def test_joined_rows_keep_each_its_own_anchor(tmp_path):
    path = template(tmp_path, '{{ rows.indicators|join("、", "name") }}')
    assert [a.key.rpartition(".")[0] for a in filled(path).anchors["d/form"]] == [
        r.key for r in ROWS
    ]
    assert texts(path) == ["甲、乙、丙、丁、戊"]


def test_a_merged_column_has_its_value_in_every_row(tmp_path):
    loop = (
        "{%p for row in rows.indicators %}",
        "{{ row.name }}：{{ row.level1 }}",
        "{%p endfor %}",
    )
    said = ["甲", "乙", "丙"]
    assert texts(template(tmp_path, *loop)) == [
        *(f"{name}：{FIRST}" for name in said),
        f"丁：{SECOND}",
        f"戊：{SECOND}",
    ]
    asked = (
        loop[0],
        f'{{%p if row.level1 == "{FIRST}" %}}',
        "{{ row.name }}",
        "{%p endif %}",
        loop[2],
    )
    assert texts(template(tmp_path, *asked)) == said


def row_loop(over):
    return [
        [f"{{%tr for row in {over} %}}", ""],
        ["{{ row.level1|merge }}", "{{ row.name }}"],
        ["{%tr endfor %}", ""],
    ]


@pytest.mark.parametrize(
    ("over", "names", "merges"),
    [
        ("rows.indicators", "甲乙丙丁戊", ["restart", "", "", "restart", ""]),
        ('rows.indicators|of("产出")', "甲乙丙", ["restart", "", ""]),
        ('rows.indicators|of("效益指标")', "丁戊", ["restart", ""]),
        ('rows.indicators|of("满意度")', "", []),
        ("rows.indicators|goal(1)", "甲乙", ["restart", ""]),
        ("rows.indicators|goal(2)", "丙", [None]),
        ("rows.indicators|without_goal", "丁戊", ["restart", ""]),
        ('rows.indicators|without_goal|of("产出")', "", []),
    ],
)
def test_rows_are_chosen_by_filters_and_their_merges_stay_whole(tmp_path, over, names, merges):
    path = template(tmp_path, cells=row_loop(over))
    table = opened(filled(path).data).tables[0]
    assert "".join(row.cells[1].text for row in table.rows) == names
    found = [tr.tc_lst[0].tcPr.find(qn("w:vMerge")) for tr in table._tbl.tr_lst]
    states = [None if own is None else own.get(qn("w:val"), "") for own in found]
    assert states == merges


@pytest.mark.parametrize(
    "tags",
    [
        row_loop('rows.indicators|of("产出")'),
        row_loop("rows.indicators|goal(2)"),
        row_loop("rows.indicators|without_goal"),
        [[VALUE, '{{ form.name|number }}{{ "a < b" }}']],
        [['{{ rows.indicators|join("、", "name") }}', "{# 注 #}{{ form.name or form.unit }}"]],
        [
            ["{%tr if draft %}", ""],
            ["草稿", ""],
            ["{%tr else %}", ""],
            ["正式", ""],
            ["{%tr endif %}", ""],
        ],
        [
            [
                "{% for row in rows.indicators %}{{ row.target|sign }}{% if not loop.last %}、{% endif %}{% endfor %}",
                "x",
            ]
        ],
    ],
)
def test_docxtpl_with_our_filters_writes_the_same(tmp_path, tags):
    blocks = form_document(rows())
    path = template(tmp_path, cells=tags, header="{{ form.name }}")
    ours = filled(path, blocks, CLEAN).data
    assert canonical(ours) == canonical(by_docxtpl(path, blocks, Run()))


@pytest.mark.parametrize(
    ("tag", "told", "hint"),
    [
        ("{{ title|nosuch }}", "|nosuch", ""),
        ("{{ form.rate|round(1) }}", "|round", 'format("0.00")'),
        ("{{ form.name|default('x') }}", "|default", "is defined"),
        ("{{ title ~ 'x' }}", "~", "花括号外面"),
        ("{{ form.spent + form.budget }}", "+", "不能计算"),
        ("{% set a = 1 %}", "{% set %}", "输入文件"),
        ("{% include 'x' %}", "{% include %}", "直接写"),
        ("{{ 'a'*3000000000 }}", "3000000000", "整数"),
        ("{{ 'a'*30 }}", "*", "不能计算"),
        ("{{ form.spent < form.budget }}", "<", "=="),
        ("{{ 5 }}", "不能直接印出", ""),
        ("{{ draft }}", "不能直接印出", ""),
        ("{{ 5 if draft else title }}", "不能直接印出", ""),
        ("{{ form.nmae }}", "form.nmae", "name"),
        ("{{ rows.indicators }}", "不能直接印出", "{%tr for row in rows.indicators %}"),
        ("{{ classes }}", "不能直接印出", 'classes["……"]'),
        ("{{ funds.spent }}", "funds", "form.spent"),
        ("{{ row.name }}", "row", "{% for row in"),
        ("{{p form.name }}", "不能写 p", "{{ form.name }}"),
        ('{{ form.spent|format("%.2f") }}', "数的写法", "0.00"),
        ('{% for row in rows.indicators|goal("2") %}{% endfor %}', "第几个", "goal(2)"),
        ("{#", "没有写完整", ""),
        ("{{ form.name.x }}", "没有别的项", ""),
        ("{{ block.chart }}", "block", ""),
        ("{{r form.name }}", "不用写 r", "{{ form.name }}"),
        ("{{ field }}", "栏目名", "联系人"),
        ("{{ form.name|merge|number }}", "写在最后", ""),
        ("{{ form.name|of('产出') }}", "成行的内容", ""),
        ("{{ rows.indicators|number }}", "不能直接印出", ""),
        ("{{ rows.indicators|join('、') }}", "哪一项", ""),
        ("{{ rows.indicators|join('、', 'nmae') }}", "nmae", "name"),
        ("{{ form.name|capital }}", "不是一个数", ""),
        ("{{ loop.first }}", "只能写在", ""),
        ("{{- title -}}", "不用 {%- -%}", ""),
        ("{% for row in rows.indicators if row %}{% endfor %}", "不能再写条件", ""),
        ("{% if title %}", "没有 {% endif %}", "endif"),
        ("{% vm %}", "{% vm %}", "|merge"),
    ],
)
def test_what_is_no_word_of_the_language_is_one_problem_at_its_cell(tmp_path, tag, told, hint):
    path = template(tmp_path, cells=[*row_loop("rows.indicators"), ["一", tag]])
    result = filled(path)
    assert result.data is None
    (problem,) = result.problems
    assert "表1第4行第2列" in problem.message
    assert told in problem.message, problem
    assert hint in problem.hint, problem


def test_every_fault_of_a_template_is_told_each_at_its_place(tmp_path):
    path = template(
        tmp_path,
        "{{ nope }}",
        "好",
        "{{ title|round }}",
        cells=[["{{ form.x }}"]],
        header="{{ y }}",
    )
    places = [problem.message.partition("：")[0] for problem in filled(path).problems]
    assert sorted(places) == sorted(["正文第1段", "正文第3段", "表1第1行第1列", "页眉第1段"])


def test_xml_has_a_run_of_its_own(tmp_path):
    path = template(tmp_path, "{%p for block in body %}", "{{ block.chart }}", "{%p endfor %}")
    (problem,) = filled(path, report_of()).problems
    assert "正文第2段" in problem.message
    assert "{{r block.chart }}" in problem.hint


def test_a_tag_in_an_attribute_is_told(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("x")
    paragraph._p.get_or_add_pPr().set(qn("w:rsidR"), "{{ title }}")
    path = tmp_path / "own.docx"
    document.save(str(path))
    (problem,) = filled(path).problems
    assert "属性" in problem.message


SAFE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=3)


@given(st.one_of(TAGS, EXPRESSIONS.map("{{{{ {} }}}}".format), SAFE), st.booleans())
def test_whatever_is_written_in_a_cell_is_printed_or_a_problem(tmp_path_factory, tag, is_clean):
    path = template(tmp_path_factory.mktemp("tags"), cells=[["一", tag]])
    result = filled(path, manner=CLEAN if is_clean else MANNER)
    assert bool(result.problems) != (result.data is not None)
    for problem in result.problems:
        assert problem.code in ("T02", "T04")
        assert "表1第1行第2列" in problem.message
    if result.data is not None:
        docx.Document(io.BytesIO(result.data))


def test_a_whole_text_of_a_report_stays_as_it_was(tmp_path):
    assert write(part(REPORT, report_of()))


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        ("{%tr if form.name %}", "不在表格里"),
        ("{%tc endif %}", "不在表格里"),
        ("{％ if title ％}", "全角"),
        ("{ { form.name } }", "不能空格"),
    ],
)
def test_a_tag_that_would_be_printed_as_it_stands_is_told(tmp_path, paragraph, told):
    result = filled(template(tmp_path, "好", paragraph))
    assert result.data is None
    (problem,) = [p for p in result.problems if p.code == "T04"]
    assert problem.message.startswith("正文第2段：")
    assert told in problem.message


def test_two_merges_of_one_cell_are_told(tmp_path):
    both = "{{ row.level1|merge }}{{ row.level2|merge }}"
    loop = ["{%tr for row in rows.indicators %}", both, "{%tr endfor %}"]
    (problem,) = filled(template(tmp_path, cells=[[own] for own in loop])).problems
    assert problem.message.startswith("表1第2行第1列：一格里有两个 |merge")


def two_tables(tmp_path, *tables):
    document = docx.Document()
    for texts in tables:
        table = document.add_table(rows=len(texts), cols=1)
        for row, text in zip(table.rows, texts, strict=True):
            row.cells[0].text = text
        document.add_paragraph("其间")
    path = tmp_path / "own.docx"
    document.save(str(path))
    return path


LOOP = ("{%tr for row in rows.indicators %}", "{{ row.name }}", "{%tr endfor %}")


def test_a_loop_stays_in_its_table(tmp_path):
    assert not filled(two_tables(tmp_path, LOOP, ("{{ title }}",))).problems
    (problem,) = filled(two_tables(tmp_path, LOOP[:2], LOOP[2:])).problems
    assert problem.message.startswith("表2第1行第1列：")
    assert "同一张表" in problem.message


def test_a_table_in_a_cell_has_loops_of_its_own(tmp_path):
    document = docx.Document()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "总分"
    inner = outer.cell(0, 1).add_table(rows=3, cols=1)
    for row, text in zip(inner.rows, LOOP, strict=True):
        row.cells[0].text = text
    outer.cell(0, 1).add_paragraph("")
    path = tmp_path / "own.docx"
    document.save(str(path))
    result = filled(path)
    assert not result.problems
    (table,) = opened(result.data).tables[0].cell(0, 1).tables
    assert len(table.rows) == len(ROWS)


def test_words_outside_of_runs_are_told(tmp_path):
    document = docx.Document()
    document.add_paragraph("好")
    bare = document.add_paragraph("")._p
    node = bare.makeelement(qn("w:t"), {})
    node.text = "看不见{{ title }}"
    bare.append(node)
    path = tmp_path / "own.docx"
    document.save(str(path))
    (problem,) = filled(path).problems
    assert problem.message.startswith("正文第2段：“看不见")


def test_tags_in_notes_are_filled_in_and_looked_at(tmp_path):
    for text, told in (("{{ form.name }}", ""), ("{{ form.nmae }}", "脚注第2条")):
        path = with_footnote(template(tmp_path, "正文"), text)
        result = filled(path)
        if told:
            (problem,) = result.problems
            assert problem.message.startswith(f"{told}：")
        else:
            assert not result.problems
            parts = zipfile.ZipFile(io.BytesIO(result.data))
            assert "甲" in parts.read("word/footnotes.xml").decode()


def with_footnote(path, text):
    """Put a note into a file, as Word writes it."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            words = old.read(name)
            if name == "[Content_Types].xml":
                entry = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                words = words.replace(b"</Types>", entry.encode())
            new.writestr(name, words)
        new.writestr("word/footnotes.xml", note)
    return path


def test_thousands_of_tags_in_one_paragraph_are_joined_in_one_pass(tmp_path):
    tags = "、".join(["{{ form.name }}"] * 3000)
    assert texts(template(tmp_path, tags))[0] == "、".join(["甲"] * 3000)
