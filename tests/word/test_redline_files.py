"""Whole files redlined: bundles, charts, contents, comments on figures, files of strangers, LibreOffice."""

import subprocess

import pytest

from generator.base.problem import Severity
from generator.model.blocks import Chart, Series
from generator.word.anchors import document_prefix, fingerprint
from generator.word.package import PackageError, join_plain, read_parts
from generator.word.redline.redlined import accept_all, redline, reject_all
from tests.word.redlines import (
    AUTHOR,
    DAY,
    assert_holds_both,
    bookmarks_in,
    comments_in,
    compared,
    count,
    document,
    redlined,
    root_of,
    stories,
    struck,
    text_of,
    written,
    xml_of,
)
from tests.word.samples import (
    DOCX,
    FORM_FILE,
    REPORT,
    assert_valid,
    form_document,
    indicator,
    part,
    report_of,
    write,
    write_form,
    write_report,
)
from tests.word.soffice import needs_soffice, real_soffice
from tests.word.structure import W, structural_faults


def problem_of(old, new=None):
    result = redline(old, new or document("甲"), author=AUTHOR, day=DAY)
    assert result.data is None
    (problem,) = result.problems
    assert (problem.code, problem.severity) == ("O17", Severity.ERROR)
    return problem


def bundle(*documents):
    return write(*(part(template, blocks) for template, blocks in documents))


def form(words, number):
    return FORM_FILE, form_document([indicator(words)], words, f"d/{number}", f"附件{number}")


def report(words, number):
    return REPORT, report_of(words, f"d/{number}", f"附件{number}")


def test_bundles_are_compared_document_by_document(tmp_path):
    old = bundle(form("表一", 1), report("报告二", 2), form("表三", 3))
    new = bundle(form("表一", 1), report("报告二改过了", 2), form("表三", 3))
    data = compared(old, new, tmp_path)
    assert set(struck(data)) == set()
    assert "改过了" in written(data)


def test_a_document_that_joins_a_bundle_or_leaves_it_is_marked(tmp_path):
    small = bundle(form("表一", 1), form("表三", 3))
    large = bundle(form("表一", 1), report("报告二", 2), form("表三", 3))
    for old, new in ((small, large), (large, small)):
        data = redlined(old, new)
        body = "word/document.xml"
        assert stories(accept_all(data)) == stories(new)
        assert stories(reject_all(data))[body] == stories(old)[body]
        assert bookmarks_in(data) == bookmarks_in(new)
        for version in (data, accept_all(data)):
            assert_valid(version, tmp_path)
        assert structural_faults(reject_all(data)) == []  # its headers stay without a use
        notes = redline(old, new, author=AUTHOR, day=DAY).problems
        assert any("分节" in note.message for note in notes)


def with_chart(value, words="甲"):
    chart = Chart("得分", ("一", "二"), (Series("分", (value, 2)),), "b/chart")
    blocks = report_of(words)
    return write(part(REPORT, blocks._replace(body=(*blocks.body, chart))))


def test_a_chart_is_taken_from_the_new_version_and_told(tmp_path):
    old, new = with_chart(1), with_chart(3, "乙")
    result = redline(old, new, author=AUTHOR, day=DAY)
    assert_holds_both(old, new, result.data)
    assert_valid(result.data, tmp_path)
    assert [(p.code, p.severity) for p in result.problems] == [("O18", Severity.NOTE)]
    assert "图表" in result.problems[0].message
    name = next(n for n in read_parts(new) if n.startswith("word/charts/chart"))
    assert read_parts(result.data)[name] == read_parts(new)[name]


def test_an_equal_chart_is_not_told():
    assert redline(with_chart(1), with_chart(1, "乙"), author=AUTHOR, day=DAY).problems == ()


def test_a_chart_that_went_does_not_come_back_and_is_told(tmp_path):
    result = redline(with_chart(1), write_report("甲"), author=AUTHOR, day=DAY)
    assert "<w:drawing" not in xml_of(result.data)
    assert "图表" in result.problems[0].message
    assert_valid(result.data, tmp_path)


def goals(words, pages):
    template = DOCX / "budget-goals.docx"
    return write(part(template, form_document([indicator(words)], words)), pages=pages)


def test_a_table_of_contents_is_left_alone(tmp_path):
    old, new = goals("甲", {"part": "3"}), goals("乙", {"part": "4"})
    data = redlined(old, new)
    assert count(data, "fldChar") == count(new, "fldChar")
    assert stories(accept_all(data)) == stories(new)
    assert_valid(data, tmp_path)


def figure(name, document="d/report", key="b/p1"):
    return f"{document_prefix(document)}_{fingerprint(f'{key}>{name}')}"


def spent(shown, words="甲"):
    blocks = report_of(words)
    first = blocks.body[2]
    spans = tuple(s._replace(text=shown) if s.figure else s for s in first.spans)
    body = (*blocks.body[:2], first._replace(spans=spans), *blocks.body[3:])
    return write(part(REPORT, blocks._replace(body=body)))


CAUSE = "books.toml:31 spent：16 → 18"


def test_a_changed_figure_gets_one_comment_with_its_cause(tmp_path):
    causes = {figure("p/funds.spent"): CAUSE, "_jx00000000_00000000": "没有这个数"}
    data = compared(spent("16万元"), spent("18万元", "乙"), tmp_path, causes)
    assert comments_in(data) == [CAUSE]
    assert count(data, "commentReference") == 1
    order = [e.tag.rpartition("}")[2] for e in root_of(data).iter() if "comment" in str(e.tag)]
    assert order == ["commentRangeStart", "commentRangeEnd", "commentReference"]


def test_a_figure_that_reads_as_before_gets_no_comment():
    causes = {figure("p/funds.spent"): CAUSE}
    data = redlined(spent("16万元"), spent("16万元", "乙"), causes)
    assert comments_in(data) == []
    assert "comments" not in "".join(read_parts(data))


def test_a_comment_goes_with_the_paragraph_that_is_rejected(tmp_path):
    blocks = report_of()
    short = write(part(REPORT, blocks._replace(body=(*blocks.body[:2], *blocks.body[3:]))))
    data = compared(short, write_report(), tmp_path, {figure("p/funds.spent"): CAUSE})
    assert comments_in(data) == [CAUSE]
    assert comments_in(reject_all(data)) == []


def test_what_xml_cannot_hold_is_left_out_of_names_and_causes(tmp_path):
    causes = {figure("p/funds.spent"): "原因\x00一\n第二行 <b>&"}
    result = redline(spent("16"), spent("17"), author="某\x01单位", day=DAY, causes=causes)
    assert comments_in(result.data) == ["原因一第二行 <b>&"]
    assert_valid(result.data, tmp_path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"{\\rtf1}"])
def test_an_old_version_that_is_no_word_file_is_a_problem(data):
    assert "旧稿" in problem_of(data).message


def rewritten(data, **changes):
    parts = read_parts(data)
    names = {"document": "word/document.xml", "header": "word/header1.xml"}
    for name, change in changes.items():
        parts[names[name]] = change(parts[names[name]])
    return join_plain(parts)


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml[:200],
        lambda _: b"",
        lambda xml: xml.replace(b"<w:body>", b"<w:other>").replace(b"</w:body>", b"</w:other>"),
        lambda xml: xml.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1),
    ],
)
def test_a_broken_old_version_is_a_problem(change):
    assert problem_of(rewritten(document("甲"), document=change)).message


def test_a_broken_header_is_a_problem():
    problem_of(rewritten(document("甲"), header=lambda xml: xml[:100]))
    assert (
        "新稿"
        in problem_of(document("甲"), rewritten(document("乙"), header=lambda _: b"")).message
    )


def test_a_file_nested_without_end_is_a_problem_or_compared():
    deep = b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p/></w:tc></w:tr></w:tbl>" * 80
    data = rewritten(
        document("甲"), document=lambda xml: xml.replace(b"<w:sectPr", deep + b"<w:sectPr", 1)
    )
    for old, new in ((data, document("甲")), (document("甲"), data)):
        result = redline(old, new, author=AUTHOR, day=DAY)
        assert result.data is not None or result.problems


def test_too_many_paragraphs_are_a_problem():
    many = b"<w:p/>" * 30_000
    data = rewritten(document("甲"), document=lambda xml: xml.replace(b"<w:p>", many + b"<w:p>", 1))
    assert "太长" in problem_of(data).message


def test_a_very_long_paragraph_is_replaced_as_a_whole():
    old, new = document("甲乙" * 15_000), document("丙" + "甲乙" * 15_000)
    data = redlined(old, new)
    assert_holds_both(old, new, data)
    assert len(struck(data)) == 1


def test_accepting_in_what_is_no_word_file_is_told():
    with pytest.raises(PackageError):
        accept_all(b"no zip")
    with pytest.raises(PackageError):
        reject_all(rewritten(document("甲"), document=lambda xml: xml[:200]))


def test_a_file_without_changes_stays_as_it_is():
    data = write_report("甲")
    assert accept_all(data) == data
    assert reject_all(data) == data


@needs_soffice
@pytest.mark.parametrize("kind", ["report", "form"])
def test_libreoffice_opens_a_redlined_file(kind, tmp_path):
    old, new = (
        (spent("16万元", "甲乙丙丁"), spent("18万元", "甲乙戊丁"))
        if kind == "report"
        else (
            write_form([indicator("甲")]),
            write_form([indicator("乙"), indicator("丙", key="k")]),
        )
    )
    path = tmp_path / "红线.docx"
    path.write_bytes(redlined(old, new, {figure("p/funds.spent"): CAUSE}))
    office = real_soffice()
    profile = (tmp_path / "profile").as_uri()
    command = [office.program, f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    said = path.with_suffix(".txt").read_text(encoding="utf-8-sig")
    assert "".join(text_of(p) for p in root_of(new).iter(f"{W}p")) != ""
    print(said)
