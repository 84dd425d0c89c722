"""The page: from a keystroke to the score, the overview of a district, pages drawn after a change.

Asked without a network, in one process, of the same program that ``jixiao serve`` runs; medians.

    python benchmarks/page.py [--dossiers 500] [--rounds 9]
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from starlette.testclient import TestClient

from benchmarks.district import write_district
from generator.web.address import Address
from generator.web.app import make_app
from generator.web.served import Served
from generator.word.preview.preview import Previews

ADDRESS = Address("127.0.0.1", 8800, "key")
OWN = {"X-Jixiao": "page"}


def median(task: Callable[[int], Any], rounds: int) -> float:
    """Return the median milliseconds of a task."""
    times = []
    for number in range(rounds):
        start = time.perf_counter()
        task(number)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def opened(root: Path) -> tuple[TestClient, Served]:
    """Open a page over a folder."""
    served = Served(root)
    client = TestClient(make_app(served, ADDRESS, Previews()), base_url=ADDRESS.origin)
    client.get(f"/start/{ADDRESS.key}")
    return client, served


def largest(served: Served) -> tuple[str, Path]:
    """Return the dossier with the most projects."""
    return max(served.folders().items(), key=lambda item: len([*item[1].glob("*.toml")]))


def keystroke(client: TestClient, id: str, folder: Path) -> Callable[[int], Any]:
    """Return what saves a cell of a project and gets its scores."""
    address, cell = first_cell(client, id, folder)
    was = cell["value"]

    def task(number: int) -> None:
        nonlocal was
        now = f"{1000 + number}{was.lstrip('0123456789.')}"
        wish = {"keys": cell["keys"], "was": was, "now": now, "row": cell["row"]}
        answer = client.post(f"{address}/save", json={"wishes": [wish]}, headers=OWN).json()
        assert answer["done"] == 1, answer
        was = now

    return task


def typing(client: TestClient, id: str, folder: Path) -> Callable[[int], Any]:
    """Return what asks for the scores of a cell while somebody types."""
    address, cell = first_cell(client, id, folder)

    def task(number: int) -> None:
        now = f"{1000 + number}{cell['value'].lstrip('0123456789.')}"
        wish = {"keys": cell["keys"], "was": cell["value"], "now": now, "row": cell["row"]}
        answer = client.post(f"{address}/try", json={"wishes": [wish]}, headers=OWN).json()
        assert answer["rows"], answer

    return task


def first_cell(client: TestClient, id: str, folder: Path) -> tuple[str, dict[str, Any]]:
    """Return the address of the first project, and the actual of its first indicator."""
    subject = next(path.stem for path in sorted(folder.glob("*.toml")) if path.stem != "unit")
    address = f"/api/d/{id}/s/{subject}"
    return address, client.get(address).json()["rows"][0]["cells"][3]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--dossiers", type=int, default=500)
    options.add_argument("--rounds", type=int, default=9)
    asked = options.parse_args()
    root = Path(tempfile.mkdtemp()).resolve()
    try:
        units = write_district(root, asked.dossiers * 3)
        client, served = opened(root)
        folders = [*served.folders().items()]
        start = time.perf_counter()
        for id, folder in folders:
            served.summary(id, folder)
        print(f"{units} dossiers, {asked.rounds} rounds")
        print(f"overview, nothing known      {time.perf_counter() - start:8.1f} s")
        served.last_look.keep()
        client, served = opened(root)
        start = time.perf_counter()
        client.get("/")
        print(f"overview, after a new start  {(time.perf_counter() - start) * 1000:8.0f} ms")
        print(
            f"overview, warm               {median(lambda _: client.get('/'), asked.rounds):8.0f} ms"
        )
        id, folder = largest(served)
        projects = len([*folder.glob("*.toml")]) - 1
        task = typing(client, id, folder)
        print(f"typed to score, {projects:2} projects  {median(task, asked.rounds):8.0f} ms")
        task = keystroke(client, id, folder)
        print(f"saved and scored, {projects:2} projects{median(task, asked.rounds):8.0f} ms")
        if shutil.which("soffice"):
            again = keystroke(client, id, folder)

            def change(number: int) -> None:
                again(number + 5000)
                answer = client.post(f"/api/d/{id}/preview", json={}, headers=OWN).json()
                assert answer["documents"], answer

            print(f"change to pages              {median(change, 3):8.0f} ms")
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
