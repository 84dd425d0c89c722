"""The live formulas, worked out by LibreOffice, held against our own scores to the last digit."""

from decimal import Decimal

import pytest

from generator.base.number import plain
from generator.excel.form.workbook_page import SCORE
from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.fill.fill import fill, write_filling
from generator.use.library import Library
from tests.conftest import ROOT
from tests.excel.form.workbooks import (
    form_of,
    marks_of,
    read,
    saved_by_office,
    typed,
    values_of,
)
from tests.word.soffice import needs_soffice

TOTALS = ("总分", "自评得分", "合计")  # what forms call it
EXAMPLES = ("hongshan-2020", "kaiping-2020", "lukou-2023", "shanhaiguan-2021", "ziyang-2022")
# Target, actual and weight: everything that a number may be beside its number.
ROWS = [
    ("≥50件", "47件", "15"),
    ("50件以上", "49", "10"),
    ("不少于3,568人次", "3567人次", "7"),
    ("≤17万元", "255.6万元", "20"),
    ("不超过17万元", "170001元", "9"),
    ("控制在17万元以内", "18万元", "8"),
    ("＞95％", "95%", "6"),
    ("100%", "93.35%", "3.5"),
    ("1.2亿元", "11999.5万元", "10"),
    ("=12场", "11场", "5"),
    ("0件", "1件", "4"),
    ("0件", "0件", "4"),
    ("3份", "0份", "2"),
    ("是", "是", "5"),
    ("是", "否", "5"),
    ("90%", "89.9%", "7"),
    ("8个工作日", "10个工作日", "3"),
    ("0.3公里", "0.1公里", "1"),
    ("2023年11月底前", "2023年10月", "5"),
    ("2023年11月30日前", "2023年11月30日", "5"),
    ("11月30日以前完成", "2023年12月1日", "5"),
    ("2023年12月", "12月31号", "2"),
    ("6月末前", "7月", "2"),
    ("2023年11月15日前", "2023年11月", "2"),
    ("2023年11月15日前", "11月20日前", "2"),
    ("11月31日前", "11月2日", "2"),
    ("11月前", "10月2日", "2"),
    ("2023年1-2月", "2023年1月", "2"),
]
PLAIN = len(ROWS)
# What no formula can judge: the program does, once it has been taken back.
OTHERS = [("50%-60%", "55%", "5"), ("约50件", "40件", "5")]
SCHEMES = ("finance-system", "mof-2020", "mof-2021", "hubei-2020", "hebei", "ningxia")
OWN = {0: 12, 7: 6, 10: 2, 12: 3}  # stand only where a scheme leaves the score open
# What nobody can fill in: a day that is none, and one that may be before November or in it. They stand in the inputs.
REFUSED = (("11月31日前", "11月2日"), ("11月前", "10月2日"))
CLASSES = {"ningxia": ("产出/产出数量", "满意度/满意度")}


def office_scores(filled, book, subject, count):
    """Return what LibreOffice makes of the rows of a subject."""
    scores = []
    for number in range(count):
        place = filled.cells[marks_of(filled, subject, ("indicator", number, "name"))].place
        scores.append(book[place.sheet].cell(place.row, scores_of(filled, subject)).value)
    return scores


def scores_of(filled, subject):
    """Return the column of scores: right behind those that the unit states itself."""
    own = (m for m, s in slots(filled) if s.subject == subject and s.keys[-3:-2] == ("indicator",))
    states = (m for m in own if filled.form.slots[m].keys[-1] == "score")
    return filled.cells[next(states)].place.column + 1


def slots(filled):
    return filled.form.slots.items()


def as_number(value):
    return None if value in (None, "") else Decimal(plain(Decimal(str(value))))


@needs_soffice
def test_every_example_comes_to_the_same_scores(tmp_path):
    folders = [ROOT / "inputs" / name for name in EXAMPLES]
    saved = saved_by_office(tmp_path, *map(form_of, folders))
    library = Library(find_workspace(ROOT / "inputs")[0])
    compared = 0
    for folder, data in zip(folders, saved, strict=True):
        path = tmp_path / f"{folder.name}.xlsx"
        path.write_bytes(data)
        (came_back,) = fill([path], ROOT / "inputs").files
        assert (came_back.folder, came_back.entries) == (folder, ())  # nobody touched it
        sheets, filled, book = examine(folder, library).sheets, read(data), values_of(data)
        for id, sheet in sheets.items():
            for row in sheet.indicators:
                keys = (*row.at.keys, "name")
                place = filled.cells[marks_of(filled, id, keys)].place
                said = as_number(book[place.sheet].cell(place.row, scores_of(filled, id)).value)
                assert said == row.judgement.score.value, (folder.name, id, row.id)
                compared += 1
            place = next(filled.cells[m].place for m, s in slots(filled) if s.subject == id)
            page = book[place.sheet]
            said = {page.cell(n, 2).value: page.cell(n, SCORE + 1).value for n in range(1, 400)}
            if sheet.parts:
                total = next(said[name] for name in TOTALS if name in said)
                assert as_number(total) == sheet.total.value
                assert (said.get("等级") or "") == sheet.grade
                for part in sheet.parts:
                    assert as_number(said[part.label]) == part.score.value
    assert compared > 100


@pytest.fixture(name="blank")
def blank_dossier(tmp_path):
    """Write a dossier whose rows have names, classes and weights and nothing else."""

    def make(scheme):
        folder = tmp_path / scheme / "inputs" / "unit-2023"
        folder.mkdir(parents=True)
        unit = f'year = 2023\nscheme = "{scheme}"\n\n[unit]\nname = "某县图书馆"\n'
        (folder / "unit.toml").write_text(unit, "utf-8")
        rows = "".join(
            f'[[indicator]]\nclass = "{class_}"\nname = "指标{n}"\nweight = {weight}\n{held(n)}\n'
            for n, (class_, weight) in enumerate(classes_and_weights(scheme))
        )
        text = f'[project]\nname = "图书购置"\n\n[funds]\nbudget = 33.3\n\n{rows}'
        (folder / "book.toml").write_text(text, "utf-8")
        return folder

    return make


def held(number):
    target, actual, _ = [*ROWS, *OTHERS][number]
    is_held = (target, actual) in REFUSED
    return f'target = "{target}"\nactual = "{actual}"\n' if is_held else ""


def classes_and_weights(scheme):
    usual = ("产出/数量", "产出/成本", "满意度/服务对象满意度")
    classes = CLASSES.get(scheme, usual)
    for number, (_, _, weight) in enumerate([*ROWS, *OTHERS]):
        yield classes[number % len(classes)], weight


@needs_soffice
def test_what_is_typed_scores_at_once_as_it_does_when_it_was_taken_back(tmp_path, blank):
    folders = [blank(scheme) for scheme in SCHEMES]
    values = {("book", ("funds", "spent")): 27.77}
    for number, (target, actual, _) in enumerate([*ROWS, *OTHERS]):
        values["book", ("indicator", number, "target")] = target
        values["book", ("indicator", number, "actual")] = actual
        if number in OWN:
            values["book", ("indicator", number, "score")] = OWN[number]
    sent = [typed(form_of(folder), values) for folder in folders]
    for folder, data in zip(folders, saved_by_office(tmp_path, *sent), strict=True):
        path = folder.parent.parent / "填报表.xlsx"
        path.write_bytes(data)
        assert read(data).others == ()
        assert not write_filling(fill([path], folder))
        found = examine(folder, Library(find_workspace(folder)[0]))
        sheet = found.sheets["book"]
        own = {row.at.keys[-1]: row.judgement.score.value for row in sheet.indicators}
        book = values_of(data)
        said = office_scores(read(data), book, "book", len(ROWS) + len(OTHERS))
        told = [as_number(value) for value in said]
        assert told[:PLAIN] == [own[n] for n in range(PLAIN)], folder
        assert told[PLAIN:] == [None] * len(OTHERS)
        execution = sheet.part_of_kind("execution")
        if execution is not None:
            page = book["图书购置"]
            rows = {page.cell(n, 2).value: page.cell(n, SCORE + 1).value for n in range(1, 200)}
            assert as_number(rows[execution.label]) == execution.score.value


def test_every_kind_of_scoring_has_its_formula():
    from generator.excel.form.score_formulas import FORMULAS
    from generator.score.kinds import COMPUTED

    assert set(FORMULAS) == set(COMPUTED)
