"""jixiao changes: which figures differ, why, what follows, and where it shows."""

import json

import docx
import pytest

from tests.conftest import PROJECT

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}


@pytest.fixture
def changed(dossier, run):
    """Build, change a figure, and give the comparison."""

    def make(change=SPENT, **files):
        folder = dossier(**files)
        run("build", folder)
        dossier(change=change, **files)
        _, out, _ = run("changes", folder, "--format", "json")
        (one,) = json.loads(out)["dossiers"]
        return one

    return make


def by_figure(one):
    return {change["figure"]: change for change in one["figures"]}


def test_a_changed_input_names_its_line_and_both_values(changed):
    spent = by_figure(changed())["books/funds.spent"]
    assert (spent["old"], spent["new"]) == ("95万元", "96万元")
    (cause,) = spent["causes"]
    assert cause["file"].endswith("books.toml")
    assert cause["line"] > 0
    assert cause["text"] == "95万元 → 96万元"


def test_what_follows_is_listed_under_the_input_and_traced_back(changed):
    found = by_figure(changed())
    assert "books/funds.rate" in found["books/funds.spent"]["follows"]
    assert "books/score.total" in found["books/funds.spent"]["follows"]
    assert "books/score.part[execution].score" in found["books/score.total"]["causes"][0]["text"]


def test_places_are_told_by_document_heading_and_cell(changed):
    places = by_figure(changed())["books/funds.spent"]["places"]
    words = {place["place"] for place in places}
    assert "表：全年执行数" in words
    assert "“（一）项目资金使用情况”" in words
    assert len({place["document"] for place in places}) == 2


def test_changed_words_are_told_apart_from_changed_figures(changed):
    one = changed({"为全县读者购置图书。": "为全县师生购置图书。"})
    assert one["figures"] == []
    (text,) = one["texts"]
    assert text["place"] == "“一、项目基本情况”"
    assert "师生" in text["new"]


def test_a_new_and_a_removed_figure_are_told(changed):
    found = by_figure(changed({'name = "读者满意度"': 'name = "群众满意度"'}))
    added = found["books/indicator[满意度/服务对象满意度/群众满意度].actual"]
    assert added["old"] is None
    removed = found["books/indicator[满意度/服务对象满意度/读者满意度].actual"]
    assert removed["new"] is None


def test_a_changed_rule_is_the_cause_where_no_input_is(dossier, run, workspace):
    from generator.load.packs import packaged_templates

    folder = dossier()
    own = workspace / "templates" / "schemes" / "mof-2020.toml"
    own.parent.mkdir(parents=True)
    text = (packaged_templates() / "schemes" / "mof-2020.toml").read_text(encoding="utf-8")
    own.write_text(text, encoding="utf-8")
    run("build", folder)
    own.write_text(text.replace("places = 2\n", "places = 0\n"), encoding="utf-8")
    _, out, _ = run("changes", folder, "--format", "json")
    found = by_figure(json.loads(out)["dossiers"][0])
    assert found["books/score.part[execution].score"]["causes"][0]["text"] == "评分方案改动"


def test_nothing_is_written_and_nothing_changed_is_said(dossier, run, workspace):
    folder = dossier()
    _, out, _ = run("changes", folder)
    assert "还没有生成过" in out
    assert not (workspace / "outputs").exists()
    run("build", folder)
    assert "与上次生成相同" in run("changes", folder)[1]


def test_a_build_tells_the_changes_at_its_end(dossier, run):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    _, _, err = run("build", folder)
    assert "95万元 → 96万元" in err
    assert "随之变动" in err


def test_changes_are_written_as_a_page_of_word(dossier, run, tmp_path):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    page = tmp_path / "变动 情况.docx"
    assert run("changes", folder, "-o", page)[0] == 0
    cells = [cell.text for row in docx.Document(str(page)).tables[0].rows for cell in row.cells]
    assert "95万元" in cells
    assert "96万元" in cells


def test_several_dossiers_are_compared_each_with_its_own(dossier, run):
    folder = dossier(devices=PROJECT.replace("图书购置", "设备更新"))
    run("build", folder)
    _, out, _ = run("changes", folder.parent)
    assert out.count("与上次生成相同") == 1
