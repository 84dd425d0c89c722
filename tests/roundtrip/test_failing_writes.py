"""Whichever write fails: a file is the old or the new one, no word of a person is lost, and it goes on."""

import contextlib
import errno

import docx
import pytest

from generator.base import writing
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import StateFolder

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
MINE = "这一段是馆长写的。"
MOST = 30


class KilledError(BaseException):
    """As if the program had been killed."""


def full():
    return OSError(errno.ENOSPC, "no space")


@pytest.fixture
def failing(monkeypatch, run):
    """Run a command of which the n-th write fails; tells whether there were that many."""

    def call(number, error, *arguments):
        true, count = writing._open_new, iter(range(1, 1000))
        hit = []

        def open_new(folder, **manner):
            if next(count) == number:
                hit.append(number)
                raise error()
            return true(folder, **manner)

        with monkeypatch.context() as patch:
            patch.setattr(writing, "_open_new", open_new)
            with contextlib.suppress(KilledError):
                run(*arguments)
        return bool(hit)

    return call


def until_none_fails(attempt):
    """Let each write fail in turn, every time from the beginning."""
    for number in range(1, MOST):
        if not attempt(number):
            assert number > 2  # there was something to fail
            return
    pytest.fail("it never came to an end")


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def start(dossier, run, outputs):
    """Build, and let a person write a paragraph and another figure."""
    import shutil

    shutil.rmtree(outputs, ignore_errors=True)
    shutil.rmtree(outputs.parents[1] / ".jixiao", ignore_errors=True)
    folder = dossier()
    run("build", folder)
    (path,) = outputs.glob("*.docx")
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before(MINE)
    cells = {c._tc: c for t in document.tables for r in t.rows for c in r.cells}.values()
    for run_ in (x for c in cells for p in c.paragraphs for x in p.runs):
        run_.text = run_.text.replace("20500册", "20600册") if "20500册" in run_.text else run_.text
    document.save(str(path))
    return folder, path


def said(path):
    return "".join(p.text for p in docx.Document(str(path)).paragraphs)


@pytest.mark.parametrize("error", [full, KilledError])
def test_merging(dossier, run, failing, outputs, error):
    def attempt(number):
        folder, path = start(dossier, run, outputs)
        dossier(change=SPENT)
        has_failed = failing(number, error, "build", folder, "--on-edited", "merge")
        assert MINE in said(path)
        assert run("build", folder, "--on-edited", "merge")[0] == 0
        assert MINE in said(path)
        assert "96万元" in said(path)
        return has_failed

    until_none_fails(attempt)


@pytest.mark.parametrize("error", [full, KilledError])
def test_pulling(dossier, run, failing, outputs, error):
    def attempt(number):
        folder, path = start(dossier, run, outputs)
        inputs, mine = folder / "books.toml", path.read_bytes()
        before = inputs.read_bytes()
        has_failed = failing(number, error, "pull", path, "--apply")
        assert path.read_bytes() == mine
        after = inputs.read_bytes()
        assert after == before or b'actual = "20600' in after
        run("pull", path, "--apply")
        assert b'actual = "20600' in inputs.read_bytes()
        return has_failed

    until_none_fails(attempt)


@pytest.mark.parametrize("error", [full, KilledError])
def test_fixing(dossier, run, failing, workspace, error):
    def attempt(number):
        folder = dossier(change={"丰富馆藏。": "丰富馆藏。。"})
        before = (folder / "books.toml").read_bytes()
        has_failed = failing(number, error, "lint", folder, "--fix")
        assert (folder / "books.toml").read_bytes() in (
            before,
            before.replace("。。".encode(), "。".encode()),
        )
        run("lint", folder, "--fix")
        assert "。。" not in (folder / "books.toml").read_text("utf-8")
        return has_failed

    until_none_fails(attempt)


@pytest.mark.parametrize("error", [full, KilledError])
@pytest.mark.parametrize("times", [1, 2])
def test_undoing(dossier, run, failing, outputs, error, times):
    def attempt(number):
        folder, path = start(dossier, run, outputs)
        mine = path.read_bytes()
        dossier(change=SPENT)
        run("build", folder, "--on-edited", "merge")
        merged = path.read_bytes()
        assert merged != mine
        if times == 2:
            run("undo")
        has_failed = failing(number, error, "undo")
        assert path.read_bytes() in (mine, merged)
        state = StateFolder(outputs)
        assert mine in (path.read_bytes(), state.get(digest(mine)))
        # Whatever state it is in, a merge brings all together.
        assert run("build", folder, "--on-edited", "merge")[0] == 0
        assert MINE in said(path)
        assert "96万元" in said(path)
        return has_failed

    until_none_fails(attempt)
