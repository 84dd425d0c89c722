"""Files of one unit and year belong together by what they print, wherever they lie."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft, SubjectDraft
from generator.use.audit.units_of_files import units_of
from tests.foreign import book


def part(file, unit="", project="", *, year=2023, form=True, spring=False):
    subject = SubjectDraft("project")
    if project:
        subject.put(("project", "name"), project, DocumentPlace(paragraph=1))
    if form:
        row = {"name": "册数", "target": "≥1册"} | ({} if spring else {"actual": "1册"})
        subject.values["indicator"] = [row]
    draft = Draft({"name": unit} if unit else {}, year, [subject])
    draft.stamp(file)
    return draft


def sorted_out(*parts):
    return [
        tuple(sorted(draft.source for draft in unit.drafts)) for unit in units_of(parts, book())
    ]


def test_names_are_compared_without_blanks_and_by_their_short_forms():
    found = sorted_out(
        part("甲/表.docx", "某市发展和改革委员会", "修路"),
        part("乙/表.docx", "某市 水务局", "修渠"),
        part("丙/报告.docx", "某市发改委", "修路", form=False),
        part("丁/报告.docx", "某市水务局", "修渠", form=False),
    )
    assert found == [("丙/报告.docx", "甲/表.docx"), ("丁/报告.docx", "乙/表.docx")]


def test_a_name_that_says_nothing_is_none_and_loses_no_file():
    found = sorted_out(part("材料/1.docx", "（盖章）", "食堂"), part("2.docx", "乙校", "操场"))
    assert sorted(found) == [("2.docx",), ("材料/1.docx",)]


def test_units_with_one_folder_are_kept_apart():
    found = sorted_out(part("材料/1.docx", "甲校", "食堂"), part("材料/2.docx", "乙校", "食堂"))
    assert found == [("材料/1.docx",), ("材料/2.docx",)]


def test_forms_of_two_years_are_not_held_against_each_other():
    found = sorted_out(
        part("22.docx", "甲校", "食堂", year=2022),
        part("23.docx", "甲校", "食堂", year=2023),
        part("报告.docx", "甲校", "食堂", year=2022, form=False),
        part("附.docx", "甲校", "食堂", year=None, form=False),
    )
    assert found == [("22.docx", "报告.docx"), ("23.docx", "附.docx")]


def test_a_year_that_differs_between_form_and_report_is_a_slip_of_the_pen():
    found = sorted_out(
        part("表.docx", "甲校", "食堂", year=2022),
        part("报告.docx", "甲校", "食堂", year=2023, form=False),
    )
    assert found == [("报告.docx", "表.docx")]


def test_a_file_without_a_unit_goes_to_its_project_then_to_the_only_unit_of_its_folder():
    named = part("甲/表.docx", "甲校", "食堂"), part("乙/表.docx", "乙校", "操场")
    assert ("乙/表.docx", "收件/报告.docx") in sorted_out(
        *named, part("收件/报告.docx", "", "操场", form=False)
    )
    assert ("甲/报告.docx", "甲/表.docx") in sorted_out(
        *named, part("甲/报告.docx", "", form=False)
    )
    assert ("丙/报告.docx",) in sorted_out(*named, part("丙/报告.docx", "", form=False))


def test_many_files_without_a_unit_are_not_given_to_the_one_unit_that_is_there():
    nameless = [part(f"材料/{n}.docx", "", f"第{n}项") for n in range(4)]
    found = sorted_out(part("材料/表.docx", "甲校", "食堂"), *nameless)
    assert len(found) == 5


def test_a_few_files_without_a_unit_in_one_folder_belong_together():
    found = sorted_out(part("表.docx", "", "食堂"), part("报告.docx", "", form=False))
    assert found == [("报告.docx", "表.docx")]


def test_a_goal_table_stands_beside_its_project_whoever_it_names_as_the_unit():
    (unit,) = units_of(
        [
            part("目标.docx", "某县教育局", "食堂", spring=True),
            part("自评.docx", "甲校", "食堂"),
        ],
        book(),
    )
    assert [draft.source for draft in unit.springs] == ["目标.docx"]
    assert [draft.source for draft in unit.rest] == ["自评.docx"]


def test_goal_tables_alone_are_units_of_their_own():
    (unit,) = units_of([part("目标.docx", "甲校", "食堂", spring=True)], book())
    assert (len(unit.springs), unit.rest) == (1, [])


def test_a_file_whose_unit_is_no_name_is_lost_no_more():
    assert sorted_out(part("表.docx", "（2023年度）", "食堂")) == [("表.docx",)]


def test_files_without_a_unit_among_those_of_others_are_not_taken_together():
    named = part("收件/甲.docx", "甲校", "食堂"), part("收件/乙.docx", "乙校", "操场")
    nameless = [part(f"收件/报告{n}.docx", "", form=False) for n in "一二"]
    assert len(sorted_out(*named, *nameless)) == 4


@pytest.mark.parametrize(
    ("authorities", "told"),
    [
        (("某县民政局", "某县民政局"), "某县民政局"),
        (("某县民政局", "某县教育局"), ""),
        (("", ""), ""),
    ],
)
def test_a_file_of_several_forms_is_of_the_authority_that_all_of_them_print(authorities, told):
    draft = part("工作簿.xlsx", "", "食堂")
    draft.subjects += part("工作簿.xlsx", "", "操场").subjects
    for subject, name in zip(draft.subjects, authorities, strict=True):
        subject.put(("project", "authority"), name, DocumentPlace())
    (unit,) = units_of([draft], book())
    assert unit.told.name == told
