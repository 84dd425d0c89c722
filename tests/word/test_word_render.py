"""Word files: valid by two validators, merges as the data says, awkward characters intact."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.blocks import Signature
from generator.model.spans import Span
from generator.word.package import deflate, join_parts
from generator.word.value_xml import RawNumberError
from generator.word.word_render import Renderer
from tests.word.samples import (
    ALL_TEMPLATES,
    MANNER,
    REPORT,
    assert_valid,
    form_document,
    indicator,
    merges_of,
    opened,
    part,
    report_of,
    write,
    write_form,
    write_report,
)


def test_a_report_is_valid_by_both_validators(tmp_path):
    assert_valid(write_report(), tmp_path)


@pytest.mark.parametrize("template", ALL_TEMPLATES, ids=lambda path: path.stem)
def test_every_packaged_template_makes_a_valid_file(template, tmp_path):
    rows = [indicator(level1="restart"), indicator("", level1="continue"), indicator()]
    assert_valid(write(part(template, form_document(rows))), tmp_path)


@pytest.mark.parametrize("template", ALL_TEMPLATES, ids=lambda path: path.stem)
@pytest.mark.parametrize("count", [0, 1, 40])
def test_a_form_holds_no_one_or_forty_rows(template, count, tmp_path):
    rows = [indicator(key=f"indicator[{n}]") for n in range(count)]
    assert_valid(write(part(template, form_document(rows))), tmp_path)


def test_cells_merge_as_the_data_says_on_two_levels(tmp_path):
    rows = [
        indicator(level1="restart", level2="restart"),
        indicator("", level1="continue", level2="continue"),
        indicator("", level1="continue"),
        indicator(),
    ]
    data = write_form(rows)
    # The last row of the table is the total, whose label spans both columns.
    assert merges_of(data, 1)[-4:] == ["restart", "continue", "continue", ""]
    assert merges_of(data, 2)[-4:] == ["restart", "continue", "", ""]
    assert_valid(data, tmp_path)


def test_headings_carry_real_styles_and_literal_numbers():
    styles = {p.text: p.style.name for p in opened(write_report()).paragraphs}
    assert styles["一、项目基本情况"] == "Heading 1"
    assert styles["（一）甲"] == "Heading 2"


def test_a_points_lead_is_bold_and_the_rest_is_not():
    (point,) = [p for p in opened(write_report()).paragraphs if p.text.startswith("1.科学公正。")]
    assert "".join(run.text for run in point.runs if run.bold) == "1.科学公正。"
    assert "".join(run.text for run in point.runs if not run.bold) == "甲"


@pytest.mark.parametrize(
    "words",
    ["A&B <5天> \"引\" '号'", "R&D <w:p/> 经费", "{{ x }} {% y %}", "😀 ﬁ ｛｛", "甲\n乙", "a\tb"],
)
def test_awkward_words_come_out_as_they_went_in(words, tmp_path):
    data = write_form([indicator(words)], words)
    assert opened(data).tables[1].rows[-2].cells[3].text == words
    assert_valid(data, tmp_path)


def test_words_that_word_cannot_store_are_a_problem_not_a_broken_file():
    result = Renderer().render([part(REPORT, report_of("甲\x01"))], MANNER)
    assert result.data is None
    assert result.problems[0].code == "T05"


def test_a_draft_is_stamped_and_the_final_is_not():
    def header(manner):
        return opened(write_report(manner=manner)).sections[0].header.paragraphs[0].text

    assert header(MANNER._replace(is_draft=True)) == "草稿"
    assert header(MANNER) == ""
    assert header(MANNER._replace(is_draft=True, is_clean=True)) == ""


def test_a_raw_number_never_reaches_the_page(monkeypatch):
    import generator.word.word_render as module

    names = module.template_names
    monkeypatch.setattr(module, "template_names", lambda *a, **k: {**names(*a, **k), "title": 16})
    with pytest.raises(RawNumberError):
        write_report()


@pytest.mark.parametrize(
    ("name", "date", "indent"),
    [("某单位", "2023年4月27日", 200), ("某" * 16, "2023年4月27日", 950)],
)
def test_the_date_begins_two_characters_right_of_the_name(name, date, indent):
    blocks = report_of()
    signed = blocks._replace(signature=Signature((Span(name),), (Span(date),)))
    xml = (
        zipfile.ZipFile(io.BytesIO(write(part(REPORT, signed)))).read("word/document.xml").decode()
    )
    assert f'<w:ind w:rightChars="{indent}"' in xml


def test_one_attachment_has_no_number_and_several_have():
    def noted(*titles):
        blocks = report_of()._replace(attachments=tuple((Span(t),) for t in titles))
        lines = [p.text for p in opened(write(part(REPORT, blocks))).paragraphs]
        return [line for line in lines if "表" in line]

    assert noted("自评表") == ["附件：自评表"]
    assert noted("自评表", "目标表") == ["附件：1.自评表", "2.目标表"]


def test_same_input_gives_same_bytes_and_tells_no_time():
    first, second = write_form([indicator()]), write_form([indicator()])
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert package.testzip() is None


def test_the_files_own_properties_name_title_and_unit_and_a_clean_copy_no_author():
    assert opened(write_report("某报告")).core_properties.title == "某报告"
    assert opened(write_report()).core_properties.author == "某单位"
    clean = opened(write_report(manner=MANNER._replace(is_clean=True))).core_properties
    assert (clean.author, clean.last_modified_by) == ("", "")


def test_a_package_of_our_own_is_read_by_others(tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(join_parts([deflate("一 二.xml", b"<a/>"), deflate("b.xml", b"")]))
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert package.read("一 二.xml") == b"<a/>"


awkward = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=30)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=awkward,
    texts=st.lists(awkward, min_size=1, max_size=6),
    template=st.sampled_from(ALL_TEMPLATES),
)
def test_any_words_give_a_valid_file(tmp_path, words, texts, template):
    rows = [indicator(text, key=f"indicator[{n}]") for n, text in enumerate(texts)]
    assert_valid(write(part(template, form_document(rows, words))), tmp_path)
