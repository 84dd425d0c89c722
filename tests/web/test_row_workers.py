"""Rows that are worked out beside the page: the same as by the page, and never waited for in vain."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.web import row_workers
from generator.web.row_workers import FEWEST, RowWorkers


@pytest.fixture
def workers(page, monkeypatch):
    """Workers that are threads: to make a process takes a second."""
    own = RowWorkers(page.served.root)
    monkeypatch.setattr(row_workers, "_served", [type(page.served)(page.served.root, 1)])
    monkeypatch.setattr(own, "_new", lambda: ThreadPoolExecutor(1))
    yield own
    own.close()


def test_nobody_waits_for_workers_that_have_not_begun(page, workers):
    assert workers.row(page.id, page.folder) is None
    workers.begin()
    workers._begun.result()
    row = workers.row(page.id, page.folder)
    assert row == page.served.worked_out(page.id, page.folder)
    assert workers.glance(page.id, page.folder) == page.served.glance(page.id, page.folder)
    page.served.take_row(page.folder, row)
    assert page.served.known_summary(page.folder) == row.summary


@pytest.mark.parametrize("lost", ["close", "shutdown"])
def test_what_workers_cannot_do_any_more_the_page_does(page, workers, lost):
    workers.begin()
    workers._begun.result()
    getattr(workers if lost == "close" else workers._pool, lost)()
    assert workers.row(page.id, page.folder) is None


def test_of_many_rows_what_can_be_said_soon_comes_first(page, monkeypatch):
    monkeypatch.setattr(RowWorkers, "begin", lambda _: None)

    def row(**how):
        return page.client.get("/api/overview", params={"id": page.id, **how}).json()["cells"]

    soon = row(of=FEWEST, soon=1)
    assert f'data-wait="{page.id}"' in soon[0]
    assert "…" in soon[6]
    whole = row(of=FEWEST)
    assert [*whole[1:6], *whole[7:]] == [*soon[1:6], *soon[7:]]
    assert "data-wait" not in whole[0]
    assert "…" not in whole[6]
    assert row(of=FEWEST, soon=1) == row(of="9" * 30) == whole  # it is known by now
