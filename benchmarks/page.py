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
from generator.base.garbage import collect_seldom
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


def look(client: TestClient, id: str, had: dict[str, str]) -> int:
    """Ask for pages as the page does, and for the first picture of what is new; returns what waits."""
    asked = {"seen": next(iter(had), ""), "had": had}
    found = client.post(f"/api/d/{id}/preview", json=asked, headers=OWN).json()["documents"]
    assert found
    had |= {own["name"]: own["print"] for own in found}
    new = next((own for own in found if own["pages"]), None)
    if new is not None:
        assert client.get(new["pages"][0]["picture"]).content
    return sum("waits" in own for own in found)


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
    collect_seldom()  # as the program does
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
            again, had = keystroke(client, id, folder), dict[str, str]()
            start = time.perf_counter()
            look(client, id, had)
            first = (time.perf_counter() - start) * 1000
            while look(client, id, had):
                pass
            everything = (time.perf_counter() - start) * 1000
            print(f"first pages, office cold     {first:8.0f} ms")
            print(f"all {len(had):2} documents             {everything:8.0f} ms")

            def change(number: int) -> None:
                again(number + 5000)
                while look(client, id, had):
                    pass

            print(f"change to pages              {median(change, 3):8.0f} ms")
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
