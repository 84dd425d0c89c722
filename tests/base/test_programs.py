"""What expressions compile to, kept between runs."""

import re

import pytest

from generator.base import cache, programs
from generator.base.programs import Programs

EXPRESSIONS = [
    ("[0-9]+件", 0),
    ("(?P<name>[一-鿿]{2,8}?)(?:分|元)(?=$|[，。])", 0),
    (r"(?P<one>a)|(?P<two>b)|(c)\s(?P=one)?", 0),
    (r"^[^（）()]{1,30}$|(?!)", re.MULTILINE),
    (r"\w+ x  # said", re.VERBOSE | re.IGNORECASE),
    ("(?i:甲|乙)*+", re.ASCII),
    ("", 0),
]
TEXT = "共47件，绩效评分。\nab 甲乙 X x\n（一）c a"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def never_compiles(monkeypatch):
    """From here on the standard way is closed."""

    def forbid():
        def refuse(source, flags=0):
            raise AssertionError(source)

        monkeypatch.setattr(programs.re, "compile", refuse)

    return forbid


def kept():
    first = Programs()
    for source, flags in EXPRESSIONS:
        first.compiled(source, int(flags))
    first.keep()


@pytest.mark.parametrize(("source", "flags"), EXPRESSIONS)
def test_what_is_taken_up_is_what_is_compiled(source, flags, never_compiles):
    compiled = re.compile(source, flags)
    found = [(m.span(), m.groups(), m.groupdict()) for m in compiled.finditer(TEXT)]
    kept()
    never_compiles()
    taken_up = Programs().compiled(source, int(flags))
    assert taken_up == compiled
    assert (taken_up.groups, taken_up.groupindex) == (compiled.groups, compiled.groupindex)
    assert [(m.span(), m.groups(), m.groupdict()) for m in taken_up.finditer(TEXT)] == found


def test_the_same_words_with_other_flags_are_another_expression():
    kept()
    assert Programs().compiled("[0-9]+件", int(re.ASCII)).flags & re.ASCII
    assert not Programs().compiled("[0-9]+件").flags & re.ASCII


def test_what_comes_later_is_kept_beside_what_was_known(never_compiles):
    kept()
    second = Programs()
    second.compiled("后来的")
    second.keep()
    never_compiles()
    assert Programs().compiled("后来的").search("后来的话")
    assert Programs().compiled("[0-9]+件").search("3件")


def test_where_nothing_is_new_nothing_is_written(folder):
    kept()
    for file in folder.iterdir():
        file.unlink()
    Programs().keep()
    assert not list(folder.iterdir())


def test_they_do_not_grow_without_end(monkeypatch, never_compiles):
    monkeypatch.setattr(programs, "_MOST", 3)
    for number in range(5):
        one = Programs()
        one.compiled(f"第{number}")
        one.keep()
    assert len(programs._load()) <= 3
    never_compiles()
    assert Programs().compiled("第4").search("第4项")


@pytest.mark.parametrize(
    "there", [7, [], {"a": 1}, {("[0-9]+件", 0): ("x", b"", 0, {}, ())}, None, ("a", "b")]
)
def test_what_is_not_of_our_making_is_not_taken_up(there):
    cache.keep(programs._key(), there)
    assert Programs().compiled("[0-9]+件").search("47件")[0] == "47件"


@pytest.mark.parametrize("other", [lambda *_: [1, 2, 3], lambda: None, None])
def test_where_the_inner_way_is_another_it_is_compiled_and_not_kept(other, monkeypatch):
    made = re.compile("共")
    monkeypatch.setattr(re._compiler, "_code", other)
    assert programs._program_of(made, "共", 0) is None


def test_a_broken_one_is_refused_as_ever():
    for _ in range(2):
        with pytest.raises(re.error):
            Programs().compiled("(")
