"""The property that holds the stamp: made beside what a template has, read and replaced."""

import pytest

from generator.word.stamp import NO_STAMP, PROPERTIES, stamp_of, stamped
from generator.word.stamp_property import read_stamp, with_place, with_stamp

TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
BARE = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS}
THEIRS = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="KSOProductBuildVer">'
    b"<vt:lpwstr>2052-12.1</vt:lpwstr></property></Properties>"
)
STAMP = stamp_of([b"words"])


def test_a_place_is_made_once():
    parts = with_place(BARE)
    assert read_stamp(parts) == NO_STAMP
    assert parts["[Content_Types].xml"].count(PROPERTIES.encode()) == 1
    assert parts["_rels/.rels"].count(PROPERTIES.encode()) == 1
    again = with_place(parts)
    assert again["[Content_Types].xml"].count(PROPERTIES.encode()) == 1
    assert again[PROPERTIES].count(b"<vt:lpwstr>") == 1


def test_properties_of_others_stay_and_numbers_differ():
    parts = with_place({**BARE, PROPERTIES: THEIRS})
    assert b"2052-12.1" in parts[PROPERTIES]
    assert b'pid="8"' in parts[PROPERTIES]
    assert parts["[Content_Types].xml"] == TYPES


def test_the_stamp_of_a_file_that_served_as_a_template_goes():
    old = {**BARE, PROPERTIES: stamped(with_place(BARE)[PROPERTIES], STAMP)}
    assert read_stamp(with_place(old)) == NO_STAMP


def test_a_stamp_is_put_in_and_replaced():
    own = stamped(with_place(BARE)[PROPERTIES], STAMP)
    assert read_stamp({PROPERTIES: own}) == STAMP
    other = stamp_of([b"other words"])
    assert read_stamp({PROPERTIES: with_stamp(own, other)}) == other


@pytest.mark.parametrize("parts", [{}, {PROPERTIES: THEIRS}])
def test_without_one_there_is_none(parts):
    assert read_stamp(parts) == ""


def test_where_a_package_is_not_whole_nothing_is_made():
    assert with_place({PROPERTIES: THEIRS}) == {PROPERTIES: THEIRS}


@pytest.mark.parametrize(
    "data",
    [b"", b"<broken", b"<Properties/>", THEIRS.replace(b"schemas.openxmlformats", b"purl.oclc")],
)
def test_properties_that_cannot_hold_one_stay_as_they_are(data):
    parts = {**BARE, PROPERTIES: data}
    assert with_place(parts) == parts
