"""A copy of an earlier version, mailed back or put back: compared with that version, never with a later one."""

import io
import json
import shutil
import zipfile
from xml.sax.saxutils import escape

import docx
import pytest

from generator.roundtrip.earlier import base_of, is_of_last, stamp_in, with_earlier
from generator.roundtrip.files_record import Earlier, FileRecord, read_record
from generator.roundtrip.recorded import RecordedDocument
from generator.roundtrip.state_folder import StateFolder
from generator.word.stamp import PROPERTIES

SECOND = {"20500册": "20700册"}
THIRD = {"20500册": "20900册"}
MINE = "另有捐赠图书三百册。"


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def only(outputs):
    (path,) = outputs.glob("*.docx")
    return path


def words(path):
    document = docx.Document(str(path))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "".join([*(p.text for p in document.paragraphs), *cells])


def write(path):
    """Let a person write into a file."""
    document = docx.Document(str(path))
    paragraph = next(p for p in document.paragraphs if "读者" in p.text and p.style.name)
    paragraph.add_run(MINE)
    document.save(str(path))


def colour(path):
    """Let a person change the look alone."""
    document = docx.Document(str(path))
    document.paragraphs[0].runs[0].font.highlight_color = 7
    document.save(str(path))


@pytest.fixture
def copies(dossier, run, outputs, workspace):
    """The folder of inputs, our file of the second version, and a copy of the first."""
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    copy = workspace / "返回 稿.docx"
    shutil.copy(path, copy)
    dossier(change=SECOND)
    run("build", folder)
    return folder, path, copy


class TestPutBack:
    def test_ours_of_before_is_ours(self, copies, run, outputs):
        folder, path, copy = copies
        now = path.read_bytes()
        shutil.copy(copy, path)
        code, out, err = run("build", folder)
        assert code == 0
        assert path.read_bytes() == now
        assert only(outputs) == path
        assert "手工修改" not in out + err

    def test_a_changed_one_is_brought_up_to_date(self, copies, run):
        folder, path, copy = copies
        write(copy)
        shutil.copy(copy, path)
        _, out, _ = run("build", folder, "--on-edited", "merge")
        assert "O08" not in out
        assert MINE in words(path)
        assert "20500册" not in words(path)
        assert "20700册" in words(path)

    def test_and_again_with_the_next_figures(self, copies, run, dossier):
        folder, path, copy = copies
        write(copy)
        shutil.copy(copy, path)
        run("build", folder, "--on-edited", "merge")
        dossier(change=THIRD)
        _, out, _ = run("build", folder, "--on-edited", "merge")
        assert "O08" not in out
        assert MINE in words(path)
        assert "20700册" not in words(path)
        assert "20900册" in words(path)

    def test_a_formatted_one_gets_the_new_figures(self, copies, run):
        folder, path, copy = copies
        colour(copy)
        shutil.copy(copy, path)
        _, _, err = run("build", folder)
        assert "版式改动保留 1" in err
        assert "20500册" not in words(path)
        assert docx.Document(str(path)).paragraphs[0].runs[0].font.highlight_color == 7

    def test_a_changed_one_is_kept_and_told_where_nobody_asked_to_merge(self, copies, run, outputs):
        folder, path, copy = copies
        write(copy)
        shutil.copy(copy, path)
        mine = path.read_bytes()
        _, out, _ = run("build", folder)
        assert "O03" in out
        assert path.read_bytes() == mine
        assert len(list(outputs.glob("*.docx"))) == 2


class TestPull:
    def test_figures_that_nobody_touched_stay(self, copies, run):
        folder, _, copy = copies
        write(copy)
        _, out, _ = run("pull", copy, "--apply")
        assert "20500册" not in out
        inputs = "".join(p.read_text(encoding="utf-8") for p in folder.glob("*.toml"))
        assert MINE in inputs
        assert "20700册" in inputs
        assert "20500册" not in inputs

    def test_a_figure_set_back_by_hand_is_taken(self, copies, run):
        """The second version with the figure of the first says what the first said, and is meant."""
        folder, path, _ = copies
        with zipfile.ZipFile(path) as package:
            parts = {i: package.read(i) for i in package.namelist()}
        parts["word/document.xml"] = parts["word/document.xml"].replace(
            "20700册".encode(), "20500册".encode()
        )
        with zipfile.ZipFile(path, "w") as package:
            for name, data in parts.items():
                package.writestr(name, data)
        run("pull", path, "--apply")
        inputs = "".join(p.read_text(encoding="utf-8") for p in folder.glob("*.toml"))
        assert "20500册" in inputs

    def test_a_version_that_is_not_remembered_is_refused(self, copies, run, outputs):
        _, _, copy = copies
        write(copy)
        manifest = outputs / ".jixiao-manifest.json"
        data = json.loads(manifest.read_text(encoding="utf-8"))
        for file in data["files"]:
            file.pop("earlier", None)
        manifest.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        code, _, err = run("pull", copy)
        assert code == 1
        assert "O15" in err
        assert "更早生成" in err


class TestRenamed:
    def test_a_file_under_another_name_is_told(self, copies, run, dossier, outputs):
        folder, path, _ = copies
        write(path)
        path.rename(path.with_name("终 稿.docx"))
        dossier(change=THIRD)
        _, out, _ = run("build", folder)
        assert "终 稿.docx" in out
        assert "jixiao pull" in out
        assert MINE in words(outputs / "终 稿.docx")

    def test_an_untouched_copy_is_not(self, copies, run, dossier):
        folder, path, _ = copies
        shutil.copy(path, path.with_name("备份.docx"))
        dossier(change=THIRD)
        _, out, _ = run("build", folder)
        assert "备份" not in out


def record(name, *, stamp="", earlier=()):
    documents = (RecordedDocument("甲", "", (), ()),)
    return FileRecord("a.docx", name, "evaluation", documents, stamp=stamp, earlier=earlier)


class TestRemembering:
    def test_the_last_comes_first_and_each_once(self, tmp_path):
        state = StateFolder(tmp_path)
        now = record("0")
        for name in "12343":
            now = with_earlier(record(name), now, state)
        assert [version.sha256 for version in now.earlier] == ["4", "2", "1", "0"]

    def test_they_are_not_kept_for_ever(self, tmp_path):
        state = StateFolder(tmp_path)
        now = record("0")
        for number in range(1, 30):
            now = with_earlier(record(str(number)), now, state)
        assert [version.sha256 for version in now.earlier] == [str(n) for n in range(28, 20, -1)]

    def test_what_was_written_again_remembers_the_same(self, tmp_path):
        state = StateFolder(tmp_path)
        now = with_earlier(record("1"), record("0"), state)
        assert with_earlier(record("1"), now, state).earlier == now.earlier

    def test_what_is_damaged_is_not_there(self, tmp_path):
        state = StateFolder(tmp_path)
        for data in (b"", b"x", b"\x78\x9c"):
            known = record("1", stamp="b" * 16, earlier=(Earlier("0", "a" * 16, state.put(data)),))
            assert base_of(_with_stamp("a" * 16), known, state) is None

    def test_a_file_without_a_stamp_is_of_the_last_version(self, tmp_path):
        known = record("1", stamp="b" * 16, earlier=(Earlier("0", "a" * 16, ""),))
        for data in (b"no package", _with_stamp("")):
            assert stamp_in(data) == ""
            assert is_of_last(data, known)
            base = base_of(data, known, StateFolder(tmp_path))
            assert base is not None
            assert base.record is known


def _with_stamp(stamp):
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<a/>")
        if stamp:
            own = f'<Properties><property name="jixiao"><v>{escape(stamp)}</v></property></Properties>'
            package.writestr(PROPERTIES, own)
    return found.getvalue()


def test_the_record_tells_the_stamp_that_the_file_bears(copies, outputs):
    _, path, copy = copies
    (known,) = read_record(outputs).files.values()
    assert known.stamp == stamp_in(path.read_bytes())
    assert [version.stamp for version in known.earlier] == [stamp_in(copy.read_bytes())]
