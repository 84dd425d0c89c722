"""Every command ends in a code of one table: done, problems, wrong use, our fault, interrupted."""

import importlib
import shutil

import pytest

from generator.base.problem import Problem, Severity
from generator.base.waiting_files import WaitingFile
from generator.cli import main
from generator.cli.commands import COMMANDS
from generator.cli.exit_code import ExitCode, exit_code
from tests.deeds import DEEDS, LIBRARY, Deed, call, plain, stand

ASKS_NOTHING = {"serve"}  # it runs until somebody ends it
ERROR = Problem("C01", Severity.ERROR, "错")
WARNING = Problem("C02", Severity.WARNING, "警")


@pytest.mark.parametrize(
    ("problems", "more", "code"),
    [
        ([], {}, 0),
        ([WARNING], {}, 0),
        ([ERROR], {}, 1),
        ([ERROR.accept("已说明")], {}, 0),
        ([], {"is_done": False}, 1),
    ],
)
def test_what_stops_something_is_1_and_all_else_0(problems, more, code):
    assert exit_code(problems, **more) == code


def test_details_of_a_fault_of_ours_are_written_down(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert exit_code([ERROR], details=["", "boom"]) == ExitCode.FAULT
    (log,) = tmp_path.iterdir()
    assert log.read_text(encoding="utf-8") == "boom"
    assert str(log) in capsys.readouterr().err


def test_every_command_has_a_sound_run():
    assert {deed.command for deed in DEEDS} == {*COMMANDS} - ASKS_NOTHING


@pytest.mark.parametrize("deed", DEEDS, ids=str)
def test_a_sound_run_ends_in_0(deed, tmp_path):
    with stand(deed, tmp_path) as arguments:
        said = call(*arguments)
    assert said.code == ExitCode.DONE, said


BROKEN = "inputs/坏的"
# Each over a tree in which one dossier is sound and the unit.toml of the other is not TOML.
OVER_A_TREE = {
    "check": (),
    "lint": (),
    "score": (),
    "explain": ("inputs", "score.total"),
    "form": ("inputs", "-o", "填报表"),
    "build": (),
    "build --draft": (),
    "summary": ("-o", "汇总.json"),
    "schemes diff": ("mof-2020", "as-printed", "inputs"),
    "changes": (),
}
# Of what comes of the sound one there is a sign.
SIGNS = {
    "form": "填报表/library-2023.xlsx",
    "build": "outputs/library-2023/*.docx",
    "build --draft": "outputs/library-2023/*.docx",
    "summary": "汇总.json",
}


@pytest.mark.parametrize("command", OVER_A_TREE)
def test_a_dossier_that_cannot_be_read_is_1_and_the_others_are_done(command, tmp_path):
    deed = Deed((*command.split(), *OVER_A_TREE[command]), plain)
    with stand(deed, tmp_path) as arguments:
        (tmp_path / BROKEN).mkdir()
        (tmp_path / BROKEN / "unit.toml").write_text("a = ", encoding="utf-8")
        said = call(*arguments)
        assert said.code == ExitCode.PROBLEMS, said
        assert "坏的" in said.out + said.err
        if command in SIGNS:
            assert [*tmp_path.glob(SIGNS[command])]


# What is called once for every dossier, and where it is looked up.
WORK = {
    "check": "generator.use.check.examine.examine",
    "check --fix": "generator.use.check.mending.mend_file",
    "check --accept --reason 理由": "generator.use.check.examine.examine",
    "lint": "generator.use.lint.lint.load_dossier",
    "lint --glossary": "generator.load.dossier_inputs.load_dossier",
    "lint --learn 用语.toml": "generator.load.dossier_inputs.load_dossier",
    "score": "generator.use.check.examine.examine",
    "explain inputs score.total": "generator.use.check.examine.examine",
    "form -o 填报表": "generator.use.form.form.write_form",
    "build": "generator.use.build.prepared.examine",
    "build --draft": "generator.use.build.prepared.examine",
    "changes": "generator.use.changes.compare.compare",
    "summary -o 汇总.json": "generator.use.check.examine.examine",
    "review": "generator.use.review.review.review",
    "schemes diff mof-2020 as-printed inputs": "generator.use.schemes.difference.load_dossier",
    "templates fields inputs": "generator.use.check.examine.examine",
}


@pytest.mark.parametrize("command", WORK)
@pytest.mark.parametrize(
    ("error", "code", "word"),
    [
        (RuntimeError, ExitCode.FAULT, "程序内部出错"),
        (lambda: OSError(5, "Input/output error"), ExitCode.PROBLEMS, "磁盘读写出错"),
        (MemoryError, ExitCode.PROBLEMS, "内存不够"),
    ],
    ids=["ours", "disk", "memory"],
)
def test_what_happens_at_one_dossier_is_told_and_the_others_are_done(
    command, error, code, word, tmp_path, monkeypatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    module, name = WORK[command].rsplit(".", 1)
    true, met = getattr(importlib.import_module(module), name), []

    def work(path, *arguments, **named):
        met.append(path)
        if "二馆" in str(path):
            raise error()
        return true(path, *arguments, **named)

    with stand(Deed(tuple(command.split()), plain), tmp_path / "w") as arguments:
        shutil.copytree(LIBRARY, "inputs/二馆-2023")
        monkeypatch.setattr(f"{module}.{name}", work)
        said = call(*arguments)
    assert said.code == code, said
    assert word in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert "Input" not in said.out + said.err
    assert {"二馆" in str(path) for path in met} == {True, False}


class TestDrafts:
    """A draft is done when every document that was asked for is there."""

    @pytest.fixture
    def draft(self, tmp_path):
        def run(change):
            with stand(Deed(("build", "--draft"), plain), tmp_path) as arguments:
                change(tmp_path)
                return call(*arguments).code

        return run

    def test_errors_that_leave_gaps_are_no_reason(self, draft):
        def without_spent(root):
            path = root / LIBRARY / "books.toml"
            path.write_text(path.read_text("utf-8").replace("spent = 95\n", ""), "utf-8")

        assert draft(without_spent) == 0

    def test_a_project_that_cannot_be_read_has_no_document(self, draft):
        assert draft(lambda root: (root / LIBRARY / "other.toml").write_text("a = ")) == 1

    def test_a_template_that_is_not_there_makes_no_document(self, draft):
        def with_odd_template(root):
            with_own = call("templates", "copy", "mof-2020")
            assert with_own.code == 0
            (scheme,) = (root / "templates/schemes").glob("mof-2020.toml")
            text = scheme.read_text("utf-8")
            assert 'template = "' in text
            scheme.write_text(text.replace('template = "', 'template = "没有'), "utf-8")

        assert draft(with_odd_template) == 1

    def test_a_file_that_cannot_be_written_is_not_there(self, draft, monkeypatch):
        true = WaitingFile.put
        fault = Problem("O01", Severity.ERROR, "磁盘已满，没有写出")
        monkeypatch.setattr(
            WaitingFile,
            "put",
            lambda file, *rest: fault if file.path.suffix == ".docx" else true(file, *rest),
        )
        assert draft(lambda _: None) == 1

    def test_a_report_that_cannot_be_written_is_told(self, tmp_path):
        with stand(Deed(("build", "--draft", "--report", "inputs/x.json/y"), plain), tmp_path) as a:
            (tmp_path / "inputs/x.json").write_text("")
            assert call(*a).code == 1


WRONG = [
    *(command for command in COMMANDS),
    "schemes diff mof-2020",
    "check --reason 理由",
    "audit",
    "fill",
    "explain",
    "rules X99",
    "serve 没有的文件夹",
    "undo 没有的文件夹",
]


@pytest.mark.parametrize("command", WRONG)
def test_wrong_use_ends_in_2(command, tmp_path):
    words = command.split() if command not in COMMANDS else [command, "--没有这个选项"]
    with stand(Deed((), plain), tmp_path):
        said = call(*words)
    assert said.code == ExitCode.USAGE, said
    assert "用法有误" in said.err


@pytest.mark.parametrize("deed", {d.command: d for d in DEEDS}.values(), ids=str)
def test_an_interrupted_run_ends_in_130(deed, tmp_path, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    command = importlib.import_module(COMMANDS[deed.command][0]).command
    with stand(deed, tmp_path) as arguments:
        for below in getattr(command, "commands", {}).values():
            monkeypatch.setattr(below, "callback", interrupt)
        monkeypatch.setattr(command, "callback", interrupt)
        said = call(*arguments)
    assert said.code == ExitCode.INTERRUPTED
    assert "没有写到一半" in said.err


@pytest.mark.parametrize(
    "when", ["generator.cli.commands.run", "generator.base.programs.PROGRAMS.keep"]
)
def test_an_interrupt_before_and_after_a_command_is_no_fault(when, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(when, interrupt)
    monkeypatch.setattr("sys.argv", ["jixiao", "--version"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == ExitCode.INTERRUPTED


def test_a_fault_of_ours_claims_nothing_of_files(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fail(_self, _paths):
        raise RuntimeError

    monkeypatch.setattr("generator.cli.session.Session.__init__", fail)
    said = call("check")
    assert said.code == ExitCode.FAULT
    assert "没有改动" not in said.err
