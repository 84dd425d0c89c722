"""LibreOffice as a converter: what comes out, and that nothing of a failed run stays behind."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from lxml import etree

from generator.base.problem import Problem
from generator.word.bookmark_pages import page_numbers
from generator.word.font_stock import replacements
from generator.word.office import Converted, Office, Source, find_office
from generator.word.office_profile import fontconfig_text, settings_text, write_profile
from tests.word.soffice import (
    CONVERTING,
    fake_soffice,
    needs_soffice,
    real_soffice,
    small_document,
)

SLEEPING = """
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(__file__).with_name("child").write_text(str(child.pid))
time.sleep(60)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Look into the folder in which conversions work."""
    folder = tmp_path / "work folder"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def problem_of(converted: Converted) -> Problem:
    assert converted.data is None
    (problem,) = converted.problems
    return problem


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except OSError:
        return False
    status = Path(f"/proc/{number}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_several_files_are_converted_in_one_run_and_keep_their_order(tmp_path, temporary):
    count = tmp_path / "count"
    code = f"open({str(count)!r}, 'a').write('x')\n{CONVERTING}"
    office = fake_soffice(tmp_path, code)
    sources = [Source(small_document(words), words) for words in ("甲", "乙" * 5000, "丙")]
    found = office.convert_many(sources, "pdf")
    sizes = [f"converted {len(source.data)}".encode() for source in sources]
    assert [converted.data for converted in found] == sizes
    assert count.read_text() == "x"
    assert list(temporary.iterdir()) == []


def test_a_file_on_disk_is_converted_by_its_path(tmp_path, temporary):
    path = tmp_path / "报告 1.docx"
    path.write_bytes(small_document())
    assert fake_soffice(tmp_path, CONVERTING).convert(path, "odt").data


def test_a_path_that_leads_nowhere_is_a_problem(tmp_path):
    office = fake_soffice(tmp_path, CONVERTING)
    assert problem_of(office.convert(tmp_path / "none.docx", "pdf")).code == "I01"


@pytest.mark.parametrize("data", [b"", b"PK garbage", b"plain text"])
def test_what_is_no_word_file_is_not_given_to_libreoffice(tmp_path, data):
    office = fake_soffice(tmp_path, "raise SystemExit('asked')")
    problem = problem_of(office.convert(data, "pdf", shown="a.docx"))
    assert (problem.code, problem.place.file) == ("O11", "a.docx")
    assert "不是完整的 .docx" in problem.message


def test_one_bad_file_leaves_the_others_alone(tmp_path):
    office = fake_soffice(tmp_path, CONVERTING)
    good = Source(small_document())
    first, bad, last = office.convert_many([good, Source(b"bad"), good], "pdf")
    assert first.data
    assert last.data
    assert problem_of(bad).code == "O11"


def test_a_run_that_takes_too_long_is_ended_with_all_its_children(tmp_path, temporary):
    office = fake_soffice(tmp_path, SLEEPING, seconds=1.5)
    start = time.monotonic()
    problem = problem_of(office.convert(small_document(), "pdf", shown="a.docx"))
    assert time.monotonic() - start < 15
    assert problem.code == "O11"
    assert "没有完成，已停止" in problem.message
    assert list(temporary.iterdir()) == []
    if os.name == "posix":
        assert not is_running(int((tmp_path / "child").read_text()))


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")
def test_interrupting_ends_the_run_and_leaves_nothing(tmp_path, temporary):
    office = fake_soffice(tmp_path, SLEEPING)
    code = (
        "import sys, tempfile, pathlib\n"
        f"tempfile.tempdir = {str(temporary)!r}\n"
        "from generator.word.office import Office\n"
        f"office = Office(pathlib.Path({str(office.program)!r}))\n"
        "office.convert(pathlib.Path(sys.argv[1]), 'pdf')\n"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(small_document())
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], stderr=subprocess.PIPE)
    child = tmp_path / "child"
    end = time.monotonic() + 30
    while time.monotonic() < end and not (child.exists() and child.read_text()):
        time.sleep(0.05)
    process.send_signal(2)
    _, said = process.communicate(timeout=20)
    assert b"KeyboardInterrupt" in said
    end = time.monotonic() + 10  # the system takes its time to end what was killed
    while is_running(int(child.read_text())) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(int(child.read_text()))
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise SystemExit(0)", "没有转换成功"),
        ("raise SystemExit(77)", "中途退出（代码 77）"),
        (CONVERTING.replace("write_bytes(", "touch() or ("), "没有转换成功"),
        (f"{CONVERTING}\nraise SystemExit(3)", "中途退出（代码 3）"),
    ],
)
def test_a_run_without_a_result_is_a_problem(tmp_path, code, told):
    problem = problem_of(fake_soffice(tmp_path, code).convert(small_document(), "pdf"))
    assert problem.code == "O11"
    assert told in problem.message


def test_a_program_that_cannot_start_is_a_problem(tmp_path):
    office = Office(tmp_path / "nothing here")
    assert "启动不了" in problem_of(office.convert(small_document(), "pdf")).message
    assert office.version() == ""
    assert isinstance(page_numbers(small_document(), ("a",), office), dict)


def test_the_version_is_what_the_program_says(tmp_path):
    assert fake_soffice(tmp_path, "print('LibreOffice 25.2.1.2 abc123')").version() == "25.2.1.2"
    assert fake_soffice(tmp_path, "print('?')").version() == ""


def test_a_replaced_font_is_named_with_what_replaced_it(tmp_path):
    office = fake_soffice(tmp_path, CONVERTING)
    document = small_document(font="没有这种仿宋")
    converted = office.convert(document, "pdf", shown="a.docx")
    note = converted.problems[0]
    assert (note.code, note.severity, note.place.file) == ("O12", "note", "a.docx")
    assert "没有这种仿宋→" in note.message
    assert office.font_note(document, "a.docx") == note


def test_a_note_names_only_the_fonts_of_its_own_document(tmp_path):
    office = fake_soffice(tmp_path, CONVERTING)
    sources = [Source(small_document(font=name)) for name in ("没有甲体", "没有乙体")]
    first, second = office.convert_many(sources, "pdf")
    assert "没有甲体" in first.problems[0].message
    assert "没有甲体" not in second.problems[0].message


def test_the_run_has_no_macros_no_network_and_its_own_profile(tmp_path):
    seen = tmp_path / "seen"
    code = (
        "import os, pathlib, sys, urllib.parse\n"
        "flag = next(a for a in sys.argv if a.startswith('-env:UserInstallation=file://'))\n"
        "path = urllib.parse.unquote(flag.partition('file://')[2])\n"
        "path = path.lstrip('/') if os.name == 'nt' else path\n"
        "text = (pathlib.Path(path) / 'user' / 'registrymodifications.xcu').read_text('utf-8')\n"
        f"pathlib.Path({str(seen)!r}).write_text(text + repr(sys.argv) + os.environ['https_proxy'])\n"
        + CONVERTING
    )
    assert fake_soffice(tmp_path, code).convert(small_document(), "pdf").data
    said = seen.read_text(encoding="utf-8")
    for part in ("DisableMacrosExecution", "--headless", "ooInetProxyType", "127.0.0.1:9"):
        assert part in said


def test_settings_are_well_formed_whatever_a_font_is_called():
    fonts = {'a<b>&"c': "d\x00\ud800e", "仿宋_GB2312": "FandolFang"}
    root = etree.fromstring(settings_text(fonts).encode())
    values = [value.text for value in root.iter("value")]
    assert 'a<b>&"c' in values
    assert "仿宋_GB2312" in values
    text = fontconfig_text(Path("/etc/fonts/fonts.conf"), fonts)
    assert 'a<b>&"c' in etree.fromstring(text.encode()).xpath("//string/text()")


@pytest.mark.parametrize(
    ("system", "by_fontconfig"), [("linux", True), ("win32", False), ("darwin", False)]
)
def test_fonts_are_replaced_by_what_the_system_has_for_it(tmp_path, system, by_fontconfig):
    base = tmp_path / "base.conf"
    base.write_text("<fontconfig/>", encoding="utf-8")
    given = {"FONTCONFIG_FILE": str(base), "PATH": "x", "PYTHONHOME": "y"}
    environment = write_profile(tmp_path / "run", {"甲": "乙"}, given, system)
    table = tmp_path / "run" / "profile" / "user" / "registrymodifications.xcu"
    assert ("FontPairs" in table.read_text(encoding="utf-8")) is not by_fontconfig
    assert (environment["FONTCONFIG_FILE"] != str(base)) is by_fontconfig
    assert "PYTHONHOME" not in environment
    if by_fontconfig:
        written = Path(environment["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
        assert str(base) in written
        assert "<string>甲</string>" in written


@needs_soffice
def test_libreoffice_makes_a_pdf_and_text():
    office = real_soffice()
    assert office.version()
    converted = office.convert(small_document("绩效"), "pdf")
    assert converted.data is not None
    assert converted.data.startswith(b"%PDF-")
    text = office.convert(small_document("绩效"), "txt:Text (encoded):UTF8").data
    assert text is not None
    assert "绩效" in text.decode("utf-8-sig")


@needs_soffice
def test_a_missing_fangsong_is_replaced_by_one_and_not_by_a_sans():
    if replacements(["仿宋_GB2312"]) != {"仿宋_GB2312": "FandolFang"}:
        pytest.skip("this machine has other fonts")
    converted = real_soffice().convert(small_document("绩效", "仿宋_GB2312"), "pdf")
    assert converted.data is not None
    assert b"FandolFang-Regular" in converted.data
    assert b"Sans" not in converted.data
    assert "仿宋_GB2312→FandolFang" in converted.problems[0].message


@needs_soffice
@pytest.mark.parametrize("locale", ["C", "zh_CN.UTF-8"])
def test_a_temporary_folder_with_a_chinese_name_is_no_hindrance(tmp_path, monkeypatch, locale):
    folder = tmp_path / "临时 文件夹"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("LC_ALL", locale)
    assert real_soffice().convert(small_document(), "pdf").data


@needs_soffice
def test_two_runs_at_once_do_not_disturb_each_other():
    office = real_soffice()
    found: list[Converted] = []

    def convert(words: str) -> None:
        found.append(office.convert(small_document(words), "pdf"))

    threads = [threading.Thread(target=convert, args=(words,)) for words in ("甲", "乙")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [bool(converted.data) for converted in found] == [True, True]


def test_finding_libreoffice_gives_one_or_the_problem():
    assert isinstance(find_office(), Office | Problem)
