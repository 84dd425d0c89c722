"""jixiao doctor: true of this machine, and of one where things are missing."""

import json

import pytest

from generator.cli import machine
from tests.word.soffice import fake_soffice


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    folder = tmp_path / "office"
    folder.mkdir()
    office = fake_soffice(folder, "print('LibreOffice 25.2.1.2 abc')")
    monkeypatch.setenv("JIXIAO_SOFFICE", str(office.program))
    return office.program


def test_it_names_libreoffice_fonts_templates_and_folders(workspace, run, soffice):
    code, out, _ = run("doctor")
    assert code == 0
    assert f"LibreOffice：25.2.1.2　{soffice}" in out
    for part in (
        "jixiao ",
        "Python ",
        "字体：模板用到",
        "仿宋_GB2312",
        "模板（",
        "可以写",
        "utf-8",
    ):
        assert part in out


def test_json_has_one_shape(workspace, run, soffice):
    code, out, _ = run("doctor", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["libreoffice"] == {"path": str(soffice), "version": "25.2.1.2"}
    assert found["lacking"] == []
    assert found["outputs"]["writable"] is True
    assert found["templates"][-1]["schemes"] > 0
    (song,) = (font for font in found["fonts"] if font["name"] == "仿宋_GB2312")
    assert set(song) == {"name", "installed", "replacement", "templates"}
    assert "report.docx" in song["templates"]


def test_without_libreoffice_it_says_how_to_get_it_and_is_no_failure(workspace, run, monkeypatch):
    monkeypatch.setenv("JIXIAO_SOFFICE", "nowhere")
    code, out, _ = run("doctor")
    assert code == 0
    assert "LibreOffice：没有" in out
    assert "“nowhere”不是可以运行的程序" in out
    _, out, _ = run("doctor", "--format", "json")
    found = json.loads(out)
    assert found["libreoffice"] is None
    assert [p["code"] for p in found["problems"] if p["severity"] == "note"] == ["O10"]


def test_a_missing_font_is_named_with_its_replacement(workspace, run, soffice, monkeypatch):
    from generator.word import font_stock

    monkeypatch.setattr(font_stock, "installed_fonts", lambda *_: frozenset(("FandolFang", "黑体")))
    _, out, _ = run("doctor")
    assert "缺　仿宋_GB2312　生成 PDF 时用 FandolFang 代替（" in out
    assert "有　黑体" in out
    assert "缺　Times New Roman　没有合适的代替" in out


def test_the_templates_of_a_workspace_come_first(workspace, run, soffice):
    own = workspace / "templates" / "docx"
    own.mkdir(parents=True)
    (own / "broken.docx").write_bytes(b"no word file")
    code, out, _ = run("doctor")
    assert code == 0
    assert out.index("  templates　方案 0，Word 模板 1") < out.index("Word 模板", out.index("提纲"))


def test_a_missing_library_is_a_failure_and_is_named(workspace, run, monkeypatch):
    lacking = (machine.Library("lxml", ""), machine.Library("distributed", "", "cluster"))
    monkeypatch.setattr(machine, "libraries", lambda: lacking)
    code, out, _ = run("doctor")
    assert code == 1
    assert "缺 lxml，程序不能运行" in out
    assert "没有装 distributed（可选，用于 cluster）" in out


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("click>=8.1", [("click", "")]),
        ('distributed>=2024; extra == "cluster"', [("distributed", "cluster")]),
        ('colorama; sys_platform == "win32"', []),
    ],
)
def test_libraries_are_those_that_the_program_declares(monkeypatch, line, found):
    monkeypatch.setattr(machine, "requires", lambda _: [line])
    assert [(one.name, one.extra) for one in machine.libraries()] == found


def test_a_folder_that_does_not_exist_can_be_written_when_the_one_above_can(tmp_path):
    assert machine.can_write(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    assert not machine.can_write(tmp_path / "file" / "b")


def test_the_size_of_what_is_kept_is_told(run, dossier):
    folder = dossier()
    assert json.loads(run("doctor", "--format", "json")[1])["kept"] == {"folders": 0, "bytes": 0}
    run("build", folder)
    kept = json.loads(run("doctor", "--format", "json")[1])["kept"]
    assert kept["folders"] == 1
    assert kept["bytes"] > 1000
    assert "留底（.jixiao）：1 个文件夹" in run("doctor")[1]
