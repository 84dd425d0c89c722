"""Many files in few starts of LibreOffice: what hangs or crashes it costs no other file."""

import time

import pytest

from generator.base.problem import Problem
from generator.word.conversion import MOST_VAIN, Job, Source, converted
from tests.word.soffice import fake_soffice, small_document

# Converts in order, counts its starts, and does to some documents what their words say.
WILFUL = """
import pathlib, sys, time, zipfile
with open(pathlib.Path(__file__).with_name("starts"), "a") as starts:
    starts.write("x")
arguments = sys.argv[1:]
at = arguments.index("--convert-to")
target = pathlib.Path(arguments[arguments.index("--outdir") + 1])
for name in arguments[at + 4:]:
    path = pathlib.Path(name)
    words = zipfile.ZipFile(path).read("word/document.xml").decode()
    made = target / f"{path.stem}.pdf"
    if "CRASH" in words:
        raise SystemExit(77)
    if "HANG" in words:
        time.sleep(60)
    if "HALF" in words:
        made.write_bytes(b"half")
        raise SystemExit(77)
    if "ONCE" in words and not pathlib.Path(__file__).with_name("tried").exists():
        pathlib.Path(__file__).with_name("tried").touch()
        raise SystemExit(77)
    if "SKIP" in words:
        continue
    made.write_bytes(words.encode())
"""
GOOD, LOST = "good", "lost"


def outcome(tmp_path, words, *, seconds=20.0, code=WILFUL):
    office = fake_soffice(tmp_path, code, seconds=seconds)
    sources = [Source(small_document(own), own) for own in words.split()]
    found = dict(converted(Job(office.program, seconds, "pdf"), sources))
    assert sorted(found) == list(range(len(sources)))
    for number, made in found.items():
        if isinstance(made, Problem):
            assert made.place.file == sources[number].shown
        else:
            assert sources[number].shown in made.decode()
    said = [made.message if isinstance(made, Problem) else "" for _, made in sorted(found.items())]
    return said, len((tmp_path / "starts").read_text())


@pytest.mark.parametrize(
    ("words", "lost", "starts"),
    [
        ("甲 乙 丙", [], 1),
        ("甲 SKIP 丙", [1], 1),
        ("甲 CRASH 丙 丁", [1], 4),  # the rest, then 甲 and CRASH alone: 甲 had come out last
        ("CRASH 乙 丙", [0], 3),
        ("甲 乙 CRASH", [2], 3),
        ("甲 HALF 丙", [1], 3),
        ("甲 CRASH 丙 丁 CRASH 己", [1, 4], 7),
        ("甲 ONCE 丙", [], 4),
        ("CRASH", [0], 1),
    ],
)
def test_what_cannot_be_converted_costs_no_other_file(tmp_path, words, lost, starts):
    said, counted = outcome(tmp_path, words)
    assert [number for number, message in enumerate(said) if message] == lost
    assert counted == starts


def test_a_file_that_takes_too_long_costs_no_other_file(tmp_path):
    said, starts = outcome(tmp_path, "甲 HANG 丙", seconds=2.0)
    assert [bool(message) for message in said] == [False, True, False]
    assert "超过 2 秒没有完成" in said[1]
    assert starts == 4


def test_where_nothing_ever_comes_out_it_is_given_up(tmp_path):
    said, starts = outcome(tmp_path, "CRASH " * 9)
    assert all("中途退出（代码 77）" in message for message in said)
    assert starts == MOST_VAIN


def test_the_time_is_that_of_one_file_and_not_of_all(tmp_path):
    said, starts = outcome(tmp_path, "甲 " * 6, seconds=1.5, code=WILFUL + "    time.sleep(0.4)\n")
    assert not any(said)
    assert starts == 1


def test_a_result_comes_before_the_next_is_done(tmp_path):
    office = fake_soffice(tmp_path, WILFUL + "    time.sleep(1.5)\n")
    sources = [Source(small_document(own)) for own in ("甲", "乙", "丙")]
    begun = time.monotonic()
    results = converted(Job(office.program, 20, "pdf"), sources)
    next(results)
    first = time.monotonic() - begun
    results.close()
    assert first < 4.4
    assert time.monotonic() - begun < 4.4 + 1
