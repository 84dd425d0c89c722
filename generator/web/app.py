"""The page as a program that answers requests: which address shows which screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from generator.base.html import Html
from generator.use.check.examine import Examined
from generator.web.address import Address
from generator.web.answers import aside, not_found
from generator.web.body import BadRequestError, read_wishes
from generator.web.changes_screen import changes_screen, take_back, take_in
from generator.web.fill_answers import fill_routes
from generator.web.foreign_screen import foreign_screen, look_at
from generator.web.guard import Guard
from generator.web.new_screen import new_routes
from generator.web.overview_answers import overview_routes
from generator.web.pages_screen import Previews, pages_screen
from generator.web.problem_answers import problem_routes
from generator.web.rule_screen import rule_screen, scheme_screen, schemes_screen
from generator.web.served import Served
from generator.web.toml_screen import toml_routes
from generator.web.wording_screen import wording_screen
from generator.word.preview.preview import Previews as Views

STATIC = Path(__file__).parent / "static"


def make_app(served: Served, address: Address, office: Views) -> Guard:
    """Return what answers requests about a folder; everything goes past the guard."""
    screens = _Screens(served, office)
    routes = [
        *overview_routes(served),
        *new_routes(served),
        *fill_routes(served),
        *problem_routes(served),
        *toml_routes(served),
        Route("/d/{id}/pages", screens.pages),
        Route("/d/{id}/changes", screens.changes),
        Route("/api/d/{id}/undo", screens.undo, methods=["POST"]),
        Route("/api/d/{id}/take", screens.take, methods=["POST"]),
        Route("/api/d/{id}/preview", screens.preview, methods=["POST"]),
        Route("/api/d/{id}/preview/{file}/{page}.png", screens.picture),
        Route("/api/d/{id}/trace", screens.trace),
        Route("/audit", screens.audit),
        Route("/api/audit", screens.look, methods=["POST"]),
        Route("/wording", screens.wording),
        Route("/schemes", screens.schemes),
        Route("/schemes/{scheme}", screens.scheme),
        Route("/rules/{code}", screens.rule),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]
    handlers: dict[Any, Any] = {404: not_found, 405: not_found, BadRequestError: _bad}
    app = Starlette(routes=routes, exception_handlers=handlers)
    return Guard(app, address, str(served.root))


async def _bad(request: Request, error: Exception) -> Response:
    del request, error
    return JSONResponse({"message": "这个请求不是本页面发出的"}, status_code=400)


def _html(content: Html | None) -> Response | None:
    return None if content is None else HTMLResponse(content)


class _Screens:
    """The answers; each looks its dossier up by id and hands on to the file of its screen."""

    def __init__(self, served: Served, office: Views) -> None:
        self._served = served
        self._previews = Previews(served, office)

    async def pages(self, request: Request) -> Response:
        return await self._screen(request, pages_screen)

    async def changes(self, request: Request) -> Response:
        id, folder = await self._folder(request.path_params["id"])
        if folder is None:
            return await not_found(request, KeyError(id))
        return HTMLResponse(await aside(lambda: changes_screen(self._served, id, folder)))

    async def undo(self, request: Request) -> Response:
        id, folder = await self._folder(request.path_params["id"])
        if folder is None:
            return await not_found(request, KeyError(id))
        return JSONResponse(await aside(lambda: take_back(self._served, folder)))

    async def take(self, request: Request) -> Response:
        id, folder = await self._folder(request.path_params["id"])
        if folder is None:
            return await not_found(request, KeyError(id))
        name = (await read_wishes(request)).text("file")
        return JSONResponse(await aside(lambda: take_in(self._served, folder, name)))

    async def preview(self, request: Request) -> Response:
        id, folder = await self._folder(request.path_params["id"])
        if folder is None:
            return await not_found(request, KeyError(id))
        return JSONResponse(await aside(lambda: self._previews.data(id, folder)))

    async def picture(self, request: Request) -> Response:
        id, folder = await self._folder(request.path_params["id"])
        file, number = request.path_params["file"], request.path_params["page"]
        found = None
        if folder is not None:
            found = await aside(lambda: self._previews.picture(folder, file, number))
        if found is None:
            return await not_found(request, KeyError(id))
        return Response(found, media_type="image/png")

    async def trace(self, request: Request) -> Response:
        id, folder = await self._folder(request.path_params["id"])
        if folder is None:
            return await not_found(request, KeyError(id))
        figure = request.query_params.get("figure", "")
        return JSONResponse(await aside(lambda: self._previews.trace(folder, figure)))

    async def audit(self, request: Request) -> Response:
        del request
        return HTMLResponse(foreign_screen())

    async def look(self, request: Request) -> Response:
        return await look_at(self._served, request)

    async def wording(self, request: Request) -> Response:
        del request
        return HTMLResponse(await aside(lambda: wording_screen(self._served)))

    async def schemes(self, request: Request) -> Response:
        del request
        library = await aside(lambda: self._served.library(self._served.root))
        return HTMLResponse(await aside(lambda: schemes_screen(library)))

    async def scheme(self, request: Request) -> Response:
        library = await aside(lambda: self._served.library(self._served.root))
        name = request.path_params["scheme"]
        return _html(scheme_screen(library, name)) or await not_found(request, KeyError(name))

    async def rule(self, request: Request) -> Response:
        library = await aside(lambda: self._served.library(self._served.root))
        code = request.path_params["code"]
        return _html(rule_screen(library, code)) or await not_found(request, KeyError(code))

    async def _folder(self, id: str) -> tuple[str, Path | None]:
        """Look a dossier up beside the loop: it may need a walk through the tree."""
        return id, await aside(lambda: self._served.folder(id))

    async def _screen(self, request: Request, write: Callable[[str, Examined], Html]) -> Response:
        id, folder = await self._folder(request.path_params["id"])
        if folder is None:
            return await not_found(request, KeyError(id))
        examined = await aside(lambda: self._served.examined(folder))
        return HTMLResponse(write(id, examined))
