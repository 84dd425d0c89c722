"""Many dossiers: in one process, in several, with processes that are killed; the results are the same."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children

import pytest

from benchmarks.district import write_district
from generator.batch.batch_build import pays, run, run_with
from generator.batch.processes import Processes
from generator.batch.schedule import collect
from generator.batch.unit_of_work import Outcome, Unit
from generator.model.order import Order
from tests.conftest import ROOT


@pytest.fixture
def district(tmp_path):
    write_district(tmp_path, 14, seed=3)
    return tmp_path


def units(district, outputs):
    return [
        Unit(folder, Order(district / outputs / folder.name))
        for folder in sorted((district / "inputs").iterdir())
    ]


def written(district, outputs):
    return {
        path.relative_to(district / outputs).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in (district / outputs).rglob("*")
        if path.is_file() and path.name != ".jixiao-lock"
    }


def test_two_processes_write_the_same_bytes_as_one(district):
    alone = list(run(units(district, "one"), 1))
    together = list(run(units(district, "two"), 2))
    assert written(district, "one") == written(district, "two")
    assert [o.folder for o in together] == [o.folder for o in alone]
    assert [len(o.problems) for o in together] == [len(o.problems) for o in alone]
    assert not any(o.is_stopped for o in alone)


def test_a_dossier_that_fails_does_not_stop_the_others(district):
    broken = sorted((district / "inputs").iterdir())[1]
    (broken / "p01.toml").write_text("[project\n", encoding="utf-8")
    outcomes = list(run(units(district, "out"), 2))
    assert [o.folder for o in outcomes if o.is_stopped] == [broken]
    assert all(o.written for o in outcomes if o.folder != broken)


def test_a_worker_that_is_killed_costs_nothing(district):
    mine = Processes(2)
    outcomes = []
    for outcome in run_with(mine, units(district, "out")):
        outcomes.append(outcome)
        if len(outcomes) == 1:
            for child in active_children():
                os.kill(child.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
                break
    assert not any(o.is_stopped for o in outcomes)
    list(run(units(district, "alone"), 1))
    assert written(district, "out") == written(district, "alone")


class Lossy:
    """A crew whose workers die at certain units."""

    window = 3

    def __init__(self, deadly):
        self._deadly, self.renewed = deadly, 0
        self.tried = []

    def submit(self, unit):
        self.tried.append(unit.name)
        future = Future()
        if unit.name in self._deadly:
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(Outcome(unit.folder, ()))
        return future

    def receive(self, unit, result):
        del unit
        return result

    def explain(self, unit, error):
        return Outcome(unit.folder, (), fault=str(error))

    def renew(self):
        self.renewed += 1


def test_only_the_unit_that_kills_its_worker_again_is_given_up(tmp_path):
    wanted = [Unit(tmp_path / name, Order()) for name in "abcdef"]
    crew = Lossy({"c"})
    outcomes = list(collect(wanted, crew))
    assert [o.folder.name for o in outcomes] == list("abcdef")
    assert [o.folder.name for o in outcomes if o.is_stopped] == ["c"]
    assert [p.code for o in outcomes for p in o.problems] == ["O21"]
    assert crew.renewed >= 1


def test_more_processes_are_taken_only_where_they_pay():
    assert not pays(elapsed=0.1, done=10, left=5, jobs=2)
    assert pays(elapsed=1.0, done=10, left=400, jobs=2)
    assert not pays(elapsed=1.0, done=10, left=400, jobs=1)


def test_a_report_for_programs_tells_every_dossier(district, monkeypatch):
    monkeypatch.chdir(district)
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--report", "报告.json"]
    result = subprocess.run(
        command, check=False, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert result.returncode == 0, result.stderr.decode()
    data = json.loads((district / "报告.json").read_text("utf-8"))
    assert data["summary"]["files"]["rebuilt"] == 14
    assert len(data["dossiers"]) == len(list((district / "inputs").iterdir()))
    assert data["dossiers"][0]["subjects"][0]["total"].endswith("分")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_ctrl_c_stops_soon_and_the_next_run_goes_on(district):
    write_district(district / "more", 60, seed=4)
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        command, cwd=district / "more", env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 30
    while time.monotonic() < until and not list((district / "more").rglob("*.docx")):
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert b"Traceback" not in out + err
    assert running.returncode not in (0, 3)
    again = subprocess.run(
        command, cwd=district / "more", env=environment, check=False, capture_output=True
    )
    assert again.returncode == 0
    assert len(list((district / "more").rglob("*.docx"))) == 60
    assert list((district / "more").rglob(".jixiao-*.tmp")) == []
