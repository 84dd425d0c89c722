"""What all answers share: work beside the loop, and what is said where nothing is."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from generator.base.html import tag
from generator.web.frame import page, top_ways
from generator.web.served import Served

Endpoint = Callable[[Request], Awaitable[Response]]


async def aside(task: Callable[[], Any]) -> Any:
    """Run what takes its time beside the loop that answers."""
    return await anyio.to_thread.run_sync(task)


async def not_found(request: Request, error: Exception) -> Response:
    """Say that there is nothing at an address."""
    del error
    if request.url.path.startswith("/api/"):
        return JSONResponse({"message": "没有这一项，请刷新"}, status_code=404)
    body = tag("p", "没有这一页。", tag("a", "回总览", href="/"))
    return HTMLResponse(page("没有这一页", top_ways(), body), status_code=404)


def of_dossier(
    served: Served, answer: Callable[[Request, str, Path], Awaitable[Response]]
) -> Endpoint:
    """Return what answers about the dossier that an address names."""

    async def found(request: Request) -> Response:
        id = request.path_params["id"]
        folder = await aside(lambda: served.folder(id))
        if folder is None:
            return await not_found(request, KeyError(id))
        return await answer(request, id, folder)

    return found
