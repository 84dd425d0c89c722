"""总览: what the addresses of the screen answer."""

from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.html import tag
from generator.web.answers import aside, not_found, of_dossier
from generator.web.building import build_now
from generator.web.overview import overview, row_of
from generator.web.request_body import read_wishes
from generator.web.row_workers import FEWEST, RowWorkers
from generator.web.served import Served
from generator.web.summary import Summary
from generator.web.summary_file import MEDIA, summary_file

_DIGITS = 9  # of a number of rows


def overview_routes(served: Served, workers: RowWorkers) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Overview(served, workers)
    return [
        Route("/", own.screen),
        Route("/api/overview", own.row),
        Route("/api/overview/states", own.states),
        Route("/summary{kind}", own.summary),
        Route("/api/d/{id}/build", of_dossier(served, own.build), methods=["POST"]),
    ]


class _Overview:
    def __init__(self, served: Served, workers: RowWorkers) -> None:
        self._served, self._workers = served, workers

    async def screen(self, request: Request) -> Response:
        del request
        return HTMLResponse(await aside(lambda: overview(self._served)))

    async def states(self, request: Request) -> Response:
        """Tell what the page watches to follow the files."""
        del request
        return JSONResponse(await aside(self._served.states))

    async def row(self, request: Request) -> Response:
        """Give the row of a dossier that the overview could not show at once."""
        id = request.query_params.get("id", "")
        folder = await aside(lambda: self._served.folder(id))
        if folder is None:
            return await not_found(request, KeyError(id))
        waiting = request.query_params.get("of", "")
        is_one_of_many = waiting.isdecimal() and len(waiting) < _DIGITS and int(waiting) >= FEWEST
        is_glance = is_one_of_many and request.query_params.get("soon") == "1"
        known = await aside(lambda: self._served.known_summary(folder))
        if known is None:
            work = self._glance if is_glance else self._worked_out
            summary = await aside(lambda: work(id, folder, is_one_of_many=is_one_of_many))
        else:
            summary, is_glance = known, False
        cells = [str(tag("td", cell)) for cell in row_of(summary, waits=is_glance)]
        return JSONResponse({"id": id, "cells": cells})

    def _glance(self, id: str, folder: Path, *, is_one_of_many: bool) -> Summary:
        del is_one_of_many
        found = self._workers.glance(id, folder)
        if found is None:
            found = self._served.glance(id, folder)
            self._workers.begin()
        return found

    def _worked_out(self, id: str, folder: Path, *, is_one_of_many: bool) -> Summary:
        if not is_one_of_many:
            return self._served.summary(id, folder)
        self._served.library(folder)  # the state of its packs is known before the row is
        row = self._workers.row(id, folder)
        if row is None:
            summary = self._served.summary(id, folder)
            self._workers.begin()
            return summary
        self._served.take_row(folder, row)
        return row.summary

    async def summary(self, request: Request) -> Response:
        """Give the summary of all dossiers as a file."""
        kind = request.path_params["kind"]
        if kind not in MEDIA:
            return await not_found(request, KeyError(kind))
        folders = [*(await aside(self._served.folders)).values()]
        data, problems = await aside(lambda: summary_file(self._served, kind, folders))
        if data is None:
            return JSONResponse({"message": problems[0].message}, status_code=422)
        name = quote(f"绩效自评汇总{kind}")
        headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(data, media_type=MEDIA[kind], headers=headers)

    async def build(self, request: Request, id: str, folder: Path) -> Response:
        wishes = await read_wishes(request)
        return JSONResponse(await aside(lambda: build_now(self._served, id, folder, wishes.data)))
