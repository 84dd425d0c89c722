"""How often Python looks for garbage, and through what."""

import gc
import subprocess
import sys

import pytest

from generator.base.garbage import collect_seldom, keep_loaded, leave_to_system


@pytest.fixture(autouse=True)
def as_before():
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


def test_garbage_is_looked_for_seldom():
    collect_seldom()
    assert gc.get_threshold()[0] > 100_000


def test_what_is_loaded_is_never_looked_through_again():
    gc.unfreeze()
    keep_loaded()
    assert gc.get_freeze_count() > 10_000


def test_what_is_loaded_is_set_aside_once_or_garbage_would_pile_up():
    gc.unfreeze()
    keep_loaded()
    before = gc.get_freeze_count()
    more = [[] for _ in range(1_000)]
    keep_loaded()
    assert len(more) == 1_000
    assert gc.get_freeze_count() == before


def test_what_a_command_leaves_in_cycles_goes_while_the_process_lives():
    gc.unfreeze()
    leave_to_system()
    assert gc.get_freeze_count() == 0


def test_at_the_end_nothing_is_looked_through_any_more():
    script = (
        "import atexit, gc\n"
        "from generator.base.garbage import leave_to_system\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 1000))\n"  # asked after ours
        "leave_to_system()\n"
        "leave_to_system()\n"
    )
    command = [sys.executable, "-c", script]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "True\n"
