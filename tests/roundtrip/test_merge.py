"""Merging: the person's file is brought up to date, and nothing of their work is lost."""

import copy
import zipfile

import docx
import pytest

from generator.word.xml import W
from tests.word.samples import assert_valid

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
LONG = "为全县读者购置图书。图书送到每个乡镇。读者反映良好。"
PROSE = {'overview = "为全县读者购置图书。"': f'overview = "{LONG}"'}


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def only(outputs):
    (path,) = outputs.glob("*.docx")
    return path


def paragraphs(path):
    return [p.text for p in docx.Document(str(path)).paragraphs if p.text]


def cells(path):
    document = docx.Document(str(path))
    return [c.text for t in document.tables for r in t.rows for c in r.cells]


def comments(path):
    with zipfile.ZipFile(path) as package:
        if "word/comments.xml" not in package.namelist():
            return ""
        return package.read("word/comments.xml").decode()


def edit(path, change):
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))


def replace_words(old, new):
    def change(document):
        holders = [*document.paragraphs]
        for table in document.tables:
            for row in table.rows:
                holders += [p for cell in row.cells for p in cell.paragraphs]
        # A merged cell is listed once per column.
        runs = {run._r: run for p in holders for run in p.runs if old in run.text}.values()
        assert runs, f"nothing says {old}"
        for run in runs:
            run.text = run.text.replace(old, new)

    return change


@pytest.fixture
def merged(dossier, run, outputs, tmp_path):
    """Build, let a person edit, change the inputs, merge; returns the file and what was said."""

    def make(change, before=None, after=None, **files):
        folder = dossier(change=before or {}, **files)
        assert run("build", folder)[0] == 0
        path = only(outputs)
        edit(path, change)
        dossier(change={**(before or {}), **(after or {})}, **files)
        code, out, err = run("build", folder, "--on-edited", "merge")
        assert code == 0, out
        assert only(outputs) == path
        assert_valid(path.read_bytes(), tmp_path)
        return path, out, err

    return make


def test_words_of_the_person_and_figures_of_the_inputs_meet(merged):
    path, out, err = merged(replace_words("执行率为", "执行率达到"), after=SPENT)
    text = "".join(paragraphs(path))
    assert "全年支出96万元，执行率达到96%" in text
    assert "合并 1" in err
    assert "采用输入的改动" in out
    assert comments(path) == ""


def test_figures_move_in_every_sentence_and_cell(merged):
    path, _, _ = merged(replace_words("丰富馆藏", "丰富馆藏资源"), after=SPENT)
    assert "96" in cells(path)
    assert "95" not in cells(path)
    assert "丰富馆藏资源。" in "".join(cells(path))
    assert "购书20500册，支出96万元。" in "".join(cells(path))


def test_words_that_only_the_inputs_changed_are_taken(merged):
    path, _, _ = merged(
        replace_words("作为下年度预算安排的依据", "作为下一年度预算安排的依据"),
        after={"延长开放时间。": "延长周末开放时间。"},
    )
    text = "".join(paragraphs(path))
    assert "延长周末开放时间。" in text
    assert "作为下一年度预算安排的依据。" in text


def test_two_sentences_of_a_paragraph_changed_by_either_side_are_both_kept(merged):
    path, _, _ = merged(
        replace_words("读者反映良好", "读者反映非常好"),
        before=PROSE,
        after={"为全县读者购置图书。图书": "为全县师生购置图书。图书"},
    )
    text = "".join(paragraphs(path))
    assert "为全县师生购置图书。图书送到每个乡镇。读者反映非常好。" in text
    assert comments(path) == ""


def test_a_true_conflict_keeps_the_persons_words_and_comments_the_others(merged):
    path, out, _ = merged(
        replace_words("为全县读者购置图书", "为全县老年读者购置图书"),
        after={"为全县读者购置图书。": "为全县少儿读者购置图书。"},
    )
    text = "".join(paragraphs(path))
    assert "为全县老年读者购置图书" in text
    assert "少儿" not in text
    assert "为全县少儿读者购置图书。" in comments(path)
    assert "O08" in out


QUOTED = {
    'overview = "为全县读者购置图书。"': (
        'overview = """为全县读者购置图书，支出{{ funds.spent }}。经费{{ funds.spent }}已付清。"""'
    )
}


def test_a_colliding_sentence_gets_its_figures_and_its_neighbours_the_inputs_words(merged):
    path, _, _ = merged(
        replace_words("为全县读者购置图书，支出", "为全县老年读者购置图书，支出"),
        before=QUOTED,
        after={**SPENT, "为全县读者购置图书，支出": "为全县少儿读者购置图书，支出"},
    )
    text = "".join(paragraphs(path))
    assert "为全县老年读者购置图书，支出96万元。经费96万元已付清。" in text
    assert "为全县少儿读者购置图书，支出96万元。" in comments(path)
    assert "已付清" not in comments(path)


def test_a_split_paragraph_that_the_inputs_reworded_still_gets_its_figures(merged):
    def change(document):
        place = next(p for p in document.paragraphs if "老年" in p.text or "经费" in p.text)
        twin = copy.deepcopy(place._p)
        for mark in twin.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            mark.getparent().remove(mark)
        for node in twin.xpath(".//w:t"):
            node.text = ""
        twin.xpath(".//w:t")[0].text = "另起一段。"
        end = place._p.xpath("./w:bookmarkEnd")[-1]
        place._p.addnext(twin)
        twin.append(end)

    path, _, _ = merged(
        change,
        before=QUOTED,
        after={**SPENT, "为全县读者购置图书，支出": "为全县少儿读者购置图书，支出"},
    )
    text = "".join(paragraphs(path))
    assert "为全县少儿读者购置图书，支出96万元" in text
    assert "另起一段。" in text


def test_a_number_that_both_changed_is_a_conflict(merged):
    def change(document):
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    if cell.text == "20500册":
                        cell.paragraphs[0].runs[0].text = "20600册"

    path, out, _ = merged(change, after={'actual = "20500册"': 'actual = "20700册"'})
    assert "20600册" in cells(path)
    assert "20700册" in comments(path)
    assert "O08" in out


def test_a_paragraph_that_the_person_added_stays(merged):
    def change(document):
        place = next(p for p in document.paragraphs if "为全县读者购置图书" in p.text)
        twin = copy.deepcopy(place._p)
        for mark in twin.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            mark.getparent().remove(mark)
        place._p.addnext(twin)
        place.insert_paragraph_before("我加的一段。")

    path, _, _ = merged(change, after=SPENT)
    texts = paragraphs(path)
    assert "我加的一段。" in texts
    assert texts.count("为全县读者购置图书。") == 2


def test_a_paragraph_that_the_person_deleted_does_not_come_back(merged):
    def change(document):
        place = next(p for p in document.paragraphs if p.text.startswith("评价对象为"))
        place._p.getparent().remove(place._p)

    path, _, _ = merged(change, after=SPENT)
    assert not any(text.startswith("评价对象为") for text in paragraphs(path))
    assert "96万元" in "".join(paragraphs(path))


def test_a_new_paragraph_of_the_inputs_stands_at_its_place(merged):
    path, _, _ = merged(
        replace_words("执行率为", "执行率达到"),
        after={
            'overview = "为全县读者购置图书。"': 'overview = """为全县读者购置图书。\n另购有声读物。"""'
        },
    )
    texts = paragraphs(path)
    assert texts.index("另购有声读物。") == texts.index("为全县读者购置图书。") + 1


def test_a_paragraph_before_an_edited_one_does_not_upset_the_rest(merged):
    path, _, _ = merged(
        replace_words("为全县读者购置图书", "为全县读者购置好书"),
        after={
            'overview = "为全县读者购置图书。"': 'overview = """新馆于年中开放。\n为全县读者购置图书。"""'
        },
    )
    texts = paragraphs(path)
    assert "新馆于年中开放。" in texts
    assert "为全县读者购置好书。" in texts
    assert comments(path) == ""


def test_a_paragraph_that_the_inputs_dropped_goes(merged):
    before = {
        'overview = "为全县读者购置图书。"': 'overview = """为全县读者购置图书。\n另购有声读物。"""'
    }
    path, _, _ = merged(
        replace_words("执行率为", "执行率达到"), before=before, after={"\n另购有声读物。": ""}
    )
    assert "另购有声读物。" not in paragraphs(path)


NEW_ROW = """
[[indicator]]
class = "产出/数量"
name = "购置电子书"
target = "≥100册"
actual = "100册"
weight = 0
"""


def test_a_new_row_stands_in_its_class_with_the_right_merges(merged):
    path, _, _ = merged(
        replace_words("丰富馆藏", "丰富馆藏资源"),
        after={"weight = 50\n": f"weight = 50\n{NEW_ROW}"},
    )
    found = cells(path)
    assert "购置电子书" in found
    assert found.index("购书册数") < found.index("购置电子书") < found.index("到馆人次增长率")
    assert "丰富馆藏资源。" in "".join(found)


def test_a_row_that_the_inputs_dropped_goes_and_the_class_stays(merged):
    change = {"weight = 50\n": f"weight = 50\n{NEW_ROW}"}
    path, _, _ = merged(
        replace_words("丰富馆藏", "丰富馆藏资源"), before=change, after={NEW_ROW: "\n"}
    )
    assert "购置电子书" not in cells(path)
    assert "数量指标" in cells(path)


def test_changed_formatting_of_a_run_stays_with_a_new_figure(merged):
    def change(document):
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    if cell.text == "95":
                        cell.paragraphs[0].runs[0].bold = True
        replace_words("丰富馆藏", "丰富馆藏资源")(document)

    path, _, _ = merged(change, after=SPENT)
    document = docx.Document(str(path))
    found = [
        cell.paragraphs[0].runs
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        if cell.text == "96"
    ]
    assert any(run.bold for runs in found for run in runs if run.text == "96")


def test_generating_twice_without_opening_word_changes_nothing(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    edit(path, replace_words("执行率为", "执行率达到"))
    dossier(change=SPENT)
    run("build", folder, "--on-edited", "merge")
    once = path.read_bytes()
    _, _, err = run("build", folder, "--on-edited", "merge")
    assert "手工修改保留 1" in err
    assert path.read_bytes() == once


def test_a_merged_file_is_merged_again_and_again(dossier, run, outputs, tmp_path):
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    edit(path, replace_words("执行率为", "执行率达到"))
    for spent in ("96", "97", "98"):
        dossier(
            change={"spent = 95\n": f"spent = {spent}\n", "spent = 95 }": f"spent = {spent} }}"}
        )
        assert run("build", folder, "--on-edited", "merge")[0] == 0
        assert f"全年支出{spent}万元，执行率达到{spent}%" in "".join(paragraphs(path))
        assert_valid(path.read_bytes(), tmp_path)


def test_a_plain_build_leaves_a_merged_file_alone(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    edit(path, replace_words("执行率为", "执行率达到"))
    dossier(change=SPENT)
    run("build", folder, "--on-edited", "merge")
    mine = path.read_bytes()
    dossier(change={"spent = 95\n": "spent = 97\n", "spent = 95 }": "spent = 97 }"})
    _, out, _ = run("build", folder)
    assert "O03" in out
    assert path.read_bytes() == mine


def test_tracked_changes_stay_open_and_that_is_said(merged):
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def change(document):
        run = next(r for p in document.paragraphs for r in p.runs if "为全县读者购置图书" in r.text)
        insertion = (
            f'<w:ins {space} w:id="901" w:author="某"><w:r><w:t>并免费开放</w:t></w:r></w:ins>'
        )
        run._r.addnext(parse_xml(insertion))

    path, out, _ = merged(change, after=SPENT)
    with zipfile.ZipFile(path) as package:
        said = package.read("word/document.xml").decode()
    assert '<w:ins w:id="901" w:author="某"><w:r><w:t>并免费开放</w:t></w:r></w:ins>' in said
    assert "支出96万元" in "".join(paragraphs(path))
    assert "O09" in out


def test_a_file_without_our_bookmarks_is_matched_by_its_words(merged):
    def change(document):
        for mark in document.element.xpath("//w:bookmarkStart | //w:bookmarkEnd"):
            mark.getparent().remove(mark)
        replace_words("执行率为", "执行率达到")(document)

    path, _, _ = merged(change, after=SPENT)
    text = "".join(paragraphs(path))
    assert "全年支出96万元，执行率达到96%。" in text
    assert "96" in cells(path)


def test_a_split_paragraph_keeps_both_halves_and_its_figures_move(merged):
    def change(document):
        place = next(p for p in document.paragraphs if "全年支出" in p.text)
        second = copy.deepcopy(place._p)
        for mark in second.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            mark.getparent().remove(mark)
        place._p.addnext(second)
        for node in second.xpath(".//w:t"):
            node.text = ""
        second.xpath(".//w:t")[0].text = "后一半由我改写。"

    path, _, _ = merged(change, after=SPENT)
    text = paragraphs(path)
    assert "后一半由我改写。" in text
    assert any("全年支出96万元" in t for t in text)


SECOND = "bundle = true\n[unit]"


class TestBundleAndSingles:
    def singles_then_bundle(self, dossier, run, outputs, change, **after):
        folder = dossier(change={"[unit]": 'documents = ["report", "form"]\n[unit]'})
        assert run("build", folder)[0] == 0
        report = next(p for p in outputs.glob("*.docx") if "报告" in p.name)
        edit(report, change)
        dossier(change={"[unit]": f'documents = ["report", "form"]\n{SECOND}', **after})
        code, out, err = run("build", folder, "--on-edited", "merge")
        assert code == 0, out
        return next(p for p in outputs.glob("*.docx") if "材料" in p.name), out, err

    def test_an_edit_in_a_single_flows_into_the_bundle(self, dossier, run, outputs, tmp_path):
        bundle, out, _ = self.singles_then_bundle(
            dossier, run, outputs, replace_words("执行率为", "执行率达到")
        )
        assert "全年支出95万元，执行率达到95%" in "".join(paragraphs(bundle))
        assert "已带入" in out
        assert_valid(bundle.read_bytes(), tmp_path)

    def test_its_figures_are_those_of_now(self, dossier, run, outputs):
        bundle, _, _ = self.singles_then_bundle(
            dossier, run, outputs, replace_words("执行率为", "执行率达到"), **SPENT
        )
        assert "全年支出96万元，执行率达到96%" in "".join(paragraphs(bundle))

    def test_an_edit_in_the_bundle_is_an_edit_of_its_part(self, dossier, run, outputs):
        folder = dossier(change={"[unit]": SECOND})
        run("build", folder)
        edit(only(outputs), replace_words("执行率为", "执行率达到"))
        dossier()
        assert run("build", folder, "--on-edited", "merge")[0] == 0
        report = next(p for p in outputs.glob("*.docx") if "报告" in p.name)
        assert "执行率达到95%" in "".join(paragraphs(report))

    def test_edited_in_both_places_is_a_conflict(self, dossier, run, outputs):
        bundle, _, _ = self.singles_then_bundle(
            dossier, run, outputs, replace_words("执行率为", "执行率达到")
        )
        report = next(p for p in outputs.glob("*.docx") if "报告" in p.name)
        edit(report, replace_words("执行率达到", "执行率升到"))
        edit(bundle, replace_words("执行率达到", "执行率已达"))
        dossier(change={"[unit]": f'documents = ["report", "form"]\n{SECOND}', **SPENT})
        _, out, _ = run(
            "build", bundle.parents[2] / "inputs" / "library-2023", "--on-edited", "merge"
        )
        assert "O08" in out
        assert "执行率已达" in "".join(paragraphs(bundle))
        assert "执行率升到" in comments(bundle)


def test_a_remark_of_ours_that_is_settled_is_not_counted_as_the_persons(
    merged, dossier, run, outputs
):
    path, _, _ = merged(replace_words("95万元", "97万元"), after=SPENT)
    assert "96万元" in comments(path)
    settled = {old: new.replace("96", "97") for old, new in SPENT.items()}
    _, out, err = run("build", dossier(change=settled), "--on-edited", "merge")
    assert "w:comment " not in comments(path)
    assert "批注" not in out + err


def test_what_both_took_out_is_no_conflict(merged):
    def strike_out(document):
        own = next(p for p in document.paragraphs if "图书送到每个乡镇" in p.text)
        for number, run in enumerate(own.runs, 900):
            struck = own._p.makeelement(f"{W}del", {f"{W}id": str(number), f"{W}author": "王五"})
            run._r.addprevious(struck)
            struck.append(run._r)
            for node in run._r.findall(f"{W}t"):
                node.tag = f"{W}delText"

    one = 'overview = "为全县读者购置图书。"'
    two = {one: f'overview = """为全县读者购置图书。\n{LONG}"""'}
    path, out, _ = merged(strike_out, before=two, after={one: one})
    assert LONG not in "".join(paragraphs(path))
    assert "您改过的“”" not in out
    assert comments(path) == ""
