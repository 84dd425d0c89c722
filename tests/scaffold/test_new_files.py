import pytest

from generator.scaffold import new_files
from generator.scaffold.new_files import write_new

FILES = {"unit.toml": "year = 2024\n", ".schema/unit.json": "{}\n", "a.toml": "b = 1\n"}


def below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture(params=[1, 2, 3])
def stopped(request, monkeypatch):
    """Stop at the first, the second and the third file, as somebody says."""
    true, met = new_files.write_atomically, []

    def stop(stopping):
        def write(path, data, **named):
            met.append(path)
            return stopping(path) if len(met) == request.param else true(path, data, **named)

        monkeypatch.setattr(new_files, "write_atomically", write)

    return stop


def interrupt(_path):
    raise KeyboardInterrupt


def test_where_one_file_cannot_be_written_none_stays(stopped, tmp_path):
    stopped(new_files._taken)
    written, problems = write_new(tmp_path / "甲-2024", FILES)
    assert (written, len(problems), below(tmp_path)) == ((), 1, [])


def test_an_interrupt_leaves_nothing(stopped, tmp_path):
    stopped(interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "甲-2024", FILES)
    assert below(tmp_path) == []


def test_what_was_there_before_stays(stopped, tmp_path):
    (tmp_path / "unit.toml").write_text(FILES["unit.toml"], encoding="utf-8")
    (tmp_path / "own").mkdir()
    stopped(new_files._taken)
    write_new(tmp_path, {**FILES, "own/c.toml": ""})
    assert below(tmp_path) == ["own", "unit.toml"]
