"""An import appears whole or not at all, and importing again takes in what the form changed."""

import os
import re
import shutil
import signal
import time
from pathlib import Path

import pytest

from generator.base.toml import read_toml
from generator.load.dossier_inputs import load_dossier
from generator.use.import_.import_record import RECORD_FILE, read_import_record
from generator.use.import_.import_writing import Target, write_dossiers
from generator.use.import_.input_versions import differences
from tests.foreign import NATIONAL, picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
CHANGING = ("replace", "rename", "mkdir", "open")


def form(**changed):
    return [[changed.get(cell, cell) for cell in row] for row in NATIONAL]


def with_words(old, new):
    return [[cell.replace(old, new) for cell in row] for row in NATIONAL]


@pytest.fixture
def put(workspace):
    def write(rows, name="自评表.docx", unit="某县图书馆"):
        (workspace / name).write_bytes(word_bytes(TITLE, f"填报单位：{unit}", rows))
        return workspace / name

    return write


def inputs(folder: Path):
    return {p.name: p.read_bytes() for p in folder.glob("*.toml")}


def data(path: Path):
    file, problems = read_toml(path, path.name)
    assert not problems
    return file.data


def left_behind(folder: Path):
    return [p for p in folder.rglob("*") if p.name.startswith(".jixiao-") and "lock" not in p.name]


def edit(path: Path, old: str, new: str):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_form_again_changes_nothing(put, run, workspace):
    path = put(NATIONAL)
    run("import", path, "-o", workspace / "new")
    before = inputs(workspace / "new")
    code, out, _ = run("import", path, "-o", workspace / "new")
    assert code == 0
    assert "没有要更新的" in out
    assert inputs(workspace / "new") == before


def test_a_corrected_form_is_taken_in_where_nobody_touched_the_inputs(put, run, workspace):
    run("import", put(NATIONAL), "-o", workspace / "new")
    code, out, _ = run("import", put(with_words("9.67", "9.5")), "-o", workspace / "new")
    assert code == 0
    assert "材料改了 1 处：转入 1 处" in out
    row = data(workspace / "new/project-1.toml")["indicator"][1]
    assert str(row["stated"]["score"]) == "9.5"


def test_what_a_person_changed_stays_and_a_conflict_is_told(put, run, workspace):
    project = workspace / "new/project-1.toml"
    run("import", put(NATIONAL), "-o", workspace / "new")
    edit(project, "丰富馆藏。", "丰富馆藏，开放借阅。")
    edit(project, "58%", "59%")
    rows = [
        [cell.replace("58%", "57%").replace("购书20500册", "购书20600册") for cell in row]
        for row in NATIONAL
    ]
    code, out, _ = run("import", put(rows), "-o", workspace / "new")
    assert code == 0
    assert "材料改了 2 处：转入 1 处，两边都改过、保留填报的 1 处" in out
    assert "D20" in out
    assert "“57%”" in out
    text = project.read_text(encoding="utf-8")
    assert "丰富馆藏，开放借阅。" in text
    assert "59%" in text
    assert "57%" not in text
    assert "购书20600册" in text
    assert not load_dossier(workspace / "new").problems


def test_what_a_person_corrected_alike_is_no_conflict(put, run, workspace):
    run("import", put(NATIONAL), "-o", workspace / "new")
    edit(workspace / "new/project-1.toml", "58%", "57%")
    code, out, _ = run("import", put(with_words("58%", "57%")), "-o", workspace / "new")
    assert code == 0
    assert "转入 0 处，与填报里已改的相同 1 处" in out
    assert "D20" not in out


def test_rows_come_and_go_with_the_form(put, run, workspace):
    project = workspace / "new/project-1.toml"
    run("import", put(NATIONAL), "-o", workspace / "new")
    edit(project, "丰富馆藏。", "丰富馆藏，开放借阅。")
    added = picture("^ | ^ | 质量指标 | 图书合格率 | ≥98% | 99% | 5 | 5 |")
    rows = [row for row in NATIONAL if "新书占比" not in row]
    at = next(n for n, row in enumerate(rows) if "到货时间" in row)
    run("import", put([*rows[:at], *added, *rows[at:]]), "-o", workspace / "new")
    names = [row["name"] for row in data(project)["indicator"]]
    assert "新书占比" not in names
    assert "图书合格率" in names
    assert "开放借阅" in project.read_text(encoding="utf-8")
    assert not load_dossier(workspace / "new").problems


def test_other_files_of_the_folder_are_not_touched(put, run, workspace):
    run("import", put(NATIONAL), "-o", workspace / "new")
    (workspace / "new/说明.txt").write_text("手写", encoding="utf-8")
    shutil.copy(workspace / "new/project-1.toml", workspace / "new/mine.toml")
    edit(workspace / "new/mine.toml", "图书购置", "报刊购置")
    mine = (workspace / "new/mine.toml").read_bytes()
    run("import", put(with_words("58%", "57%")), "-o", workspace / "new")
    assert (workspace / "new/mine.toml").read_bytes() == mine
    assert (workspace / "new/说明.txt").read_text(encoding="utf-8") == "手写"


def test_a_new_project_becomes_a_file_of_its_own(put, run, workspace):
    run("import", put(NATIONAL), "-o", workspace / "new")
    other = put(with_words("图书购置", "报刊购置"), "报刊.docx")
    code, out, _ = run("import", workspace / "自评表.docx", other, "-o", workspace / "new")
    assert code == 0
    assert "新增文件 1 个" in out
    assert data(workspace / "new/project-2.toml")["project"]["name"] == "报刊购置"
    assert data(workspace / "new/project-1.toml")["project"]["name"] == "图书购置"


def test_undo_takes_an_import_back(put, run, workspace):
    run("import", put(NATIONAL), "-o", workspace / "new")
    before = inputs(workspace / "new")
    run("import", put(with_words("58%", "57%")), "-o", workspace / "new")
    assert inputs(workspace / "new") != before
    code, out, _ = run("undo", workspace / "new")
    assert code == 0
    assert "jixiao import" in out
    assert inputs(workspace / "new") == before
    _, out, _ = run("import", workspace / "自评表.docx", "-o", workspace / "new")
    assert "转入 1 处" in out


def test_the_record_names_every_source_with_its_digest(put, run, workspace):
    run("import", put(NATIONAL), "-o", workspace / "new")
    record = read_import_record(workspace / "new")
    assert list(record.sources) == ["自评表.docx"]
    assert re.fullmatch("[0-9a-f]{64}", record.sources["自评表.docx"])
    assert set(record.files) == {"unit.toml", "project-1.toml"}


def test_the_scheme_that_a_person_chose_holds_for_the_next_import(put, run, workspace):
    run("import", put(NATIONAL), "-o", workspace / "new")
    edit(workspace / "new/unit.toml", '"mof-2020"', '"mof-2021"')
    run("import", put(with_words("58%", "57%")), "-o", workspace / "new")
    assert data(workspace / "new/unit.toml")["scheme"] == "mof-2021"


def targets(root: Path, spent="95"):
    unit = 'year = 2023\nscheme = "mof-2020"\n\n[unit]\nname = "某县图书馆"\n'
    project = f'[project]\nname = "图书购置"\n\n[funds]\nspent = {spent}\n'
    files = {"unit.toml": unit, "project-1.toml": project, ".schema/a.json": "{}"}
    return [Target(root / "a", files, {}), Target(root / "b", files, {})]


def failing(monkeypatch, most: int):
    """Let the step after so many changes of the disk fail."""
    done = [0]

    def limited(real):
        def step(*args, **kwargs):
            if real.__name__ == "open" and not set("wxa+").intersection(
                "".join(map(str, args[1:2]))
            ):
                return real(*args, **kwargs)
            if ".jixiao-lock" in str(args[0]):
                return real(*args, **kwargs)
            done[0] += 1
            if done[0] == most:
                raise OSError(28, "No space left on device")
            return real(*args, **kwargs)

        return step

    for name in CHANGING:
        monkeypatch.setattr(Path, name, limited(getattr(Path, name)))
    return done


@pytest.mark.parametrize("is_there", [False, True], ids=["new", "into a folder"])
def test_with_every_nth_step_failing_all_or_nothing_is_there(tmp_path, monkeypatch, is_there):
    for most in range(1, 60):
        root = tmp_path / f"r{most}"
        root.mkdir()
        output = root / "out"
        if is_there:
            (output / "a").mkdir(parents=True)
            (output / "a/说明.txt").write_text("手写", encoding="utf-8")
        with monkeypatch.context() as patch:
            done = failing(patch, most)
            written = write_dossiers(targets(output), output)
        there = {f for f in ("a", "b") if (output / f / "unit.toml").exists()}
        if written.is_done:
            assert there == {"a", "b"}
            assert (output / "a" / RECORD_FILE).is_file()
        else:
            assert there == set(), most
            assert [p.name for p in output.rglob("*.toml")] == []
        assert not left_behind(root), most
        assert not is_there or (output / "a/说明.txt").is_file()
        if done[0] < most:
            return
    pytest.fail("more steps than expected")


def test_with_every_nth_step_failing_an_update_is_made_or_not_at_all(tmp_path, monkeypatch):
    for most in range(1, 60):
        output = tmp_path / f"r{most}" / "out"
        assert write_dossiers(targets(output), output).is_done
        before = {p: p.read_bytes() for p in output.rglob("*.toml")}
        with monkeypatch.context() as patch:
            done = failing(patch, most)
            written = write_dossiers(targets(output, "90"), output)
        after = {p: p.read_bytes() for p in output.rglob("*.toml")}
        spent = [b"spent = 90" in text for p, text in after.items() if p.name == "project-1.toml"]
        assert all(spent) if written.is_done else after == before, most
        assert not left_behind(output)
        if done[0] < most:
            return
    pytest.fail("more steps than expected")


def test_an_interrupt_takes_back_what_has_appeared(tmp_path, monkeypatch):
    output = tmp_path / "out"
    output.mkdir()
    real = Path.rename

    def interrupted(self, target):
        if Path(target).name == "b":
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_dossiers(targets(output), output)
    assert list(output.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_an_import_that_is_killed_leaves_no_half_of_a_dossier(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # what is half-written lies in the folder of who calls
    for number in range(30):
        output = tmp_path / f"r{number}" / "out"
        child = os.fork()
        if not child:
            write_dossiers(targets(output), output)
            os._exit(0)
        time.sleep(number / 3000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        there = sorted(p.name for p in output.iterdir()) if output.exists() else []
        assert there in ([], ["a", "b"])
        assert write_dossiers(targets(output), output).is_done


def test_lists_without_names_are_compared_by_where_they_stand():
    found = differences(
        {"problem": [{"text": "甲"}, {"text": "乙"}]},
        {"problem": [{"text": "甲"}, {"text": "丙"}]},
        {"problem": [{"text": "甲一"}, {"text": "乙"}]},
    )
    assert [(one.keys, one.answer) for one in found] == [(("problem", 1, "text"), "taken")]
