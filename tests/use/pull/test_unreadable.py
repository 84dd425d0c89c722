"""A file or folder that cannot be pulled from gives one line in Chinese, never a traceback."""

import shutil
import zipfile

import docx
import pytest

from tests.use.pull.test_pull import edit, only


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


@pytest.fixture
def edited(dossier, run, outputs):
    run("build", dossier())
    edit(only(outputs), "20500册", "20600册")
    return only(outputs)


def told(run, *arguments):
    code, out, err = run("pull", *arguments)
    assert code == 1
    assert out == ""
    assert "Traceback" not in err
    lines = [line for line in err.splitlines() if "O15" in line]
    assert len(lines) == 1, err
    assert any("一" <= c <= "鿿" for c in lines[0].partition("O15")[2])
    return err


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no",
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),  # .doc, or a document with a password
        b"%PDF-1.7",
    ],
)
def test_what_is_no_docx_is_told(run, workspace, data):
    path = workspace / "other.docx"
    path.write_bytes(data)
    assert path.name in told(run, path)


def test_an_old_doc_is_told(run, workspace):
    path = workspace / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    assert path.name in told(run, path)


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/footer1.xml", "word/_rels/document.xml.rels"]
)
def test_a_file_with_a_broken_part_is_told(run, edited, part):
    with zipfile.ZipFile(edited) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(edited, "w") as package:
        for name, data in {**parts, part: b"<half"}.items():
            package.writestr(name, data)
    assert "文件已损坏" in told(run, edited)


def test_a_folder_is_told(run, workspace):
    (workspace / "folder.docx").mkdir()
    assert "folder.docx" in told(run, workspace / "folder.docx")


def test_a_document_of_somebody_else_is_told(run, workspace, edited):
    path = edited.with_name("other.docx")
    document = docx.Document()
    document.add_paragraph("这是别人写的一份通知，与本单位的自评没有关系。")
    document.save(str(path))
    assert "不是由本程序生成" in told(run, path)


def test_a_folder_without_a_record_is_told(run, edited):
    (edited.parent / ".jixiao-manifest.json").unlink()
    assert ".jixiao-manifest.json" in told(run, edited)


@pytest.mark.parametrize("where", ["nowhere", "outputs"])
def test_inputs_that_are_not_there_are_told(run, edited, where):
    assert "--inputs" in told(run, edited, "--inputs", where)


def test_a_file_of_another_dossier_is_told(run, edited, workspace):
    shutil.rmtree(workspace / "inputs" / "library-2023")
    assert "--inputs" in told(run, edited)


def test_inputs_that_are_broken_are_told_with_their_line(run, edited, workspace):
    path = workspace / "inputs" / "library-2023" / "books.toml"
    path.write_text("[project\n", encoding="utf-8")
    code, _, err = run("pull", edited, "--apply")
    assert code == 1
    assert "books.toml:1" in err


def test_inputs_saved_in_between_stay_as_they_were_saved(run, edited, workspace, monkeypatch):
    path = workspace / "inputs" / "library-2023" / "books.toml"
    saved = path.read_text(encoding="utf-8").replace("丰富馆藏", "充实馆藏")
    from generator.roundtrip import fix

    genuine = fix.write_fixed

    def saving(*arguments):
        path.write_text(saved, encoding="utf-8")
        return genuine(*arguments)

    monkeypatch.setattr(fix, "write_fixed", saving)
    code, _, err = run("pull", edited, "--apply")
    assert code == 1
    assert "O23" in err
    assert path.read_text(encoding="utf-8") == saved
