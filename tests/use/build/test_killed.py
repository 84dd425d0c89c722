"""A build that is killed at any moment leaves every file old or new, and the next build puts all right."""

import errno
import hashlib
import json
import os
import random
import signal
import time

import docx
import pytest

from generator.base.own_note import note_text
from generator.base.writing import PREFIX
from generator.load.workspace_folder import find_workspace
from generator.model.order import Order
from generator.roundtrip import files_record
from generator.roundtrip.files_record import MANIFEST_FILE, PENDING_FILE
from generator.use.build.build import build
from generator.use.library import Library
from tests.conftest import EXPLORES, PROJECT

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")

# Few documents are written in little time: the moments lie as close as with many.
PROJECTS = 6
KILLS = 400 if EXPLORES else 50
MERGES = 50 if EXPLORES else 12
SEED = 20240301
VALUES = (95, 96, 97)


def project(number, spent):
    text = PROJECT.replace('name = "图书购置"', f'name = "图书购置{number}"')
    return text.replace("spent = 95", f"spent = {spent}")


def docx_files(folder):
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.glob("*.docx")}


@pytest.fixture
def many(dossier, workspace):
    """Some projects; the function sets what all of them spent."""

    def write(spent):
        names = {f"p{n:02}.toml": project(n, spent) for n in range(1, PROJECTS)}
        return dossier(change={"spent = 95": f"spent = {spent}"}, **names)

    return write


def killed_after(work, seconds):
    """Do some work in a process of its own and kill it in the middle; tells whether it was done."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@needs_fork
def test_whenever_a_build_is_killed_no_file_is_half_and_the_next_build_is_whole(
    many, workspace, tmp_path
):
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    outputs = workspace / "outputs" / "library-2023"
    folder = many(95)
    library = Library(find_workspace(folder)[0])
    versions = {}
    for spent in VALUES:
        many(spent)
        clean = tmp_path / f"clean-{spent}"
        started = time.monotonic()
        build(folder, library, Order(clean))
        lasted = time.monotonic() - started
        versions[spent] = docx_files(clean)
    assert len(versions[95]) == PROJECTS
    assert not set(versions[95].values()) & set(versions[96].values())

    many(95)
    build(folder, library, Order())
    theirs = sorted(outputs.glob("*.docx"))[3]
    document = docx.Document(str(theirs))
    document.add_paragraph("这一段是馆长写的。")
    document.save(str(theirs))
    edited = theirs.read_bytes()

    interrupted = 0
    for number in range(KILLS):
        spent = chance.choice(VALUES)
        many(spent)
        done = killed_after(lambda: build(folder, library, Order()), chance.uniform(0, lasted))
        interrupted += not done
        assert theirs.read_bytes() == edited
        for name, digest in docx_files(outputs).items():
            known = {version.get(name.replace("（新版）", "")) for version in versions.values()}
            assert digest in known or name == theirs.name, f"{name} is half after kill {number}"
        if chance.random() < 0.2:  # sometimes the next build comes at once, mostly it is killed too
            assert not [p for p in build(folder, library, Order()).problems if p.stops]
    assert interrupted > KILLS // 2

    many(96)
    build(folder, library, Order())
    found = docx_files(outputs)
    del found[theirs.name]
    beside = f"{theirs.stem}（新版）.docx"
    expected = {
        beside if name == theirs.name else name: digest for name, digest in versions[96].items()
    }
    assert found == expected
    assert theirs.read_bytes() == edited
    assert list(outputs.glob(f"{PREFIX}*.tmp")) == []
    assert build(folder, library, Order()).written == ()


@needs_fork
def test_whenever_a_merge_is_killed_the_persons_words_are_still_there(many, workspace):
    chance = random.Random(SEED)  # noqa: S311 - see above
    folder = many(95)
    library = Library(find_workspace(folder)[0])
    build(folder, library, Order())
    theirs = sorted((workspace / "outputs" / "library-2023").glob("*.docx"))[:5]
    for path in theirs:
        document = docx.Document(str(path))
        document.paragraphs[-1].insert_paragraph_before("这一段是馆长写的。")
        document.save(str(path))
    started = time.monotonic()
    for number in range(MERGES):
        many(96 if number % 2 == 0 else 95)
        if not number:
            build(folder, library, Order(on_edited="merge"))
            lasted = time.monotonic() - started
            continue
        killed_after(
            lambda: build(folder, library, Order(on_edited="merge")), chance.uniform(0, lasted)
        )
        for path in theirs:
            said = [p.text for p in docx.Document(str(path)).paragraphs]
            assert said.count("这一段是馆长写的。") == 1
    many(96)
    build(folder, library, Order())  # a plain build must not take a merged file for its own
    for path in theirs:
        assert "这一段是馆长写的。" in [p.text for p in docx.Document(str(path)).paragraphs]


def test_a_new_version_that_a_killed_build_left_is_known_as_ours_later_on(dossier, run, workspace):
    outputs = workspace / "outputs" / "library-2023"
    folder = dossier()
    run("build", folder)
    (theirs,) = outputs.glob("*.docx")
    document = docx.Document(str(theirs))
    document.add_paragraph("这一段是馆长写的。")
    document.save(str(theirs))
    before = (outputs / MANIFEST_FILE).read_bytes()
    dossier(change={"spent = 95": "spent = 96"})
    run("build", folder)
    (beside,) = outputs.glob("*（新版）.docx")
    # As if the build had been killed between writing the document and recording it.
    (outputs / MANIFEST_FILE).write_bytes(before)
    left = {beside.name: [hashlib.sha256(beside.read_bytes()).hexdigest()]}
    (outputs / PENDING_FILE).write_text(note_text(PENDING_FILE, left), encoding="utf-8")
    dossier()
    run("build", folder)  # nothing new for the edited file: the left one is not written again
    dossier(change={"spent = 95": "spent = 97"})
    run("build", folder)
    assert [p.name for p in outputs.glob("*新版*")] == [beside.name]
    assert "97" in "".join(
        cell.text for t in docx.Document(str(beside)).tables for r in t.rows for cell in r.cells
    )


def test_a_note_that_is_not_ours_makes_no_file_ours(dossier, run, workspace):
    outputs = workspace / "outputs" / "library-2023"
    folder = dossier()
    run("build", folder)
    (theirs,) = outputs.glob("*.docx")
    document = docx.Document(str(theirs))
    document.add_paragraph("这一段是馆长写的。")
    document.save(str(theirs))
    edited = theirs.read_bytes()
    left = {theirs.name: [hashlib.sha256(edited).hexdigest()]}
    for planted in (left, {"seal": "00" * 32, "says": left}):
        (outputs / PENDING_FILE).write_text(json.dumps(planted), encoding="utf-8")
        dossier(change={"spent = 95": "spent = 96"})
        assert run("build", folder)[0] == 0
        assert theirs.read_bytes() == edited
        assert [*outputs.glob("*新版*")]


def test_a_record_that_the_system_does_not_give_is_not_written_anew(
    dossier, run, workspace, monkeypatch
):
    outputs = workspace / "outputs" / "library-2023"
    folder = dossier()
    run("build", folder)
    before = (outputs / MANIFEST_FILE).read_bytes()
    true = files_record.read_regular

    def read(path, limit):
        if path.name == MANIFEST_FILE:
            raise OSError(errno.EIO, "Input/output error", str(path))
        return true(path, limit)

    monkeypatch.setattr(files_record, "read_regular", read)
    dossier(change={"spent = 95": "spent = 96"})
    code, out, err = run("build", folder)
    assert code == 1
    assert "磁盘读写出错" in out
    assert MANIFEST_FILE in out
    assert "Traceback" not in err
    assert (outputs / MANIFEST_FILE).read_bytes() == before
