"""jixiao changes: which figures differ, why, what follows, and where it shows."""

import errno
import json

import docx
import pytest

from generator.roundtrip import files_record
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


@pytest.mark.parametrize("slip", [{"spent = 95\n": "spent = \n"}, {"spent = 95\n": "spnet = 95\n"}])
def test_a_dossier_of_which_a_file_is_left_out_is_not_compared(slip, dossier, run):
    folder = dossier(devices=PROJECT.replace("图书购置", "设备更新"))
    run("build", folder)
    dossier(change=slip, devices=PROJECT.replace("图书购置", "设备更新"))
    code, out, _ = run("changes", folder)
    assert (code, "没有比较" in out, "→" in out) == (1, True, False)


def test_a_changed_rule_is_the_cause_where_no_input_is(dossier, run, workspace):
    from generator.load.packaged import packaged_templates

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


def test_people_read_names_and_labels_and_no_ids(dossier, run):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    _, out, _ = run("changes", folder)
    _, _, err = run("build", folder)
    for said in (out, err):
        assert "图书购置 · 全年执行数　95万元 → 96万元" in said
        assert "图书购置 · 总分" in said
        assert "图书购置 · “当年财政拨款”全年执行数" in said
        assert "随之变动：预算执行率、预算执行率得分、总分、本单位 · 全年执行数合计" in said
        assert "（由 图书购置 · 全年执行数 得出）" in said
        assert "books/" not in said.replace("books/books", "")
        assert "score." not in said


def test_an_indicator_is_named_and_a_namesake_also_by_its_class(dossier, run):
    folder = dossier()
    run("build", folder)
    dossier(
        change={
            'actual = "20500册"': 'actual = "19000册"',
            "weight = 50": 'weight = 50\nreason = "缺货。"',
        }
    )
    _, out, _ = run("changes", folder)
    assert "图书购置 · “购书册数”实际完成值　20500册 → 19000册" in out
    assert "图书购置 · “购书册数”得分" in out
    dossier(change={'name = "到馆人次增长率"': 'name = "购书册数"'})
    _, out, _ = run("changes", folder)
    assert "图书购置 · “产出/数量/购书册数”" not in out, "it did not change"
    assert "图书购置 · “效益/社会效益/购书册数”得分" in out


def test_the_last_log_is_shown_again_when_nothing_has_changed_since(dossier, run):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    before = run("changes", folder)[1].splitlines()[1:]
    run("build", folder)
    for _ in range(2):
        _, out, _ = run("changes", folder)
        head, *log = out.splitlines()
        assert head.endswith("：自上次生成以来没有变动；上次生成时的变动：")
        assert log == before
        run("build", folder)  # nothing to do: the log stays
    (one,) = json.loads(run("changes", folder, "--format", "json")[1])["dossiers"]
    assert one["figures"] == one["texts"] == []
    assert by_figure(one["last"])["books/funds.spent"]["new"] == "96万元"


def test_a_first_build_has_no_last_log(dossier, run):
    folder = dossier()
    run("build", folder)
    (one,) = json.loads(run("changes", folder, "--format", "json")[1])["dossiers"]
    assert one["last"] is None


def test_a_build_that_changes_neither_figures_nor_words_keeps_the_log(dossier, run, workspace):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    run("build", folder)
    (workspace / "jixiao.toml").write_text('[house]\nbody = "仿宋"\n', encoding="utf-8")
    run("build", folder)
    assert "95万元 → 96万元" in run("changes", folder)[1]


def test_new_changes_take_the_place_of_the_last_log(dossier, run):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    run("build", folder)
    dossier(change={**SPENT, "≥20000册": "≥20100册"})
    _, out, _ = run("changes", folder)
    assert "≥20000册 → ≥20100册" in out
    assert "95万元" not in out


def test_the_page_of_word_shows_the_last_log_too(dossier, run, tmp_path):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    run("build", folder)
    page = tmp_path / "变动.docx"
    assert run("changes", folder, "-o", page)[0] == 0
    cells = [cell.text for row in docx.Document(str(page)).tables[0].rows for cell in row.cells]
    assert "图书购置 · 全年执行数" in cells
    assert "95万元" in cells


def test_a_record_that_cannot_be_read_is_told_and_is_no_first_build(dossier, run, monkeypatch):
    folder = dossier()
    run("build", folder)
    read = files_record.read_regular

    def refused(path, *limits):
        if path.name == files_record.MANIFEST_FILE:
            raise PermissionError(errno.EACCES, "denied", str(path))
        return read(path, *limits)

    monkeypatch.setattr(files_record, "read_regular", refused)
    code, out, _ = run("changes", folder)
    assert code == 1
    assert "没有比较" in out
    assert "没有权限" in out
    assert "还没有生成过" not in out
