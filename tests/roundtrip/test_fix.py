"""Writing changes into input files: only what changes is touched, and nothing that was saved since."""

import pytest

from generator.roundtrip.fix import Fixed, write_fixed

BEFORE, AFTER = "甲 = 1\n乙 = 2\n丙 = 3\n", "甲 = 1\n乙 = 5\n丙 = 3\n"


def fixed(tmp_path, data: bytes):
    path = tmp_path / "unit.toml"
    path.write_bytes(data)
    return path, Fixed(path, "unit.toml", BEFORE, AFTER, 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEFORE, AFTER),
        (BEFORE.replace("\n", "\r\n"), AFTER.replace("\n", "\r\n")),
        ("甲 = 1\r\n乙 = 2\n丙 = 3\n", "甲 = 1\r\n乙 = 5\n丙 = 3\n"),
        ("\ufeff" + BEFORE, "\ufeff" + AFTER),
    ],
    ids=["plain", "Windows", "mixed", "with a mark"],
)
def test_line_ends_and_the_mark_at_the_start_stay_as_they_are(tmp_path, before, after):
    path, one = fixed(tmp_path, before.encode())
    assert write_fixed([one], "pull") == ()
    assert path.read_bytes() == after.encode()


@pytest.mark.parametrize("data", [b"\xff\xfe", BEFORE.encode() + b"\n"])
def test_what_was_saved_since_is_not_written_over(tmp_path, data):
    path, one = fixed(tmp_path, data)
    assert [problem.code for problem in write_fixed([one], "pull")] == ["O23"]
    assert path.read_bytes() == data
