"""Packages of strangers: what they claim is not believed, and what no Office program writes is refused."""

import contextlib
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.archive import Bounds, Package, UnsafePackageError
from tests.foreign import word_bytes
from tests.hostile import DOCUMENT, in_directory, packed, unpacked

SMALL = Bounds(part=1000, all=1500, parts=3)
PLAIN = word_bytes("甲")


def refused(data, bounds=SMALL):
    with pytest.raises(UnsafePackageError) as told:
        Package(data, bounds).read_all()
    assert told.value.hint
    return told.value.message


def test_parts_are_read_by_name_with_or_without_the_first_slash():
    package = Package(packed({"a/b.xml": b"1"}))
    assert (package.read("a/b.xml"), package.read("/a/b.xml")) == (b"1", b"1")
    assert "/a/b.xml" in package
    assert "a/c.xml" not in package


def test_names_as_old_windows_programs_write_them_are_read():
    assert Package(packed({"word\\document.xml": b"1"})).names == (DOCUMENT,)


def test_folders_are_no_parts():
    assert Package(packed({"word/": b"", "word/a": b"1"})).names == ("word/a",)


def test_a_part_without_a_name_is_refused():
    cut = packed({"??": b"1"}).replace(b"??", b"\0?")  # a name ends at its first null byte
    for data in (cut, packed({"/": b"1"}), packed({"\\": b"1"})):
        assert "没有名字" in refused(data)


def test_parts_up_to_the_limit_are_read_and_larger_ones_are_not():
    assert Package(packed({"a": b"1" * 1000}), SMALL).read("a") == b"1" * 1000
    assert "最多 1,000 字节" in refused(packed({"a": b"1" * 1001}))


def test_all_parts_together_are_bounded_also_where_each_is_small():
    assert "最多 1,500 字节" in refused(packed({"a": b"1" * 800, "b": b"1" * 800}))
    package = Package(packed({"a": b"1" * 800, "b": b"1" * 800}), SMALL)
    package.read("a")
    with pytest.raises(UnsafePackageError, match="太大"):
        package.read("b")


def test_the_number_of_parts_is_bounded():
    assert Package(packed(dict.fromkeys("abc", b"")), SMALL).read_all().keys() == set("abc")
    assert "最多 3 个" in refused(packed(dict.fromkeys("abcd", b"")))
    assert "最多 3 个" in refused(packed(dict.fromkeys("abcdefgh", b"")))


@pytest.mark.parametrize("name", ["../a", "a/../../b", "..\\a", "C:/a", "c:\\a"])
def test_a_name_that_leads_outside_is_refused(name):
    assert "外面" in refused(packed({name: b""}))


def test_the_same_part_twice_is_read_and_two_parts_of_one_name_are_refused():
    twice, other = packed({"a": b"1"}, more={"a": b"1"}), packed({"a": b"1"}, more={"a": b"2"})
    assert Package(twice).read("a") == b"1"
    assert "两个部件都叫 a" in refused(other)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_squeeze_are_refused_before_they_are_tried(method):
    assert "压缩方法" in refused(packed({"a": b"1"}, method))


def test_a_password_is_named():
    locked = in_directory(packed({"a": b"1"}), lambda data, at: data.__setitem__(at + 8, 1))
    assert "密码" in refused(locked)


@settings(max_examples=150)
@given(st.integers(0, len(PLAIN) - 1), st.binary(min_size=1, max_size=4), st.booleans())
def test_a_package_with_any_bytes_changed_or_cut_is_read_or_refused(at, other, is_cut):
    data = PLAIN[:at] if is_cut else PLAIN[:at] + other + PLAIN[at + len(other) :]
    with contextlib.suppress(UnsafePackageError):
        assert set(Package(data).read_all()) <= set(unpacked(PLAIN)) or not is_cut
