"""Whose file it is decides what a build may do to it: over ours, into a person's, or beside it."""

import shutil

import docx
import pytest

from generator.base import swapping
from generator.roundtrip.files_record import read_record
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import StateFolder
from tests.conftest import ROOT

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
MINE = "这一段是馆长写的。"


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def only(outputs):
    (path,) = outputs.glob("*.docx")
    return path


def words(path):
    return "".join(p.text for p in docx.Document(str(path)).paragraphs)


def widen(document):
    """Change the look alone."""
    document.sections[0].left_margin = 1234567
    document.paragraphs[0].runs[0].font.highlight_color = 7


def write(document):
    """Change the words."""
    document.paragraphs[-1].insert_paragraph_before(MINE)


@pytest.fixture
def edited(dossier, run, outputs):
    """A file that a person changed, and inputs that say something new unless they are to stay."""

    def make(change, after=SPENT):
        folder = dossier()
        run("build", folder)
        path = only(outputs)
        document = docx.Document(str(path))
        change(document)
        document.save(str(path))
        dossier(change=after)
        return folder, path, path.read_bytes()

    return make


class TestUsual:
    def test_another_look_stays_and_the_new_figures_go_in(self, edited, run, outputs):
        folder, path, _ = edited(widen)
        code, out, err = run("build", folder)
        assert code == 0
        assert "版式改动保留 1" in err
        assert "O03" not in out
        assert only(outputs) == path
        assert "96万元" in words(path)
        assert path.name in err  # it is named as written
        document = docx.Document(str(path))
        assert abs(document.sections[0].left_margin - 1234567) < 1000
        assert document.paragraphs[0].runs[0].font.highlight_color == 7

    def test_what_it_was_is_kept(self, edited, run, outputs):
        folder, _path, mine = edited(widen)
        run("build", folder)
        assert StateFolder(outputs).get(digest(mine)) == mine

    def test_it_goes_in_again_and_again(self, edited, run, dossier, outputs):
        folder, path, _ = edited(widen)
        for spent in ("97", "98", "99"):
            dossier(
                change={"spent = 95\n": f"spent = {spent}\n", "spent = 95 }": f"spent = {spent} }}"}
            )
            assert "版式改动保留 1" in run("build", folder)[2]
            assert f"{spent}万元" in words(path)
        assert only(outputs) == path

    def test_changed_words_stay_and_the_new_version_lies_beside(self, edited, run, outputs):
        folder, path, mine = edited(write)
        _, out, err = run("build", folder)
        assert "O03" in out
        assert "手工修改保留 1" in err
        assert path.read_bytes() == mine
        assert len(list(outputs.glob("*（新版）.docx"))) == 1

    def test_the_workspace_says_what_is_usual(self, edited, run, workspace):
        folder, path, _ = edited(write)
        (workspace / "jixiao.toml").write_text('on-edited = "merge"\n', encoding="utf-8")
        assert "合并 1" in run("build", folder)[2]
        assert "96万元" in words(path)
        assert MINE in words(path)

    def test_the_command_line_wins_over_the_workspace(self, edited, run, workspace):
        folder, path, mine = edited(write)
        (workspace / "jixiao.toml").write_text('on-edited = "merge"\n', encoding="utf-8")
        run("build", folder, "--on-edited", "keep")
        assert path.read_bytes() == mine


@pytest.mark.parametrize("change", [widen, write])
class TestAsked:
    def test_keep_never_touches_it(self, edited, run, outputs, change):
        folder, path, mine = edited(change)
        run("build", folder, "--on-edited", "keep")
        assert path.read_bytes() == mine
        assert len(list(outputs.glob("*（新版）.docx"))) == 1

    def test_refuse_writes_nothing(self, edited, run, outputs, change):
        folder, _path, _ = edited(change)
        before = {p: p.read_bytes() for p in outputs.rglob("*") if p.is_file()}
        code, out, _ = run("build", folder, "--on-edited", "refuse")
        assert code == 1
        assert "O04" in out
        assert {p: p.read_bytes() for p in outputs.rglob("*") if p.is_file()} == before

    def test_merge_puts_ours_in(self, edited, run, outputs, change):
        folder, path, _ = edited(change)
        assert "合并 1" in run("build", folder, "--on-edited", "merge")[2]
        assert only(outputs) == path
        assert "96万元" in words(path)

    @pytest.mark.parametrize("mode", [(), ("keep",), ("merge",), ("refuse",)])
    def test_with_nothing_new_it_is_not_touched_in_any_mode(
        self, edited, run, outputs, change, mode
    ):
        folder, path, mine = edited(change, after={})
        asked = ("--on-edited", *mode) if mode else ()
        code, _, err = run("build", folder, *asked)
        assert code == 0
        assert ("版式改动保留 1" if change is widen else "手工修改保留 1") in err
        assert path.read_bytes() == mine
        assert only(outputs) == path

    def test_after_keep_it_merges_although_nothing_changed_since(
        self, edited, run, outputs, change
    ):
        folder, path, _ = edited(change)
        run("build", folder, "--on-edited", "keep")
        assert "合并 1" in run("build", folder, "--on-edited", "merge")[2]
        assert "96万元" in words(path)
        assert only(outputs) == path  # the new version has done its work

    def test_two_versions_after_keep_the_old_figures_are_still_known(
        self, edited, run, dossier, change
    ):
        folder, path, _ = edited(change)
        run("build", folder, "--on-edited", "keep")
        dossier(change={"spent = 95\n": "spent = 97\n", "spent = 95 }": "spent = 97 }"})
        run("build", folder, "--on-edited", "keep")
        _, out, _ = run("build", folder, "--on-edited", "merge")
        assert "97万元" in words(path)
        assert "O08" not in out


class TestBeside:
    def test_a_new_version_that_somebody_edited_stays_and_is_named(self, edited, run, outputs):
        folder, _path, _ = edited(write)
        run("build", folder)
        (beside,) = outputs.glob("*（新版）.docx")
        document = docx.Document(str(beside))
        document.add_paragraph("新版里也写了一句。")
        document.save(str(beside))
        mine = beside.read_bytes()
        _, out, _ = run("build", folder, "--on-edited", "merge")
        assert "O24" in out
        assert beside.name in out
        assert beside.read_bytes() == mine

    def test_the_new_version_copied_over_the_old_file_is_ours_again(self, edited, run, outputs):
        folder, path, _ = edited(write)
        run("build", folder)
        (beside,) = outputs.glob("*（新版）.docx")
        shutil.copyfile(beside, path)
        run("build", folder)
        assert only(outputs) == path
        assert "未变 1" in run("build", folder)[2]

    def test_who_types_the_new_words_needs_no_new_version(self, edited, run, outputs):
        folder, path, _ = edited(write)
        run("build", folder)
        (beside,) = outputs.glob("*（新版）.docx")
        docx.Document(str(beside)).save(str(path))
        assert "版式改动保留 1" in run("build", folder)[2]
        assert only(outputs) == path

    def test_a_redlined_version_of_an_earlier_document_is_named(self, dossier, run, outputs):
        folder = dossier()
        run("build", folder)
        dossier(change=SPENT)
        assert "O24" not in run("build", folder, "--redline")[1]
        (marked,) = outputs.glob("*（修订）.docx")
        assert "O24" not in run("build", folder)[1]
        dossier(change={"spent = 95\n": "spent = 97\n", "spent = 95 }": "spent = 97 }"})
        for _ in range(2):  # told while it holds
            _, out, _ = run("build", folder)
            assert "O24" in out
            assert marked.name in out
        dossier(change={"spent = 95\n": "spent = 98\n", "spent = 95 }": "spent = 98 }"})
        assert "O24" not in run("build", folder, "--redline")[1]


class TestBaseCopies:
    def test_what_was_written_last_is_kept_until_something_else_is(self, dossier, run, outputs):
        folder = dossier()
        run("build", folder)
        state, first = StateFolder(outputs), only(outputs).read_bytes()
        assert state.get(digest(first)) == first
        dossier(change=SPENT)
        run("build", folder)
        second = only(outputs).read_bytes()
        assert state.get(digest(second)) == second
        assert state.get(digest(first)) is None

    def test_that_of_a_merged_file_is_the_clean_new_version(self, edited, run, outputs):
        folder, path, _ = edited(write)
        run("build", folder, "--on-edited", "merge")
        known = read_record(outputs).files[path.name]
        base = StateFolder(outputs).get(known.sha256)
        assert known.merged == digest(path.read_bytes())
        assert base is not None
        assert MINE.encode() not in base

    def test_that_of_a_kept_file_stays(self, edited, run, outputs):
        folder, path, _ = edited(write)
        for _ in range(2):
            run("build", folder)
            known = read_record(outputs).files[path.name]
            assert StateFolder(outputs).get(known.sha256) is not None


def test_a_file_that_is_open_is_told_and_left_and_written_the_next_time(edited, run):
    folder, path, mine = edited(widen)
    lock = path.with_name(f"~${path.name[2:]}")
    lock.write_bytes(b"")
    code, out, _ = run("build", folder)
    assert code == 1
    assert "O22" in out
    assert "O14" not in out  # nothing was merged
    assert path.read_bytes() == mine
    lock.unlink()
    assert run("build", folder)[0] == 0
    assert "96万元" in words(path)


def test_a_save_in_the_moment_of_merging_is_kept_and_told(edited, run, monkeypatch):
    folder, path, _ = edited(write)
    true = swapping.exchange

    def exchange(one, other):
        if other == path:
            path.write_bytes(b"saved just now")
        return true(one, other)

    with monkeypatch.context() as patch:
        patch.setattr(swapping, "exchange", exchange)
        code, out, _ = run("build", folder, "--on-edited", "merge")
    assert code == 1
    assert "O23" in out
    assert path.read_bytes() == b"saved just now"


class TestMadeBy010:
    @pytest.fixture
    def old(self, workspace):
        source = ROOT / "tests" / "roundtrip" / "made_by_0_1_0"
        for name in ("inputs", "outputs"):
            shutil.copytree(source / name, workspace / name)
        return workspace / "inputs" / "library-2023"

    def test_it_builds_on_without_new_versions(self, old, run, outputs):
        assert run("build", old)[0] == 0
        assert len(list(outputs.glob("*.docx"))) == 2
        text = (old / "books.toml").read_text("utf-8")
        (old / "books.toml").write_text(text.replace("读者满意度", "到馆读者满意度"), "utf-8")
        _, out, _ = run("build", old)
        assert "O03" not in out
        assert len(list(outputs.glob("*.docx"))) == 2

    def test_what_was_only_saved_again_gets_the_new_figures(self, old, run, outputs):
        path = sorted(outputs.glob("*.docx"))[0]
        docx.Document(str(path)).save(str(path))
        text = (old / "books.toml").read_text("utf-8")
        (old / "books.toml").write_text(text.replace("为全县读者", "为全县老少读者"), "utf-8")
        assert "版式改动保留 1" in run("build", old)[2]
        assert "为全县老少读者" in words(path)
        assert len(list(outputs.glob("*.docx"))) == 2

    def test_what_a_person_wrote_stays(self, old, run, outputs):
        path = sorted(outputs.glob("*.docx"))[0]
        document = docx.Document(str(path))
        write(document)
        document.save(str(path))
        mine = path.read_bytes()
        text = (old / "books.toml").read_text("utf-8")
        (old / "books.toml").write_text(text.replace("为全县读者", "为全县老少读者"), "utf-8")
        assert "手工修改保留 1" in run("build", old)[2]
        assert path.read_bytes() == mine
