"""jixiao templates: checked by paragraph and cell, fields listed, parts laid out beside the file."""

import json

import docx
import pytest

from generator.load.packaged import packaged_templates


@pytest.fixture
def own(workspace):
    """Return a template of the workspace's own, with one wrong field."""
    folder = workspace / "templates" / "docx"
    folder.mkdir(parents=True)
    document = docx.Document(str(packaged_templates() / "docx" / "report.docx"))
    document.add_paragraph("{{ form.spend }}")
    path = folder / "我的 报告.docx"
    document.save(str(path))
    return path


def test_all_templates_are_checked_the_packaged_ones_too(run, workspace):
    code, out, _ = run("templates", "check")
    assert code == 0
    assert "个模板：没有发现问题" in out


def test_a_wrong_field_is_told_with_place_and_nearest_name(run, own):
    code, out, _ = run("templates", "check", own)
    assert code == 1
    assert "我的 报告.docx" in out
    assert "没有的字段“form.spend”" in out
    assert "spent" in out
    assert "正文第" in out


def test_problems_come_as_json_too(run, own):
    _, out, _ = run("templates", "check", own, "--format", "json")
    (problem,) = json.loads(out)["problems"]
    assert problem["code"] == "T02"


def test_open_changes_in_a_template_are_a_warning(run, own):
    from docx.oxml import parse_xml

    document = docx.Document(str(packaged_templates() / "docx" / "report.docx"))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    change = f'<w:ins {space} w:id="1" w:author="x"><w:r><w:t>新增</w:t></w:r></w:ins>'
    document.paragraphs[3]._p.append(parse_xml(change))
    document.save(str(own))
    code, out, _ = run("templates", "check", own)
    assert code == 0
    assert "T07" in out


def test_parts_are_laid_out_beside_the_file(run, own):
    run("templates", "check", own, "--unpack")
    assert (own.with_suffix("") / "word" / "document.xml").read_text("utf-8").count("\n") > 50


def test_a_file_that_is_no_word_file_is_a_problem(run, own):
    own.write_bytes(b"no")
    code, out, _ = run("templates", "check", own, "--unpack")
    assert code == 1
    assert "T02" in out


def test_what_word_leaves_while_a_file_is_open_is_not_a_template(run, workspace):
    folder = workspace / "templates" / "docx"
    folder.mkdir(parents=True)
    (folder / "~$报告.docx").write_bytes(b"owner")
    assert run("templates", "check")[0] == 0


def test_fields_are_listed(run):
    code, out, _ = run("templates", "fields")
    assert code == 0
    assert "form.spent\t全年执行数\t{{ form.spent }}" in out
    assert "|capital" in out


def test_names_of_texts_are_listed_too_and_of_a_dossier_with_their_values(run, dossier):
    code, out, _ = run("templates", "fields", "--prose")
    assert code == 0
    assert 'indicator("……").actual' in out
    assert "|merge" not in out
    code, out, _ = run("templates", "fields", dossier(), "--prose")
    assert code == 0
    assert "funds.spent\t全年执行数\t{{ funds.spent }}\t95万元" in out
    code, out, _ = run("templates", "fields", dossier())
    assert "form.spent\t全年执行数\t{{ form.spent }}\t95\n" in out


class TestExplainFile:
    @pytest.fixture
    def built(self, dossier, run, workspace):
        assert run("build", dossier())[0] == 0
        (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
        return path

    def test_a_number_of_a_file_is_explained_from_its_record(self, run, built):
        code, out, _ = run("explain", built, "93.5分")
        assert code == 0
        assert "9.5 + 50 + 24 + 10 = 93.5" in out
        assert "books.toml:" in out

    def test_a_renamed_and_moved_file_is_still_known(self, run, built, workspace):
        moved = built.rename(workspace / "改了名.docx")
        code, out, _ = run("explain", moved, "95%")
        assert code == 0
        assert "95 ÷ 100" in out

    @pytest.mark.parametrize("words", ["12345", "没有的字"])
    def test_a_number_that_is_not_there_is_told(self, run, built, words):
        code, _, err = run("explain", built, words)
        assert code == 1
        assert words in err

    def test_a_foreign_file_is_told(self, run, tmp_path):
        path = tmp_path / "x.docx"
        docx.Document().save(str(path))
        code, _, err = run("explain", path, "1")
        assert code == 1
        assert "不是由它生成" in err

    def test_a_file_that_is_no_word_file_is_told(self, run, tmp_path):
        path = tmp_path / "x.docx"
        path.write_bytes(b"no")
        assert run("explain", path, "1")[0] == 1

    def test_without_a_number_the_use_is_told(self, run, built):
        code, _, err = run("explain", built)
        assert code == 2
        assert "请写出" in err


@pytest.fixture
def text(workspace):
    """Return a section of an outline of the workspace's own, with a wrong name nobody reaches."""
    folder = workspace / "templates" / "text" / "mine"
    folder.mkdir(parents=True)
    head = 'id = "mine"\ntitle = "自己的提纲"\nsource = "自定"\n\n[[section]]\n'
    (folder / "outline.toml").write_text(f'{head}id = "a"\ntitle = "概况"\n', encoding="utf-8")
    path = folder / "a.j2"
    path.write_text("{% if year %}\n好\n{% else %}\n{{ texts.overvie }}\n{% endif %}\n", "utf-8")
    return path


def test_texts_of_outlines_are_checked_with_the_templates(run, text):
    code, out, _ = run("templates", "check")
    assert code == 1
    assert "templates/text/mine/a.j2:4:10: 错误 T01 没有“overvie”这项数据" in out
    assert "overview" in out
    code, alone, _ = run("templates", "check", text)
    assert (code, "a.j2:4:10" in alone) == (1, True)
