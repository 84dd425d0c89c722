"""依据: what the addresses of the screens answer."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from generator.base.html import Html
from generator.use.library import Library
from generator.web.answers import aside, not_found
from generator.web.schemes.schemes_compared import diff_screen
from generator.web.schemes.screen import rule_screen, scheme_screen, schemes_screen
from generator.web.served import Served


def scheme_routes(served: Served) -> list[Route]:
    """Return the addresses of the screens."""
    own = _Schemes(served)
    return [
        Route("/schemes", own.schemes),
        Route("/schemes/diff", own.diff),
        Route("/schemes/{scheme}", own.scheme),
        Route("/rules/{code}", own.rule),
    ]


class _Schemes:
    def __init__(self, served: Served) -> None:
        self._served = served

    async def schemes(self, request: Request) -> Response:
        return await self._shown(request, schemes_screen)

    async def scheme(self, request: Request) -> Response:
        name = request.path_params["scheme"]
        return await self._shown(request, lambda library: scheme_screen(library, name))

    async def rule(self, request: Request) -> Response:
        code = request.path_params["code"]
        return await self._shown(request, lambda library: rule_screen(library, code))

    async def diff(self, request: Request) -> Response:
        left, right = (request.query_params.get(name, "") for name in ("left", "right"))
        return HTMLResponse(await aside(lambda: diff_screen(self._served, left, right)))

    async def _shown(self, request: Request, write: Callable[[Library], Html | None]) -> Response:
        made = await aside(lambda: write(self._served.library(self._served.root)))
        return await not_found(request, KeyError("")) if made is None else HTMLResponse(made)
