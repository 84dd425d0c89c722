"""An import goes again as it came, and what somebody worked on stays."""

import pytest

from generator.web.foreign.taken_folders import TakenFolders


@pytest.fixture
def taken(tmp_path):
    folder = tmp_path / "甲-2024"
    (folder / "notes").mkdir(parents=True)
    (folder / "unit.toml").write_text("year = 2024\n", encoding="utf-8")
    (folder / "notes" / "left.toml").write_text("", encoding="utf-8")
    own = TakenFolders()
    own.put(folder)
    return own, folder


def test_what_nobody_touched_goes_with_its_folders(taken):
    own, folder = taken
    assert own.is_untouched(folder)
    assert own.remove(folder) == ()
    assert not folder.exists()
    assert not own.is_untouched(folder)


@pytest.mark.parametrize("changed", ["more", "other", "less"])
def test_what_somebody_worked_on_is_told(taken, changed):
    own, folder = taken
    unit = folder / "unit.toml"
    if changed == "more":
        (folder / "books.toml").write_text("", encoding="utf-8")
    elif changed == "other":
        unit.write_text("year = 2025\n", encoding="utf-8")
    else:
        unit.unlink()
    assert not own.is_untouched(folder)


def test_a_file_that_changes_at_the_last_moment_stays(taken):
    own, folder = taken
    (folder / "unit.toml").write_text("year = 2025\n", encoding="utf-8")
    assert len(own.remove(folder)) == 1
    assert (folder / "unit.toml").is_file()


def test_a_folder_that_was_not_imported_is_never_touched(taken, tmp_path):
    own, folder = taken
    assert not TakenFolders().is_untouched(folder)
    assert not own.is_untouched(tmp_path)
    assert own.remove(tmp_path) == ()
    assert folder.is_dir()
