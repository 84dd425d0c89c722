"""文稿: what the addresses of the screen answer."""

import asyncio
import time
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.web.answers import aside, not_found, of_dossier
from generator.web.guard import number_in
from generator.web.pages.previews import Previews
from generator.web.pages.screen import pages_screen
from generator.web.pages.shown_documents import Wanted
from generator.web.request_body import read_wishes
from generator.web.served import Served
from generator.word.preview.preview import Previews as Views

_PATIENCE: Final = 20.0  # seconds after which a page that waits for a change is answered anyhow
_PAUSE: Final = 0.06


def pages_routes(served: Served, office: Views) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Pages(served, Previews(served, office))
    base = "/api/d/{id}"
    return [
        Route("/d/{id}/pages", of_dossier(served, own.screen)),
        Route(f"{base}/preview", of_dossier(served, own.preview), methods=["POST"]),
        Route(f"{base}/preview/{{file}}/{{page}}.png", of_dossier(served, own.picture)),
        Route(f"{base}/trace", of_dossier(served, own.trace)),
        Route(f"{base}/printed", of_dossier(served, own.printed)),
        Route(f"{base}/state", of_dossier(served, own.state)),
    ]


class _Pages:
    def __init__(self, served: Served, previews: Previews) -> None:
        self._served, self._previews = served, previews

    async def screen(self, request: Request, id: str, folder: Path) -> Response:
        del request
        return HTMLResponse(await aside(lambda: pages_screen(id, self._served.examined(folder))))

    async def preview(self, request: Request, id: str, folder: Path) -> Response:
        asked = await read_wishes(request)
        had = asked.words("had") if "had" in asked.data else {}
        wanted = Wanted(asked.text("seen"), had)
        return JSONResponse(await aside(lambda: self._previews.data(id, folder, wanted)))

    async def picture(self, request: Request, id: str, folder: Path) -> Response:
        del id
        file, number = request.path_params["file"], request.path_params["page"]
        found = await aside(lambda: self._previews.picture(folder, file, number))
        if number_in(file) is None or number_in(number) is None:
            return await not_found(request, KeyError(number))
        if found is None:  # drawn anew meanwhile, or not yet: the page asks again
            return Response(status_code=204)
        return Response(found, media_type="image/png")

    async def trace(self, request: Request, id: str, folder: Path) -> Response:
        figure = request.query_params.get("figure", "")
        text = request.query_params.get("text", "")
        return JSONResponse(await aside(lambda: self._previews.trace(id, folder, figure, text)))

    async def printed(self, request: Request, id: str, folder: Path) -> Response:
        """Say what a cell gives to the pages."""
        file = request.query_params.get("file", "")
        key = request.query_params.get("key", "")
        return JSONResponse(await aside(lambda: self._previews.printed(id, folder, file, key)))

    async def state(self, request: Request, id: str, folder: Path) -> Response:
        """Wait until the files are no longer as the page knows them, but not for ever."""
        del id
        was, until = request.query_params.get("was", ""), time.monotonic() + _PATIENCE
        while True:
            now = await aside(lambda: self._previews.state(folder))
            is_over = time.monotonic() > until or await request.is_disconnected()
            if now != was or is_over:
                return JSONResponse({"state": now})
            await asyncio.sleep(_PAUSE)
