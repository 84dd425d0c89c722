"""A person's work in a single file comes into the bundle, and back: words, paragraphs, rows, notes."""

import shutil

import pytest

from generator.word.edited.file import WordFile
from tests.roundtrip.hand.edits_objects import _note, add_comment
from tests.roundtrip.hand.hands import (
    W,
    cut,
    drop_marks,
    new_paragraph,
    new_run,
    on,
    remove,
    replace,
    set_text,
    text,
    xml,
)
from tests.word.samples import assert_valid

DOCUMENTS = 'documents = ["report", "form"]\n'
SINGLES = {"[unit]": f"{DOCUMENTS}[unit]"}
BUNDLE = {"[unit]": f"{DOCUMENTS}bundle = true\n[unit]"}
SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
OVERVIEW = "为全县读者购置图书"


def _paragraph(page):
    place = page.p(OVERVIEW)
    place.addnext(new_paragraph(place, "手写的一段。"))


def _row(page):
    import copy

    row = page.row("购书册数")
    twin = copy.deepcopy(row)
    drop_marks(twin)
    for cell in twin.findall(f"{W}tc"):
        for merge in cell.findall(f"{W}tcPr/{W}vMerge"):
            merge.attrib.pop(f"{W}val", None)  # goes on with the class above
        nodes = list(cell.iter(f"{W}t"))
        for node in nodes:
            set_text(node, "")
        if "购书册数" in text(row[list(row).index(row.findall(f"{W}tc")[0])]):
            continue
    names = [c for c in twin.findall(f"{W}tc") if c.find(f"{W}tcPr/{W}vMerge") is None]
    names[0].find(f"{W}p").append(new_run("手写指标"))
    row.addnext(twin)


def _cell(page):
    row = page.row("购书册数")
    last = row.findall(f"{W}tc")[-1]
    last.find(f"{W}p").append(new_run("手写的原因"))


REPORT_EDITS = {
    "words": (replace("执行率为", "执行率达到"), "执行率达到"),
    "a paragraph": (on(_paragraph), "手写的一段。"),
    "a deletion": (on(lambda page: remove(page.p("评价对象为"))), ""),
    "a footnote": (_note("footnote", OVERVIEW), ""),
    "a comment": (on(lambda page: add_comment(page, OVERVIEW, "手写的批注")), ""),
}
FORM_EDITS = {
    "a row": (on(_row), "手写指标"),
    "a cell": (on(_cell), "手写的原因"),
    "words": (replace("丰富馆藏", "丰富馆藏资源"), "丰富馆藏资源"),
}
EDITS = {
    **{f"{name} of the report": ("报告", *edit) for name, edit in REPORT_EDITS.items()},
    **{f"{name} of the form": ("自评表", *edit) for name, edit in FORM_EDITS.items()},
}


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def single(outputs, words):
    (path,) = [p for p in outputs.glob("*.docx") if words in p.name and "材料" not in p.name]
    return path


def bundle(outputs):
    (path,) = [p for p in outputs.glob("*.docx") if "材料" in p.name]
    return path


def said(data: bytes) -> str:
    return "\n".join(passage.text for passage in WordFile(data).passages())


def things(data: bytes) -> set[tuple[str, str]]:
    found = (t for p in WordFile(data).passages() for t in p.things)
    return {(thing.kind, thing.words) for thing in found if thing.kind in {"脚注", "批注"}}


def carried(dossier, run, first, second, where, edit):
    """Build one way, edit, build the other way; returns the edited file and what it says then."""
    folder = dossier(change=first)
    assert run("build", folder)[0] == 0
    path = where()
    before = path.read_bytes()
    path.write_bytes(edit(before))
    dossier(change=second)
    code, out, _ = run("build", folder, "--on-edited", "merge")
    assert code == 0, out
    return before, path.read_bytes(), out


def check(target: bytes, before: bytes, edited: bytes, words: str, tmp_path) -> None:
    assert_valid(target, tmp_path)
    assert words in said(target)
    if "评价对象为" in said(before) and "评价对象为" not in said(edited):
        assert "评价对象为" not in said(target)
    new = things(edited) - things(before)
    assert new <= things(target)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_a_single_comes_into_the_bundle(dossier, run, outputs, tmp_path, name):
    words, edit, expected = EDITS[name]
    before, edited, out = carried(
        dossier, run, SINGLES, {**BUNDLE, **SPENT}, lambda: single(outputs, words), edit
    )
    assert "O14" in out
    target = bundle(outputs).read_bytes()
    check(target, before, edited, expected, tmp_path)
    assert "96" in said(target)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_the_bundle_comes_into_its_single(dossier, run, outputs, tmp_path, name):
    words, edit, expected = EDITS[name]
    before, edited, out = carried(
        dossier, run, BUNDLE, {**SINGLES, **SPENT}, lambda: bundle(outputs), edit
    )
    assert "O14" in out
    # The first form in the bundle is the one that is attached to the report.
    check(single(outputs, "报告").read_bytes(), before, edited, expected, tmp_path)
    if words != "报告" and expected:
        assert expected not in said(single(outputs, words).read_bytes())


def test_nothing_but_the_edit_comes_into_the_bundle(dossier, run, outputs):
    folder = dossier(change=BUNDLE)
    run("build", folder)
    clean = said(bundle(outputs).read_bytes())
    bundle(outputs).unlink()
    edit = REPORT_EDITS["words"][0]
    carried(dossier, run, SINGLES, BUNDLE, lambda: single(outputs, "报告"), edit)
    assert said(bundle(outputs).read_bytes()) == clean.replace("执行率为", "执行率达到")


@pytest.mark.parametrize("name", ["报告", "自评表"])
def test_nothing_but_the_edit_comes_into_the_singles(dossier, run, outputs, name):
    folder = dossier(change=SINGLES)
    run("build", folder)
    clean = said(single(outputs, name).read_bytes())
    for path in outputs.glob("*.docx"):
        path.unlink()
    edit = REPORT_EDITS["words"][0]
    carried(dossier, run, BUNDLE, SINGLES, lambda: bundle(outputs), edit)
    assert said(single(outputs, name).read_bytes()) == clean.replace("执行率为", "执行率达到")


def test_what_the_other_single_holds_stays_as_it_is(dossier, run, outputs):
    edit = REPORT_EDITS["words"][0]
    carried(dossier, run, BUNDLE, SINGLES, lambda: bundle(outputs), edit)
    assert "执行率达到" not in said(single(outputs, "自评表").read_bytes())


def test_a_file_that_nobody_edited_brings_nothing(dossier, run, outputs):
    folder = dossier(change=SINGLES)
    run("build", folder)
    dossier(change=BUNDLE)
    _, out, _ = run("build", folder, "--on-edited", "merge")
    assert "O14" not in out


def test_the_look_of_what_was_written_comes_along(dossier, run, outputs):
    def change(page):
        run_ = cut(page.run(OVERVIEW), OVERVIEW)
        run_.addnext(xml("<w:r><w:rPr><w:b/></w:rPr><w:t>（手写）</w:t></w:r>"))

    carried(dossier, run, SINGLES, BUNDLE, lambda: single(outputs, "报告"), on(change))
    assert "（手写）" in said(bundle(outputs).read_bytes())


def test_both_files_edited_at_one_place_is_a_conflict(dossier, run, outputs, tmp_path):
    folder = dossier(change=SINGLES)
    run("build", folder)
    dossier(change=BUNDLE)
    run("build", folder)
    for path, words in ((single(outputs, "报告"), "执行率达到"), (bundle(outputs), "执行率已达")):
        path.write_bytes(replace("执行率为", words)(path.read_bytes()))
    dossier(change={**BUNDLE, **SPENT})
    _, out, _ = run("build", folder, "--on-edited", "merge")
    path = bundle(outputs)
    assert "O08" in out
    assert "执行率已达96%" in said(path.read_bytes())
    assert any("执行率达到" in words for kind, words in things(path.read_bytes()))
    assert_valid(path.read_bytes(), tmp_path)


@pytest.mark.parametrize(
    ("change", "edit", "told"),
    [
        (
            {"延长开放时间。": "延长周末开放时间。"},
            replace("延长开放时间", "推迟开放时间"),
            "输入里现在是：延长周末开放时间。",
        ),
        (SPENT, on(lambda page: remove(page.p("全年支出95万元"))), "您删去的“全年支出95万元"),
    ],
    ids=["words", "a paragraph taken out"],
)
def test_what_the_inputs_changed_as_well_is_told(dossier, run, outputs, change, edit, told):
    second = {**SINGLES, **change}
    _, _, out = carried(dossier, run, BUNDLE, second, lambda: bundle(outputs), edit)
    assert "改动不一致：" in out
    assert told in out


def test_what_came_and_was_changed_again_is_not_brought_back(dossier, run, outputs):
    edit = REPORT_EDITS["words"][0]
    carried(dossier, run, SINGLES, BUNDLE, lambda: single(outputs, "报告"), edit)
    path = bundle(outputs)
    path.write_bytes(replace("执行率达到", "执行率为")(path.read_bytes()))
    folder = dossier(change={**BUNDLE, **SPENT})
    _, out, _ = run("build", folder, "--on-edited", "merge")
    assert "O08" not in out
    assert "执行率为96%" in said(path.read_bytes())


@pytest.mark.parametrize("first", [("merge",), ("keep", "merge")], ids="-".join)
def test_a_second_merge_changes_nothing(dossier, run, outputs, first):
    folder = dossier(change=BUNDLE)
    run("build", folder)
    path = bundle(outputs)
    path.write_bytes(REPORT_EDITS["words"][0](path.read_bytes()))
    dossier(change=SINGLES)
    for mode in first:
        run("build", folder, "--on-edited", mode)
    before = {own.name: own.read_bytes() for own in outputs.glob("*.docx")}
    assert "执行率达到" in said(before[single(outputs, "报告").name])
    _, out, _ = run("build", folder, "--on-edited", "merge")
    assert {own.name: own.read_bytes() for own in outputs.glob("*.docx")} == before
    assert "O14" not in out


def without_anchors(page):
    drop_marks(page.body)


def without_breaks(page):
    for mark in list(page.body.iter(f"{W}sectPr"))[:-1]:
        mark.getparent().remove(mark)


def without_either(page):
    without_anchors(page)
    without_breaks(page)


@pytest.mark.parametrize("change", [without_anchors, without_breaks, without_either])
@pytest.mark.parametrize("name", ["报告", "自评表"])
def test_an_edit_finds_its_single_without_anchors_or_breaks(dossier, run, outputs, name, change):
    folder = dossier(change=SINGLES)
    run("build", folder)
    clean = said(single(outputs, name).read_bytes())
    for path in outputs.glob("*.docx"):
        path.unlink()

    def edit(data):
        return on(change)(REPORT_EDITS["words"][0](data))

    carried(dossier, run, BUNDLE, SINGLES, lambda: bundle(outputs), edit)
    assert said(single(outputs, name).read_bytes()) == clean.replace("执行率为", "执行率达到")


def test_a_paragraph_that_was_moved_into_another_document_goes_there(dossier, run, outputs):
    def move(page):
        page.p("（2023年度）", last=True).addnext(page.p(OVERVIEW))

    carried(dossier, run, BUNDLE, SINGLES, lambda: bundle(outputs), on(move))
    assert OVERVIEW not in said(single(outputs, "报告").read_bytes())
    assert OVERVIEW in said(single(outputs, "自评表").read_bytes())


def red(data: bytes) -> str:
    runs = WordFile(data).root().iter(f"{W}r")
    looks = ((run, run.find(f"{W}rPr/{W}color")) for run in runs)
    return "".join(
        text(run) for run, own in looks if own is not None and own.get(f"{W}val") == "FF0000"
    )


def paint(page):
    run = cut(page.run(OVERVIEW), "读者")
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr", {})
        run.insert(0, properties)
    properties.append(xml('<w:color w:val="FF0000"/>'))


def centre(page):
    paragraph = page.p(OVERVIEW)
    properties = paragraph.find(f"{W}pPr")
    for own in properties.findall(f"{W}jc"):
        properties.remove(own)
    properties.append(xml('<w:jc w:val="center"/>'))


@pytest.mark.parametrize("bound", [True, False])
def test_the_look_of_words_comes_along(dossier, run, outputs, tmp_path, bound):
    first, second = (BUNDLE, SINGLES) if bound else (SINGLES, BUNDLE)
    source, target = (bundle, single) if bound else (single, bundle)
    names = {bundle: (outputs,), single: (outputs, "报告")}
    changed = {**second, **SPENT}
    _, _, out = carried(dossier, run, first, changed, lambda: source(*names[source]), on(paint))
    data = target(*names[target]).read_bytes()
    assert red(data) == "读者"
    assert "O14" in out
    assert "还没有带入" not in out
    assert_valid(data, tmp_path)
    _, out, _ = run("build", dossier(change={**second, **SPENT}), "--on-edited", "merge")
    assert target(*names[target]).read_bytes() == data
    assert "还没有带入" not in out


@pytest.mark.parametrize("bound", [True, False])
def test_words_typed_in_another_look_come_along_in_it(dossier, run, outputs, tmp_path, bound):
    def type_in_red(page):
        paint(page)
        own = next(node for node in page.p(OVERVIEW).iter(f"{W}t") if node.text == "读者")
        own.text = "成年读者"

    first, second = (BUNDLE, SINGLES) if bound else (SINGLES, BUNDLE)
    source, target = (bundle, single) if bound else (single, bundle)
    names = {bundle: (outputs,), single: (outputs, "报告")}
    edit = on(type_in_red)
    carried(dossier, run, first, {**second, **SPENT}, lambda: source(*names[source]), edit)
    data = target(*names[target]).read_bytes()
    assert red(data) == "成年读者"
    assert_valid(data, tmp_path)


@pytest.mark.parametrize("look", ["<w:vanish/>", '<w:rFonts w:eastAsia="黑体"/>'])
def test_hidden_words_stay_hidden_and_another_font_comes_along(dossier, run, outputs, look):
    def change(page):
        own = cut(page.run(OVERVIEW), "读者")
        properties = own.find(f"{W}rPr")
        for old in properties.findall(f"{W}rFonts") if "rFonts" in look else ():
            properties.remove(old)
        properties.insert(0, xml(look))

    carried(dossier, run, BUNDLE, {**SINGLES, **SPENT}, lambda: bundle(outputs), on(change))
    runs = WordFile(single(outputs, "报告").read_bytes()).root().iter(f"{W}r")
    (there,) = [own for own in runs if text(own) == "读者"]
    wanted = xml(look)
    (found,) = there.findall(f"{W}rPr/{wanted.tag}")
    assert found.attrib == wanted.attrib


def test_the_look_of_paragraphs_is_told(dossier, run, outputs):
    _, _, out = carried(dossier, run, SINGLES, BUNDLE, lambda: single(outputs, "报告"), on(centre))
    assert " 1 个段落的对齐、缩进、间距、边框或编号没有带过来" in out
    assert "：1 个段落" not in out
    _, out, _ = run("build", dossier(change=BUNDLE), "--on-edited", "merge")
    assert "还没有带入" not in out


def test_what_no_file_takes_is_named_once(dossier, run, outputs):
    only_form = {"[unit]": 'documents = ["form"]\n[unit]'}
    edit = REPORT_EDITS["words"][0]
    _, _, out = carried(dossier, run, BUNDLE, only_form, lambda: bundle(outputs), edit)
    assert "这份文书现在没有文件可放" in out
    _, out, _ = run("build", dossier(change=only_form), "--on-edited", "merge")
    assert "这份文书现在没有文件可放" not in out


def test_what_cannot_be_compared_is_not_said_to_be_all(dossier, run, outputs):
    def edit(data):
        shutil.rmtree(outputs / ".jixiao")
        return REPORT_EDITS["words"][0](data)

    _, _, out = carried(dossier, run, SINGLES, BUNDLE, lambda: single(outputs, "报告"), edit)
    assert "里面没有带入的改动看不出来" in out


@pytest.mark.parametrize("bound", [True, False])
def test_what_was_only_moved_is_told(dossier, run, outputs, bound):
    first, second = (BUNDLE, SINGLES) if bound else (SINGLES, BUNDLE)
    where = (lambda: bundle(outputs)) if bound else (lambda: single(outputs, "报告"))
    move = on(lambda page: page.p("（一）项目资金使用情况").addprevious(page.p(OVERVIEW)))
    _, _, out = carried(dossier, run, first, second, where, move)
    assert "挪了位置" in out


@pytest.mark.parametrize("bound", [True, False])
def test_what_was_brought_is_not_asked_for_again(dossier, run, outputs, bound):
    first, second = (BUNDLE, SINGLES) if bound else (SINGLES, BUNDLE)
    where = (lambda: bundle(outputs)) if bound else (lambda: single(outputs, "报告"))
    _, _, out = carried(dossier, run, first, second, where, REPORT_EDITS["words"][0])
    assert "您在这里改过的内容已带入" in out
    assert "还没有带入" not in out
    path = where()
    path.write_bytes(replace("执行率达到", "执行率已达")(path.read_bytes()))
    _, out, _ = run("build", dossier(change={**second, **SPENT}), "--on-edited", "keep")
    assert "还没有带入" in out
