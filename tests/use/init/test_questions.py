"""What is asked before a dossier is begun, and what answers mean."""

from pathlib import Path

import pytest
import tomli

from generator.model.scheme import Scheme
from generator.use.init.folder_name import FolderName
from generator.use.init.questions import Known, next_question, refusal, reply, wish_of

SCHEMES = """
[[scheme]]
id = "near"
title = "近的"
department = [{ total = 100, basis = "a" }]

[[scheme]]
id = "national"
title = "全国的"
project = [{ total = 100, basis = "a" }]
"""


def schemes() -> list[Scheme]:
    common = {"force": {"from": 2020}, "basis": [{"id": "a", "document": "甲"}]}
    return [Scheme.from_data({**row, **common}) for row in tomli.loads(SCHEMES)["scheme"]]


def known(folder: Path | None = Path("某局-2024"), default: str = "") -> Known:
    def at(place: str, year: int) -> list[Scheme]:
        return (
            schemes() if "县" in place and year >= 2020 else schemes()[1:] if year >= 2020 else []
        )

    named = FolderName("某局", 2024) if folder else FolderName()
    return Known(folder, named, 2026, at, default, Path("inputs"))


def talk(answers: dict[str, str], of: Known) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Answer everything; return the questions with their defaults, and what was given."""
    asked, given = [], {}
    while (question := next_question(given, of)) is not None:
        asked.append((question.id, question.default))
        answer = reply(question, answers.get(question.id, ""))
        assert not answer.fault
        given[question.id] = answer.value
    return asked, given


def test_who_says_nothing_takes_every_default():
    asked, given = talk({}, known())
    assert asked == [
        ("unit", "某局"),
        ("place", ""),
        ("year", "2024"),
        ("scheme", "national"),
        ("department", "否"),
        ("projects", ""),
    ]
    wish = wish_of(given, known())
    assert (wish.unit, wish.year, wish.scheme) == ("某局", 2024, "national")
    assert (wish.projects, wish.wants_department, wish.old) == ((), False, None)


def test_the_scheme_follows_the_place_and_the_department_follows_the_scheme():
    asked, _ = talk({"place": "某县"}, known())
    assert ("scheme", "near") in asked
    assert ("department", "是") in asked


def test_the_name_of_a_unit_tells_the_place_too():
    assert ("scheme", "near") in talk({"unit": "某县图书馆"}, known())[0]


def test_the_scheme_of_the_workspace_is_the_default_where_it_may_hold():
    assert ("scheme", "national") in talk({"place": "某县"}, known(default="national"))[0]
    assert ("scheme", "near") in talk({"place": "某县"}, known(default="elsewhere"))[0]


def test_of_a_year_for_which_there_is_no_scheme_none_is_asked():
    asked, given = talk({"year": "1999"}, known())
    assert "scheme" not in dict(asked)
    assert wish_of(given, known()).scheme == ""


def test_a_folder_that_nobody_named_is_named_by_unit_and_year():
    asked, given = talk({"unit": "某/局"}, known(folder=None))
    assert asked[-1] == ("folder", "inputs/某／局-2026")
    assert wish_of(given, known(folder=None)).folder == Path("inputs/某／局-2026")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("甲、乙", ("甲", "乙")),
        ("甲，乙,丙；丁", ("甲", "乙", "丙", "丁")),
        (" 甲 、、甲", ("甲", "甲")),  # that it is there twice is told, and one is made
        ("1、档案修复 2、查阅大厅", ("档案修复", "查阅大厅")),
        ("（一）甲；（二）乙", ("甲", "乙")),
        ("1.甲 2．乙", ("甲", "乙")),
        ("一、二期工程", ("一", "二期工程")),
        ("2024年甲 12.5公里道路", ("2024年甲 12.5公里道路",)),
        ("", ()),
        ("、\t\r\n ", ()),
        ("甲\t乙", ("甲", "乙")),
        ("甲\r\n乙、 丙  丁\n", ("甲", "乙", "丙 丁")),
    ],
)
def test_projects_are_named_in_a_line(said, names):
    assert wish_of(talk({"projects": said}, known())[1], known()).projects == names


def test_what_lies_there_is_last_years_material(tmp_path):
    path = tmp_path / "上年 自评表.docx"
    path.write_bytes(b"")
    _, given = talk({"projects": f"'{path}'"}, known())
    assert (wish_of(given, known()).old, wish_of(given, known()).projects) == (path, ())


@pytest.mark.parametrize(("said", "scheme"), [("", ""), ("2", "national")])
def test_material_tells_its_scheme_unless_somebody_chose_one(tmp_path, said, scheme):
    _, given = talk({"place": "某县", "scheme": said, "projects": str(tmp_path)}, known())
    assert wish_of(given, known()).scheme == scheme


@pytest.mark.parametrize(
    ("id", "said", "value"),
    [
        ("year", "２０２３", "2023"),
        ("year", "2023年度", "2023"),
        ("department", "要", "是"),
        ("department", "N", "否"),
        ("scheme", "1", "near"),
        ("scheme", "２", "national"),
        ("scheme", "全国的", "national"),
        ("scheme", "near", "near"),
    ],
)
def test_answers_are_understood_as_people_write_them(id, said, value):
    assert reply(question(id), said).value == value


@pytest.mark.parametrize(
    ("id", "said", "fault"),
    [
        ("year", "23", "四位数字"),
        ("year", "1948", "四位数字"),
        ("year", "3000", "四位数字"),
        ("year", "20x4", "四位数字"),
        ("department", "也许", "是 或 否"),
        ("scheme", "3", "1 到 2"),
        ("scheme", "0", "1 到 2"),
        ("projects", "去年的表.docx", "没有找到"),
        ("projects", "a/b", "没有找到"),
        ("projects", "去年的表.doc", "另存为 .docx"),
        ("projects", "'上年.et'", "旧格式（.et）"),
        ("scheme", "nat", "是不是 national"),
        ("scheme", "nationl", "是不是 national"),
    ],
)
def test_what_is_no_answer_is_told(id, said, fault):
    assert fault in reply(question(id), said).fault


def question(wanted: str):
    given = {}
    while (asked := next_question(given, known())) is not None:
        if asked.id == wanted:
            return asked
        given[asked.id] = "某县" if asked.id == "place" else asked.default
    raise AssertionError(wanted)


def test_a_unit_without_a_name_is_asked_again():
    asked = next_question({}, known(folder=None))
    assert asked is not None
    assert "单位全称" in reply(asked, " ").fault


@pytest.mark.parametrize(
    ("year", "told"),
    [("2019", "2020 年度的可用 全国的（national）"), ("2020", ""), ("2999", "")],
)
def test_a_year_for_which_there_is_no_scheme_is_told_with_the_nearest(year, told):
    said = refusal(question("year"), year, {"unit": "某局", "place": ""}, known())
    assert told in said
    assert bool(said) is bool(told)


@pytest.mark.parametrize(("place", "is_told"), [("火星县", True), ("某县", False), ("", False)])
def test_a_place_that_nobody_knows_is_told_before_the_schemes(place, is_told):
    of = known()._replace(unknown=lambda said: "没有这个地方" if "火星" in said else "")
    given = {"unit": "某局", "place": place, "year": "2024"}
    asked = next_question(given, of)
    assert asked is not None
    assert asked.note.startswith("没有这个地方") is is_told


@pytest.mark.parametrize(("said", "unit"), [("", ""), ("别的局", "别的局")])
def test_a_unit_that_was_typed_is_kept_beside_material(tmp_path, said, unit):
    _, given = talk({"unit": said, "projects": str(tmp_path)}, known())
    assert wish_of(given, known()).unit == unit
