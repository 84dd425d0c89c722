"""A page over a small tree, spoken to without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from starlette.testclient import TestClient

from generator.web.address import Address
from generator.web.app import make_app
from generator.web.served import Served
from generator.web.tree import dossier_id
from generator.word.preview.preview import Previews
from tests.web.clerk import CHROMIUM, is_fault, start

ADDRESS = Address("127.0.0.1", 8800, "the-key")
OWN = {"X-Jixiao": "page"}


class Page(NamedTuple):
    """The page, the dossier that it shows, and its id."""

    client: TestClient
    folder: Path
    id: str
    served: Served

    def sheet(self, subject: str = "books") -> dict[str, Any]:
        answer = self.client.get(f"/api/d/{self.id}/s/{subject}")
        assert answer.status_code == 200
        return answer.json()

    def ask(self, what: str, body: object, subject: str = "books") -> dict[str, Any]:
        answer = self.client.post(f"/api/d/{self.id}/s/{subject}/{what}", json=body, headers=OWN)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def save(self, key: str, now: str, was: str | None = None) -> dict[str, Any]:
        """Change the cell of a key as its sheet shows it."""
        sheet = self.sheet()
        own = next(c for c in cells_of(sheet) if c["key"] == key)
        wish = {"keys": own["keys"], "was": own["value"], "now": now, "row": own["row"]}
        return self.ask("save", {"wishes": [wish if was is None else {**wish, "was": was}]})


def cells_of(sheet: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for row in (*sheet["rows"], *sheet["funds"]["rows"]):
        yield from row["cells"]
    for name in ("texts", "own", "goals", "prose", "sections"):
        yield from sheet[name]


@pytest.fixture
def page(dossier: Callable[..., Path]) -> Iterator[Page]:
    folder = dossier()
    root = folder.parent.parent.resolve()
    served = Served(root)
    with Previews() as office:
        client = TestClient(make_app(served, ADDRESS, office), base_url=ADDRESS.origin)
        client.get(f"/start/{ADDRESS.key}")
        yield Page(client, folder, dossier_id(root, folder.resolve()), served)


@pytest.fixture
def browser(dossier: Callable[..., Path]) -> Iterator[tuple[Any, Path]]:
    playwright = pytest.importorskip("playwright.sync_api", reason="没有装 playwright")
    # How long a machine with other work takes is no matter of the page.
    playwright.expect.set_options(timeout=30_000)
    folder = dossier()
    process, address = start(folder)
    with process:
        try:
            with playwright.sync_playwright() as own:
                chromium = own.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                page = chromium.new_context(viewport={"width": 1366, "height": 768}).new_page()
                faults: list[str] = []
                page.on("pageerror", lambda error: faults.append(str(error)))
                page.on("console", lambda m: faults.append(m.text) if is_fault(m) else None)
                page.goto(address)
                yield page, folder
                assert not faults
                chromium.close()
        finally:
            process.terminate()
