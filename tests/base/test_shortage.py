import errno

import pytest

from generator.base.own_fault import fault_at
from generator.base.shortage import WorkerLostError, shortage
from generator.base.strange_text import not_understood
from generator.roundtrip.our_fault import our_fault


def wrapped(inner):
    try:
        try:
            raise inner
        except type(inner) as error:
            raise ValueError("a library's own") from error
    except ValueError as error:
        return error


SHORT = {
    "memory": (MemoryError(), "内存不够"),
    "system": (OSError(errno.ENOMEM, "Cannot allocate memory"), "内存不够"),
    "library": (
        ImportError("/a/etree.so: failed to map segment from shared object"),
        "内存不够",
    ),
    "thread": (RuntimeError("can't start new thread"), "不给新的进程"),
    "process": (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), "不给新的进程"),
    "worker": (WorkerLostError(), "有一个进程意外终止"),
    "wrapped": (wrapped(MemoryError()), "内存不够"),
}
OTHER = [
    ValueError("failed to map segment"),
    RuntimeError("of another kind"),
    ImportError("No module named 'lxml'"),
    OSError(errno.ENOSPC, "No space left on device"),
    wrapped(KeyError("key")),
]


@pytest.mark.parametrize("name", SHORT)
def test_what_is_short_is_told_whatever_brings_the_news(name):
    error, said = SHORT[name]
    assert said in shortage(error)


@pytest.mark.parametrize("error", OTHER, ids=lambda error: type(error).__name__)
def test_an_error_of_another_kind_is_none(error):
    assert not shortage(error)


@pytest.mark.parametrize("name", SHORT)
def test_it_is_neither_the_file_nor_the_program_that_is_blamed(name, tmp_path):
    error, said = SHORT[name]
    read = not_understood("甲.docx", error)
    worked, compared = fault_at(tmp_path, "生成", error), our_fault(tmp_path, "没有合并", error)
    assert (read.code, worked.problem.code, compared[0].code) == ("O21", "O21", "O07")
    for problem in (read, worked.problem, compared[0]):
        assert said in problem.message
        assert "不合规范" not in problem.message
        assert "程序内部" not in problem.message
    assert worked.details == compared[1] == ""


def test_a_disk_that_fails_in_the_middle_of_a_file_is_not_the_fault_of_what_is_in_it():
    problem = not_understood("甲.docx", OSError(errno.EIO, "Input/output error"))
    assert (problem.code, problem.message) == (
        "D01",
        "没有读完这个文件：磁盘读写出错，请检查磁盘或网络",
    )
