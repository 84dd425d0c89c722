"""用语: what the addresses of the screen answer."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.base.html import Html
from generator.web.answers import aside
from generator.web.late_answers import Kept
from generator.web.served import Served
from generator.web.whole_tree import state_of_tree
from generator.web.wording.learning import learnt
from generator.web.wording.screen import wording_found, wording_screen


def wording_routes(served: Served) -> list[Route]:
    """Return the addresses of the screen."""
    own = _Wording(served)
    return [
        Route("/wording", own.screen),
        Route("/api/wording", own.found),
        Route("/api/wording/learn", own.learn, methods=["POST"]),
    ]


class _Wording:
    def __init__(self, served: Served) -> None:
        self._served, self._kept = served, Kept()

    async def screen(self, request: Request) -> Response:
        del request
        return HTMLResponse(wording_screen())

    async def found(self, request: Request) -> Response:
        del request
        return JSONResponse({"html": await aside(self._found)})

    async def learn(self, request: Request) -> Response:
        del request
        return JSONResponse(await aside(lambda: learnt(self._served)))

    def _found(self) -> Html:
        folders = self._served.folders()
        state = state_of_tree(self._served, folders)
        return self._kept.of(state, lambda: wording_found(self._served, folders))
