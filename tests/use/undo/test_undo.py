"""jixiao undo: what a command changed is what it was, and undone twice it is as it was left."""

import docx
import pytest

from generator.roundtrip.state_folder import STATE_FOLDER, StateFolder

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
MINE = "这一段是馆长写的。"


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def only(outputs):
    (path,) = outputs.glob("*.docx")
    return path


def add_paragraph(path, words=MINE):
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before(words)
    document.save(str(path))


def replace_words(path, old, new):
    document = docx.Document(str(path))
    tables = [c for t in document.tables for r in t.rows for c in r.cells]
    holders = [*document.paragraphs, *(p for cell in tables for p in cell.paragraphs)]
    for run in {run._r: run for p in holders for run in p.runs}.values():
        run.text = run.text.replace(old, new) if old in run.text else run.text
    document.save(str(path))


def words(path):
    return "".join(p.text for p in docx.Document(str(path)).paragraphs)


@pytest.fixture
def merged(dossier, run, outputs):
    """A person's file that a build has merged; returns the folder, the file and its bytes before."""
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    add_paragraph(path)
    mine = path.read_bytes()
    dossier(change=SPENT)
    assert run("build", folder, "--on-edited", "merge")[0] == 0
    assert "96万元" in words(path)
    return folder, path, mine


def test_a_merge_is_taken_back_and_the_new_version_lies_beside_again(run, merged, outputs):
    _, path, mine = merged
    code, out, _ = run("undo")
    assert code == 0
    assert path.name in out
    assert path.read_bytes() == mine
    (beside,) = outputs.glob("*（新版）.docx")
    assert "96万元" in words(beside)


def test_undone_twice_it_is_as_the_merge_left_it(run, merged, outputs):
    _, path, _ = merged
    after = path.read_bytes()
    run("undo")
    code, out, _ = run("undo")
    assert code == 0
    assert "撤销" in out
    assert path.read_bytes() == after
    assert only(outputs) == path


def test_after_an_undo_the_file_merges_again_as_if_nothing_had_been(run, merged):
    folder, path, _ = merged
    after = path.read_bytes()
    run("undo")
    run("build", folder, "--on-edited", "merge")
    assert path.read_bytes() == after


def test_what_was_changed_since_is_kept_and_comes_back(run, merged):
    _, path, mine = merged
    add_paragraph(path, "合并以后又写了一段。")
    later = path.read_bytes()
    _, out, _ = run("undo")
    assert "之后又改动过" in out
    assert path.read_bytes() == mine
    run("undo")
    assert path.read_bytes() == later


def test_new_figures_put_into_a_file_of_another_look_are_taken_back(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    docx.Document(str(path)).save(str(path))
    mine = path.read_bytes()
    dossier(change=SPENT)
    assert "版式改动保留 1" in run("build", folder)[2]
    assert path.read_bytes() != mine
    run("undo", folder)
    assert path.read_bytes() == mine


def test_a_merge_of_files_that_were_written_elsewhere_is_taken_back_too(dossier, run, workspace):
    folder = dossier()
    run("build", folder, "-o", "out")
    path = only(workspace / "out" / "library-2023")
    add_paragraph(path)
    mine = path.read_bytes()
    dossier(change=SPENT)
    run("build", folder, "-o", "out", "--on-edited", "merge")
    assert path.read_bytes() != mine
    run("undo")
    assert path.read_bytes() == mine


@pytest.fixture
def pulled(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    replace_words(path, "20500册", "20600册")
    before = (folder / "books.toml").read_bytes()
    assert run("pull", path, "--apply")[0] == 0
    assert (folder / "books.toml").read_bytes() != before
    return folder, path, before


def test_a_pull_is_taken_back(run, pulled):
    folder, path, before = pulled
    mine = path.read_bytes()
    code, out, _ = run("undo")
    assert code == 0
    assert "books.toml" in out
    assert (folder / "books.toml").read_bytes() == before
    assert path.read_bytes() == mine


def test_only_the_last_command_is_taken_back(run, pulled, outputs):
    folder, path, _ = pulled
    text = (folder / "books.toml").read_text("utf-8")
    after = text.replace("spent = 95\n", "spent = 96\n").replace("spent = 95 }", "spent = 96 }")
    (folder / "books.toml").write_text(after, "utf-8")
    mine = path.read_bytes()
    run("build", folder, "--on-edited", "merge")
    assert path.read_bytes() != mine
    run("undo")
    assert path.read_bytes() == mine
    assert (folder / "books.toml").read_text("utf-8") == after


def test_undo_of_a_path_leaves_other_dossiers_alone(run, pulled, workspace):
    folder, _path, before = pulled
    _code, out, _ = run("undo", folder / "unit.toml")
    assert "没有可以撤销的" in out
    run("undo", folder)
    assert (folder / "books.toml").read_bytes() == before


def test_fixed_words_are_taken_back_with_their_line_ends(dossier, run):
    folder = dossier(change={"丰富馆藏。": "丰富馆藏。。"})
    path = folder / "books.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    run("lint", folder, "--fix")
    assert path.read_bytes() != before
    run("undo")
    assert path.read_bytes() == before
    run("undo")
    assert '丰富馆藏。"' in path.read_text("utf-8")


def test_one_run_over_several_dossiers_is_one_command(dossier, run, workspace):
    import shutil

    shutil.copytree(dossier(), workspace / "inputs" / "museum-2023")
    run("build", "inputs")
    paths = sorted((workspace / "outputs").glob("*/*.docx"))
    assert len(paths) == 2
    for path in paths:
        add_paragraph(path)
    mine = [path.read_bytes() for path in paths]
    for file in (workspace / "inputs").glob("*/books.toml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("为全县读者", "为全县老少读者"), "utf-8")
    run("build", "inputs", "--on-edited", "merge")
    assert [path.read_bytes() for path in paths] != mine
    run("undo")
    assert [path.read_bytes() for path in paths] == mine


def test_where_nothing_was_done_there_is_nothing_to_undo(run, dossier):
    folder = dossier()
    run("build", folder)
    for arguments in ((), (folder,)):
        code, out, _ = run("undo", *arguments)
        assert code == 0
        assert "没有可以撤销的" in out


def test_a_path_that_is_not_there_is_wrong_use(run, workspace):
    assert run("undo", "none")[0] == 2


def test_a_keep_that_is_gone_is_told_and_nothing_is_touched(run, merged, outputs):
    _, path, _ = merged
    after = path.read_bytes()
    for blob in (outputs / STATE_FOLDER).iterdir():
        if blob.name != "journal.json" and blob.is_file():
            blob.write_bytes(b"damaged")
    code, out, _ = run("undo")
    assert code == 1
    assert "O25" in out
    assert path.read_bytes() == after


def test_a_file_that_is_open_is_left(run, merged):
    _, path, _ = merged
    after = path.read_bytes()
    path.with_name(f".~lock.{path.name}#").write_bytes(b"")
    code, out, _ = run("undo")
    assert code == 1
    assert "O22" in out
    assert path.read_bytes() == after


def test_keeps_go_after_two_later_commands(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    path = only(outputs)
    add_paragraph(path)
    before = []
    for spent in ("96", "97", "98", "99"):
        before.append(path.read_bytes())
        dossier(
            change={"spent = 95\n": f"spent = {spent}\n", "spent = 95 }": f"spent = {spent} }}"}
        )
        run("build", folder, "--on-edited", "merge")
    from generator.roundtrip.manifest import digest

    state = StateFolder(outputs)
    kept = [state.get(digest(data)) is not None for data in before]
    assert kept == [False, False, True, True]


def test_where_a_folder_is_closed_nothing_older_is_taken_back(run, pulled, outputs, closed):
    closed(outputs.name)
    code, out, _ = run("undo")
    assert code == 1
    assert outputs.name in out
    assert "没有权限" in out
