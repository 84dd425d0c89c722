"""A build with --redline: the new version with tracked changes, every changed figure with its cause."""

import docx
import pytest

from generator.word.redline.redlined import accept_all, reject_all
from tests.word.redlines import bookmarks_in, comments_in, count, stories, struck, written
from tests.word.samples import assert_valid

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
BODY = "word/document.xml"


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def generated(outputs):
    (path,) = (p for p in outputs.glob("*.docx") if "（" not in p.name)
    return path


def redline(outputs):
    (path,) = outputs.glob("*（修订）.docx")
    return path


def test_the_redlined_file_holds_the_old_and_the_new_version(dossier, run, outputs, tmp_path):
    folder = dossier()
    run("build", folder)
    before = generated(outputs).read_bytes()
    dossier(change=SPENT)
    code, _, err = run("build", folder, "--redline")
    after, data = generated(outputs).read_bytes(), redline(outputs).read_bytes()
    assert code == 0
    assert "重建 2" in err
    assert stories(accept_all(data)) == stories(after)
    assert stories(reject_all(data))[BODY] == stories(before)[BODY]
    assert bookmarks_in(data) == bookmarks_in(after)
    assert_valid(data, tmp_path)


def test_every_changed_figure_has_a_comment_with_its_cause(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    run("build", folder, "--redline")
    comments = comments_in(redline(outputs).read_bytes())
    assert any("95万元 → 96万元" in c and "books.toml:" in c for c in comments)
    rate = [c for c in comments if c.startswith("预算执行率：")]
    assert rate
    assert all("原因：全年执行数" in c for c in rate)


def test_the_same_redline_twice_gives_the_same_bytes(dossier, run, outputs, tmp_path):
    folder = dossier()
    run("build", folder)
    old = tmp_path / "三月 旧稿.docx"
    old.write_bytes(generated(outputs).read_bytes())
    dossier(change=SPENT)
    run("build", folder, "--redline")
    first = redline(outputs).read_bytes()
    run("build", folder, f"--redline={old}")
    again = redline(outputs).read_bytes()
    assert struck(again) == struck(first)
    run("build", folder, f"--redline={old}")
    assert redline(outputs).read_bytes() == again


def test_a_given_old_version_tells_where_each_figure_comes_from(dossier, run, outputs, tmp_path):
    folder = dossier()
    run("build", folder)
    old = tmp_path / "旧.docx"
    old.write_bytes(generated(outputs).read_bytes())
    dossier(change=SPENT)
    run("build", folder)
    run("build", folder, f"--redline={old}")
    comments = comments_in(redline(outputs).read_bytes())
    assert any(c.startswith("全年执行数：books.toml:") for c in comments)


def test_without_a_difference_there_is_no_redline_and_it_is_said(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    code, out, _ = run("build", folder, "--redline")
    assert code == 0
    assert "O18" in out
    assert "没有差别" in out
    assert list(outputs.glob("*修订*")) == []


def test_the_first_build_has_nothing_to_compare_with(dossier, run, outputs):
    code, out, _ = run("build", dossier(), "--redline")
    assert code == 0
    assert "没有上一稿" in out
    assert generated(outputs).exists()


def test_an_edited_file_is_what_the_new_version_is_compared_with(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    path = generated(outputs)
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before("区长补写的一段。")
    document.save(str(path))
    edited = path.read_bytes()
    dossier(change=SPENT)
    run("build", folder, "--redline")
    assert path.read_bytes() == edited
    assert any("区长补写" in words for words in struck(redline(outputs).read_bytes()))


def test_a_merge_is_shown_against_the_persons_own_version(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    path = generated(outputs)
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before("区长补写的一段。")
    document.save(str(path))
    dossier(change=SPENT)
    run("build", folder, "--redline", "--on-edited", "merge")
    data = redline(outputs).read_bytes()
    assert not any("区长补写" in words for words in (*struck(data), *written(data)))
    assert any("96" in words for words in written(data)) or count(data, "ins")


def test_a_redlined_file_that_somebody_edited_is_kept(dossier, run, outputs):
    folder = dossier()
    run("build", folder)
    dossier(change=SPENT)
    run("build", folder, "--redline")
    path = redline(outputs)
    path.write_bytes(path.read_bytes() + b"edited")
    dossier()
    run("build", folder, "--redline")
    assert path.read_bytes().endswith(b"edited")
    assert len(list(outputs.glob("*（修订2）.docx"))) == 1


@pytest.mark.parametrize("content", [b"", b"no zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old .doc"])
def test_an_old_version_that_is_no_word_file_is_told_and_the_build_goes_on(
    dossier, run, outputs, tmp_path, content
):
    folder = dossier()
    old = tmp_path / "旧.docx"
    old.write_bytes(content)
    code, out, _ = run("build", folder, f"--redline={old}")
    assert code == 1
    assert "O17" in out
    assert generated(outputs).exists()


def test_an_old_version_that_is_missing_is_told(dossier, run, tmp_path):
    code, out, _ = run("build", dossier(), f"--redline={tmp_path / '没有.docx'}")
    assert code == 1
    assert "没有这个文件" in out


def test_a_folder_behind_the_option_is_a_folder_to_build(dossier, run, outputs):
    code, _, _ = run("build", "--redline", dossier())
    assert code == 0
    assert generated(outputs).exists()
