"""改动: what the addresses of the screen answer."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.web.answers import aside, of_dossier
from generator.web.changes.edited import take_back, take_in, take_ours
from generator.web.changes.redline import redline_with_last, redline_with_old
from generator.web.changes.screen import changes_screen
from generator.web.foreign.answers import download
from generator.web.foreign.bounded import Sent, named
from generator.web.guard import number_in
from generator.web.request_body import BadRequestError, read_bytes, read_wishes
from generator.web.served import Served


def changes_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Changes(served)
    base = "/api/d/{id}"
    return [
        Route("/d/{id}/changes", of_dossier(served, own.screen)),
        Route(f"{base}/undo", of_dossier(served, own.undo), methods=["POST"]),
        Route(f"{base}/take", of_dossier(served, own.take), methods=["POST"]),
        Route(f"{base}/ours", of_dossier(served, own.ours), methods=["POST"]),
        Route(f"{base}/redline", of_dossier(served, own.redline), methods=["GET", "POST"]),
    ]


class _Changes:
    def __init__(self, served: Served) -> None:
        self._served = served

    async def screen(self, request: Request, id: str, folder: Path) -> Response:
        version = number_in(request.query_params.get("version", "")) or 0
        return HTMLResponse(await aside(lambda: changes_screen(self._served, id, folder, version)))

    async def undo(self, request: Request, id: str, folder: Path) -> Response:
        del request, id
        return JSONResponse(await aside(lambda: take_back(self._served, folder)))

    async def take(self, request: Request, id: str, folder: Path) -> Response:
        del id
        wishes = await read_wishes(request)
        name, only = wishes.text("file"), wishes.data.get("only")
        if only is not None and not (
            isinstance(only, list) and all(isinstance(own, str) for own in only)
        ):
            raise BadRequestError("only")
        return JSONResponse(await aside(lambda: take_in(self._served, folder, name, only)))

    async def ours(self, request: Request, id: str, folder: Path) -> Response:
        del id
        name = (await read_wishes(request)).text("file")
        return JSONResponse(await aside(lambda: take_ours(self._served, folder, name)))

    async def redline(self, request: Request, id: str, folder: Path) -> Response:
        """Hand out a redlined version: against a file that lies there, or one that is sent."""
        del id
        name = request.query_params.get("file", "")
        if request.method == "POST":
            old = Sent(named(name), await read_bytes(request))
            found = await aside(lambda: redline_with_old(self._served, folder, old))
        else:
            found = await aside(lambda: redline_with_last(self._served, folder, name))
        if isinstance(found, str):
            return JSONResponse({"message": found}, status_code=409)
        return download(found)
