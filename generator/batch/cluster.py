"""A Dask cluster as a crew: dossiers travel as bytes, documents come back, and are written here."""

import contextlib
from collections.abc import Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from distributed import Client, Security

from generator.base.locking import LockedError, locked
from generator.base.open_files import open_elsewhere
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.swapping import ABSENT, remove_unchanged
from generator.base.writing import Lasting, write_atomically
from generator.batch.packet import (
    Packet,
    Reply,
    files_in,
    inputs_in,
    outputs_in,
    portable,
    program_here,
    settings_of,
)
from generator.batch.remote import OtherProgramError, work_at
from generator.batch.unit_of_work import Outcome, Unit
from generator.batch.work import failed, lost, target_of
from generator.load.workspace_folder import Workspace
from generator.roundtrip.files_record import MANIFEST_FILE, PENDING_FILE, Record, read_record
from generator.roundtrip.journal import Change
from generator.roundtrip.keeping import Keep, clear, keep_before, number_for
from generator.roundtrip.manifest import digest, pending_text
from generator.roundtrip.state_folder import STATE_FOLDER, StateFolder
from generator.roundtrip.version_beside import known_digests
from generator.use.libraries import Libraries

PATIENCE, RETRIES, AHEAD = 20.0, 3, 8


class ClusterError(RuntimeError):
    """No cluster there, or one of another version."""


class Cluster:
    """Workers on other machines, each with the program installed."""

    def __init__(self, address: str) -> None:
        _ask_for_certificates(address)
        try:
            connect: Any = Client  # dask ships no types for it
            self._client: Any = connect(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            message = f"连不上集群 {address}"
            raise ClusterError(message) from error
        self._check()
        self._pool = self._client.get_executor(pure=False, retries=RETRIES)
        self._shelf = Libraries()
        self._sent: dict[Path | None, Any] = {}
        self._targets: dict[Path, tuple[Path, Packet]] = {}

    @property
    def window(self) -> int:
        """Keep every thread of every worker busy; workers may come and go."""
        threads: dict[str, int] = self._client.nthreads()
        return AHEAD * max(1, sum(threads.values()))

    def submit(self, unit: Unit) -> "Future[Any]":
        """Send a unit."""
        library, _ = self._shelf.of(unit.folder)
        target = target_of(unit, library)
        packet = Packet(
            portable(unit.folder, "inputs"),
            portable(target, "outputs"),
            inputs_in(unit.folder),
            outputs_in(target),
            unit.order,
        )
        self._targets[unit.folder] = (target, packet)
        future: Future[Any] = self._pool.submit(work_at, packet, self._settings(library.workspace))
        return future

    def receive(self, unit: Unit, result: Reply) -> Outcome:
        """Write what came back: documents first, the record of them last."""
        target, packet = self._targets.pop(unit.folder)
        faults = _write(result, packet, target)
        outcome = result.outcome
        home = {packet.folder: shown_path(unit.folder), packet.target: shown_path(target)}
        return replace(
            outcome,
            folder=unit.folder,
            problems=(*(_at_home(p, home) for p in outcome.problems), *faults),
            settings=tuple(_at_home(p, home) for p in outcome.settings),
            written=tuple(target / path.name for path in outcome.written),
            documents=tuple(target / path.name for path in outcome.documents),
            accounts=tuple((target / path.name, own) for path, own in outcome.accounts),
        )

    def explain(self, unit: Unit, error: BaseException) -> Outcome:
        """Say why nothing came back."""
        self._targets.pop(unit.folder, None)
        if isinstance(error, OtherProgramError):
            raise ClusterError(_OTHER) from error
        if type(error).__name__ == "KilledWorker" or isinstance(error, CancelledError):
            return lost(unit)
        return failed(unit, error)

    def renew(self) -> None:
        """Workers are renewed by the cluster itself."""
        raise BrokenExecutor

    def finish(self) -> None:
        """Leave the cluster as it was."""
        self._pool.shutdown(wait=True)
        self._client.close()

    def abandon(self) -> None:
        """Give up what is under way; the cluster goes on without it."""
        with contextlib.suppress(Exception):
            self._pool.shutdown(wait=False)
        with contextlib.suppress(Exception):
            self._client.close()

    def _settings(self, workspace: Workspace) -> Any:
        """Send the settings of a workspace once, to all workers."""
        if workspace.root not in self._sent:
            self._sent[workspace.root] = self._client.scatter(
                settings_of(workspace), broadcast=True, hash=False
            )
        return self._sent[workspace.root]

    def _check(self) -> None:
        if not self._client.scheduler_info()["workers"]:
            with contextlib.suppress(TimeoutError):
                self._client.wait_for_workers(1, timeout=PATIENCE)
        try:
            programs = self._client.run(program_here)
        except (ModuleNotFoundError, AttributeError) as error:
            message = "集群的机器上没有安装 jixiao"
            raise ClusterError(message) from error
        if not programs:
            message = "集群里没有机器在工作"
            raise ClusterError(message)
        if set(programs.values()) != {program_here()}:
            raise ClusterError(_OTHER)


_TLS = "tls://"


def _ask_for_certificates(address: str) -> None:
    """Without them Dask fails late, and waits for an answer that does not come."""
    security: Any = Security  # what its own settings say: a file, or the environment
    if address.startswith(_TLS) and security().get_connection_args("client")["ssl_context"] is None:
        message = (
            f"{address} 要用证书连接，没有找到证书：请把 ca-file、client 的 cert 和 key 写进 "
            "Dask 的设置（~/.config/dask/distributed.yaml 的 distributed.comm.tls），"
            "或者设环境变量 DASK_DISTRIBUTED__COMM__TLS__CA_FILE、…__CLIENT__CERT、…__CLIENT__KEY"
        )
        raise ClusterError(message)


_OTHER = "集群里有机器装的 jixiao 或压缩库 zlib 与这里的版本不同，请都装上同一版本"


def _at_home(problem: Problem, home: dict[str, str]) -> Problem:
    """Show the places of a problem as they are called here."""
    file = problem.place.file
    for there, here in home.items():
        if there != here and (file == there or file.startswith(f"{there}/")):
            file = here + file[len(there) :]
    return problem._replace(place=problem.place._replace(file=file))


def _write(reply: Reply, packet: Packet, target: Path) -> list[Problem]:
    beside = (MANIFEST_FILE, PENDING_FILE)
    bases = {n for n in reply.outputs if n.startswith(f"{STATE_FOLDER}/")}
    documents = {n: d for n, d in reply.outputs.items() if n not in beside and n not in bases}
    state = StateFolder(target)
    try:
        with locked(target):
            lying = files_in(target)
            if refused := _refused(documents, lying, packet, target):
                return refused
            for name in bases:
                state.put(reply.outputs[name])
            record = read_record(target, is_needed=True)
            due = {n: digest(d) for n, d in documents.items() if not _is_theirs(n, lying, record)}
            if fault := _keep(documents, lying, record, state, packet.order.command):
                return [fault]
            announced = pending_text(record, due).encode()
            if documents and (fault := write_atomically(target / PENDING_FILE, announced)):
                return [fault]
            if fault := _put(documents, lying, target):
                return [fault]
            if MANIFEST_FILE in reply.outputs:
                data = reply.outputs[MANIFEST_FILE]
                if fault := write_atomically(target / MANIFEST_FILE, data):
                    return [fault]
                clear(state, read_record(target))
            (target / PENDING_FILE).unlink(missing_ok=True)
            for name in reply.gone:
                remove_unchanged(target / name, digest(packet.outputs[name]))
    except LockedError:
        message, hint = "另一个 jixiao 正在写这个文件夹", "请等它写完再试"
        return [Problem("O06", Severity.ERROR, message, Place(shown_path(target)), hint)]
    return []


def _refused(
    documents: Mapping[str, bytes], lying: Mapping[str, bytes], packet: Packet, target: Path
) -> list[Problem]:
    """Name the files that somebody changed or opened since they were sent."""
    edited = [name for name in documents if lying.get(name) != packet.outputs.get(name)]
    if edited:
        return [_edited(target / name) for name in edited]
    return [fault for name in documents if (fault := open_elsewhere(target / name))]


def _put(
    documents: Mapping[str, bytes], lying: Mapping[str, bytes], target: Path
) -> Problem | None:
    """Write documents, each only over what was read."""
    for name, data in documents.items():
        expected = digest(lying[name]) if name in lying else ABSENT
        if fault := write_atomically(target / name, data, expected, lasting=Lasting.CONTENT):
            return fault
    return None


def _is_theirs(name: str, lying: Mapping[str, bytes], record: Record) -> bool:
    """Tell whether a file is a person's: it is not byte for byte what we wrote."""
    known = {*known_digests(record, name), *(version.sha256 for version in record.files.values())}
    return name in lying and digest(lying[name]) not in known


def _keep(
    documents: Mapping[str, bytes],
    lying: Mapping[str, bytes],
    record: Record,
    state: StateFolder,
    number: int,
) -> Problem | None:
    """Keep what persons' files are before the workers' versions take their places."""
    keeps = []
    for name in documents:
        if _is_theirs(name, lying, record):
            known = record.files.get(name)
            before, after = digest(lying[name]), digest(documents[name])
            keeps.append(Keep(Change(name, before, after, known), lying[name]))
    return keep_before(state, number_for(state.home, number), "build", keeps) if keeps else None


def _edited(path: Path) -> Problem:
    message = "这份文件在集群生成期间改动过，没有写"
    return Problem("O03", Severity.WARNING, message, Place(shown_path(path)), "请再生成一次")
