"""A LibreOffice kept warm: one start for many documents, watched, and gone when nobody asks."""

import os
import threading
import time
from pathlib import Path

import pytest

from generator.base.problem import Problem
from generator.word.conversion import Source
from generator.word.office import Office
from generator.word.preview.preview import Previews
from generator.word.preview.uno_python import find_uno_python
from generator.word.preview.warm import WarmOffice
from tests.word.soffice import fake_soffice, needs_soffice, real_soffice, small_document

# Stands in for the driver and its LibreOffice: answers as both would, with a child that must not outlive it.
DRIVER = """
import json, os, pathlib, subprocess, sys, time, zipfile
here = pathlib.Path(__file__).parent
with open(here / "starts", "a") as starts:
    starts.write("x")
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
(here / "child").write_text(str(child.pid))
print(json.dumps({"fault": ""}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    words = zipfile.ZipFile(asked["source"]).read("word/document.xml").decode()
    if "HANG" in words:
        time.sleep(60)
    if "DIE" in words:
        os._exit(3)
    fault = "no" if "BAD" in words else ""
    if not fault:
        pathlib.Path(asked["target"]).write_bytes(words.encode())
    print(json.dumps({"fault": fault}), flush=True)
child.kill()
"""


@pytest.fixture
def warm(tmp_path):
    """Make a warm office of a stand-in, and close it."""
    made: list[WarmOffice] = []

    def make(**options) -> WarmOffice:
        python = fake_soffice(tmp_path, options.pop("code", DRIVER)).program
        made.append(WarmOffice(Office(tmp_path / "none"), python, **options))
        return made[-1]

    yield make
    for office in made:
        office.close()


def starts(tmp_path) -> int:
    return len((tmp_path / "starts").read_text())


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except OSError:
        return False
    status = Path(f"/proc/{number}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def words_of(made: bytes | Problem) -> str:
    assert isinstance(made, bytes), made
    return made.decode()


def test_many_documents_take_one_start(warm, tmp_path):
    office = warm()
    for said in ("甲", "乙", "丙"):
        assert said in words_of(office.pdf(Source(small_document(said))))
    assert starts(tmp_path) == 1


@pytest.mark.parametrize(
    ("said", "told", "further"),
    [("BAD", "没有转换成功", 1), ("DIE", "中途退出", 2), ("HANG", "超过 2 秒", 2)],
)
def test_a_document_that_cannot_be_printed_is_a_problem_and_the_next_is_printed(
    warm, tmp_path, said, told, further
):
    office = warm(seconds=2.0)
    problem = office.pdf(Source(small_document(said), "a.docx"))
    assert isinstance(problem, Problem)
    assert told in problem.message
    assert problem.place.file == "a.docx"
    assert "乙" in words_of(office.pdf(Source(small_document("乙"))))
    assert starts(tmp_path) == further


def test_what_is_no_document_is_not_asked_for(warm, tmp_path):
    assert isinstance(warm().pdf(Source(b"PK no")), Problem)
    assert not (tmp_path / "starts").exists()


def test_one_that_does_not_start_is_a_problem(warm):
    problem = warm(code="raise SystemExit(1)").pdf(Source(small_document()))
    assert isinstance(problem, Problem)
    assert "启动不了" in problem.message


def test_it_is_stopped_when_nobody_asks_and_starts_again(warm, tmp_path):
    office = warm(idle=0.3)
    office.pdf(Source(small_document("甲")))
    assert office.is_running
    end = time.monotonic() + 15
    while office.is_running and time.monotonic() < end:
        time.sleep(0.05)
    assert not office.is_running
    office.pdf(Source(small_document("乙")))
    assert starts(tmp_path) == 2


@pytest.mark.skipif(os.name != "posix", reason="processes are looked at as on POSIX")
@pytest.mark.parametrize("said", ["甲", "HANG"])
def test_what_it_started_ends_with_it_and_no_folder_stays(warm, tmp_path, monkeypatch, said):
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    office = warm(seconds=1.0)
    office.pdf(Source(small_document(said)))
    office.close()
    child = int((tmp_path / "child").read_text())
    end = time.monotonic() + 10  # the system takes its time to end what was killed
    while is_running(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(child)
    assert list(folder.iterdir()) == []


def test_threads_ask_one_after_the_other(warm, tmp_path):
    office, found = warm(), []

    def ask(said: str) -> None:
        found.append(said in words_of(office.pdf(Source(small_document(said)))))

    threads = [threading.Thread(target=ask, args=(said,)) for said in "甲乙丙丁"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 4
    assert starts(tmp_path) == 1


@needs_soffice
def test_libreoffice_is_kept_warm_and_leaves_nothing(tmp_path, monkeypatch):
    python = find_uno_python(real_soffice().program)
    if python is None:
        pytest.skip("no Python with UNO")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with WarmOffice(real_soffice(), python) as office:
        for said in ("甲", "乙", "丙"):
            made = office.pdf(Source(small_document(said)))
            assert isinstance(made, bytes), made
            assert made.startswith(b"%PDF-")
        assert office.starts == 1
    assert list(tmp_path.iterdir()) == []


@needs_soffice
def test_a_font_that_is_missing_is_replaced_as_in_a_conversion():
    with Previews() as previews:
        view = previews.view(small_document("绩效", "没有这种仿宋"), "a.docx")
    assert not isinstance(view, Problem)
    assert view.kind == "pdf"
    assert "没有这种仿宋→" in view.problems[0].message
