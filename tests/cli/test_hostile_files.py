"""Every command that opens a file from outside: one problem in Chinese with its name, no traceback, no waiting."""

import json
import os
import re
import subprocess
import sys
from pathlib import PurePath

import pytest

from tests.conftest import ROOT
from tests.foreign import picture, word_bytes
from tests.hostile import body, hostile_files, word

CHINESE = re.compile("[一-鿿]")
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none in folders")
# What cannot be said in a file name on Windows is tried elsewhere only.
BIDI, ESCAPE = "\u202e", "\x1b[31m"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("坏 文件")
    for name, data in hostile_files():
        (folder / name).write_bytes(data)
    return sorted(folder.iterdir())


def check(files, problems):
    """Each file has one problem that stops, with words and a hint in Chinese."""
    for path in files:
        own = [
            p
            for p in problems
            if PurePath(p["file"]).name == path.name and p["severity"] == "error"
        ]
        assert len(own) == 1, (path.name, own)
        assert CHINESE.search(own[0]["message"])
        assert CHINESE.search(own[0]["hint"])


def test_audit_and_import_name_every_file(workspace, files, run):
    for command in (("audit",), ("import", "-o", "新")):
        code, out, err = run(*command, *files, "--format", "json")
        assert code == 1
        assert "Traceback" not in out + err
        check(files, json.loads(out)["problems"])
    assert not (workspace / "新").exists()


def test_audit_with_comments_writes_beside_what_is_a_word_file_only(workspace, files, run):
    code, _, _ = run("audit", *files, "--annotate")
    assert code == 1
    written = [path.stem for path in files[0].parent.glob("*（批注）*")]
    assert written == ["列太多（批注）"]  # Word can read it, though we do not
    (files[0].parent / "列太多（批注）.docx").unlink()


def test_templates_check_names_every_file(workspace, files, run):
    code, out, err = run("templates", "check", *files, "--unpack", "--format", "json")
    assert code == 1
    assert "Traceback" not in out + err
    named = {problem["file"] for problem in json.loads(out)["problems"]}
    unnamed = {path.name for path in files} - {PurePath(name).name for name in named}
    assert unnamed <= {"列太多.docx"}


@pytest.mark.parametrize("command", ["pull", "explain"])
def test_pull_and_explain_name_the_file(workspace, files, run, command):
    for path in files:
        more = ("16",) if command == "explain" else ()
        if command == "explain" and path.suffix != ".docx":
            continue
        code, out, err = run(command, path, *more)
        assert code == 1, path.name
        assert "Traceback" not in out + err
        assert "程序内部出错" not in err, (path.name, err)
        assert path.name in err
        assert CHINESE.search(err)


@pytest.mark.parametrize(
    "name", ["没有body.docx", "半截XML.docx", "校验和.docx", "旧.docx", "空.docx", "嵌套.docx"]
)
def test_an_old_version_that_cannot_be_read_is_named_and_the_files_are_built(
    dossier, files, run, name
):
    folder = dossier()
    old = next(path for path in files if path.name == name)
    _, out, err = run("build", folder, f"--redline={old}")
    assert "Traceback" not in out + err
    assert name in out
    assert [*(folder.parents[1] / "outputs").rglob("*.docx")]


@pytest.mark.parametrize(
    "name", ["没有body.docx", "半截XML.docx", "校验和.docx", "旧.docx", "嵌套.docx", "重名.docx"]
)
def test_a_file_that_somebody_broke_stays_and_is_named(dossier, files, run, name):
    folder = dossier()
    assert run("build", folder)[0] == 0
    written = min((folder.parents[1] / "outputs").rglob("*.docx"))
    data = next(path for path in files if path.name == name).read_bytes()
    written.write_bytes(data)
    dossier(change={"spent = 95": "spent = 94"})
    _, out, err = run("build", folder, "--on-edited", "merge")
    assert "Traceback" not in out + err
    assert written.name in out
    assert written.read_bytes() == data


def _started(workspace, *arguments):
    """Run the program in a process of its own; a hang ends the test."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@on_posix
def test_no_command_waits_for_a_pipe_or_reads_a_device(dossier, run):
    folder = dossier()
    workspace = folder.parents[1]
    assert run("build", folder)[0] == 0
    os.mkfifo(workspace / "管道.docx")
    (workspace / "设备.docx").symlink_to("/dev/zero")
    for name in ("管道.docx", "设备.docx"):
        for command in (
            ("audit", name),
            ("audit", name, "--annotate"),
            ("audit", "--baseline", name, "inputs"),
            ("import", name, "-o", "新"),
            ("pull", name),
            ("explain", name, "16"),
            ("templates", "check", name),
            ("templates", "check", "--unpack", name),
            ("build", folder, f"--redline={name}", "--on-edited", "merge"),
        ):
            done = _started(workspace, *command)
            said = done.stdout + done.stderr
            assert "Traceback" not in said, command
            assert name in said or "inputs" in command, (command, said)


@on_posix
def test_a_pipe_in_the_place_of_a_written_file_is_left_alone(dossier, run):
    folder = dossier()
    workspace = folder.parents[1]
    assert run("build", folder)[0] == 0
    target = workspace / "outputs" / folder.name
    written = min(target.glob("*.docx"))
    written.unlink()
    os.mkfifo(written)
    os.mkfifo(target / "别的.docx")
    for command in (
        ("build", folder),
        ("build", folder, "--on-edited", "merge"),
        ("changes", folder),
    ):
        done = _started(workspace, *command)
        assert "Traceback" not in done.stdout + done.stderr
        assert done.returncode in (0, 1)
    assert written.is_fifo()


class TestShown:
    @pytest.fixture
    def hostile(self, workspace):
        """A form with a slip of the pen whose words, and whose name, would turn a screen's line round."""
        words = f"产{BIDI}出\u2028指标"
        rows = picture("项目名称 | 图书购置\n绩效指标 | 一级指标")
        rows[1][0] = words
        data = word_bytes(
            f"某县图书馆{BIDI}自评", rows, f"一、没有{BIDI}见过的标题", f"不知道{BIDI}的话在在说。"
        )
        path = workspace / f"自{BIDI}评.docx"
        path.write_bytes(data)
        return path

    @pytest.mark.parametrize(
        "command",
        [
            ("audit",), ("audit", "--format", "json"), ("audit", "--format", "sarif"),
            ("audit", "--format", "github"), ("import", "-o", "新"),
            ("import", "-o", "新", "--format", "json"), ("pull",), ("pull", "--format", "json"),
            ("templates", "check"), ("templates", "check", "--format", "json"),
        ],
    )  # fmt: skip
    def test_no_sign_that_turns_a_line_round_reaches_the_screen(self, run, hostile, command):
        _, out, err = run(*command, hostile)
        for sign in (BIDI, "\u2028", "\u2029"):
            assert sign not in out + err
        if command[0] != "templates":  # it has nothing to say of a file without fields
            assert "‹U+202E›" in out + err or "%E2%80%AE" in out

    def test_values_of_an_import_stay_as_they_are_in_json(self, run, hostile):
        _, out, _ = run("import", hostile, "--year", "2023", "-o", "新", "--format", "json")
        assert json.loads(out)["problems"] is not None

    @on_posix
    @pytest.mark.usefixtures("workspace")
    @pytest.mark.parametrize(
        "command",
        [
            ("audit",), ("import", "-o", "新"), ("pull",), ("explain", "PATH", "1"), ("check",),
            ("build",), ("score",), ("lint",), ("changes",), ("templates", "check"), ("nothing",),
            ("audit", "--baseline", "PATH", "PATH"), ("summary", "-o", "PATH", "PATH"),
            ("init", "--from", "PATH", "PATH"), ("audit", "--year", "PATH", "PATH"),
        ],
    )  # fmt: skip
    def test_escapes_in_a_name_on_the_command_line_are_shown(self, run, command):
        name = f"a{ESCAPE}{BIDI}b\u2028.docx"
        arguments = [name if word == "PATH" else word for word in command]
        _, out, err = run(*arguments, *(() if "PATH" in command else (name,)))
        assert ESCAPE not in out + err
        assert BIDI not in out + err
        assert "\u2028" not in out + err

    def test_scores_and_tables_show_what_stands_in_inputs(self, dossier, run):
        folder = dossier(
            change={
                'name = "购书册数"': f'name = "购{BIDI}书册数"',
                'indicator("购书册数")': f'indicator("购{BIDI}书册数")',
            }
        )
        for command in (
            ("score",),
            ("score", "--format", "json"),
            ("check",),
            ("explain",),
            ("build",),
        ):
            _, out, err = run(*command, folder)
            assert BIDI not in out + err, command


def test_a_file_that_only_has_no_body_is_told_by_every_command(workspace, run):
    path = workspace / "无.docx"
    path.write_bytes(word(body("").replace("<w:body></w:body>", "")))
    for command in (("audit",), ("import", "-o", "新")):
        code, out, _ = run(*command, path)
        assert code == 1
        assert "没有正文" in out


@pytest.mark.parametrize("command", [("audit",), ("import", "-o", "新")])
def test_a_file_that_we_stumble_over_is_named_and_the_others_are_read(
    workspace, run, monkeypatch, command
):
    from generator.use.foreign_documents import Recogniser

    def stumble(self, document):
        if "坏" in document.shown:
            raise KeyError("甲")
        return recognise(self, document)

    recognise = Recogniser.recognise
    monkeypatch.setattr(Recogniser, "recognise", stumble)
    for name in ("坏.docx", "好.docx"):
        (workspace / name).write_bytes(word_bytes("某县图书馆2023年度自评", "没有表。"))
    code, out, err = run(*command, "坏.docx", "好.docx")
    assert code == 1
    assert "Traceback" not in out + err
    assert "坏.docx: 错误 D01 读不了这个文件" in out
    assert "好.docx" in out
