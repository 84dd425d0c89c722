"""What people call a figure: subject and label; two of one name are told apart."""

from generator.figures.figure import text_figure
from generator.roundtrip.called import SubjectNames, called
from generator.roundtrip.recorded import RecordedFigure


def names(**subjects: str) -> SubjectNames:
    book = {f"{id}/name": text_figure(f"{id}/name", name) for id, name in subjects.items()}
    return SubjectNames({}, book)


def test_a_project_is_called_by_its_name():
    assert names(books="图书购置").of("books/score.total") == "图书购置"


def test_unit_and_department_are_called_what_they_are():
    both = names(unit="某县图书馆", department="某县图书馆")
    assert both.of("unit/total.spent") == "本单位"
    assert both.of("department/funds.spent") == "部门整体"


def test_namesakes_are_told_apart_by_their_files():
    two = names(a="运转经费", b="运转经费", c="图书购置")
    assert two.of("a/funds.spent") == "运转经费（a.toml）"
    assert two.of("b/funds.spent") == "运转经费（b.toml）"
    assert two.of("c/funds.spent") == "图书购置"


def test_a_project_that_is_gone_keeps_the_name_that_was_recorded():
    known = SubjectNames({"old/name": RecordedFigure("旧项目")}, {})
    assert known.of("old/funds.spent") == "旧项目"


def test_a_project_without_a_name_is_called_by_its_file():
    assert names().of("books/funds.spent") == "books"


def test_subject_and_label_are_joined_and_a_missing_label_gives_way_to_the_id():
    assert called("图书购置", "预算执行率得分", "books/x") == "图书购置 · 预算执行率得分"
    assert called("", "总分", "books/score.total") == "总分"
    assert called("图书购置", "", "books/x.y") == "图书购置 · x.y"
