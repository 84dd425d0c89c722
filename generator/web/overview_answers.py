"""总览: what the addresses of the screen answer."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.html import tag
from generator.web.answers import aside, not_found, of_dossier
from generator.web.body import read_wishes
from generator.web.building import build_now
from generator.web.overview import overview, row_of
from generator.web.served import Served


def overview_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Overview(served)
    return [
        Route("/", own.screen),
        Route("/api/overview", own.row),
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

    async def build(self, request: Request, id: str, folder: Path) -> Response:
        del id
        wishes = await read_wishes(request)
        return JSONResponse(await aside(lambda: build_now(self._served, folder, wishes.data)))
