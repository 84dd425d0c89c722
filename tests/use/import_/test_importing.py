"""Whatever a form says, the inputs made from it load: no faults of reading, no crash, nothing lost unseen."""

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.base.document_place import DocumentPlace
from generator.base.toml import parse_toml
from generator.load.validation import validate
from generator.model.foreign_document import ReadCell, ReadDocument, ReadParagraph, ReadTable
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.read.section_keys import place_sections
from generator.read.whole_document import recognise
from generator.scaffold.imported import imported_dossier
from tests.foreign import book

BOOK = book()
WORDS = list(BOOK._roles)
WORDS += [
    "产出指标", "数量指标（10分）", "满意度指标", "其中：财政拨款", "年度目标1（25分）：甲", "年度目标2：",
    "备注：", "单位：元", "填报单位：某局（2023年度）", "222001某县文化局本级", "项目支出绩效自评表", "自评报告",
]  # fmt: skip
VALUES = [
    "", "—", "100", "95.5%", "12,345.67", "16万元", "≥80件", "80件", "-5", "9分", "定性", "已完成", "一、基本情况",
    "{{ x }}{% y %}", '引号"""和\\反斜杠"', "两\n行", "（一）评价目的", "1.公正。依规范。", "2023年4月27日", "\x07控制\ufdd0符",
    "得分为99.5分，评价等级为优。", "项目支出预算10万元，其中：甲4万元，乙6万元。", "3月底", "其他资金：0",
]  # fmt: skip
texts = st.one_of(st.sampled_from(WORDS), st.sampled_from(VALUES), st.text(max_size=8))


@st.composite
def tables(draw):
    """Make a grid; a cell may reach over its neighbours to the right and below."""
    height, width = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    grid: list[list[ReadCell | None]] = [[None] * width for _ in range(height)]
    for row in range(height):
        for column in range(width):
            if grid[row][column] is not None:
                continue
            right, down = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            end = column
            while end < min(width, column + right) and grid[row][end] is None:
                end += 1
            bottom = min(height, row + down)
            place = DocumentPlace(table=1, row=row + 1, column=column + 1)
            cell = ReadCell(draw(texts), place, row, column, bottom - row, end - column)
            for r in range(row, bottom):
                grid[r][column:end] = [cell] * (end - column)
    return ReadTable(tuple(tuple(c for c in line if c) for line in grid), DocumentPlace(table=1))


paragraphs = st.builds(ReadParagraph, texts, st.just(DocumentPlace(paragraph=1)))
documents = st.builds(
    ReadDocument,
    st.just("外来.docx"),
    st.sampled_from(["word", "excel", "text"]),
    st.lists(st.one_of(tables(), paragraphs), min_size=1, max_size=6).map(tuple),
)


def list_in_a_report():
    """A report over projects that a sentence names, without an outline of its own."""
    at = DocumentPlace(paragraph=1)
    cell = ReadCell("项目名称", DocumentPlace(table=1, row=1, column=1), 0, 0)
    says = ("项目名称", "项目名称", "项目支出预算10万元，其中：甲4万元，乙6万元。")
    lines = [ReadParagraph(text, at, level=number == 1) for number, text in enumerate(says)]
    return ReadDocument("外来.docx", "word", (ReadTable(((cell,),), at), *lines))


@settings(
    max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@example(list_in_a_report())
@given(documents)
def test_any_document_gives_inputs_that_load(document):
    draft = recognise(document, BOOK, frozenset({"评价目的"}))
    for subject in draft.subjects:
        place_sections(subject, BOOK, {"评价目的": "work-purpose"})
    draft.year = draft.year or 2023
    for name, text in imported_dossier(draft, "mof-2020", "理由").items():
        if not name.endswith(".toml"):
            continue
        file, problems = parse_toml(text, Path(name), name)
        assert file is not None, (problems, text)
        model = {"unit.toml": UnitEntry, "department.toml": DepartmentEntry}.get(name, ProjectEntry)
        entry, faults = validate(model, file)
        assert entry is not None, (faults, text)


def test_a_remark_with_a_control_character_is_written_without_it():
    cell = ReadCell("项目名称", DocumentPlace(table=1, row=1, column=1), 0, 0, 1, 1)
    table = ReadTable(((cell,),), DocumentPlace(table=1))
    document = ReadDocument("外来.docx", "word", (table,), remarks=("页眉\x1f有字",))
    draft = recognise(document, BOOK, frozenset())
    draft.year = draft.year or 2023
    texts = imported_dossier(draft, "mof-2020", "理由")
    assert "页眉有字" in texts["unit.toml"]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents)
def test_every_cell_is_used_furniture_or_listed_in_any_grid(document):
    draft = recognise(document, BOOK, frozenset())
    listed = {left.place for left in draft.unplaced}
    listed |= {left.place for subject in draft.subjects for left in subject.unplaced}
    (account,) = draft.accounts
    counts = account.as_data()
    assert counts["cells"] == counts["used"] + counts["furniture"] + counts["unread"]
    assert {e.place for e in account.entries if e.answer == "unread"} <= listed
