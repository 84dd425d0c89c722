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
from generator.web.served import Served
from generator.web.summary_file import MEDIA, summary_file


def overview_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Overview(served)
    return [
        Route("/", own.screen),
        Route("/api/overview", own.row),
        Route("/summary{kind}", own.summary),
        Route("/api/d/{id}/build", of_dossier(served, own.build), methods=["POST"]),
    ]


class _Overview:
    def __init__(self, served: Served) -> None:
        self._served = served

    async def screen(self, request: Request) -> Response:
        del request
        return HTMLResponse(await aside(lambda: overview(self._served)))

    async def row(self, request: Request) -> Response:
        """Give the row of a dossier that the overview could not show at once."""
        id = request.query_params.get("id", "")
        folder = await aside(lambda: self._served.folder(id))
        if folder is None:
            return await not_found(request, KeyError(id))
        summary = await aside(lambda: self._served.summary(id, folder))
        cells = [str(tag("td", cell)) for cell in row_of(summary)]
        return JSONResponse({"id": id, "cells": cells})

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
