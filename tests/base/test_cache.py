"""What is kept on disk between runs."""

import marshal
import os
import pickle
from importlib.metadata import version

import pytest

from generator.base import cache, program_state
from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.sealed import KEY_FILE, seal


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存 一"))
    return tmp_path / "缓存 一"


def as_it_is(kept):
    return kept


def sealed(folder, content: bytes) -> bytes:
    """What a program that knows the key would write."""
    return seal((folder / KEY_FILE).read_bytes(), "a", content) + content


def test_what_was_kept_is_loaded_again():
    cache.keep("a", ("甲", 1, b"x"))
    assert cache.load("a", as_it_is) == ("甲", 1, b"x")
    assert cache.load("b", as_it_is) is None


def test_a_file_that_was_damaged_is_not_used(folder):
    cache.keep("a", ("甲",))
    kept = folder / "a"
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert cache.load("a", as_it_is) is None


@pytest.mark.parametrize("there", [b"", b"x", bytes(32), b"PK\3\4 garbage" * 500])
def test_what_is_no_file_of_ours_is_as_good_as_nothing_and_made_anew(folder, there):
    cache.keep("a", ("一", "二"))
    (folder / "a").write_bytes(there)
    assert cache.load("a", as_it_is) is None
    cache.keep("a", ("甲", "乙"))
    assert cache.load("a", as_it_is) == ("甲", "乙")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage",
        pickle.dumps(("a", "b"))[:-2],
        pickle.dumps(("another", "shape", "at all")),
        pickle.dumps(7),
    ],
)
def test_what_cannot_be_taken_up_is_as_good_as_nothing(folder, content):
    def read(kept):
        first, second = kept
        return f"{first}{second}"

    cache.keep("a", ("一", "二"))
    (folder / "a").write_bytes(sealed(folder, content))
    assert cache.load("a", read) is None


class Planted:
    """What a hostile file would have us call."""

    def __reduce__(self):
        return os.mkdir, (os.environ["PLANTED"],)


@pytest.fixture
def planted(tmp_path, monkeypatch):
    monkeypatch.setenv("PLANTED", str(tmp_path / "executed"))
    return tmp_path / "executed"


@pytest.mark.parametrize("knows_the_key", [False, True])
def test_nothing_that_was_planted_is_executed_or_believed(folder, planted, knows_the_key):
    cache.keep("a", ("甲",))
    code = compile("import os; os.mkdir(os.environ['PLANTED'])", "<planted>", "exec")
    for content in (pickle.dumps(Planted()), pickle.dumps(("乙",)), marshal.dumps(code)):
        whole = sealed(folder, content) if knows_the_key else bytes(32) + content
        (folder / "a").write_bytes(whole)
        for found in (cache.load("a", as_it_is), cache.load_values("a")):
            assert found is None or (knows_the_key and found == ("乙",))
        assert not planted.exists()


@pytest.mark.parametrize(
    "named",
    ["subprocess.Popen", "builtins.eval", "generator.word.program.run_program", "os.system"],
)
def test_values_of_our_own_are_taken_up_and_nothing_else_that_has_a_name(folder, named):
    cache.keep("a", Problem("I20", Severity.ERROR, "甲", Place("a.toml", 1)))
    assert cache.load_values("a").place.line == 1
    assert cache.load("a", as_it_is) is None
    module, _, name = named.rpartition(".")
    content = f"c{module}\n{name}\n.".encode()
    (folder / "a").write_bytes(sealed(folder, content))
    assert cache.load_values("a") is None


def test_a_file_under_another_name_is_not_believed(folder):
    cache.keep("a", ("甲",))
    (folder / "b").write_bytes((folder / "a").read_bytes())
    (folder / "b").chmod(0o600)
    assert cache.load("b", as_it_is) is None


@pytest.mark.skipif("os.name == 'nt'", reason="rights are kept differently on Windows")
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
@pytest.mark.parametrize("name", ["a", KEY_FILE])
def test_a_file_that_others_can_open_is_not_believed(folder, name, mode):
    cache.keep("a", ("甲",))
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}
    (folder / name).chmod(mode)
    assert cache.load("a", as_it_is) is None
    cache.keep("a", ("乙",))
    assert cache.load("a", as_it_is) == ("乙",)


@pytest.mark.skipif("os.name == 'nt'", reason="links need rights of their own on Windows")
def test_a_link_is_not_followed(folder, tmp_path):
    cache.keep("a", ("甲",))
    (folder / "a").rename(tmp_path / "a")
    (folder / "a").symlink_to(tmp_path / "a")
    assert cache.load("a", as_it_is) is None


def test_another_folder_has_another_key(folder, tmp_path, monkeypatch):
    cache.keep("a", ("甲",))
    kept = (folder / "a").read_bytes()
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "other"))
    cache.keep("a", ("甲",))
    assert (tmp_path / "other" / "a").read_bytes() != kept
    (tmp_path / "other" / "a").write_bytes(kept)
    assert cache.load("a", as_it_is) is None


def test_a_folder_in_the_place_of_a_file_is_let_be(folder):
    (folder / "a" / "b").mkdir(parents=True)
    folder.chmod(0o700)
    assert cache.load("a", as_it_is) is None
    cache.keep("a", ("甲",))
    assert cache.load("a", as_it_is) is None
    assert (folder / "a" / "b").is_dir()


def test_what_another_state_of_the_program_kept_has_another_name(monkeypatch):
    one = cache.cache_key((), b"a")
    monkeypatch.setattr(cache, "program_stamp", lambda: "another working copy")
    assert one != cache.cache_key((), b"a")


def test_where_it_is_switched_off_nothing_is_kept(folder, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "off")
    cache.keep("a", ("甲",))
    assert cache.load("a", as_it_is) is None
    assert not folder.exists()


def test_a_key_stands_for_bytes_and_for_releases_of_libraries(monkeypatch):
    one = cache.cache_key(("jinja2",), b"ab", b"c")
    assert one == cache.cache_key(("jinja2",), b"ab", b"c")
    assert one != cache.cache_key(("jinja2",), b"a", b"bc")
    assert one != cache.cache_key((), b"ab", b"c")
    monkeypatch.setattr(cache, "_version", lambda library: f"{library} 0")
    assert one != cache.cache_key(("jinja2",), b"ab", b"c")


@pytest.mark.parametrize("library", ["jinja2", "docxtpl", "lxml"])
def test_a_release_is_known_without_reading_its_metadata(library):
    assert version(library) in cache._version(library)


def test_a_stamp_of_the_program_changes_with_a_file_of_its_code(tmp_path, monkeypatch):
    code = tmp_path / "room" / "code.py"
    code.parent.mkdir()
    code.write_text("a = 1\n", encoding="utf-8")
    monkeypatch.setattr(program_state, "_PACKAGE", tmp_path)

    def stamp():
        program_state.stamp_of.cache_clear()
        return program_state.program_stamp()

    first = stamp()
    assert stamp() == first
    os.utime(code, ns=(1, 1))
    second = stamp()
    assert second != first
    code.write_text("a = 12\n", encoding="utf-8")
    os.utime(code, ns=(1, 1))
    assert stamp() not in (first, second)


def test_what_was_not_used_for_longest_is_forgotten_first(folder, monkeypatch):
    monkeypatch.setattr(cache, "_MOST_FILES", 3)  # one of them is the key
    for age, name in enumerate(("a", "b")):
        cache.keep(name, (name,))
        os.utime(folder / name, (age, age))
    assert cache.load("a", as_it_is) == ("a",)
    cache.keep("c", ("c",))
    assert [cache.load(name, as_it_is) for name in "abc"] == [("a",), None, ("c",)]


def test_while_one_joins_what_it_has_with_what_lies_there_nobody_else_does(folder):
    with cache.alone(), pytest.raises(LockedError), locked(folder, 0):
        pass
    with locked(folder, 0):
        assert folder.is_dir()


def test_who_waits_too_long_for_others_goes_on(folder, monkeypatch):
    monkeypatch.setattr(cache, "_PATIENCE", 0)
    key = cache.cache_key((), b"joined")
    with cache.alone(), cache.alone():
        cache.keep(key, ("joined",))
    assert cache.load_values(key) == ("joined",)


def test_without_a_place_there_is_nothing_to_wait_for(monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "off")
    with cache.alone():
        assert cache.load_values(cache.cache_key((), b"joined")) is None
