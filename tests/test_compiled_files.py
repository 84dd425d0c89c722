import os
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import ModuleType

import pytest

from tests.compiled_files import drop_doubtful

TENTH = 100_000_000


@pytest.fixture
def source(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path / "compiled"))
    path = tmp_path / "code" / "changed.py"
    path.parent.mkdir()
    return path


def saved(path, number, tenths):
    path.write_text(f"value = {number}", encoding="utf-8")
    os.utime(path, ns=(tenths * TENTH, tenths * TENTH))


def taken_up(path, tenths):
    module = ModuleType("changed")
    SourceFileLoader("changed", str(path)).exec_module(module)
    made = Path(cache_from_source(str(path)))
    os.utime(made, ns=(tenths * TENTH, tenths * TENTH))
    return module.value


# Saved, taken up, and saved again, in tenths of a second.
@pytest.mark.parametrize("times", [(101, 105, 108), (101, 101, 101), (101, 109, 112)])
def test_what_was_saved_again_is_taken_up_anew(times, source):
    saved(source, 1, times[0])
    assert taken_up(source, times[1]) == 1
    saved(source, 2, times[2])
    drop_doubtful([source.parent])
    assert taken_up(source, times[2]) == 2


@pytest.mark.parametrize(("made", "stays"), [(105, False), (109, False), (110, True), (99, False)])
def test_what_was_compiled_in_a_later_second_stays(made, stays, source):
    saved(source, 1, 101)
    taken_up(source, made)
    drop_doubtful([source.parent])
    assert Path(cache_from_source(str(source))).exists() is stays
