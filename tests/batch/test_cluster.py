"""A real Dask cluster of separate worker processes: the same bytes as here, also when one is killed."""

import os
import shutil
import signal
import subprocess
import sys

import docx
import pytest

from benchmarks.district import write_district
from generator.batch.batch_build import run, run_with
from generator.cli import main
from tests.batch.test_batch_build import units, written
from tests.conftest import ROOT

distributed = pytest.importorskip("distributed")
dask = pytest.importorskip("dask")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = str(ROOT)
    made = distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path_factory.mktemp("dask")),
    )
    yield made
    made.close()
    os.environ["PYTHONPATH"] = before


@pytest.fixture
def district(tmp_path):
    write_district(tmp_path, 14, seed=3)
    return tmp_path


def crew(cluster):
    from generator.batch.cluster import Cluster

    return Cluster(cluster.scheduler_address)


def test_a_cluster_writes_the_same_bytes_as_this_machine(district, cluster, monkeypatch):
    monkeypatch.chdir(district)
    alone = list(run(units(district, "one"), 1))
    far = list(run_with(crew(cluster), units(district, "two")))
    assert written(district, "one") == written(district, "two")
    assert [o.folder for o in far] == [o.folder for o in alone]
    assert [[p.message for p in o.problems] for o in far] == [
        [p.message for p in o.problems] for o in alone
    ]
    assert [[str(p.place) for p in o.problems] for o in far] == [
        [str(p.place) for p in o.problems] for o in alone
    ]
    assert all(path.is_file() for o in far for path in o.written)


@pytest.fixture
def certificates(tmp_path):
    """Settings of Dask with a certificate that all sides share."""
    if shutil.which("openssl") is None:
        pytest.skip("没有 openssl，做不了证书")
    key, cert = os.fspath(tmp_path / "key.pem"), os.fspath(tmp_path / "cert.pem")
    made = ("-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=jixiao")
    command = ("openssl", "req", *made, "-keyout", key, "-out", cert)
    subprocess.run(command, check=True, capture_output=True)
    sides = ("client", "scheduler", "worker")
    own = {f"{side}.{name}": at for side in sides for name, at in (("cert", cert), ("key", key))}
    return {f"distributed.comm.tls.{name}": at for name, at in {**own, "ca-file": cert}.items()}


@pytest.fixture
def guarded(certificates):
    safe = distributed.Security
    with (
        dask.config.set(certificates),
        distributed.LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            processes=False,
            protocol="tls://",
            security=safe(require_encryption=True),
            dashboard_address=None,
        ) as made,
    ):
        yield made


def test_a_cluster_with_certificates_builds_for_who_has_one(tmp_path, guarded, monkeypatch):
    write_district(tmp_path, 2, seed=3)
    monkeypatch.chdir(tmp_path)
    done = list(run_with(crew(guarded), units(tmp_path, "out")))
    assert guarded.scheduler_address.startswith("tls://")
    assert done
    assert all(outcome.written for outcome in done)


def test_who_has_no_certificate_is_told_so(guarded, certificates):
    from generator.batch.cluster import Cluster, ClusterError

    none = dict.fromkeys(certificates)
    with dask.config.set(none), pytest.raises(ClusterError, match="没有找到证书"):
        Cluster(guarded.scheduler_address)


def test_a_second_run_on_a_cluster_changes_nothing(district, cluster, monkeypatch):
    monkeypatch.chdir(district)
    list(run_with(crew(cluster), units(district, "out")))
    again = list(run_with(crew(cluster), units(district, "out")))
    assert [o.written for o in again] == [()] * len(again)
    assert all(o.counts for o in again)
    here = list(run(units(district, "out"), 1))
    assert [o.written for o in here] == [()] * len(here)


def test_an_edited_file_is_kept_on_a_cluster_too(district, cluster, monkeypatch):
    monkeypatch.chdir(district)
    list(run(units(district, "out"), 1))
    first = units(district, "out")[0]
    path = sorted(first.order.outputs.glob("*.docx"))[0]
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before("所长补写的一段。")
    document.save(str(path))
    mine = path.read_bytes()
    text = sorted(first.folder.glob("p*.toml"))[0]
    text.write_text(text.read_text("utf-8").replace("管理到位", "管理有序"), "utf-8")
    (outcome,) = run_with(crew(cluster), [first])
    assert path.read_bytes() == mine
    assert outcome.counts["手工修改保留"] == 1
    assert any("新版" in written.name for written in outcome.written)
    merging = first._replace(order=first.order._replace(on_edited="merge"))
    (outcome,) = run_with(crew(cluster), [merging])
    assert outcome.counts["合并"] == 1
    assert [beside for beside in path.parent.glob("*.docx") if "新版" in beside.name] == []


def test_a_file_that_is_opened_meanwhile_is_left_by_a_cluster(district, cluster, monkeypatch):
    monkeypatch.chdir(district)
    first = units(district, "out")[0]
    list(run([first], 1))
    text = sorted(first.folder.glob("p*.toml"))[0]
    text.write_text(text.read_text("utf-8").replace("管理到位", "管理有序"), "utf-8")
    path = sorted(first.order.outputs.glob("*.docx"))[0]
    before = path.read_bytes()
    far = crew(cluster)
    true = far.receive

    def receive(unit, reply):
        path.with_name(f".~lock.{path.name}#").write_bytes(b"")
        return true(unit, reply)

    monkeypatch.setattr(far, "receive", receive)
    (outcome,) = run_with(far, [first])
    assert path.read_bytes() == before
    assert "O22" in [problem.code for problem in outcome.problems]


def test_an_edited_file_is_merged_on_a_cluster_as_it_is_here(district, cluster, monkeypatch):
    monkeypatch.chdir(district)
    told, mine = {}, b""
    for name in ("here", "far"):
        first = units(district, name)[0]
        list(run([first], 1))
        path = sorted(first.order.outputs.glob("*.docx"))[0]
        if not mine:
            document = docx.Document(str(path))
            document.paragraphs[-1].insert_paragraph_before("所长补写的一段。")
            document.save(str(path))
            mine = path.read_bytes()  # a package saved later bears another time
        path.write_bytes(mine)
    text = sorted(first.folder.glob("p*.toml"))[0]
    text.write_text(text.read_text("utf-8").replace("管理到位", "管理有序"), "utf-8")
    for name in ("here", "far"):
        first = units(district, name)[0]
        first = first._replace(order=first.order._replace(on_edited="merge", command=1))
        outcomes = run([first], 1) if name == "here" else run_with(crew(cluster), [first])
        (told[name],) = outcomes
    path = sorted(first.order.outputs.glob("*.docx"))[0]
    words = "".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "所长补写的一段。" in words
    assert told["far"].counts["合并"] == 1
    ((where, account),) = told["far"].accounts
    assert where == path
    assert where in told["far"].written
    assert any(entry.now == "所长补写的一段。" for entry in account)
    assert [own for _, own in told["here"].accounts] == [account]
    assert written(district, "here") == written(district, "far")


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(district, cluster, monkeypatch):
    monkeypatch.chdir(district)
    write_district(district / "more", 40, seed=9)
    wanted = units(district / "more", "out")
    mine = crew(cluster)
    outcomes = []
    for outcome in run_with(mine, wanted):
        outcomes.append(outcome)
        if len(outcomes) == 1:
            pids = list(mine._client.run(os.getpid).values())
            os.kill(pids[0], signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    assert [o.folder for o in outcomes] == [unit.folder for unit in wanted]
    assert not any(o.is_stopped for o in outcomes)
    list(run(units(district / "more", "alone"), 1))
    assert written(district / "more", "out") == written(district / "more", "alone")


def test_the_settings_and_templates_of_a_workspace_travel_along(district, cluster, monkeypatch):
    monkeypatch.chdir(district)
    (district / "jixiao.toml").write_text("[style]\nline = 29\n", "utf-8")
    own = district / "templates" / "wording"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("", "utf-8")
    list(run(units(district, "one"), 1))
    list(run_with(crew(cluster), units(district, "two")))
    assert written(district, "one") == written(district, "two")


def built_on(address, district):
    """Build with the command line, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "--quiet", "--cluster", address],
        cwd=district,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        timeout=120,
    )


def test_the_command_line_builds_on_a_cluster(district, cluster):
    result = built_on(cluster.scheduler_address, district)
    assert result.returncode == 0, result.stderr.decode()
    assert len(list((district / "outputs").rglob("*.docx"))) == 14


def test_an_address_where_nobody_answers_is_told(district, monkeypatch, capsys):
    monkeypatch.setattr("generator.batch.cluster.PATIENCE", 0.5)
    monkeypatch.chdir(district)
    monkeypatch.setattr(sys, "argv", ["jixiao", "build", "--cluster", "tcp://127.0.0.1:9"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    assert "连不上集群" in capsys.readouterr().err
